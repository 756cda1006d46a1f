//! What `export` takes about the plain text.

use crate::export::text::{Form, Headings, Letters, LineEnd, Options};
use crate::handout::{self, Content, LinkNotes, RedFlags};
use clap::{Args, ValueEnum};

/// About the plain text.
#[derive(Debug, Args)]
#[command(next_help_heading = "Plain text")]
pub struct TextArgs {
    /// What the text is for: sets the options below for it; those that you give yourself win
    #[arg(long, value_name = "PROFILE", value_enum)]
    pub text_profile: Option<Profile>,

    /// Columns of a line; 0 gives each paragraph a line of its own, for programs that wrap [default: 72]
    #[arg(long, value_name = "N", value_parser = width)]
    pub width: Option<usize>,

    /// Write the text in ASCII: ">=" for "≥", "deg C" for "°C", "1/2" for "½", letters without accents
    ///
    /// A character that has no certain way to be written so is an error with its place, never a "?".
    #[arg(long, value_name = "YES", num_args = 0..=1, require_equals = true, default_missing_value = "true",
          hide_possible_values = true)]
    pub ascii: Option<bool>,

    /// How headings are shown [default: underline]
    #[arg(long, value_name = "STYLE", value_enum)]
    pub headings: Option<HeadingStyle>,

    /// Where the addresses of links stand [default: list]
    #[arg(long, value_name = "WHERE", value_enum)]
    pub links: Option<LinkStyle>,

    /// Where red flags stand in the text [default: first]
    #[arg(long, value_name = "WHERE", value_enum)]
    pub red_flags: Option<RedFlagOrder>,

    /// Lines of a printed page: adds form feeds and page numbers, and parts no urgent box that fits on a page
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub page_length: Option<u16>,

    /// What ends a line [default: lf]
    #[arg(long, value_name = "END", value_enum)]
    pub eol: Option<Eol>,

    /// Fail if the text has more than this many characters; it is never cut
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub max_chars: Option<u32>,
}

/// What the text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Profile {
    /// For health records and portals: --width 0 --ascii --headings upper
    Ehr,
    /// A text message: only the red flags and the canonical URL, in the alphabet of text messages; tells its parts
    Sms,
    /// For reading out: --headings sentence, no rules, links by number in words, tables cell by cell
    ScreenReader,
}

/// How headings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HeadingStyle {
    /// The sections' headings in capitals; doses and units stay as they are
    Upper,
    /// With capitals as in a sentence, as far as the article's text tells which words are names
    Sentence,
    /// As written, with a rule below
    Underline,
}

/// Where the addresses of links stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LinkStyle {
    /// In a numbered list at the end
    List,
    /// In brackets after the link's words
    Inline,
    /// Nowhere
    None,
}

/// Where red flags stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RedFlagOrder {
    /// Before all else, the most urgent first
    First,
    /// Where the article has them
    InPlace,
}

/// What ends a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Eol {
    /// A line feed
    Lf,
    /// A carriage return and a line feed
    Crlf,
}

impl TextArgs {
    /// The first option that was given, as it is typed.
    pub fn first_given(&self) -> Option<&'static str> {
        let given = [
            ("--text-profile", self.text_profile.is_some()),
            ("--width", self.width.is_some()),
            ("--ascii", self.ascii.is_some()),
            ("--headings", self.headings.is_some()),
            ("--links", self.links.is_some()),
            ("--red-flags", self.red_flags.is_some()),
            ("--page-length", self.page_length.is_some()),
            ("--eol", self.eol.is_some()),
            ("--max-chars", self.max_chars.is_some()),
        ];
        given
            .into_iter()
            .find(|(_, given)| *given)
            .map(|(name, _)| name)
    }

    /// Whether the text is a text message.
    pub fn is_message(&self) -> bool {
        self.text_profile == Some(Profile::Sms)
    }

    /// The first option that a text message has no use for.
    pub fn idle_in_a_message(&self) -> Option<&'static str> {
        if !self.is_message() {
            return None;
        }
        let idle = [
            ("--red-flags", self.red_flags.is_some()),
            ("--page-length", self.page_length.is_some()),
        ];
        idle.into_iter()
            .find(|(_, given)| *given)
            .map(|(name, _)| name)
    }

    /// How the text is set: what the profile says, and over it what was given.
    pub fn options(&self) -> Options {
        let profile = match self.text_profile {
            None => Options::default(),
            Some(Profile::Ehr) => Options {
                width: 0,
                letters: Letters::Ascii,
                headings: Headings::Upper,
                ..Options::default()
            },
            Some(Profile::Sms) => Options {
                width: 0,
                letters: Letters::Gsm7,
                headings: Headings::Sentence,
                form: Form::Message,
                ..Options::default()
            },
            Some(Profile::ScreenReader) => Options {
                headings: Headings::Sentence,
                form: Form::Speech,
                ..Options::default()
            },
        };
        Options {
            width: self.width.unwrap_or(profile.width),
            letters: self.letters(profile.letters),
            headings: self.headings.map_or(profile.headings, Into::into),
            form: profile.form,
            page_length: self.page_length.map(usize::from),
            line_end: match self.eol {
                Some(Eol::Crlf) => LineEnd::Crlf,
                Some(Eol::Lf) | None => profile.line_end,
            },
            max_chars: self.max_chars.and_then(|limit| usize::try_from(limit).ok()),
        }
    }

    fn letters(&self, profile: Letters) -> Letters {
        match (self.ascii, profile) {
            (None, profile) => profile,
            (Some(true), Letters::All | Letters::Ascii) => Letters::Ascii,
            (Some(true), Letters::Gsm7 | Letters::Gsm7Ascii) => Letters::Gsm7Ascii,
            (Some(false), Letters::All | Letters::Ascii) => Letters::All,
            (Some(false), Letters::Gsm7 | Letters::Gsm7Ascii) => Letters::Gsm7,
        }
    }

    /// The words of the text, where they are others than those of `handout`.
    pub fn handout(&self, options: &handout::Options) -> handout::Options {
        let is_message = self.is_message();
        let is_spoken = self.text_profile == Some(Profile::ScreenReader);
        let links = match self.links {
            None if is_message => LinkNotes::Omitted,
            None | Some(LinkStyle::List) if is_spoken => LinkNotes::Named,
            None | Some(LinkStyle::List) => LinkNotes::Numbered,
            Some(LinkStyle::Inline) => LinkNotes::Inline,
            Some(LinkStyle::None) => LinkNotes::Omitted,
        };
        handout::Options {
            content: if is_message {
                Content::RedFlags
            } else {
                Content::Whole
            },
            red_flags: match self.red_flags {
                Some(RedFlagOrder::InPlace) => RedFlags::InPlace,
                Some(RedFlagOrder::First) | None => RedFlags::First,
            },
            links,
            ..options.clone()
        }
    }
}

impl From<HeadingStyle> for Headings {
    fn from(style: HeadingStyle) -> Self {
        match style {
            HeadingStyle::Upper => Self::Upper,
            HeadingStyle::Sentence => Self::Sentence,
            HeadingStyle::Underline => Self::Underline,
        }
    }
}

/// The fewest columns: what a deep list needs for its indents and words.
const NARROWEST: usize = 40;
/// The most columns.
const WIDEST: usize = 1000;

fn width(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|width| *width == 0 || (NARROWEST..=WIDEST).contains(width))
        .ok_or_else(|| format!("a width is 0 (no limit) or a number from {NARROWEST} to {WIDEST}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        text: TextArgs,
    }

    fn options(line: &str) -> (Options, LinkNotes) {
        let line = Line::parse_from(std::iter::once("text").chain(line.split_whitespace()));
        let handout = line.text.handout(&handout::Options::default());
        (line.text.options(), handout.links)
    }

    #[test]
    fn what_is_given_wins_over_the_profile() {
        let (ehr, _) = options("--text-profile ehr");
        assert_eq!((ehr.width, ehr.letters), (0, Letters::Ascii));
        let (ehr, links) = options(
            "--text-profile ehr --width 60 --ascii=false --headings sentence --links inline",
        );
        assert_eq!((ehr.width, ehr.letters), (60, Letters::All));
        assert_eq!(
            (ehr.headings, links),
            (Headings::Sentence, LinkNotes::Inline)
        );
        let (sms, links) = options("--text-profile sms --ascii --links list");
        assert_eq!(
            (sms.letters, links),
            (Letters::Gsm7Ascii, LinkNotes::Numbered)
        );
        let (spoken, links) = options("--text-profile screen-reader --links list");
        assert_eq!((spoken.form, links), (Form::Speech, LinkNotes::Named));
    }

    #[test]
    fn without_options_nothing_changes() {
        assert_eq!(options(""), (Options::default(), LinkNotes::Numbered));
    }
}
