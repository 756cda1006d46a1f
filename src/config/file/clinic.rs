//! `[clinic]`: who gives the handouts away.

use crate::article::Clinic;
use crate::config::table::Table;

pub(super) fn clinic(whole: &mut Table<'_>) -> Option<Clinic> {
    let mut table = whole.table("clinic")?;
    let name = table.needed("name");
    let phone = table.text("phone");
    let address = address(&mut table);
    let filled = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    table.done();
    Some(Clinic {
        name: filled(name.value)?,
        phone: phone.and_then(|phone| filled(phone.value)),
        address: address.into_iter().filter_map(filled).collect(),
        span: None,
    })
}

/// A text, its lines apart, or a list of lines.
fn address(table: &mut Table<'_>) -> Vec<String> {
    if table.is_list("address") {
        return table.plain_texts("address");
    }
    let text = table.text("address");
    let lines = text.iter().flat_map(|text| text.value.lines());
    lines.map(str::to_owned).collect()
}
