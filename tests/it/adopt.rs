//! Taking facetdoc up on old articles: the baseline, changed lines, and which findings fail.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Two comments that facetdoc cannot read, under two headings.
const ARTICLE: &str = "# Ankle\n\n## Rest\n\n<!-- facetdoc-role: nonsense -->\n\nRest it.\n\n## Ice\n\n<!-- facetdoc-role: rubbish -->\n\nUse ice.\n";

fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ankle.md"), text).unwrap();
    folder
}

fn check(folder: &Path, args: &[&str]) -> Output {
    check_for("meta", folder, args)
}

/// Looks for what is in these families.
fn check_for(families: &str, folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .args(["check", "--select", families, "--today", "2026-11-23"])
        .args(args)
        .current_dir(folder)
        .env_remove("GITHUB_STEP_SUMMARY")
        .output()
        .unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The lines of the findings that `args` show.
fn lines(folder: &Path, args: &[&str]) -> Vec<u64> {
    let output = check(folder, &[&["--format", "json"], args].concat());
    let json: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", err(&output)));
    let findings = json["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| finding["line"].as_u64().unwrap())
        .collect()
}

const BASELINE: &[&str] = &["--baseline", "known.json"];

#[test]
fn known_findings_are_left_out_and_counted() {
    let folder = folder(ARTICLE);
    let folder = folder.path();
    let written = check(folder, &["--write-baseline", "known.json"]);
    assert_eq!(code(&written), 0, "{}", err(&written));
    assert!(err(&written).contains("2 findings in 1 article written"));
    let file = fs::read_to_string(folder.join("known.json")).unwrap();
    assert!(!file.contains("line"), "{file}");
    let known = check(folder, BASELINE);
    assert_eq!((code(&known), err(&known).as_str()), (0, ""));
    assert!(
        out(&known).contains("2 known to the baseline not shown"),
        "{}",
        out(&known)
    );
    let json = check(folder, &["--baseline", "known.json", "--format", "json"]);
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(
        json["summary"],
        serde_json::json!({"error": 0, "warning": 0, "info": 0, "known": 2})
    );
    // The same from another folder.
    let above = folder.parent().unwrap();
    let name = folder.file_name().unwrap().to_str().unwrap();
    let known = format!("{name}/known.json");
    assert_eq!(lines(above, &[name, "--baseline", &known]), [0; 0]);
    check(folder, &["--write-baseline", "known.json"]);
    assert_eq!(fs::read_to_string(folder.join("known.json")).unwrap(), file);
}

#[test]
fn what_moves_stays_known_and_what_changes_is_new() {
    let folder = folder(ARTICLE);
    let folder = folder.path();
    check(folder, &["--write-baseline", "known.json"]);
    let moved = ARTICLE
        .replace("## Rest", "Some more.\n\nAnd more.\n\n## Rest")
        .replace('\n', "\r\n");
    fs::write(folder.join("ankle.md"), moved).unwrap();
    assert_eq!(lines(folder, BASELINE), [0; 0]);
    fs::write(
        folder.join("ankle.md"),
        ARTICLE.replace("rubbish", "humbug"),
    )
    .unwrap();
    assert_eq!(lines(folder, BASELINE), [11]);
    let output = check(folder, BASELINE);
    assert_eq!(code(&output), 1);
    let told = err(&output);
    assert!(
        told.contains("1 entry matches nothing any more") && told.contains("rubbish"),
        "{told}"
    );
}

#[test]
fn entries_without_a_match_are_taken_out_when_that_is_asked_for() {
    let folder = folder(ARTICLE);
    let folder = folder.path();
    fs::write(folder.join("knee.md"), ARTICLE).unwrap();
    check(folder, &["--write-baseline", "known.json"]);
    fs::write(folder.join("ankle.md"), "# Ankle\n").unwrap();
    // The other article, and rules that are not selected, are not looked at.
    assert_eq!(
        err(&check(folder, &["knee.md", "--baseline", "known.json"])),
        ""
    );
    let pruned = check(folder, &["--baseline", "known.json", "--prune-baseline"]);
    assert!(
        err(&pruned).contains("2 entries taken out"),
        "{}",
        err(&pruned)
    );
    let file: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("known.json")).unwrap()).unwrap();
    assert_eq!(
        file["articles"]
            .as_object()
            .unwrap()
            .keys()
            .collect::<Vec<_>>(),
        ["knee.md"]
    );
    // An article that is gone takes its entries with it.
    fs::remove_file(folder.join("knee.md")).unwrap();
    assert!(err(&check(folder, BASELINE)).contains("2 entries match nothing any more"));
    assert_eq!(code(&check(folder, &["--prune-baseline"])), 2);
}

#[test]
fn a_baseline_that_is_missing_or_broken_is_an_error() {
    let folder = folder(ARTICLE);
    let missing = check(folder.path(), BASELINE);
    assert_eq!(code(&missing), 2);
    assert!(
        err(&missing).contains("known.json: there is no such file; make it with --write-baseline")
    );
    fs::write(folder.path().join("known.json"), "{}").unwrap();
    for args in [BASELINE, &["--write-baseline", "known.json"]] {
        let broken = check(folder.path(), args);
        assert_eq!(code(&broken), 2);
        assert!(err(&broken).contains("not a baseline"), "{}", err(&broken));
    }
}

/// Runs git in `folder`, away from the settings of whoever runs the tests.
fn git(folder: &Path, args: &[&str]) {
    let output = Command::new("git")
        .args([
            "-c",
            "user.name=T",
            "-c",
            "user.email=t@example.org",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(args)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A repository with `text` in ankle.md, committed.
fn repository(text: &str) -> TempDir {
    let folder = folder(text);
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-qm", "One"]);
    folder
}

#[test]
fn only_findings_on_changed_lines_are_shown() {
    let folder = repository(ARTICLE);
    let folder = folder.path();
    let unchanged = check(folder, &["--changed"]);
    assert_eq!((code(&unchanged), out(&unchanged).as_str()), (0, ""));
    assert!(err(&unchanged).contains("no article has changed since HEAD"));
    fs::write(
        folder.join("ankle.md"),
        ARTICLE.replace("rubbish", "humbug"),
    )
    .unwrap();
    assert_eq!(lines(folder, &["--changed"]), [11]);
    let text = out(&check(folder, &["--changed"]));
    assert!(text.contains("1 on unchanged lines not shown"), "{text}");
    git(folder, &["commit", "-qam", "Two"]);
    assert_eq!(lines(folder, &["--changed"]), [0; 0]);
    assert_eq!(lines(folder, &["--changed=HEAD~1"]), [11]);
    // A file that git does not know is changed as a whole, also where its name is odd.
    fs::write(folder.join("-x \"ñ\".md"), ARTICLE).unwrap();
    assert_eq!(lines(folder, &["--changed"]), [5, 11]);
    git(folder, &["add", "."]);
    assert_eq!(lines(folder, &["--changed"]), [5, 11]);
}

#[test]
fn a_renamed_article_is_compared_with_itself() {
    let folder = repository(&ARTICLE.replace("Rest it.", &"Rest it well.\n".repeat(40)));
    let folder = folder.path();
    git(folder, &["mv", "ankle.md", "foot.md"]);
    let text = fs::read_to_string(folder.join("foot.md")).unwrap();
    fs::write(folder.join("foot.md"), text.replace("rubbish", "humbug")).unwrap();
    let shown = lines(folder, &["--changed"]);
    assert_eq!(shown.len(), 1);
    assert!(shown[0] > 5);
}

#[test]
fn what_a_change_takes_away_is_told() {
    let whole = "# Ankle sprain\n\nRest it.\n\n## Medical disclaimer\n\nThis article is for information only and is no \
                 medical advice. It does not replace care by your doctor. In an emergency call 911.\n";
    let folder = repository(whole);
    let folder = folder.path();
    let rules = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
            .args(["check", "--format", "json", "--today", "2026-11-23"])
            .args(args)
            .current_dir(folder)
            .output()
            .unwrap();
        let json: Value = serde_json::from_slice(&output.stdout).unwrap();
        let findings = json["findings"].as_array().unwrap().iter();
        findings
            .map(|finding| finding["rule"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    fs::write(folder.join("ankle.md"), "# Ankle sprain\n\nRest it.\n").unwrap();
    let found = rules(&["--changed"]);
    assert!(
        found.contains(&"disclaimer-missing".to_owned()),
        "{found:?}"
    );
    // What was missing before the change is not its fault.
    assert!(rules(&[]).contains(&"red-flags-missing".to_owned()));
    assert!(
        !found.contains(&"red-flags-missing".to_owned()),
        "{found:?}"
    );
}

#[test]
fn what_no_longer_agrees_with_a_change_is_told_though_its_own_line_stays() {
    const STEPS: &str = "# Ankle\n\n## Exercises\n\nDo these three steps:\n\n- rest the foot\n- raise the foot\n- move the \
                         toes\n\n## Ice\n\nDo these two things:\n\n- wrap the ice in a towel\n";
    let folder = repository(STEPS);
    let folder = folder.path();
    let shown = |text: &str| {
        fs::write(folder.join("ankle.md"), text).unwrap();
        let args = [
            "--changed",
            "--format",
            "concise",
            "--quiet",
            "--max-warnings",
            "0",
        ];
        out(&check_for("consistency", folder, &args))
    };
    assert_eq!(shown(STEPS), "");
    let gone = shown(&STEPS.replace("- move the toes\n", ""));
    assert!(
        gone.starts_with("ankle.md:5:") && gone.lines().count() == 1,
        "{gone}"
    );
    // What did not agree before is not the change's fault, under a new heading either.
    let renamed = shown(&STEPS.replace("## Ice", "## Cold"));
    assert_eq!(renamed, "");
}

#[test]
fn a_fault_that_stood_elsewhere_before_is_told_when_a_change_makes_another() {
    let steps = |title: &str| {
        format!("## {title}\n\nDo these three steps:\n\n- rest the foot\n- raise the foot\n")
    };
    let before = format!(
        "# Ankle\n\n{}\n{}- move the toes\n",
        steps("Bed"),
        steps("Stairs")
    );
    let folder = repository(&before);
    let after = before.replace("- move the toes\n", "");
    fs::write(folder.path().join("ankle.md"), after).unwrap();
    let args = [
        "--changed",
        "--format",
        "concise",
        "--quiet",
        "--max-warnings",
        "0",
    ];
    let told = out(&check_for("consistency", folder.path(), &args));
    assert!(
        told.starts_with("ankle.md:12:") && told.lines().count() == 1,
        "{told}"
    );
}

#[test]
fn what_a_change_asks_for_and_the_article_lacks_is_told() {
    let folder = repository("# Ankle block\n\nThe doctor numbs the ankle.\n");
    let folder = folder.path();
    let text = fs::read_to_string(folder.join("ankle.md")).unwrap();
    let text = format!("---\nkind: procedure\n---\n\n{text}");
    fs::write(folder.join("ankle.md"), text).unwrap();
    let args = ["--changed", "--format", "concise"];
    let told = out(&check_for("risk,disclaimer", folder, &args));
    assert!(told.contains("error[risks-missing]"), "{told}");
    assert!(!told.contains("disclaimer-missing"), "{told}");
}

#[test]
fn where_git_cannot_tell_the_reason_is_told() {
    let plain = folder(ARTICLE);
    let output = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .args(["check", "--changed"])
        .current_dir(plain.path())
        .env("GIT_CEILING_DIRECTORIES", plain.path().parent().unwrap())
        .output()
        .unwrap();
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("not in a git repository"),
        "{}",
        err(&output)
    );
    let folder = repository(ARTICLE);
    for (args, words) in [
        (&["--changed=nowhere"][..], "git knows no revision"),
        (&["--changed=--output=x"], "is no revision"),
        (&["--changed", "-"], "standard input"),
    ] {
        let output = check(folder.path(), args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(err(&output).contains(words), "{}", err(&output));
    }
    assert!(!folder.path().join("x").exists());
    let outside = plain.path().join("ankle.md");
    let output = check(folder.path(), &["--changed", outside.to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("outside the git repository"),
        "{}",
        err(&output)
    );
}

#[cfg(unix)]
#[test]
fn no_program_that_a_repository_names_is_run() {
    let folder = repository(ARTICLE);
    let folder = folder.path();
    let trap = folder.join("trap");
    fs::write(folder.join(".gitattributes"), "*.md diff=trap\n").unwrap();
    for key in [
        "diff.trap.command",
        "diff.trap.textconv",
        "diff.external",
        "core.fsmonitor",
        "core.pager",
    ] {
        git(
            folder,
            &["config", key, &format!("touch {}", trap.display())],
        );
    }
    fs::write(
        folder.join("ankle.md"),
        ARTICLE.replace("rubbish", "humbug"),
    )
    .unwrap();
    assert_eq!(lines(folder, &["--changed"]), [11]);
    assert!(!trap.exists());
}

#[test]
fn several_reports_are_written_in_one_run_and_none_over_another_file() {
    let folder = folder(ARTICLE);
    let folder = folder.path();
    let output = check(
        folder,
        &[
            "--report",
            "sarif=new/a.sarif",
            "--report",
            "junit=b.xml",
            "--report",
            "html=c.html",
            "--format",
            "concise",
        ],
    );
    assert_eq!(code(&output), 1);
    assert!(
        out(&output).starts_with("ankle.md:5:1: error[comment-invalid] "),
        "{}",
        out(&output)
    );
    let sarif: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("new/a.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["runs"][0]["invocations"][0]["exitCode"], 1);
    assert!(
        fs::read_to_string(folder.join("b.xml"))
            .unwrap()
            .contains("failures=\"1\"")
    );
    assert!(
        fs::read_to_string(folder.join("c.html"))
            .unwrap()
            .contains("<!DOCTYPE html>")
    );
    for (args, words) in [
        (
            &["--report", "json=x", "--report", "sarif=./x"][..],
            "it is another report",
        ),
        (&["--report", "text=ankle.md"], "it is one of the articles"),
        (
            &["--report", "json=k", "--write-baseline", "k"],
            "it is the baseline",
        ),
        (&["--report", "pdf=x"], "there is no format called 'pdf'"),
        (&["--report", "json"], "FORMAT=FILE"),
        (&["--format", "yaml"], "possible values: text, concise"),
    ] {
        let output = check(folder, args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(err(&output).contains(words), "{}", err(&output));
    }
    assert_eq!(
        fs::read_to_string(folder.join("ankle.md")).unwrap(),
        ARTICLE
    );
    // A report that cannot be written is a failure, and costs no other.
    let output = check(
        folder,
        &["--report", "json=ankle.md/x", "--report", "json=d.json"],
    );
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("ankle.md/x: cannot be written"),
        "{}",
        err(&output)
    );
    assert!(folder.join("d.json").exists());
}

#[test]
fn warnings_fail_when_there_are_too_many() {
    let folder = folder("# T\n\n<!-- facetdoc-allow heading-ampersand: x -->\n\nWords.\n");
    let folder = folder.path();
    assert_eq!(code(&check(folder, &[])), 0);
    assert_eq!(code(&check(folder, &["--max-warnings", "1"])), 0);
    let output = check(folder, &["--max-warnings", "0"]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("1 warning"), "{}", err(&output));
}

#[test]
fn quiet_shows_what_fails_and_nothing_else() {
    let text = format!("{ARTICLE}\n<!-- facetdoc-allow heading-ampersand: x -->\n\nWords.\n");
    let folder = folder(&text);
    let folder = folder.path();
    let shown = |args: &[&str]| {
        out(&check(
            folder,
            &[&["--quiet", "--format", "concise"], args].concat(),
        ))
    };
    assert_eq!(shown(&[]).lines().count(), 2);
    assert_eq!(shown(&["--fail-on", "warning"]).lines().count(), 3);
    assert_eq!(shown(&["--max-warnings", "0"]).lines().count(), 3);
    assert_eq!(shown(&["--ignore", "comment-invalid"]), "");
    assert!(!out(&check(folder, &["-q"])).contains("errors"));
}

#[test]
fn statistics_stand_at_the_end_or_aside() {
    let folder = folder(ARTICLE);
    let folder = folder.path();
    let line = "2  error    comment-invalid  in 1 article\n";
    assert!(out(&check(folder, &["--statistics"])).ends_with(line));
    let json = check(folder, &["--statistics", "--format", "json"]);
    assert_eq!(err(&json), line);
    serde_json::from_slice::<Value>(&json.stdout).unwrap();
}

#[test]
fn the_job_summary_is_added_to_where_github_asks_for_one() {
    let folder = folder(ARTICLE);
    let summary = folder.path().join("summary");
    fs::write(&summary, "before\n").unwrap();
    let run = |args: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_facetdoc"))
            .args(["check", "ankle.md", "--select", "meta"])
            .args(args)
            .current_dir(folder.path())
            .env("GITHUB_STEP_SUMMARY", &summary)
            .output()
            .unwrap()
    };
    run(&[]);
    assert_eq!(fs::read_to_string(&summary).unwrap(), "before\n");
    let output = run(&["--format", "github"]);
    assert!(
        out(&output).starts_with("::error file=ankle.md,line=5,"),
        "{}",
        out(&output)
    );
    let page = fs::read_to_string(&summary).unwrap();
    assert!(
        page.starts_with("before\n## facetdoc\n") && page.contains("| error | ankle.md:5 |"),
        "{page}"
    );
}

#[test]
fn what_is_mended_is_reported_in_every_format() {
    let text = "# Ankle\n\n## Questions\n\n### Can I run after a week\n\nYes.\n";
    let folder = folder(text);
    let folder = folder.path();
    let output = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .args([
            "check",
            "--fix",
            "--select",
            "faq-question-mark",
            "--format",
            "sarif",
            "--report",
            "junit=r.xml",
        ])
        .current_dir(folder)
        .output()
        .unwrap();
    assert_eq!(code(&output), 0, "{}", err(&output));
    let sarif: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(sarif["runs"][0]["results"], serde_json::json!([]));
    assert!(folder.join("r.xml").exists());
    assert!(
        fs::read_to_string(folder.join("ankle.md"))
            .unwrap()
            .contains("week?")
    );
}
