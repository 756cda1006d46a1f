//! Articles whose review is too long ago.

use crate::facts::credit::Dated;
use crate::rules::prelude::*;

rule! {
    /// The day of the next review has passed, or the last review is too old.
    ///
    /// ## Why it matters
    /// Guidelines change. After some years the advice on a page, or on a handout from a drawer, may be wrong.
    ///
    /// A review counts as too old after 36 months, for procedures after 24; a later day of the next review does not lengthen
    /// that. A team sets other ages by kind under `[review-months]` in `facetdoc.toml`. A date without its day or month counts to its end.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// reviewed: 2019-05-01
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    ///
    /// Last reviewed: 3 March 2024. Next review: March 2025.
    /// ```
    ///
    /// A team may ask for a review every year:
    /// ```toml,config
    /// [review-months]
    /// article = 12
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// reviewed: 2024-11-01
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// reviewed: 2025-05-01
    /// next_review: 2028-05-01
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    RULE {
        name: "review-overdue", severity: Warning, since: "0.1.0",
        standard: "NHS Standard for creating health content 1 (planned review); PIF TICK",
        summary: "the review of the article is overdue",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(today) = cx.today else {
        return;
    };
    let limits = &cx.settings.limits;
    let limit_of_kind = match cx.settings.kind {
        Kind::Procedure => limits.review_months_procedure,
        Kind::Condition | Kind::Medicine | Kind::Exercise | Kind::Article => limits.review_months,
    };
    let limit = cx.settings.review_months();
    let limit = limit.map_or(i64::from(limit_of_kind), |months| {
        i64::try_from(months).unwrap_or(i64::MAX)
    });
    let help = "Advice may have changed since. Have the article checked against today's guidelines, then renew the date.";
    let (reviewed, next) = (cx.facts.reviewed(), cx.facts.next_review());
    let renewed = |next: &Dated| reviewed.is_none_or(|last| last.date < next.date);
    if let Some(next) = next.filter(|next| months_since(next.date, today) > 0 && renewed(next)) {
        let message = format!("the next review was due {}", next.date.to_iso());
        findings.report(next.span, message).help(help);
        return;
    }
    let Some(last) = reviewed else {
        return;
    };
    let months = months_since(last.date, today);
    if months > limit {
        let date = last.date.to_iso();
        let message = format!("last reviewed {date}, {months} months ago (limit {limit})");
        findings.report(last.span, message).help(help);
    }
}

/// The months begun between the end of `date` and `today`; 0 where `date` is not over.
fn months_since(date: Date, today: Date) -> i64 {
    let (month, day) = (date.month.unwrap_or(12), date.day.unwrap_or(31));
    let index = |year: i32, month: u8| i64::from(year) * 12 + i64::from(month);
    let months = index(today.year, today.month.unwrap_or(1)) - index(date.year, month);
    let begun = i64::from(today.day.unwrap_or(1) > day);
    (months + begun).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_from_the_end_of_a_date() {
        let today = Date::from_ymd(2026, 1, 15).unwrap();
        for (date, months) in [
            ("2026-01-15", 0),
            ("2026-01-14", 1),
            ("2025-12", 1),
            ("2025", 1),
            ("2026", 0),
            ("2023-01-15", 36),
            ("2023-01-14", 37),
            ("2030-01-01", 0),
        ] {
            assert_eq!(
                months_since(Date::from_iso(date).unwrap(), today),
                months,
                "{date}"
            );
        }
    }
}
