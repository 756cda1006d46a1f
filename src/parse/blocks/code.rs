//! Code blocks.

use super::Blocks;
use crate::article::{BlockKind, ProseBuilder};
use crate::parse::lines;
use crate::source::{PartOf, Span};
use comrak::nodes::NodeCodeBlock;

impl Blocks<'_> {
    /// Code, whose lines agree with the source from their ends on: an indent may have become spaces.
    pub(super) fn code(&self, code: &NodeCodeBlock, first_line: usize, span: Span) -> BlockKind {
        let mut builder = ProseBuilder::new(span);
        let literal = code.literal.trim_end_matches(['\n', '\r']);
        let mut before = None;
        for (number, row) in lines::rows(literal).into_iter().enumerate() {
            let line = first_line + usize::from(code.fenced) + number;
            let (start, end) = (self.lines.start(line), self.lines.end(line));
            let source = self.lines.text().part(start..end);
            let wanted = row.trim_end_matches(['\n', '\r']);
            if let Some(end) = before {
                builder.push_atomic("\n", Span::new(end, start));
            }
            before = Some(end);
            let same = common_suffix(wanted, source);
            let (indent, body) = wanted.split_at(wanted.len() - same);
            builder.push_atomic(indent, Span::new(start, end - same));
            builder.push_verbatim(body, end - same);
        }
        BlockKind::Code {
            prose: builder.finish(),
            info: code.info.clone(),
        }
    }
}

/// The length of the text that both end with.
fn common_suffix(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs
        .take_while(|(a, b)| a == b)
        .map(|(ch, _)| ch.len_utf8())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::common_suffix;

    #[test]
    fn suffixes_end_at_character_borders() {
        for (one, other, length) in [
            ("  ab", "\tab", 2),
            ("é", "è", 0),
            ("xé", "yé", 2),
            ("", "a", 0),
        ] {
            assert_eq!(common_suffix(one, other), length, "{one} {other}");
        }
    }
}
