//! Long articles that are made of one kind of part, by a fixed rule.

use crate::made_up;
use std::fmt::Write;

/// A kind of part, of which an article can have any number.
pub struct Kind {
    /// What the table calls it.
    pub name: &'static str,
    /// What stands before the parts.
    before: &'static str,
    /// Writes the part of this number.
    part: fn(usize, &mut String),
}

/// Words that no rule minds, to tell one part from the next.
const THINGS: &[&str] = &[
    "knee", "ankle", "chest", "skin", "neck", "elbow", "wrist", "throat", "hip", "jaw", "heel",
];
const DEEDS: &[&str] = &[
    "rest",
    "walk",
    "sleep",
    "stretch",
    "drink water",
    "eat fruit",
    "sit down",
];
/// Letters of made-up words and short forms.
const LETTERS: &[u8] = b"BCDFGHJKLMNPQRSTVWXZ";

const BEFORE: &str = "---\nlang: en-US\nkind: condition\nreviewed: 2026-03-01\n---\n\n# Living with asthma\n\nAsthma makes it hard to breathe at times.\n\n";
const AFTER: &str = "\n\n## When to get help\n\nCall 911 now if you have:\n\n- chest pain that spreads to your arm\n- trouble breathing\n\nSee your doctor within 3 days if you have:\n\n- a rash that spreads\n- a fever that does not go away\n\n## Disclaimer\n\nThis page is for information only. It does not replace advice from your doctor. Do not wait to get help because of what you read here. In an emergency call 911.\n";

/// An article of about `bytes` bytes with parts of `kind`, and the number of the parts.
pub fn article(kind: &Kind, bytes: usize) -> (String, usize) {
    let mut text = format!("{BEFORE}{}", kind.before);
    let mut parts = 0;
    while text.len() + AFTER.len() < bytes {
        (kind.part)(parts, &mut text);
        parts += 1;
    }
    text.push_str(AFTER);
    (text, parts)
}

/// Every kind.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "whole articles",
        before: "",
        part: |number, text| {
            let article = made_up::article(number as u64, 950);
            let (_, body) = article.split_once("\n---\n").expect("it has front matter");
            text.push_str(body);
        },
    },
    Kind {
        name: "answers that contradict a number",
        before: "## Symptoms\n\nThe pain lasts 2 weeks.\n\n## Frequently asked questions\n\n",
        part: |number, text| {
            let thing = of(THINGS, number);
            let weeks = number % 50 + 3;
            write!(
                text,
                "### How long does pain in the {thing} last?\n\nIt lasts {weeks} weeks.\n\n"
            )
            .expect("writing to a string");
        },
    },
    Kind {
        name: "advice and its opposite",
        before: "",
        part: |number, text| {
            let thing = of(THINGS, number);
            write!(
                text,
                "## Part {number}\n\nDo not drink wine when your {thing} hurts. Alcohol is fine. A sore {thing} can wait.\n\n"
            )
            .expect("writing to a string");
        },
    },
    Kind {
        name: "words of one paragraph",
        before: "## Symptoms\n\n",
        part: |number, text| {
            let end = if number % 12 == 11 { ". The " } else { " " };
            text.push_str(of(THINGS, number));
            text.push_str(end);
        },
    },
    Kind {
        name: "words of one sentence",
        before: "## Symptoms\n\nThe ",
        part: |number, text| {
            text.push_str(of(THINGS, number));
            text.push(' ');
        },
    },
    Kind {
        name: "advice and claims of one sentence",
        before: "## Symptoms\n\nThe ",
        part: |number, text| {
            let phrases = [
                "call your doctor if the ",
                "go to the emergency room now or when the ",
                "studies show that gabapentin is safe for the ",
                "do not drive for 2 days unless the ",
                "any of these red flags in the ",
            ];
            text.push_str(of(&phrases, number));
            text.push_str(of(THINGS, number));
            text.push(' ');
        },
    },
    Kind {
        name: "doses of one sentence",
        before: "## Treatment\n\n",
        part: |number, text| {
            let rates = ["once a week", "once a day", "twice a day"];
            let rate = of(&rates, number);
            _ = write!(text, "take {} mg of ibuprofen {rate} and ", number % 9 + 1);
        },
    },
    Kind {
        name: "items under a long lead",
        before: "## Treatment\n\nDo not do this if you are pregnant or if your knee hurts when you walk on it:\n\n",
        part: |number, text| {
            _ = writeln!(text, "- {} for a while", of(DEEDS, number));
        },
    },
    Kind {
        name: "parts named by comments",
        before: "",
        part: |number, text| {
            _ = write!(
                text,
                "<!-- facetdoc-role: faq -->\n\n## Part {number}\n\nIt helps to {}.\n\n",
                of(DEEDS, number)
            );
        },
    },
    Kind {
        name: "plain answers and their opposite",
        before: "## Symptoms\n\nSwimming does not help. Do not swim for 4 weeks.\n\n## Frequently asked questions\n\n",
        part: |number, text| {
            let thing = of(THINGS, number);
            _ = write!(
                text,
                "### Does swimming help my {thing}?\n\nYes.\n\n### Can I swim with a sore {thing}?\n\nYes. You can swim.\n\n"
            );
        },
    },
    Kind {
        name: "different words",
        before: "## Symptoms\n\n",
        part: |number, text| {
            text.push_str(&letters(number).to_lowercase());
            text.push_str(if number % 12 == 11 { ". The " } else { " " });
        },
    },
    Kind {
        name: "sentences",
        before: "## Treatment\n\n",
        part: |number, text| {
            let (thing, deed) = (of(THINGS, number), of(DEEDS, number));
            let end = if number % 4 == 3 { "\n\n" } else { " " };
            _ = write!(text, "If your {thing} hurts, {deed} for a while.{end}");
        },
    },
    Kind {
        name: "headings",
        before: "",
        part: |number, text| {
            let (thing, deed) = (of(THINGS, number), of(DEEDS, number));
            _ = write!(
                text,
                "## The {thing} {number}\n\nIt helps to {deed} each day.\n\n"
            );
        },
    },
    Kind {
        name: "headings alike",
        before: "",
        part: |_, text| text.push_str("## Symptoms\n\nThe knee hurts.\n\n"),
    },
    Kind {
        name: "FAQ pairs",
        before: "## Questions and answers\n\n",
        part: |number, text| {
            let (thing, deed) = (of(THINGS, number), of(DEEDS, number));
            _ = write!(
                text,
                "### Can I {deed} when my {thing} hurts in week {number}?\n\nYes. It helps to {deed}. Ask your doctor about your {thing}.\n\n"
            );
        },
    },
    Kind {
        name: "FAQ pairs of one paragraph",
        before: "## Questions and answers\n\n",
        part: |number, text| {
            let (thing, deed) = (of(THINGS, number), of(DEEDS, number));
            _ = writeln!(text, "Q: Can I {deed} with a sore {thing}?\nA: Yes.");
        },
    },
    Kind {
        name: "links",
        before: "## Treatment\n\n",
        part: |number, text| {
            let thing = of(THINGS, number);
            _ = write!(
                text,
                "Read [about the {thing} {number}](https://example.org/{number}). "
            );
        },
    },
    Kind {
        name: "links inside the article",
        before: "",
        part: |number, text| {
            let thing = of(THINGS, number);
            _ = write!(
                text,
                "## The {thing} {number}\n\nSee [the {thing}](#the-{thing}-{number}).\n\n"
            );
        },
    },
    Kind {
        name: "pictures",
        before: "## Treatment\n\n",
        part: |number, text| {
            let thing = of(THINGS, number);
            _ = write!(text, "![A {thing} that is bent]({thing}-{number}.png)\n\n");
        },
    },
    Kind {
        name: "items of one list",
        before: "## Symptoms\n\nYou may notice:\n\n",
        part: |number, text| {
            let thing = of(THINGS, number);
            _ = writeln!(text, "- pain in the {thing} on day {number}");
        },
    },
    Kind {
        name: "warning signs",
        before: "## Emergency\n\nCall 911 now if you have:\n\n",
        part: |number, text| {
            let thing = of(THINGS, number);
            _ = writeln!(text, "- sudden pain in the {thing} on day {number}");
        },
    },
    Kind {
        name: "rows of one table",
        before: "## Treatment\n\n| Part | Deed |\n|---|---|\n",
        part: |number, text| {
            let (thing, deed) = (of(THINGS, number), of(DEEDS, number));
            _ = writeln!(text, "| the {thing} {number} | {deed} |");
        },
    },
    Kind {
        name: "citations",
        before: "## References\n\n",
        part: |number, text| {
            let year = 1990 + number % 35;
            _ = writeln!(
                text,
                "{}. Smith J, Jones A. Pain of the {} {number}. J Pain. {year};12({}):1-9. doi:10.1000/{number}",
                number + 1,
                of(THINGS, number),
                number % 12 + 1,
            );
        },
    },
    Kind {
        name: "footnotes",
        before: "## Treatment\n\n",
        part: |number, text| {
            let thing = of(THINGS, number);
            _ = write!(
                text,
                "The {thing} heals.[^{number}]\n\n[^{number}]: Smith J. The {thing}. 2020.\n\n"
            );
        },
    },
    Kind {
        name: "numbers with units",
        before: "## Treatment\n\n",
        part: |number, text| {
            _ = write!(
                text,
                "Take {} mg of paracetamol every {} hours for {} days. ",
                100 + number % 900,
                number % 12 + 1,
                number % 30 + 1,
            );
        },
    },
    Kind {
        name: "advice to get help",
        before: "## Symptoms\n\n",
        part: |number, text| {
            let thing = of(THINGS, number);
            let advice = [
                "Call 911 now",
                "See your doctor",
                "Go to the emergency room",
            ];
            _ = write!(
                text,
                "{} if you have chest pain or a swollen {thing}. ",
                of(&advice, number)
            );
        },
    },
    Kind {
        name: "abbreviations",
        before: "## Treatment\n\n",
        part: |number, text| {
            let short = letters(number);
            let long = short.chars().map(|letter| format!("{letter}ag "));
            _ = write!(
                text,
                "Ask for the {}({short}). The {short} helps. ",
                long.collect::<String>()
            );
        },
    },
    Kind {
        name: "terms with a meaning",
        before: "## Words\n\n",
        part: |number, text| {
            let (word, thing) = (letters(number).to_lowercase(), of(THINGS, number));
            _ = write!(text, "A *{word}* is a part of the {thing}. ");
        },
    },
    Kind {
        name: "brackets that open",
        before: "## Treatment\n\n",
        part: |number, text| {
            text.push_str(of(THINGS, number));
            text.push_str(" (");
        },
    },
    Kind {
        name: "comments",
        before: "## Treatment\n\n",
        part: |number, text| {
            let thing = of(THINGS, number);
            _ = write!(
                text,
                "<!-- facetdoc: allow passive-voice -->\n\nThe {thing} {number} was seen.\n\n"
            );
        },
    },
];

fn of<'a>(words: &[&'a str], number: usize) -> &'a str {
    words[number % words.len()]
}

/// At least three capital letters, others for each number.
fn letters(number: usize) -> String {
    let mut rest = number;
    let mut word = String::new();
    while rest > 0 || word.len() < 3 {
        word.push(char::from(LETTERS[rest % LETTERS.len()]));
        rest /= LETTERS.len();
    }
    word
}
