//! How handouts look: the options of `export` that `[export]` in facetdoc.toml can set, too.

use crate::config::{ExportDefaults, MOST_LINES, Paper};
use clap::{Args, ValueEnum};

/// How handouts look. A flag that is not given is left to the configuration.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "How the handout looks")]
pub struct HandoutArgs {
    /// The paper of the PDF [default: letter or A4, by the article's region]
    #[arg(long, value_enum)]
    pub paper: Option<PaperSize>,

    /// Set the PDF in large print, 18 point
    #[arg(long, value_name = "false", num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true)]
    pub large_print: Option<bool>,

    /// Fit the handout on one sheet: the warning signs, then the parts that matter most; what is left out is told
    #[arg(long, value_name = "false", num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true)]
    pub condensed: Option<bool>,

    /// Make a second PDF, for printing only, whose sheets fold into a booklet: article-booklet.pdf
    #[arg(long, value_name = "false", num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true)]
    pub booklet: Option<bool>,

    /// Start with lines for the patient's name and the date
    #[arg(long, value_name = "false", num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true)]
    pub name_date: Option<bool>,

    /// Add lines on which patients say in their own words what it is, what they will do and when they call
    #[arg(long, value_name = "false", num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true)]
    pub teach_back: Option<bool>,

    /// Add N lines for the patient's questions; four suit most handouts, none is for no line
    #[arg(long, value_name = "N", value_parser = lines)]
    pub questions: Option<Lines>,

    /// Add lines for notes
    #[arg(long, value_name = "false", num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true)]
    pub notes: Option<bool>,

    /// Print the article's canonical_url at the end, with a QR code for phones
    #[arg(long, value_name = "false", num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true)]
    pub qr: Option<bool>,
}

/// A number of lines to write on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines(pub usize);

fn lines(text: &str) -> Result<Lines, String> {
    if text == "none" {
        return Ok(Lines(0));
    }
    let number = text.parse::<usize>().ok();
    number
        .filter(|number| (1..=MOST_LINES).contains(number))
        .map(Lines)
        .ok_or_else(|| format!("give a number of lines from 1 to {MOST_LINES}, or none"))
}

/// Which formats an option is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The PDF only.
    Pdf,
    /// The formats that show pictures: the PDF and the web page.
    Pictures,
    /// Every format that is a handout: the PDF, the text and the web page.
    Handout,
}

impl HandoutArgs {
    /// The options that were switched on, each with what it is about.
    pub fn given(&self) -> Vec<(&'static str, About)> {
        let on = |flag: Option<bool>| flag == Some(true);
        let options = [
            (self.paper.is_some(), "--paper", About::Pdf),
            (on(self.large_print), "--large-print", About::Pdf),
            (on(self.booklet), "--booklet", About::Pdf),
            (on(self.condensed), "--condensed", About::Handout),
            (on(self.name_date), "--name-date", About::Handout),
            (on(self.teach_back), "--teach-back", About::Handout),
            (
                self.questions.is_some_and(|lines| lines.0 > 0),
                "--questions",
                About::Handout,
            ),
            (on(self.notes), "--notes", About::Handout),
            (on(self.qr), "--qr", About::Pdf),
        ];
        let given = options.into_iter().filter(|(given, ..)| *given);
        given.map(|(_, name, about)| (name, about)).collect()
    }

    /// What holds for an article: what was typed, over what its configuration says.
    pub fn over(&self, file: &ExportDefaults) -> ExportDefaults {
        let flag = |typed: Option<bool>, file: bool| typed.unwrap_or(file);
        ExportDefaults {
            formats: file.formats.clone(),
            paper: self.paper.map(Into::into).or(file.paper),
            large_print: flag(self.large_print, file.large_print),
            questions: match self.questions {
                Some(lines) => Some(lines.0),
                None => file.questions,
            },
            notes: flag(self.notes, file.notes),
            name_date: flag(self.name_date, file.name_date),
            teach_back: flag(self.teach_back, file.teach_back),
            qr: flag(self.qr, file.qr),
            booklet: flag(self.booklet, file.booklet),
            condensed: flag(self.condensed, file.condensed),
        }
    }
}

/// The paper of the PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperSize {
    /// 210 by 297 mm
    A4,
    /// 8.5 by 11 inches
    Letter,
}

impl From<PaperSize> for Paper {
    fn from(size: PaperSize) -> Self {
        match size {
            PaperSize::A4 => Self::A4,
            PaperSize::Letter => Self::Letter,
        }
    }
}
