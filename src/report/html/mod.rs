//! A page for reviewers who do not live in a terminal: the articles as their readers see them, with the findings in place.
//!
//! One file without any other: it loads nothing, and nothing that an article holds can act in it. It reads well without its
//! script, which only filters.

mod article;
mod cards;
mod chart;
mod digest;
mod page;
mod places;

pub use page::Page;

use super::text::{self, Options};
use super::xml::escaped;
use super::{Run, counted};
use crate::diagnostic::Severity;
use crate::rules::FAMILIES;
use std::io::{self, Write};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Writes the page; matters of style are in it only if the pages of `run` were made with them.
pub fn write(run: &Run, all: bool, out: &mut dyn Write) -> io::Result<()> {
    write_head(out)?;
    let options = Options {
        width: usize::MAX,
        colour: false,
        all,
        only_from: None,
    };
    writeln!(
        out,
        "<body>\n<a class=\"skip\" href=\"#articles\">Skip to the list of articles</a>\n<header>\n<h1>Review of {}</h1>\n<p>{}.</p>\n</header>",
        counted(run.checked, "article"),
        escaped(&text::summary(run, &options))
    )?;
    write_failures(run, out)?;
    let pages: Vec<&Page> = run.pages.iter().filter(|page| !page.is_empty()).collect();
    if !pages.is_empty() {
        write_filters(&pages, all, out)?;
    }
    writeln!(out, "<main>")?;
    write_list(&pages, all, out)?;
    write_clean(run, out)?;
    for page in pages {
        writeln!(out, "{}", page.body())?;
    }
    writeln!(
        out,
        "</main>\n<footer><p>Made by facetdoc {}. It finds what can be found by rules; a clinician and a reader find the rest.</p></footer>\n\
         <script>{SCRIPT}</script>\n</body>\n</html>",
        env!("CARGO_PKG_VERSION")
    )
}

fn write_head(out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; script-src '{}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"facetdoc {}\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>facetdoc: review</title>\n<style>{STYLE}</style>\n</head>",
        digest::source(STYLE),
        digest::source(SCRIPT),
        env!("CARGO_PKG_VERSION")
    )
}

fn write_failures(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    if run.failures.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section class=\"failures\" aria-labelledby=\"failures\">\n<h2 id=\"failures\">Could not be checked</h2>\n<ul>"
    )?;
    for failure in &run.failures {
        writeln!(
            out,
            "<li><code>{}</code>: {}</li>",
            escaped(&failure.file),
            escaped(&failure.message)
        )?;
    }
    writeln!(out, "</ul>\n</section>")
}

/// The filters, which the script makes visible.
fn write_filters(pages: &[&Page], all: bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<form id=\"filters\" class=\"filters\" hidden aria-label=\"Filters\">\n<fieldset>\n<legend>Severity</legend>"
    )?;
    let severities = [Severity::Error, Severity::Warning, Severity::Info];
    for severity in severities
        .iter()
        .filter(|one| all || **one > Severity::Info)
    {
        write_box("s", severity.name(), cards::severity_title(*severity), out)?;
    }
    writeln!(out, "</fieldset>\n<fieldset>\n<legend>Subject</legend>")?;
    for family in FAMILIES {
        if pages.iter().any(|page| page.has_family(family.name)) {
            write_box("family", family.name, family.title, out)?;
        }
    }
    writeln!(
        out,
        "</fieldset>\n<p><button type=\"button\" id=\"every\">Show everything</button> <span role=\"status\" id=\"shown\"></span></p>\n</form>"
    )
}

fn write_box(kind: &str, value: &str, title: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<label><input type=\"checkbox\" name=\"{kind}\" value=\"{value}\" checked> {title}</label>"
    )
}

/// The articles with findings, each with its numbers.
fn write_list(pages: &[&Page], all: bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<h2 id=\"articles\">Articles</h2>")?;
    if pages.is_empty() {
        return writeln!(out, "<p>No findings to show.</p>");
    }
    let info = if all {
        "<th scope=\"col\">Info</th>"
    } else {
        ""
    };
    writeln!(
        out,
        "<table class=\"list\">\n<caption>Articles with findings, and how many; the grade is how many years of school a reader needs</caption>\n\
         <thead><tr><th scope=\"col\">Article</th><th scope=\"col\">Errors</th><th scope=\"col\">Warnings</th>{info}\
         <th scope=\"col\">Grade</th></tr></thead>\n<tbody>"
    )?;
    for page in pages {
        writeln!(out, "{}", page.row(all))?;
    }
    writeln!(out, "</tbody>\n</table>")
}

fn write_clean(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let empty = run.pages.iter().filter(|page| page.is_empty());
    let clean = run.clean.iter().map(String::as_str);
    let names: Vec<&str> = clean.chain(empty.map(Page::file)).collect();
    if names.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<details class=\"clean\">\n<summary>{} without findings</summary>\n<ul>",
        counted(names.len(), "article")
    )?;
    for name in names {
        writeln!(out, "<li><code>{}</code></li>", escaped(name))?;
    }
    writeln!(out, "</ul>\n</details>")
}
