//! Characters that show something else than what is written: each is a finding, and no handout passes it on.

use crate::program::{GOOD, folder, run};
use serde_json::Value;

/// The rules of the family that are flagged in the text, with their severities.
fn flagged(text: &str) -> Vec<(String, String)> {
    let folder = folder(&[("a.md", text)]);
    let (_, out, _) = run(
        folder.path(),
        &[
            "check",
            "--select",
            "characters",
            "--format",
            "json",
            "a.md",
        ],
    );
    let report: Value = serde_json::from_str(&out).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    let field = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    findings
        .map(|one| (field(one, "rule"), field(one, "severity")))
        .collect()
}

/// The good article with its call to the emergency number written so.
fn calling(call: &str) -> String {
    GOOD.replace("Call 911 or go", &format!("{call} or go"))
}

#[test]
fn an_emergency_call_in_other_characters_is_an_error() {
    for (call, rule) in [
        ("Call ９１１", "lookalike-character"),
        ("Call 𝟗𝟏𝟏", "lookalike-character"),
        ("Call 9l1", "lookalike-character"),
        ("Call 91I", "lookalike-character"),
        ("Call 9&#xFF11;1", "lookalike-character"),
        ("С\u{430}ll 911", "lookalike-character"),
        ("C\u{430}ll 911", "lookalike-character"),
        ("Call 9\u{200b}11", "invisible-character"),
        ("Call 9&#x2060;11", "invisible-character"),
        ("Ca\u{ad}ll 911", "invisible-character"),
        ("Call \u{202e}119\u{202c}", "bidi-override"),
        ("Call &#8238;119&#8236;", "bidi-override"),
    ] {
        let found = flagged(&calling(call));
        assert!(
            found.contains(&(rule.to_owned(), "error".to_owned())),
            "{call:?}: {found:?}"
        );
    }
    assert_eq!(flagged(GOOD), []);
}

#[test]
fn a_telephone_number_in_other_digits_is_an_error() {
    for number in ["５５５-0100", "555-０１００", "𝟱𝟱𝟱-0100"] {
        let found =
            flagged(&GOOD.replace("Most people", &format!("Ask us on {number}. Most people")));
        assert_eq!(
            found,
            [("lookalike-character".to_owned(), "error".to_owned())],
            "{number}"
        );
    }
}

#[test]
fn text_that_is_hidden_from_a_reviewer_is_an_error_wherever_it_stands() {
    for text in [
        GOOD.replace("Most people", "Do \u{202e}ton\u{202c} wait. Most people"),
        GOOD.replace("reviewed:", "title: \"x \u{202e}y\"\nreviewed:"),
        format!("{GOOD}\n<!-- \u{2067}hidden\u{2069} -->\n"),
        format!("{GOOD}\n```\ncode \u{202d}x\n```\n"),
    ] {
        assert_eq!(
            flagged(&text),
            [("bidi-override".to_owned(), "error".to_owned())],
            "{text}"
        );
    }
    let tags: String = "hidden"
        .bytes()
        .map(|byte| char::from_u32(0xe0000 + u32::from(byte)).unwrap())
        .collect();
    let found = flagged(&GOOD.replace("Most people", &format!("Most{tags} people")));
    assert_eq!(
        found,
        [("invisible-character".to_owned(), "warning".to_owned())]
    );
}

#[test]
fn what_other_scripts_and_emoji_need_is_left_alone() {
    for words in [
        "نیم\u{200c}فاصله and क्\u{200d}ष are written so",
        "a flag 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} and a family 👨\u{200d}👩\u{200d}👧",
        "in Russian that is скорая помощь, in Greek ασθενοφόρο",
        "TNF-α, 5 μg, IL1β and ω-3",
        "\u{2067}רופא\u{2069} is a doctor in Hebrew",
        "東京では１１９番",
    ] {
        assert_eq!(
            flagged(&GOOD.replace("Most people", &format!("{words}. Most people"))),
            [],
            "{words}"
        );
    }
}

#[test]
fn no_handout_passes_such_marks_on() {
    let text = calling("Call \u{202e}119\u{202c} \u{1b}[31m");
    let folder = folder(&[("a.md", &text)]);
    for format in ["--text", "--html", "--json", "--jsonld"] {
        let (code, out, told) = run(
            folder.path(),
            &["export", "--force", format, "-o", "-", "a.md"],
        );
        assert_eq!(code, 0, "{format}: {told}");
        let is_harmful =
            |ch: char| (ch.is_control() && ch != '\n') || ('\u{202a}'..='\u{202e}').contains(&ch);
        assert!(!out.contains(is_harmful), "{format}: {out:?}");
    }
    let (code, _, told) = run(folder.path(), &["export", "a.md"]);
    assert_eq!(code, 1, "an export is refused: {told}");
}
