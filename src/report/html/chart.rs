//! How hard each section is to read, as a chart and as a table.

use super::super::one_line;
use super::super::xml::escaped;
use crate::config::Settings;
use crate::facts::Facts;
use crate::facts::readability::figures::{Named, figures};
use std::fmt::Write;

/// The chart's width, that of the names, and the height of a row.
const WIDTH: f64 = 640.0;
const NAMES: f64 = 240.0;
const ROW: f64 = 24.0;
/// Room for the figure at the end of the longest bar.
const FIGURE: f64 = 60.0;
/// Characters of a section's name in the chart; the table has all of it.
const NAME_MAX: usize = 29;

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

    /// The chart with its table; "" where nothing was measured.
    pub(super) fn html(&self, id: &str) -> String {
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
            "<figure class=\"chart\">\n<figcaption id=\"{id}-chart\">Reading grade by section: the years of school that a reader needs \
             (mean of SMOG and Flesch-Kincaid){target}</figcaption>\n"
        );
        self.push_chart(id, &mut html);
        html.push_str("<details>\n<summary>The same as a table</summary>\n<table><thead><tr><th scope=\"col\">Section</th><th scope=\"col\">Grade</th></tr></thead><tbody>\n");
        for (name, grade) in &self.sections {
            let grade = grade.map_or_else(|| "–".to_owned(), |grade| format!("{grade:.1}"));
            let _ = writeln!(html, "<tr><td>{}</td><td>{grade}</td></tr>", escaped(name));
        }
        html.push_str("</tbody></table>\n</details>\n</figure>\n");
        html
    }

    fn push_chart(&self, id: &str, html: &mut String) {
        let grades = self.sections.iter().filter_map(|(_, grade)| *grade);
        let most = grades.chain(self.target).fold(12.0_f64, f64::max);
        let scale = (WIDTH - NAMES - FIGURE) / most;
        let height = ROW * self.sections.len() as f64 + 4.0;
        let _ = writeln!(
            html,
            "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"{id}-chart\">"
        );
        for (index, (name, grade)) in self.sections.iter().enumerate() {
            let top = ROW * index as f64;
            let middle = top + 16.0;
            let _ = writeln!(
                html,
                "<text x=\"{:.0}\" y=\"{middle:.0}\" text-anchor=\"end\">{}</text>",
                NAMES - 8.0,
                escaped(&shortened(name))
            );
            let Some(grade) = grade else {
                let _ = writeln!(html, "<text x=\"{NAMES:.0}\" y=\"{middle:.0}\">–</text>");
                continue;
            };
            let is_above = self.target.is_some_and(|target| *grade > target);
            let (class, sign) = if is_above {
                ("above", " ▲")
            } else {
                ("below", "")
            };
            let width = (grade.max(0.0) * scale).max(1.0);
            let _ = writeln!(
                html,
                "<rect class=\"{class}\" x=\"{NAMES:.0}\" y=\"{:.0}\" width=\"{width:.1}\" height=\"16\"/>\
                 <text x=\"{:.1}\" y=\"{middle:.0}\">{grade:.1}{sign}</text>",
                top + 3.0,
                NAMES + width + 6.0
            );
        }
        if let Some(target) = self.target {
            let at = NAMES + target * scale;
            let _ = writeln!(
                html,
                "<line class=\"target\" x1=\"{at:.1}\" y1=\"0\" x2=\"{at:.1}\" y2=\"{height}\"/>"
            );
        }
        html.push_str("</svg>\n");
    }
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME_MAX {
        return name.to_owned();
    }
    let start: String = name.chars().take(NAME_MAX - 1).collect();
    format!("{}…", start.trim_end())
}
