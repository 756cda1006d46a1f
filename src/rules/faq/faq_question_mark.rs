//! Questions that do not end in a question mark.

use crate::facts::question::asks;
use crate::rules::prelude::*;
use crate::source::PartOf;

rule! {
    /// A question in the FAQ without its question mark.
    ///
    /// ## Why it matters
    /// Screen readers raise their voice at a question mark, search engines find questions by it, and a reader who skims
    /// tells questions from answers by it.
    ///
    /// Spanish questions need both marks. A topic that is no question ("Cost", "What to bring") is left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// ### When is a block recommended
    /// When other treatments have not helped.
    /// ```
    ///
    /// ```markdown,flag
    /// # Bloqueo nervioso
    ///
    /// Un bloqueo es una inyección cerca de un nervio para saber de dónde viene el dolor.
    ///
    /// ## Preguntas frecuentes
    /// ### Cuándo se recomienda un bloqueo?
    /// Cuando otros tratamientos no han ayudado.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## FAQ
    /// Q: What if I am late
    /// A: Call us. We will find another time.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// ### When is a block recommended?
    /// When other treatments have not helped.
    ///
    /// ### What to bring
    /// A list of your medicines.
    /// ```
    ///
    /// ```markdown,pass
    /// # Bloqueo nervioso
    ///
    /// Un bloqueo es una inyección cerca de un nervio para saber de dónde viene el dolor.
    ///
    /// ## Preguntas frecuentes
    /// ### Si tomo anticoagulantes, ¿cuándo debo parar?
    /// Pregunte en la clínica antes de cambiar nada.
    /// ```
    RULE {
        name: "faq-question-mark", severity: Warning, since: "0.1.0",
        standard: "structure",
        summary: "a question of the FAQ does not end with a question mark",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let is_spanish = cx.article.base_lang() == "es";
    for pair in &cx.article.faq {
        let question = &pair.question;
        let text = question.text().trim();
        let lacks_end = !text.contains(['?', '？', '؟']) && asks(text, is_spanish);
        let lacks_start = is_spanish && !text.contains('¿') && (lacks_end || text.ends_with('?'));
        if !lacks_end && !lacks_start {
            continue;
        }
        let message = if lacks_end {
            "FAQ question does not end with \"?\""
        } else {
            "FAQ question does not start with \"¿\""
        };
        let finding = findings.report(question.trimmed().whole(), message);
        finding.help("Without it a reader who skims, or hears the page read out, cannot tell the question from the answer.");
        finding.fix(fix(question, lacks_start, lacks_end));
    }
}

fn fix(question: &Prose, lacks_start: bool, lacks_end: bool) -> Fix {
    let text = question.text();
    let mut edits = Vec::new();
    if lacks_start {
        let first = text.len() - text.trim_start().len();
        let at = question.span(first..text.len()).start();
        edits.push(Edit {
            span: Span::empty(at),
            text: "¿".to_owned(),
        });
    }
    if lacks_end {
        let end = text.trim_end().len();
        let kept = text
            .part(..end)
            .trim_end_matches(['.', ':', ',', '…', ' '])
            .len();
        let place = if kept < end {
            question.span(kept..end)
        } else {
            Span::empty(question.span(0..end).end())
        };
        edits.push(Edit {
            span: place,
            text: "?".to_owned(),
        });
    }
    Fix {
        title: "add the question mark".to_owned(),
        edits,
        safety: Safety::KeepsMeaning,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fix_puts_the_marks_where_they_belong() {
        for (text, start, end, expected) in [
            ("Is it safe", false, true, "Is it safe?"),
            ("Is it safe.", false, true, "Is it safe?"),
            (" Is it safe: ", false, true, " Is it safe? "),
            ("Puedo conducir", true, true, "¿Puedo conducir?"),
            ("Puedo conducir?", true, false, "¿Puedo conducir?"),
        ] {
            let prose = Prose::verbatim(text, Span::new(0, text.len()));
            let mut fixed = text.to_owned();
            for edit in fix(&prose, start, end).edits.iter().rev() {
                fixed.replace_range(edit.span.range(), &edit.text);
            }
            assert_eq!(fixed, expected);
        }
    }
}
