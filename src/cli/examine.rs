//! What is made of one article of a check: its findings, less those that a team has put off, and its page of the HTML report.

use super::args::{CheckArgs, CheckFormat};
use super::articles::Done;
use super::baseline::Known;
use super::changed::Changed;
use super::config::Configs;
use super::fix;
use super::input::Input;
use crate::article::{Article, Date};
use crate::baseline::Entry;
use crate::check::{self, Selection, changed};
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::html::Page;
use crate::report::{Flagged, Hidden, Partly, Run};
use crate::rules;
use std::collections::{BTreeMap, BTreeSet};

/// In a longer article, in bytes, edits are not tried only to be counted.
const MOST_TRIED: usize = 100_000;

/// The rule that says that others cannot read an article.
const PARTLY_CHECKED: &str = "language-partly-checked";

/// What is looked for in the articles of a run.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is asked for by options of its own"
)]
pub(super) struct Examiner<'a> {
    /// The configurations.
    pub configs: &'a Configs,
    /// The day of the check.
    pub today: Date,
    /// The rules that are asked for.
    pub selection: Selection,
    /// The known findings.
    pub known: Option<Known>,
    /// The changed lines.
    pub changed: Option<Changed>,
    /// Whether a report shows the articles themselves.
    pub wants_pages: bool,
    /// Whether findings are compared with those of another run.
    pub wants_identities: bool,
    /// Whether it shows matters of style.
    pub all: bool,
    /// Whether each edit that a finding offers is tried, so that only those are promised that can be made.
    pub tries_fixes: bool,
}

/// What is made of one article.
#[derive(Debug)]
pub(super) struct Examined {
    name: String,
    flagged: Option<Flagged>,
    page: Option<Page>,
    partly: Option<Partly>,
    known: usize,
    unchanged: usize,
    /// Every finding as an entry of the baseline, under the article's name there.
    entries: Option<(String, BTreeSet<Entry>)>,
}

/// Every finding of the articles of a run as entries of a baseline, by the articles' names there.
pub(super) type Entries = BTreeMap<String, BTreeSet<Entry>>;

impl<'a> Examiner<'a> {
    /// An examiner that looks for what `args` ask for.
    pub(super) fn new(
        args: &CheckArgs,
        configs: &'a Configs,
        today: Date,
        known: Option<Known>,
        changed: Option<Changed>,
    ) -> Self {
        let reports = args.report.reports.iter().map(|report| report.format);
        let formats: Vec<CheckFormat> = reports.chain([args.report.format]).collect();
        let compared = [CheckFormat::Sarif, CheckFormat::Gitlab];
        let is_whole = known.is_none() && changed.is_none();
        Self {
            tries_fixes: is_whole && args.report.format == CheckFormat::Text && !args.diff,
            wants_identities: known.is_some()
                || changed.is_some()
                || formats.iter().any(|format| compared.contains(format)),
            wants_pages: formats.contains(&CheckFormat::Html),
            configs,
            today,
            selection: Selection {
                select: args.select.clone(),
                ignore: args.ignore.clone(),
            },
            known,
            changed,
            all: args.shows_style(),
        }
    }

    /// Every finding in `article`, of rules that are not selected, too.
    pub(super) fn findings(&self, input: &Input, article: &Article) -> Vec<Diagnostic> {
        let settings = self.configs.of(input).settings(article);
        check::check_with(article, &settings, Some(self.today))
    }

    /// What is found in `article` by the rules that are selected.
    pub(super) fn selected(&self, input: &Input, article: &Article) -> Vec<Diagnostic> {
        let settings = self.configs.of(input).settings(article);
        check::check_selected(article, &settings, Some(self.today), &self.selection)
    }

    /// What is made of `article`, in which `findings` were found.
    pub(super) fn examined(
        &self,
        input: &Input,
        article: Article,
        mut findings: Vec<Diagnostic>,
    ) -> Examined {
        findings.retain(|finding| self.selection.keeps(finding.rule));
        let mut examined = Examined {
            name: input.name.clone(),
            flagged: None,
            page: None,
            partly: None,
            known: 0,
            unchanged: 0,
            entries: None,
        };
        if findings.is_empty() && self.known.is_none() {
            return examined;
        }
        let partly = Partly {
            file: input.name.clone(),
            lang: article
                .meta
                .lang
                .as_ref()
                .map_or_else(|| article.base_lang().to_owned(), |lang| lang.value.clone()),
            silent: rules::unread_rules(article.base_lang()),
        };
        let has_fix = findings.iter().any(|finding| finding.fix.is_some());
        let fixable = (self.tries_fixes && has_fix && article.source.text().len() <= MOST_TRIED)
            .then(|| fix::fixable(self, input, &article, &findings));
        let for_page = self.wants_pages.then(|| article.clone());
        let mut flagged = if self.wants_identities {
            Flagged::with_identities(article, findings)
        } else {
            Flagged::new(article, findings)
        };
        flagged.fixable = fixable;
        self.leave_out_known(input, &mut flagged, &mut examined);
        self.leave_out_unchanged(input, &mut flagged, &mut examined);
        let is_partly = |finding: &Diagnostic| {
            finding.rule.name == PARTLY_CHECKED && finding.severity == Severity::Info
        };
        if !self.all && flagged.findings.iter().any(is_partly) {
            examined.partly = Some(partly);
        }
        if !flagged.findings.is_empty() {
            examined.page = for_page.map(|article| {
                let settings = self.configs.of(input).settings(&article);
                Page::of(&article, &settings, &flagged.findings, self.all)
            });
            examined.flagged = Some(flagged);
        }
        examined
    }

    fn leave_out_known(&self, input: &Input, flagged: &mut Flagged, examined: &mut Examined) {
        let Some(known) = &self.known else {
            return;
        };
        let name = known.name_of(input);
        let entries: Vec<Entry> = flagged.identities.iter().map(Entry::from).collect();
        let is_known: Vec<bool> = entries
            .iter()
            .map(|entry| known.knows(&name, entry))
            .collect();
        examined.known = keep(flagged, |index| {
            !is_known.get(index).is_some_and(|known| *known)
        });
        examined.entries = Some((name, entries.into_iter().collect()));
    }

    fn leave_out_unchanged(&self, input: &Input, flagged: &mut Flagged, examined: &mut Examined) {
        let Some(lines) = self.changed.as_ref().and_then(|changed| changed.of(input)) else {
            return;
        };
        let spans = lines.spans(&flagged.source);
        let caused = lines.caused(self, input, flagged);
        let stays: Vec<bool> = flagged
            .findings
            .iter()
            .zip(&flagged.identities)
            .map(|(finding, identity)| changed::is_on(finding, &spans) || caused.contains(identity))
            .collect();
        examined.unchanged = keep(flagged, |index| {
            stays.get(index).is_some_and(|stays| *stays)
        });
    }

    /// The run that the work on the articles gives, and all that was found as entries of a baseline.
    pub(super) fn run(&self, done: Done<Examined>) -> (Run, Entries) {
        let (mut run, mut entries) = self.start();
        for examined in done.results {
            Self::add(&mut run, &mut entries, examined);
        }
        run.failures = done.failures;
        (run, entries)
    }

    /// A run before its first article.
    pub(super) fn start(&self) -> (Run, Entries) {
        let run = Run {
            hidden: Hidden {
                known: self.known.as_ref().map(|_| 0),
                unchanged: self.changed.as_ref().map(|_| 0),
            },
            root: super::reports::root(),
            ..Run::default()
        };
        (run, Entries::new())
    }

    /// Adds what was made of one article to a run.
    pub(super) fn add(run: &mut Run, entries: &mut Entries, examined: Examined) {
        run.checked += 1;
        run.hidden.known = run.hidden.known.map(|sum| sum + examined.known);
        run.hidden.unchanged = run.hidden.unchanged.map(|sum| sum + examined.unchanged);
        entries.extend(examined.entries);
        run.pages.extend(examined.page);
        run.partly.extend(examined.partly);
        match examined.flagged {
            Some(flagged) => run.flagged.push(flagged),
            None => run.clean.push(examined.name),
        }
    }
}

/// Keeps the findings whose index `stays`; the number of the others.
fn keep(flagged: &mut Flagged, stays: impl Fn(usize) -> bool) -> usize {
    let before = flagged.findings.len();
    let mut index = 0;
    flagged.findings.retain(|_| {
        index += 1;
        stays(index - 1)
    });
    index = 0;
    flagged.identities.retain(|_| {
        index += 1;
        stays(index - 1)
    });
    before.saturating_sub(flagged.findings.len())
}
