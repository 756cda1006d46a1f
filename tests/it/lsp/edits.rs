//! What can be done about findings.

use super::client::{Editor, abilities, applied, checked, range_of};
use super::*;

const URI: &str = "file:///articles/ankle.md";

fn titles(actions: &[Value]) -> Vec<&str> {
    actions
        .iter()
        .map(|action| action["title"].as_str().unwrap())
        .collect()
}

/// What a check finds of `rule` in `text`.
fn count(text: &str, rule: &str) -> usize {
    checked(text)
        .iter()
        .filter(|((name, _), _)| name == rule)
        .map(|(_, count)| count)
        .sum()
}

#[test]
fn an_edit_that_keeps_the_meaning_is_preferred() {
    let mut editor = Editor::able();
    let text = ARTICLE.replace("Can I", "😀 Can I");
    editor.open(URI, "markdown", &text);
    let found = editor.findings(URI);
    let question = of_rule(&found, "faq-question-mark")[0];
    let actions = editor.actions(URI, &question["range"], &json!(["quickfix"]));
    let mend = actions
        .iter()
        .find(|action| action["isPreferred"] == true)
        .unwrap();
    assert_eq!(mend["kind"], "quickfix");
    assert_eq!(mend["diagnostics"][0], *question);
    let change = &mend["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 1 }));
    assert_eq!(
        applied(&text, mend),
        text.replace("walk on it", "walk on it?")
    );
    // Elsewhere there is nothing to mend.
    let far = range_of(&text, "Rest it", "utf-16");
    let actions = editor.actions(URI, &far, &json!(["quickfix"]));
    assert!(actions.iter().all(|action| action["isPreferred"] != true));
    assert_eq!(
        editor.actions(URI, &question["range"], &json!(["refactor"])),
        [] as [Value; 0]
    );
    editor.shut_down();
}

#[test]
fn an_edit_to_be_reviewed_says_so() {
    let text = "# Pain\n\nTake 1.0 mg of the medicine each day with food.\n";
    let mut editor = Editor::able();
    editor.open(URI, "markdown", text);
    let range = range_of(text, "1.0 mg", "utf-16");
    let actions = editor.actions(URI, &range, &Value::Null);
    let titles = titles(&actions);
    let review = titles
        .iter()
        .position(|title| title.ends_with("(read it over afterwards)"));
    let action = &actions[review.unwrap_or_else(|| panic!("{}", titles.join("; ")))];
    assert_eq!(action["isPreferred"], false);
    assert!(applied(text, action).contains("1 mg"), "{action}");
    editor.shut_down();
}

#[test]
fn all_edits_that_keep_the_meaning_are_one_action() {
    let text = ARTICLE.replace("\n### Can I", "\n### May I run\n\nNo.\n\n### Can I");
    for resolves in [true, false] {
        let mut able = abilities(&["utf-16"]);
        if !resolves {
            able["textDocument"]["codeAction"]["resolveSupport"] = Value::Null;
        }
        let mut editor = Editor::greeted(&able, &Value::Null);
        editor.open(URI, "markdown", &text);
        let range = json!({ "start": place(0, 0), "end": place(0, 0) });
        let actions = editor.actions(URI, &range, &json!(["source.fixAll"]));
        assert_eq!(actions.len(), 1);
        let mut action = actions[0].clone();
        assert_eq!(action["kind"], "source.fixAll.facetdoc");
        if resolves {
            assert!(action.get("edit").is_none());
            action = editor.ask("codeAction/resolve", &action)["result"].clone();
        }
        let fixed = applied(&text, &action);
        assert!(
            fixed.contains("May I run?") && fixed.contains("walk on it?"),
            "{fixed}"
        );
        // The text has moved on: the edit would hit the wrong place.
        if resolves {
            editor.change(URI, 2, &json!([{ "text": "# New\n" }]));
            let answer = editor.ask("codeAction/resolve", &actions[0]);
            assert_eq!(answer["error"]["code"], -32801);
        }
        editor.shut_down();
    }
}

#[test]
fn a_rule_is_silenced_where_it_stands_once_a_reason_is_given() {
    let text = "---\nlang: en\n---\n\n# Ankle 😀\n\nWords before it.\n![image](ankle.png)\n\n## Rest\n\n- one\n- ![photo](b.png)\n\n> ![image](c.png)\n";
    let mut editor = Editor::able();
    editor.open(URI, "markdown", text);
    let found = editor.findings(URI);
    let rule = "image-alt-generic";
    let images = of_rule(&found, rule);
    assert_eq!(images.len(), 3, "{found:?}");
    for image in images {
        let actions = editor.actions(URI, &image["range"], &json!(["quickfix"]));
        let silence = actions.iter().find(|action| {
            let title = action["title"].as_str().unwrap();
            title == "Silence image-alt-generic here, with a reason"
        });
        let after = applied(
            text,
            silence.unwrap_or_else(|| panic!("{}", titles(&actions).join("; "))),
        );
        assert!(after.contains("<!-- facetdoc-allow image-alt-generic: TODO: say why -->\n"));
        // It is silent, and the reason is still to come.
        assert_eq!(count(&after, rule), 2, "{after}");
        assert_eq!(count(&after, "allowance-without-reason"), 1, "{after}");
        assert_eq!(count(&after, "allowance-unused"), 0, "{after}");
        let reasoned = after.replace("TODO: say why", "it only repeats the text");
        assert_eq!(count(&reasoned, "allowance-without-reason"), 0);
    }
    editor.shut_down();
}

#[test]
fn what_is_absent_is_silenced_for_the_whole_article() {
    for text in [ARTICLE.to_owned(), format!("---\nlang: en\n---\n{ARTICLE}")] {
        let mut editor = Editor::able();
        editor.open(URI, "markdown", &text);
        let title = range_of(&text, "# Sprained", "utf-16");
        let actions = editor.actions(URI, &title, &json!(["quickfix"]));
        let wanted = "Silence disclaimer-missing in the whole article, with a reason";
        let silence = actions.iter().find(|action| action["title"] == wanted);
        let after = applied(
            &text,
            silence.unwrap_or_else(|| panic!("{}", titles(&actions).join("; "))),
        );
        assert_eq!(count(&text, "disclaimer-missing"), 1);
        assert_eq!(count(&after, "disclaimer-missing"), 0, "{after}");
        editor.shut_down();
    }
}

#[test]
fn every_action_of_every_finding_can_be_made() {
    let mut editor = Editor::able();
    let texts = [
        ("every-block.md", crate::articles::EVERY_BLOCK),
        ("ankle.md", ARTICLE),
    ];
    for (name, text) in texts {
        let address = format!("file:///articles/{name}");
        editor.open(&address, "markdown", text);
        let before: usize = checked(text).values().sum();
        for finding in editor.findings(&address) {
            let actions = editor.actions(&address, &finding["range"], &json!(["quickfix"]));
            for action in &actions {
                let after: usize = checked(&applied(text, action)).values().sum();
                // A comment adds that its reason is to come.
                assert!(after <= before + 1, "{name}: {action}");
            }
        }
    }
    editor.shut_down();
}

#[test]
fn actions_for_one_diagnostic_are_about_that_one() {
    let text = "# Sore calf\n\nRest the calf.\n";
    let mut editor = Editor::able();
    editor.open(URI, "markdown", text);
    let found = editor.findings(URI);
    // Several things are absent, and each is told on the title.
    let first = found.first().unwrap().clone();
    let same: Vec<_> = found
        .iter()
        .filter(|one| one["range"] == first["range"])
        .collect();
    assert!(same.len() > 2, "{found:?}");
    let only = json!(["quickfix"]);
    let rules = |actions: &[Value]| {
        let codes = actions
            .iter()
            .map(|one| one["diagnostics"][0]["code"].clone());
        let mut codes: Vec<String> = codes.map(|one| one.to_string()).collect();
        codes.sort();
        codes.dedup();
        codes
    };
    let all = editor.actions(URI, &first["range"], &only);
    assert!(rules(&all).len() > 2, "{all:?}");
    let of_one = editor.actions_for(&json!([first]), URI, &first["range"], &only);
    assert_eq!(rules(&of_one), [first["code"].to_string()]);
    // Of what other servers say, facetdoc has nothing; the place is asked about.
    let other = json!([{ "range": first["range"], "message": "x", "source": "other" }]);
    let of_other = editor.actions_for(&other, URI, &first["range"], &only);
    assert_eq!(of_other.len(), all.len());
    editor.shut_down();
}
