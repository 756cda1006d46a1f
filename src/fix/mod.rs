//! Makes the edits that findings offer: the text of an article without the faults that can be mended unseen.
//!
//! Every edit is tried on a copy, which is parsed and checked again. An edit is kept only if its fault is gone and no other has come; so fixing ends, and fixing twice changes nothing more.

mod edits;

use crate::article::{Article, Role};
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::parse;
use crate::rules::Rule;
use crate::source::Source;
use edits::Plan;
use std::collections::BTreeMap;

/// The passes over one article; each ends with more fixed than the one before, so that few articles take more than three.
const PASSES_MAX: usize = 50;

/// Which fixes are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Those that keep the meaning.
    KeepsMeaning,
    /// Those to be reviewed, too.
    Suggestions,
}

impl Wanted {
    fn takes(self, fix: &Fix) -> bool {
        match fix.safety {
            Safety::KeepsMeaning => true,
            Safety::NeedsReview => self == Self::Suggestions,
        }
    }
}

/// A fix that was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The rule whose finding it mended.
    pub rule: &'static Rule,
    /// The severity of that finding.
    pub severity: Severity,
    /// What was done, as an order: "add a question mark".
    pub title: String,
    /// Whether a person must look at it.
    pub safety: Safety,
}

/// An article after fixing.
#[derive(Debug)]
pub struct Fixed {
    /// The article as it is now.
    pub article: Article,
    /// What is still wrong with it.
    pub findings: Vec<Diagnostic>,
    /// What was mended, in the order in which it was done.
    pub made: Vec<Made>,
}

/// Mends what `wanted` and `selects` allow in `article`.
///
/// `check` gives every finding of an article, those that are not selected too: they must not become more. Byte order mark,
/// line ends and every byte outside the edits stay as they are.
pub fn fix(
    article: Article,
    wanted: Wanted,
    selects: &dyn Fn(&Rule) -> bool,
    check: &dyn Fn(&Article) -> Vec<Diagnostic>,
) -> Fixed {
    let findings = check(&article);
    let mut fixed = Fixed {
        article,
        findings,
        made: Vec::new(),
    };
    for _ in 0..PASSES_MAX {
        let Some(next) = pass(&fixed, wanted, selects, check) else {
            break;
        };
        fixed.article = next.article;
        fixed.findings = next.findings;
        fixed.made.extend(next.made);
    }
    fixed
}

/// An offer: a finding with its fix.
type Offer<'a> = (&'a Diagnostic, &'a Fix);

/// One pass: the fixes that do not touch each other; `None` if there is none to make.
fn pass(
    before: &Fixed,
    wanted: Wanted,
    selects: &dyn Fn(&Rule) -> bool,
    check: &dyn Fn(&Article) -> Vec<Diagnostic>,
) -> Option<Fixed> {
    let source = &before.article.source;
    let mut plan = Plan::default();
    let mut offers: Vec<Offer<'_>> = Vec::new();
    for finding in &before.findings {
        let fix = finding.fix.as_ref().filter(|fix| wanted.takes(fix));
        if let Some(fix) = fix
            && selects(finding.rule)
            && plan.add(source, fix)
        {
            offers.push((finding, fix));
        }
    }
    let mut trial = Trial {
        source,
        check,
        red_flags: (wanted == Wanted::KeepsMeaning).then(|| red_flags(&before.article)),
        counts: counts(&before.findings),
        kept: Vec::new(),
        result: None,
    };
    trial.grow(&offers);
    let (article, findings) = trial.result?;
    let made = trial.kept.iter().map(|(finding, fix)| Made {
        rule: finding.rule,
        severity: finding.severity,
        title: fix.title.clone(),
        safety: fix.safety,
    });
    Some(Fixed {
        made: made.collect(),
        article,
        findings,
    })
}

/// The number of findings of each rule, by severity.
type Counts = BTreeMap<(&'static str, Severity), usize>;

fn counts(findings: &[Diagnostic]) -> Counts {
    let mut counts = Counts::new();
    for finding in findings {
        *counts
            .entry((finding.rule.name, finding.severity))
            .or_default() += 1;
    }
    counts
}

/// A search for the offers that can be taken together.
struct Trial<'a> {
    source: &'a Source,
    check: &'a dyn Fn(&Article) -> Vec<Diagnostic>,
    /// What must stay the red flags, word for word; `None` where fixes may change them.
    red_flags: Option<Vec<String>>,
    /// The findings with the fixes that are kept.
    counts: Counts,
    kept: Vec<Offer<'a>>,
    /// The article with the fixes that are kept.
    result: Option<(Article, Vec<Diagnostic>)>,
}

impl<'a> Trial<'a> {
    /// Takes all of `offers` that can be taken: all at once, else one half after the other.
    fn grow(&mut self, offers: &[Offer<'a>]) {
        if offers.is_empty() || self.take(offers) || offers.len() == 1 {
            return;
        }
        let (first, second) = offers.split_at(offers.len() / 2);
        self.grow(first);
        self.grow(second);
    }

    /// Takes `offers` if they do what they promise and nothing else gets worse.
    fn take(&mut self, offers: &[Offer<'a>]) -> bool {
        let all = self.kept.iter().chain(offers).map(|(_, fix)| *fix);
        let Some(text) = edits::apply(self.source, all) else {
            return false;
        };
        let source = Source::new(self.source.name(), text, self.source.format());
        let article = parse::article(source);
        // A "?" can make a question of a line, and so end the part that the lines below it belong to.
        let kept = self.red_flags.as_ref();
        if kept.is_some_and(|kept| *kept != red_flags(&article)) {
            return false;
        }
        let findings = (self.check)(&article);
        let after = counts(&findings);
        if !is_better(&self.counts, &after, offers) {
            return false;
        }
        self.kept.extend_from_slice(offers);
        self.counts = after;
        self.result = Some((article, findings));
        true
    }
}

/// The words of the red flags, part by part.
fn red_flags(article: &Article) -> Vec<String> {
    let places = article.places(Role::RedFlags);
    let texts = places.map(|place| article.source.slice(place.span).trim().to_owned());
    texts.collect()
}

/// Whether each of `offers` has one finding less of its rule, and no other finding has come.
fn is_better(before: &Counts, after: &Counts, offers: &[Offer<'_>]) -> bool {
    let mut mended = Counts::new();
    for (finding, _) in offers {
        *mended
            .entry((finding.rule.name, finding.severity))
            .or_default() += 1;
    }
    let number = |counts: &Counts, key| counts.get(key).copied().unwrap_or(0);
    let is_mended = mended
        .iter()
        .all(|(key, fixes)| number(after, key) + fixes <= number(before, key));
    let is_no_worse = after
        .iter()
        .all(|(key, number_after)| *number_after <= number(before, key));
    is_mended && is_no_worse
}
