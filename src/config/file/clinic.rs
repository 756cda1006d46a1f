//! `[clinic]`: who gives the handouts away.

use crate::article::{Clinic, Logo};
use crate::config::table::Table;

pub(super) fn clinic(whole: &mut Table<'_>) -> Option<Clinic> {
    let mut table = whole.table("clinic")?;
    let name = table.needed("name");
    let phone = table.text("phone");
    let address = address(&mut table);
    let logo = logo(&mut table);
    table.done();
    Some(Clinic {
        name: filled(&name.value)?,
        phone: phone.and_then(|phone| filled(&phone.value)),
        address: address
            .into_iter()
            .filter_map(|line| filled(&line))
            .collect(),
        logo,
        span: None,
    })
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A picture and what is said of it: neither goes without the other.
fn logo(table: &mut Table<'_>) -> Option<Logo> {
    let path = table.text("logo");
    let alt = table.text("logo-alt");
    match (path, alt.and_then(|alt| filled(&alt.value))) {
        (Some(path), Some(alt)) => Some(Logo {
            path: path.value,
            alt,
            folder: None,
            span: path.span,
        }),
        (Some(path), None) => {
            table.fault(
                path.span,
                "a logo needs logo-alt: what a screen reader says of it, such as the clinic's name",
            );
            None
        }
        (None, Some(_)) => {
            table.fault(
                table.place("logo-alt"),
                "logo-alt is of no use without a logo",
            );
            None
        }
        (None, None) => None,
    }
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
