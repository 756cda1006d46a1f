//! Words of an article that steer a terminal, a CI runner, a PDF reader or a parser.

use crate::articles::{made_up, with_context};
use crate::program::{folder, run};
use facetdoc::export::pdf;
use facetdoc::handout;
use lopdf::{Document, Object};

/// Escapes of terminals and commands of CI runners, at the start of a line and in one.
const STEERING: &str = "# Title \u{1b}[2J\u{1b}]0;owned\u{7}\n\n::error file=x::owned\n\n::add-mask::x\n\n##[error]owned ##vso[task.setvariable \
    variable=x]owned\n\nTake \u{9b}31m two \u{202e}pills\u{202c} TODO ::set-output name=x::y\n";

fn is_steering(ch: char) -> bool {
    (ch.is_control() && ch != '\n')
        || matches!(ch, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Every command and format that prints words of an article.
const PRINTING: &[&[&str]] = &[
    &["check", "--all", "a.md"],
    &["check", "--all", "--format", "concise", "a.md"],
    &["check", "--format", "json", "a.md"],
    &["check", "--format", "jsonl", "a.md"],
    &["check", "--all", "--format", "sarif", "a.md"],
    &["check", "--all", "--format", "gitlab", "a.md"],
    &["check", "--all", "--format", "junit", "a.md"],
    &["check", "--all", "--format", "checkstyle", "a.md"],
    &["check", "--all", "--format", "rdjsonl", "a.md"],
    &["check", "--all", "--format", "html", "a.md"],
    &["outline", "a.md"],
    &["outline", "--format", "json", "a.md"],
    &["stats", "a.md"],
    &["stats", "--format", "json", "a.md"],
    &["export", "--force", "--text", "-o", "-", "a.md"],
    &["export", "--force", "--html", "-o", "-", "a.md"],
    &["export", "--force", "--json", "-o", "-", "a.md"],
    &["export", "--force", "--jsonld", "-o", "-", "a.md"],
    &["config", "a.md"],
    &["import", "page.html"],
];

fn site() -> tempfile::TempDir {
    let page = format!(
        "<html><body><h1>Title</h1><p>{STEERING}&#27;[31m</p><script>alert(1)</script></body></html>"
    );
    folder(&[("a.md", STEERING), ("page.html", &page)])
}

#[test]
fn no_escape_of_an_article_reaches_a_terminal_by_any_command() {
    let folder = site();
    for args in PRINTING {
        let (_, out, told) = run(folder.path(), args);
        for shown in [&out, &told] {
            // An import keeps the order of letters as it was, and the next check tells of it.
            let steers = |ch| is_steering(ch) && (args[0] != "import" || ch.is_control());
            assert!(!shown.contains(steers), "{args:?}: {shown:?}");
        }
        assert!(!out.is_empty(), "{args:?}");
    }
}

#[test]
fn no_command_to_a_ci_runner_is_printed_by_a_check() {
    let folder = site();
    // Handouts and Markdown are results for people, which a pipeline writes into files.
    let results = |args: &&&[&str]| matches!(args[0], "export" | "import");
    for args in PRINTING.iter().filter(|args| !results(args)) {
        let (_, out, told) = run(folder.path(), args);
        for line in out.lines().chain(told.lines()) {
            assert!(!line.trim_start().starts_with("::"), "{args:?}: {line}");
            for command in ["##[error]", "##vso["] {
                assert!(!line.contains(command), "{args:?}: {line}");
            }
        }
    }
    let (_, out, _) = run(
        folder.path(),
        &["check", "--all", "--format", "github", "a.md"],
    );
    for line in out.lines().filter(|line| line.starts_with("::")) {
        let is_ours = [
            "::error ",
            "::warning ",
            "::notice ",
            "::debug::",
            "::group::",
            "::endgroup::",
        ]
        .iter()
        .any(|start| line.starts_with(start));
        assert!(is_ours && !line.starts_with("::error file=x"), "{line}");
        assert!(!line[2..].contains("::set-output"), "{line}");
    }
}

/// Every key and name of `object`, however deep.
fn names<'a>(object: &'a Object, into: &mut Vec<&'a [u8]>) {
    let mut dictionary = |dictionary: &'a lopdf::Dictionary| {
        for (key, value) in dictionary {
            into.push(key);
            names(value, into);
        }
    };
    match object {
        Object::Dictionary(one) => dictionary(one),
        Object::Stream(stream) => dictionary(&stream.dict),
        Object::Array(values) => values.iter().for_each(|value| names(value, into)),
        Object::Name(name) => into.push(name),
        _ => {}
    }
}

#[test]
fn strings_of_an_article_stay_strings_in_the_pdf() {
    let hostile = ") >> /OpenAction << /S /JavaScript /JS (app.alert(1)) >> /Launch (";
    let text = format!(
        "---\ntitle: \"{hostile}\"\nauthors: [\"{hostile}\"]\nlang: \"en) /OpenAction (\"\nversion: \"{hostile}\"\n\
         canonical_url: \"https://e.org/) >> /JavaScript\"\n---\n\n# {hostile}\n\n## {hostile} endobj\n\n\\\\) Tj ET endstream {hostile}\n\n\
         [link](https://e.org/\\)/S/JavaScript/JS\\(app.alert\\)) [run](file:///bin/sh) [js](javascript:alert%281%29)\n"
    );
    let article = made_up(&text);
    let handout = with_context(&article, |cx| {
        handout::build(cx, &handout::Options::default())
    });
    let bytes = pdf::made(&handout, &pdf::Options::default()).unwrap().bytes;
    let document = Document::load_mem(&bytes).unwrap();
    let mut found = Vec::new();
    for object in document.objects.values() {
        names(object, &mut found);
    }
    assert!(found.len() > 100, "the objects were looked through");
    for name in found {
        for acting in [
            "OpenAction",
            "JavaScript",
            "JS",
            "Launch",
            "AA",
            "EmbeddedFile",
            "SubmitForm",
            "GoToR",
        ] {
            assert_ne!(name, acting.as_bytes());
        }
        assert!(name.iter().all(u8::is_ascii_graphic), "{name:?}");
    }
    for object in document.objects.values() {
        let uri = object.as_dict().and_then(|action| action.get(b"URI"));
        let Ok(uri) = uri.and_then(Object::as_str) else {
            continue;
        };
        assert!(uri.starts_with(b"https://"), "{uri:?}");
    }
}

#[test]
fn aliases_of_front_matter_cannot_grow_without_end() {
    let mut bomb = "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    for (name, before) in ["b", "c", "d", "e", "f", "g", "h", "i"]
        .iter()
        .zip(["a", "b", "c", "d", "e", "f", "g", "h"])
    {
        let uses = vec![format!("*{before}"); 10].join(",");
        bomb = format!("{bomb}{name}: &{name} [{uses}]\n");
    }
    let bomb = format!("{bomb}---\n\n# Title\n\nWords.\n");
    let folder = folder(&[("a.md", &bomb)]);
    let (code, out, told) = run(folder.path(), &["check", "--format", "json", "a.md"]);
    assert_eq!(code, 1, "{told}");
    assert!(out.contains("front-matter-invalid"), "{out}");
    assert!(out.len() < 100_000, "{} bytes", out.len());
    let (code, _, told) = run(folder.path(), &["export", "--force", "--all", "a.md"]);
    assert_eq!(code, 0, "{told}");
}

#[test]
fn a_paragraph_of_very_many_questions_is_read_to_its_end() {
    let pairs = "Q: **a**?\nA: b.\n".repeat(20_000);
    let article = made_up(&format!("# Title\n\n## Questions\n\n{pairs}"));
    assert_eq!(article.faq.len(), 20_000);
    assert_eq!(article.faq[19_999].question.text(), "a?");
}
