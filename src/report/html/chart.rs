//! How hard each section is to read: a table whose rows have a bar each.

use super::super::one_line;
use super::super::xml::escaped;
use crate::config::Settings;
use crate::facts::Facts;
use crate::facts::readability::figures::{Named, figures};
use std::fmt::Write;

/// The grade at the end of the longest bar, at least.
const GRADE_MAX: f64 = 12.0;

/// The reading grades of an article.
#[derive(Debug)]
pub(super) struct Grades {
    /// Of the whole; `None` where there is too little text, or it is in another language than English.
    pub whole: Option<f64>,
    /// The grade that the profile asks for.
    target: Option<f64>,
    /// Of the sections, in reading order.
    sections: Vec<(String, Option<f64>)>,
}

impl Grades {
    /// Measures the article of `facts`.
    pub(super) fn of(facts: &Facts<'_>, settings: &Settings) -> Self {
        let mut grades = Self {
            whole: None,
            target: settings.limits.reading.grade,
            sections: Vec::new(),
        };
        if facts.base_lang() != "en" {
            return grades;
        }
        let named = Named::of(facts);
        let found = figures(facts, &named, settings.limits.reading.paragraph_words);
        grades.whole = found.whole.counts.grade();
        let sections = found.sections.iter().map(|row| {
            let name = match row.section.heading {
                Some(_) => one_line(row.section.title()),
                None => "Before the sections".to_owned(),
            };
            (name, row.figures.counts.grade())
        });
        grades.sections = sections.collect();
        grades
    }

    /// The chart; "" where nothing was measured.
    pub(super) fn html(&self) -> String {
        if !self.sections.iter().any(|(_, grade)| grade.is_some()) {
            return String::new();
        }
        let target = match self.target {
            Some(target) => format!(
                "; the line is the grade to aim for, {target}, and ▲ marks what is above it"
            ),
            None => String::new(),
        };
        let mut html = format!(
            "<table class=\"chart\">\n<caption>Reading grade by section: the years of school that a reader needs \
             (mean of SMOG and Flesch-Kincaid){target}</caption>\n\
             <thead><tr><th scope=\"col\">Section</th><td></td><th scope=\"col\">Grade</th></tr></thead>\n<tbody>\n"
        );
        let grades = self.sections.iter().filter_map(|(_, grade)| *grade);
        let longest = grades.chain(self.target).fold(GRADE_MAX, f64::max);
        for (name, grade) in &self.sections {
            self.push_row(name, *grade, longest, &mut html);
        }
        html.push_str("</tbody>\n</table>\n");
        html
    }

    /// A section, where the longest bar stands for `longest`. The bar is a picture of the figure beside it, so that nobody
    /// needs to hear of it.
    fn push_row(&self, name: &str, grade: Option<f64>, longest: f64, html: &mut String) {
        let figure = match grade {
            Some(grade) if self.is_above(grade) => format!("{grade:.1} ▲"),
            Some(grade) => format!("{grade:.1}"),
            None => "–".to_owned(),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\">{}</th><td><svg aria-hidden=\"true\">{}{}</svg></td><td>{figure}</td></tr>",
            escaped(name),
            grade.map_or_else(String::new, |grade| self.bar(grade, longest)),
            self.target
                .map_or_else(String::new, |target| line(target, longest)),
        );
    }

    fn bar(&self, grade: f64, longest: f64) -> String {
        let class = if self.is_above(grade) {
            "above"
        } else {
            "below"
        };
        let width = share(grade.max(0.0), longest).max(0.5);
        format!("<rect class=\"{class}\" y=\"15%\" width=\"{width:.1}%\" height=\"70%\"/>")
    }

    fn is_above(&self, grade: f64) -> bool {
        self.target.is_some_and(|target| grade > target)
    }
}

/// The grade to aim for.
fn line(target: f64, longest: f64) -> String {
    let at = share(target, longest);
    format!("<line x1=\"{at:.1}%\" x2=\"{at:.1}%\" y2=\"100%\"/>")
}

/// How long the bar of `grade` is, in per cent of that of `longest`.
fn share(grade: f64, longest: f64) -> f64 {
    grade / longest * 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(sections: &[(&str, Option<f64>)], target: Option<f64>) -> String {
        let sections = sections
            .iter()
            .map(|(name, grade)| ((*name).to_owned(), *grade));
        let grades = Grades {
            whole: None,
            target,
            sections: sections.collect(),
        };
        let html = grades.html();
        html.lines().nth(4).unwrap_or_default().to_owned()
    }

    #[test]
    fn each_section_has_a_bar_as_long_as_its_grade_and_the_line_of_the_target() {
        assert_eq!(
            row(
                &[("Rest & ice", Some(6.0)), ("Risks", Some(16.0))],
                Some(8.0)
            ),
            "<tr><th scope=\"row\">Rest &amp; ice</th><td><svg aria-hidden=\"true\"><rect class=\"below\" y=\"15%\" width=\"37.5%\" \
             height=\"70%\"/><line x1=\"50.0%\" x2=\"50.0%\" y2=\"100%\"/></svg></td><td>6.0</td></tr>"
        );
        let above = row(&[("Risks", Some(9.0))], Some(8.0));
        assert!(above.ends_with("<td>9.0 ▲</td></tr>"), "{above}");
        assert!(above.contains("class=\"above\""), "{above}");
    }

    #[test]
    fn a_section_too_short_to_measure_has_no_bar_and_an_article_of_such_no_chart() {
        let short = row(&[("Title", None), ("Risks", Some(9.0))], None);
        assert!(
            short.ends_with("<svg aria-hidden=\"true\"></svg></td><td>–</td></tr>"),
            "{short}"
        );
        assert_eq!(row(&[("Title", None)], Some(8.0)), "");
    }
}
