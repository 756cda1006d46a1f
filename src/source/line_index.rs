//! From byte offsets to lines and columns; used by reports, the outline and exports, never by rules.

/// The starts of a text's lines, and how many characters stand before a byte.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// The characters before every [`STRIDE`]th byte, from the first on.
    chars: Vec<u32>,
}

/// Between two counts that are kept; so many bytes at most are looked at to tell a column, however long the line.
const STRIDE: usize = 1024;

/// What ends the lines of a text: CR only in one of an old Mac, which has no LF.
pub fn line_end(text: &str) -> char {
    if text.contains('\n') || !text.contains('\r') {
        '\n'
    } else {
        '\r'
    }
}

impl LineIndex {
    /// Indexes `text`; LF and CRLF both end a line, and CR does where the text has nothing else.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        let newlines = text.match_indices(line_end(text));
        starts.extend(newlines.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)));
        let mut chars = vec![0];
        let mut before = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            before += char_starts(chunk);
            chars.push(before);
        }
        Self { starts, chars }
    }

    /// The characters of `text`, which this is the index of, that start before byte `offset`.
    pub fn chars_before(&self, text: &str, offset: usize) -> usize {
        let kept = offset / STRIDE;
        let rest = text.as_bytes().get(kept * STRIDE..offset).unwrap_or(&[]);
        let before = self.chars.get(kept).copied().unwrap_or(0);
        (before + char_starts(rest)) as usize
    }

    /// The 1-based line that holds byte `offset`; past the end, the last line.
    pub fn line(&self, offset: usize) -> usize {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        self.starts.partition_point(|start| *start <= offset)
    }

    /// The byte at which the 1-based `line` starts; past the last line, `None`.
    pub fn start(&self, line: usize) -> Option<usize> {
        self.starts
            .get(line.checked_sub(1)?)
            .map(|start| *start as usize)
    }

    /// The number of lines, at least 1.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never true: even an empty text has one line.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }
}

/// The number of characters that start in `bytes`.
fn char_starts(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .map(|byte| u32::from(byte & 0xc0 != 0x80))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_before_a_byte_are_those_that_one_would_count() {
        let text = "añ≥\u{1f600} ".repeat(700);
        let index = LineIndex::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(index.chars_before(&text, at), text[..at].chars().count());
        }
        assert_eq!(LineIndex::new("").chars_before("", 0), 0);
        let whole = "x".repeat(STRIDE * 2);
        assert_eq!(
            LineIndex::new(&whole).chars_before(&whole, whole.len()),
            whole.len()
        );
    }
}
