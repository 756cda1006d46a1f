//! Room to write in plain text: rules below labels, and rules alone.

use super::sheet::Sheet;

/// Labels, each with a rule to write on below it.
pub(super) fn fields(sheet: &mut Sheet, labels: &[String]) {
    for label in labels {
        sheet.gap();
        sheet.words(label);
        lines(sheet, 1);
    }
}

/// Empty lines to write on.
pub(super) fn lines(sheet: &mut Sheet, count: usize) {
    for _ in 0..count {
        sheet.gap();
        sheet.rule('_', None);
    }
}
