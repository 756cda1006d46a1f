//! Every report format over the same runs, read back by somebody else's parser.

use crate::program::{BAD, GOOD, folder};
use facetdoc::config::Settings;
use facetdoc::diagnostic::{Diagnostic, Edit, Fix, Label, Safety, Severity};
use facetdoc::report::html::Page;
use facetdoc::report::text::Options;
use facetdoc::report::{
    End, Failure, Flagged, Run, checkstyle, concise, github, gitlab, html, json, junit, rdjsonl,
    sarif, statistics, step_summary, text,
};
use facetdoc::source::{Format, Source, Span};
use facetdoc::{parse, rules};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;
use std::sync::OnceLock;
use std::{fs, io};

/// What an article or a file name may try: markup, a script, terminal escapes, commands to CI runners, breaks of formats.
const HOSTILE: &str = "x\"'><script>alert(1)</script><img src=x onerror=alert(1)> ]]> --> \u{1b}[2J\u{9b}31m\u{202e}\u{7} \
    ##[add-mask]y ##vso[task.complete]z |*a*|[b](javascript:c) %0A,:";

fn finding(rule: &str, span: Span, message: &str) -> Diagnostic {
    let rule = rules::find(rule).unwrap();
    Diagnostic {
        rule,
        severity: rule.severity,
        message: message.to_owned(),
        span,
        labels: Vec::new(),
        help: None,
        fix: None,
    }
}

fn at(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

/// A run over these articles, each with its findings.
fn run(articles: Vec<(&str, &str, Vec<Diagnostic>)>) -> Run {
    let mut run = Run {
        checked: articles.len(),
        end: End {
            status: Some(1),
            fails_from: Some(Severity::Error),
        },
        root: "/repo".to_owned(),
        ..Run::default()
    };
    for (name, text, findings) in articles {
        let article = parse::article(Source::new(name, text, Format::Markdown));
        if findings.is_empty() {
            run.clean.push(name.to_owned());
            continue;
        }
        let settings = Settings::of(&article);
        run.pages
            .push(Page::of(&article, &settings, &findings, true));
        run.flagged
            .push(Flagged::with_identities(article, findings));
    }
    run
}

const WIDE: &str = "# Ñandú\n\nA 日本 🙂 word and an *end*.\n\nAnother line.\n";

/// A finding with everything that a finding can have.
fn full(text: &str, here: &str, there: &str) -> Diagnostic {
    let mut found = finding(
        "urgency-conflict",
        at(text, here),
        "two urgencies for one sign",
    );
    found.labels = vec![Label {
        span: at(text, there),
        message: "\"soon\" here".to_owned(),
    }];
    found.help = Some("Use one.".to_owned());
    found.fix = Some(Fix {
        title: "write \"now\"".to_owned(),
        edits: vec![Edit {
            span: at(text, here),
            text: "ñow".to_owned(),
        }],
        safety: Safety::NeedsReview,
    });
    found
}

/// Runs of every kind that formats have gone wrong with, with the number of their findings.
fn runs() -> Vec<(&'static str, Run, usize)> {
    let crlf = "\u{feff}# One\r\n\r\nTwo words\r\n\r\nThree\r\n";
    let long = format!("# Long\n\n{}end of it\n", "many words and ".repeat(2_000));
    let many: Vec<Diagnostic> = (0..60)
        .map(|index| {
            let rule = ["urgency-conflict", "sentence-too-long", "heading-ampersand"][index % 3];
            finding(rule, at(WIDE, "word"), "the same again")
        })
        .collect();
    let hostile = format!("# T\n\n{HOSTILE}\n\n::error::{HOSTILE}\n\n- ::stop-commands::x\n");
    let mut attack = finding("comment-invalid", at(&hostile, "alert(1)"), HOSTILE);
    attack.labels = vec![Label {
        span: at(&hostile, "::stop"),
        message: format!("::warning::{HOSTILE}"),
    }];
    attack.help = Some(format!("\n::error::x\n{HOSTILE}"));
    let mut broken = run(vec![(HOSTILE, &hostile, vec![attack])]);
    broken.failures.push(Failure {
        file: format!("::error::{HOSTILE}\n.md"),
        message: HOSTILE.to_owned(),
    });
    vec![
        ("none", run(vec![("a.md", WIDE, Vec::new())]), 0),
        ("nothing read", run(Vec::new()), 0),
        (
            "one",
            run(vec![("a.md", WIDE, vec![full(WIDE, "word", "Another")])]),
            1,
        ),
        ("many", run(vec![("a.md", WIDE, many)]), 60),
        (
            "several files",
            run(vec![
                ("a b/ñ.md", WIDE, vec![full(WIDE, "日本", "end")]),
                ("clean.md", WIDE, Vec::new()),
                ("/repo/c.md", crlf, vec![full(crlf, "words", "One")]),
                (
                    "/elsewhere/d.md",
                    crlf,
                    vec![full(crlf, "Two words\r\n\r\nThree", "One")],
                ),
            ]),
            3,
        ),
        (
            "long line",
            run(vec![(
                "a.md",
                &long,
                vec![full(&long, "end of it", "Long")],
            )]),
            1,
        ),
        (
            "no width",
            run(vec![(
                "a.md",
                crlf,
                vec![
                    finding(
                        "comment-invalid",
                        Span::empty(at(crlf, "words").start()),
                        "here",
                    ),
                    finding("comment-invalid", Span::empty(crlf.len()), "at the end"),
                ],
            )]),
            2,
        ),
        ("hostile", broken, 1),
    ]
}

fn written(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn options() -> Options {
    Options {
        width: 80,
        colour: false,
        all: true,
        only_from: None,
    }
}

/// Nothing that steers a terminal or a CI runner is in any report, whatever an article holds.
fn assert_inert(name: &str, report: &str, is_commands: bool) {
    let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!report.contains(steers), "{name}: {report}");
    for line in report.lines() {
        let may = is_commands
            && ["::error file=", "::warning file=", "::notice "]
                .iter()
                .any(|start| line.starts_with(start));
        assert!(
            may || !line.trim_start().starts_with("::"),
            "{name}: {line}"
        );
        assert!(
            !line.contains("##[") && !line.contains("##vso["),
            "{name}: {line}"
        );
    }
}

#[test]
fn no_report_holds_what_could_act() {
    for (name, run, _) in runs() {
        let reports = [
            written(|out| text::write(&run, &options(), out)),
            written(|out| concise::write(&run, &options(), out)),
            written(|out| json::write(&run, out)),
            written(|out| json::write_lines(&run, out)),
            written(|out| sarif::write(&run, true, out)),
            written(|out| gitlab::write(&run, true, out)),
            written(|out| junit::write(&run, true, out)),
            written(|out| checkstyle::write(&run, true, out)),
            written(|out| rdjsonl::write(&run, true, out)),
            written(|out| html::write(&run, true, out)),
            written(|out| statistics::write(&run, out)),
            step_summary::markdown(&run, &options()),
        ];
        for report in reports {
            assert_inert(name, &report, false);
        }
        assert_inert(
            name,
            &written(|out| github::write(&run, &options(), out)),
            true,
        );
    }
}

fn schema() -> &'static jsonschema::Validator {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let text = include_str!("../schemas/sarif-2.1.0.json");
        // One pattern of the standard has a bracket too many, which not every reader of patterns takes.
        let text = text.replace("{2}]?$", "{2}?$");
        let schema: Value = serde_json::from_str(&text).unwrap();
        jsonschema::validator_for(&schema).unwrap()
    })
}

#[test]
fn sarif_follows_the_schema_of_oasis() {
    for (name, run, number) in runs() {
        let sarif: Value =
            serde_json::from_str(&written(|out| sarif::write(&run, true, out))).unwrap();
        let errors: Vec<String> = schema()
            .iter_errors(&sarif)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        let log = &sarif["runs"][0];
        assert_eq!(log["columnKind"], "unicodeCodePoints");
        let results = log["results"].as_array().unwrap();
        assert_eq!(results.len(), number, "{name}");
        let mut prints = BTreeSet::new();
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(
                log["tool"]["driver"]["rules"][index]["id"],
                result["ruleId"]
            );
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(
                !uri.contains([' ', '<', '"', '\\']) && !uri.contains(".."),
                "{uri}"
            );
            let print = result["partialFingerprints"]["primaryLocationLineHash"]
                .as_str()
                .unwrap();
            assert!(
                prints.insert((uri.to_owned(), print.to_owned())),
                "{name}: {print} twice"
            );
        }
    }
}

#[test]
fn sarif_places_count_code_points_and_paths_are_relative() {
    let (_, run, _) = runs().swap_remove(4);
    let sarif: Value = serde_json::from_str(&written(|out| sarif::write(&run, true, out))).unwrap();
    let places: Vec<(String, String)> = sarif["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| {
            let place = &result["locations"][0]["physicalLocation"];
            let region = &place["region"];
            let numbers = ["startLine", "startColumn", "endLine", "endColumn"];
            let numbers = numbers.map(|key| region[key].to_string()).join(" ");
            (
                place["artifactLocation"]["uri"]
                    .as_str()
                    .unwrap()
                    .to_owned(),
                numbers,
            )
        })
        .collect();
    let wanted = [
        ("a%20b/%C3%B1.md", "3 3 3 5"),
        ("c.md", "3 5 3 10"),
        ("file:///elsewhere/d.md", "3 1 5 6"),
    ];
    assert_eq!(places, wanted.map(|(a, b)| (a.to_owned(), b.to_owned())));
    let related = &sarif["runs"][0]["results"][0]["relatedLocations"][0];
    assert_eq!(related["message"]["text"], "\"soon\" here");
    assert_eq!(related["physicalLocation"]["region"]["startColumn"], 21);
}

#[test]
fn json_and_its_lines_say_the_same() {
    for (name, run, number) in runs() {
        let whole: Value = serde_json::from_str(&written(|out| json::write(&run, out))).unwrap();
        let lines: Vec<Value> = written(|out| json::write_lines(&run, out))
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(
            whole["findings"].as_array().unwrap()[..],
            lines[..number],
            "{name}"
        );
        assert_eq!(lines.len(), number + run.failures.len(), "{name}");
    }
}

#[test]
fn gitlab_gets_an_array_with_a_print_of_its_own_for_each_finding() {
    for (name, run, number) in runs() {
        let entries: Vec<Value> =
            serde_json::from_str(&written(|out| gitlab::write(&run, true, out))).unwrap();
        assert_eq!(entries.len(), number + run.failures.len(), "{name}");
        let prints: BTreeSet<&str> = entries
            .iter()
            .map(|entry| {
                let severity = entry["severity"].as_str().unwrap();
                assert!(["info", "minor", "critical", "blocker"].contains(&severity));
                assert!(entry["location"]["lines"]["begin"].as_u64().unwrap() > 0);
                assert!(entry["description"].is_string() && entry["check_name"].is_string());
                assert!(
                    !entry["location"]["path"]
                        .as_str()
                        .unwrap()
                        .starts_with("./")
                );
                entry["fingerprint"].as_str().unwrap()
            })
            .collect();
        assert_eq!(prints.len(), entries.len(), "{name}");
    }
}

#[test]
fn prints_stay_when_lines_move_and_change_with_the_words() {
    let print = |text: &str| {
        let run = run(vec![("a.md", text, vec![full(text, "word", "Another")])]);
        let sarif: Value =
            serde_json::from_str(&written(|out| sarif::write(&run, true, out))).unwrap();
        let print =
            &sarif["runs"][0]["results"][0]["partialFingerprints"]["primaryLocationLineHash"];
        let gitlab: Value =
            serde_json::from_str(&written(|out| gitlab::write(&run, true, out))).unwrap();
        (print.to_string(), gitlab[0]["fingerprint"].to_string())
    };
    let moved = WIDE.replace("A 日本", "New text.\n\nA   日本");
    assert_eq!(print(WIDE), print(&moved));
    for changed in [
        WIDE.replace("an *end*", "a *start*"),
        WIDE.replace("Another line", "Another thing"),
    ] {
        let (sarif, gitlab) = print(&changed);
        assert_ne!(
            (sarif != print(WIDE).0, gitlab != print(WIDE).1),
            (false, false)
        );
    }
}

#[test]
fn junit_has_a_test_for_each_broken_rule_and_one_for_a_clean_article() {
    for (name, run, number) in runs() {
        let report = written(|out| junit::write(&run, true, out));
        let xml =
            roxmltree::Document::parse(&report).unwrap_or_else(|error| panic!("{name}: {error}"));
        let root = xml.root_element();
        let count = |tag: &str| {
            root.descendants()
                .filter(|node| node.has_tag_name(tag))
                .count()
                .to_string()
        };
        assert_eq!(
            root.attribute("tests"),
            Some(count("testcase").as_str()),
            "{name}"
        );
        assert_eq!(
            root.attribute("failures"),
            Some(count("failure").as_str()),
            "{name}"
        );
        assert_eq!(
            root.attribute("errors"),
            Some(count("error").as_str()),
            "{name}"
        );
        let suites = run.flagged.len() + run.clean.len() + run.failures.len();
        assert_eq!(count("testsuite"), suites.to_string(), "{name}");
        let told: usize = root
            .descendants()
            .filter(|node| node.has_tag_name("failure") || node.has_tag_name("system-out"))
            .map(|node| {
                let text = node.text().unwrap();
                text.lines()
                    .filter(|line| !line.starts_with("  ") && line.contains(": "))
                    .count()
            })
            .sum();
        // A hostile message may hold what looks like more.
        assert!(told >= number, "{name}: {told} of {number}");
    }
}

#[test]
fn checkstyle_has_an_error_for_each_finding() {
    for (name, run, number) in runs() {
        let report = written(|out| checkstyle::write(&run, true, out));
        let xml =
            roxmltree::Document::parse(&report).unwrap_or_else(|error| panic!("{name}: {error}"));
        let errors = xml.descendants().filter(|node| node.has_tag_name("error"));
        let errors: Vec<_> = errors.collect();
        assert_eq!(errors.len(), number + run.failures.len(), "{name}");
        for error in errors {
            assert!(["error", "warning", "info"].contains(&error.attribute("severity").unwrap()));
            assert!(error.attribute("line").unwrap().parse::<usize>().unwrap() > 0);
        }
    }
}

#[test]
fn rdjsonl_counts_bytes() {
    for (name, run, number) in runs() {
        let report = written(|out| rdjsonl::write(&run, true, out));
        let lines: Vec<Value> = report
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(lines.len(), number + run.failures.len(), "{name}");
    }
    let (_, run, _) = runs().swap_remove(4);
    let report = written(|out| rdjsonl::write(&run, true, out));
    let first: Value = serde_json::from_str(report.lines().next().unwrap()).unwrap();
    let range = &first["location"]["range"];
    assert_eq!(
        (
            range["start"]["column"].as_u64(),
            range["end"]["column"].as_u64()
        ),
        (Some(3), Some(9))
    );
    assert_eq!(first["suggestions"][0]["text"], "ñow");
    assert_eq!(
        first["related_locations"][0]["location"]["range"]["start"]["column"],
        28
    );
}

#[test]
fn github_gets_the_severest_first_and_is_told_what_it_does_not_show() {
    let (_, run, _) = runs().swap_remove(3);
    let report = written(|out| github::write(&run, &options(), out));
    let commands: Vec<&str> = report
        .lines()
        .take_while(|line| line.starts_with("::"))
        .collect();
    let kinds: Vec<&str> = commands
        .iter()
        .map(|line| line.split([' ', ':']).nth(2).unwrap())
        .collect();
    let errors = kinds.iter().filter(|kind| **kind == "error").count();
    let notices = kinds.iter().filter(|kind| **kind == "notice").count();
    assert_eq!(errors, 10);
    assert!(notices <= 10 && commands.len() <= 30, "{commands:#?}");
    assert!(kinds.is_sorted_by_key(|kind| {
        ["error", "warning", "notice"]
            .iter()
            .position(|one| one == kind)
    }));
    let left = 60 - (commands.len() - 1);
    assert!(
        commands
            .last()
            .unwrap()
            .contains(&format!("{left} more findings without an annotation"))
    );
    assert_eq!(
        commands[0],
        "::error file=a.md,line=3,endLine=3,col=8,endColumn=12,title=urgency-conflict::the same again"
    );
    let log = report
        .lines()
        .filter(|line| line.starts_with("a.md:3:8: "))
        .count();
    assert_eq!(log, 60, "the log has them all");
}

#[test]
fn github_counts_articles_that_could_not_be_checked_among_its_ten_errors() {
    let (_, mut run, _) = runs().swap_remove(3);
    run.failures.push(Failure {
        file: "b.md".to_owned(),
        message: "not UTF-8 at byte 17".to_owned(),
    });
    let report = written(|out| github::write(&run, &options(), out));
    let errors = report.lines().filter(|line| line.starts_with("::error "));
    let errors: Vec<&str> = errors.collect();
    assert_eq!(errors.len(), 10);
    assert_eq!(
        errors[0],
        "::error file=b.md,title=facetdoc::not UTF-8 at byte 17"
    );
    let commands = report.lines().filter(|line| line.starts_with("::")).count();
    assert!(
        report.contains(&format!(
            "{} more findings without",
            60 + 1 - (commands - 1)
        )),
        "{report}"
    );
}

#[test]
fn the_summary_page_is_a_table_in_which_nothing_is_markup() {
    let (_, run, _) = runs().pop().unwrap();
    let page = step_summary::markdown(&run, &options());
    assert!(
        page.contains("| error |") && !page.contains("<script"),
        "{page}"
    );
    for line in page.lines().filter(|line| line.starts_with('|')) {
        let columns = line.matches('|').count() - 1;
        assert!(columns == 4, "{columns}: {line}");
    }
}

/// The start tags of a page, with their attributes.
fn tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut tags = Vec::new();
    for token in html5gum::Tokenizer::new(html) {
        match token.unwrap() {
            html5gum::Token::StartTag(tag) => {
                let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
                let attributes = tag.attributes.iter();
                let attributes = attributes.map(|(key, value)| (text(key), text(value)));
                tags.push((text(&tag.name), attributes.collect()));
            }
            html5gum::Token::Error(error) => panic!("{error:?}"),
            _ => {}
        }
    }
    tags
}

#[test]
fn the_html_report_runs_only_its_own_script_and_its_links_lead_somewhere() {
    for (name, run, number) in runs() {
        let page = written(|out| html::write(&run, true, out));
        let tags = tags(&page);
        let with = |wanted: &str| tags.iter().filter(|(tag, _)| tag == wanted).count();
        assert_eq!(
            (with("script"), with("style"), with("img")),
            (1, 1, 0),
            "{name}"
        );
        let attributes = || tags.iter().flat_map(|(_, attributes)| attributes);
        assert!(
            attributes().all(|(key, _)| !key.starts_with("on") && key != "style" && key != "src")
        );
        let ids: Vec<&str> = attributes()
            .filter(|(key, _)| key == "id")
            .map(|(_, id)| id.as_str())
            .collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}");
        for (_, link) in attributes().filter(|(key, _)| key == "href") {
            let known = link.strip_prefix('#').is_some_and(|id| unique.contains(id));
            assert!(known || link.starts_with("http"), "{name}: {link}");
        }
        let cards = attributes()
            .filter(|(key, value)| key == "class" && value.starts_with("card "))
            .count();
        assert_eq!(cards, number, "{name}");
    }
}

#[test]
fn the_html_report_marks_findings_in_the_text() {
    let (_, run, _) = runs().swap_remove(2);
    let page = written(|out| html::write(&run, true, out));
    assert!(
        page.contains("<mark class=\"error\" data-f=\"1\">word</mark><a class=\"ref error\""),
        "{page}"
    );
    assert!(
        page.contains("<mark class=\"other\" data-f=\"1\">Another</mark><a class=\"ref other\""),
        "{page}"
    );
}

#[test]
fn matters_of_style_are_shown_only_when_they_are_asked_for() {
    let mut style = finding("heading-ampersand", at(WIDE, "word"), "a matter of style");
    style.severity = Severity::Info;
    let run = run(vec![("a.md", WIDE, vec![style])]);
    let few = Options {
        all: false,
        ..options()
    };
    for report in [
        written(|out| text::write(&run, &few, out)),
        written(|out| concise::write(&run, &few, out)),
        written(|out| sarif::write(&run, false, out)),
        written(|out| github::write(&run, &few, out)),
        written(|out| gitlab::write(&run, false, out)),
        written(|out| junit::write(&run, false, out)),
        written(|out| checkstyle::write(&run, false, out)),
        written(|out| rdjsonl::write(&run, false, out)),
    ] {
        assert!(!report.contains("a matter of style"), "{report}");
    }
    assert!(written(|out| json::write(&run, out)).contains("a matter of style"));
    assert!(written(|out| json::write_lines(&run, out)).contains("a matter of style"));
}

/// On standard output the document is written article by article, in a file as a whole.
#[test]
fn json_on_standard_output_is_what_stands_in_a_file() {
    let files = [("a.md", BAD), ("b.md", GOOD), ("c.md", BAD), ("d.md", GOOD)];
    for count in [1, 2, files.len()] {
        let folder = folder(files.get(..count).unwrap());
        let check = |args: &[&str]| {
            Command::new(env!("CARGO_BIN_EXE_facetdoc"))
                .current_dir(folder.path())
                .args(["check", "--isolated", "--today", "2026-01-15", ".", "no.md"])
                .args(args)
                .output()
                .unwrap()
        };
        let told = check(&["--format", "json"]).stdout;
        check(&["--report", "json=report.json"]);
        let held = fs::read(folder.path().join("report.json")).unwrap();
        assert_eq!(
            String::from_utf8_lossy(&told),
            String::from_utf8_lossy(&held)
        );
        let document: Value = serde_json::from_slice(&told).unwrap();
        assert_eq!(document["files"], count + 1);
    }
}
