//! `[export]`: which handouts are made, and how.

use crate::config::export::{ExportDefaults, FORMATS, MOST_LINES, Paper};
use crate::config::table::Table;

pub(super) fn export(whole: &mut Table<'_>) -> ExportDefaults {
    let Some(mut table) = whole.table("export") else {
        return ExportDefaults::default();
    };
    let mut flag = |name: &str| table.flag(name).unwrap_or(false);
    let mut export = ExportDefaults {
        large_print: flag("large-print"),
        notes: flag("notes"),
        name_date: flag("name-date"),
        teach_back: flag("teach-back"),
        qr: flag("qr"),
        booklet: flag("booklet"),
        condensed: flag("condensed"),
        ..ExportDefaults::default()
    };
    export.formats = formats(&mut table);
    export.paper = table.one_of("paper", Paper::NAMES, Paper::from_name);
    export.questions = table.count("questions", 1);
    if export.questions.is_some_and(|lines| lines > MOST_LINES) {
        let message =
            format!("export.questions is a number of ruled lines, from 1 to {MOST_LINES}");
        table.fault(table.place("questions"), message);
    }
    if export.large_print && export.booklet {
        let message =
            "export.booklet has small type and cannot be in large print; take out one of the two";
        table.fault(table.place("booklet"), message);
    }
    table.done();
    export
}

fn formats(table: &mut Table<'_>) -> Option<Vec<String>> {
    if !table.has("formats") {
        table.may_have("formats");
        return None;
    }
    let place = table.place("formats");
    let mut formats = Vec::new();
    for format in table.texts("formats") {
        if FORMATS.contains(&format.value.as_str()) {
            formats.push(format.value);
        } else {
            table.faults.unknown(&format, "format", FORMATS);
        }
    }
    if formats.is_empty() {
        table.fault(place, "export.formats names no format");
        return None;
    }
    Some(formats)
}
