//! Profiles: the standards on which publishers disagree, each with its source.

use super::Region;

/// A set of choices among standards that disagree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Profile {
    /// `us`, `nhs` or `neutral`.
    pub name: &'static str,
    /// How a number and its unit are set.
    pub unit_spacing: UnitSpacing,
    /// Whether headings may be questions outside the FAQ.
    pub question_headings: QuestionHeadings,
    /// The school grade that the text should not go above, as SMOG counts it; `None` where scores are no target.
    pub grade_max: Option<f64>,
    /// The most items that a list should have.
    pub list_items_max: usize,
    /// Whether every kind of document needs questions and answers.
    pub requires_faq: bool,
    /// Whether every kind of document needs a disclaimer.
    pub requires_disclaimer: bool,
    /// How temperatures are written.
    pub temperature: Temperature,
    /// Whether headings may have an ampersand.
    pub ampersand: Ampersand,
    /// Whether warning signs are headed by a call to action that ends in "if:", one heading for each urgency.
    pub care_cards: bool,
}

/// How a number and its unit are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitSpacing {
    /// "10 mg".
    Spaced,
    /// "10mg".
    Joined,
    /// Either, but one throughout.
    Consistent,
}

/// Whether headings may be questions outside the FAQ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionHeadings {
    /// They are welcome.
    Welcome,
    /// Statements are better.
    Discouraged,
    /// Nothing is asked.
    Free,
}

/// How temperatures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Temperature {
    /// In Fahrenheit, with Celsius beside it where there is room: "100.4°F (38°C)".
    Fahrenheit,
    /// In Celsius: "38C".
    Celsius,
    /// In either; both where readers of several countries are addressed.
    Either,
}

/// Whether headings may have an ampersand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ampersand {
    /// "and", except in names such as A&E.
    Avoided,
    /// Nothing is asked.
    Free,
}

/// For readers in the United States.
///
/// - Units: a space between number and unit, since "10mg" has been read as a tenfold dose: ISMP List of Error-Prone
///   Abbreviations, Symbols, and Dose Designations (2021).
/// - Headings: questions that readers have are good headings: Federal Plain Language Guidelines; CDC Clear Communication
///   Index user guide.
/// - Grade: 6th to 8th grade: NIH and AHRQ, Health Literacy Universal Precautions Toolkit, 3rd edition, tool 11.
/// - Lists: at most 7 items: CDC Clear Communication Index, item 9 ("chunks").
/// - FAQ and disclaimer: asked of every kind, this tool's own rule after the practice of US publishers.
/// - Temperature: Fahrenheit, as US thermometers show it.
/// - Ampersand: "and", except in names: AMA Manual of Style, 11th edition.
pub static US: Profile = Profile {
    name: "us",
    unit_spacing: UnitSpacing::Spaced,
    question_headings: QuestionHeadings::Welcome,
    grade_max: Some(8.0),
    list_items_max: 7,
    requires_faq: true,
    requires_disclaimer: true,
    temperature: Temperature::Fahrenheit,
    ampersand: Ampersand::Avoided,
    care_cards: false,
};

/// For publishers in the United Kingdom who follow the NHS.
///
/// All from the NHS digital service manual (service-manual.nhs.uk, read in August 2026):
/// - Units: no space, "10mg": content style guide, "Numbers, measurements, dates and time".
/// - Headings: no questions as headings, statements and front-loaded words instead; no FAQ: "Formatting and punctuation",
///   and "Frequently asked questions (FAQs)" in the GOV.UK content guide that it builds on.
/// - Grade: no score is a target; the manual advises against relying on readability scores: "Health literacy".
/// - Lists: at most 6 items: "Formatting and punctuation".
/// - Disclaimer: pages name their publisher and review dates instead.
/// - Temperature: Celsius, "38C": A to Z, "high temperature".
/// - Ampersand: "and", except in A&E: "Formatting and punctuation".
/// - Care cards: a heading that is one call to action and ends in "if:", one card for each level: "Care cards".
pub static NHS: Profile = Profile {
    name: "nhs",
    unit_spacing: UnitSpacing::Joined,
    question_headings: QuestionHeadings::Discouraged,
    grade_max: None,
    list_items_max: 6,
    requires_faq: false,
    requires_disclaimer: false,
    temperature: Temperature::Celsius,
    ampersand: Ampersand::Avoided,
    care_cards: true,
};

/// For everyone else: what the other two agree on, and the laxer of the two where they do not.
///
/// Grade 9 is this tool's own number: one above the US target, since average adults read at 8th to 9th grade (AHRQ
/// toolkit, tool 11).
pub static NEUTRAL: Profile = Profile {
    name: "neutral",
    unit_spacing: UnitSpacing::Consistent,
    question_headings: QuestionHeadings::Free,
    grade_max: Some(9.0),
    list_items_max: 7,
    requires_faq: true,
    requires_disclaimer: true,
    temperature: Temperature::Either,
    ampersand: Ampersand::Avoided,
    care_cards: false,
};

/// What a team does otherwise than its profile; `None` leaves it to the profile.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Standards {
    /// How a number and its unit are set.
    pub unit_spacing: Option<UnitSpacing>,
    /// Whether headings may be questions outside the FAQ.
    pub question_headings: Option<QuestionHeadings>,
    /// How temperatures are written.
    pub temperature: Option<Temperature>,
    /// Whether headings may have an ampersand.
    pub ampersand: Option<Ampersand>,
    /// The highest school grade.
    pub grade_max: Option<f64>,
    /// The most items of a list.
    pub list_items_max: Option<usize>,
    /// Whether every kind needs questions and answers.
    pub requires_faq: Option<bool>,
    /// Whether every kind needs a disclaimer.
    pub requires_disclaimer: Option<bool>,
    /// Whether warning signs stand on care cards.
    pub care_cards: Option<bool>,
}

impl Standards {
    /// `profile` with these choices.
    pub(super) fn over(&self, profile: &Profile) -> Profile {
        Profile {
            name: profile.name,
            unit_spacing: self.unit_spacing.unwrap_or(profile.unit_spacing),
            question_headings: self.question_headings.unwrap_or(profile.question_headings),
            grade_max: self.grade_max.or(profile.grade_max),
            list_items_max: self.list_items_max.unwrap_or(profile.list_items_max),
            requires_faq: self.requires_faq.unwrap_or(profile.requires_faq),
            requires_disclaimer: self
                .requires_disclaimer
                .unwrap_or(profile.requires_disclaimer),
            temperature: self.temperature.unwrap_or(profile.temperature),
            ampersand: self.ampersand.unwrap_or(profile.ampersand),
            care_cards: self.care_cards.unwrap_or(profile.care_cards),
        }
    }
}

impl Profile {
    /// Every profile.
    pub const ALL: &'static [&'static Profile] = &[&US, &NHS, &NEUTRAL];
    /// Their names.
    pub const NAMES: &'static [&'static str] = &["us", "nhs", "neutral"];

    /// The profile called `name`.
    pub fn from_name(name: &str) -> Option<&'static Profile> {
        Self::ALL
            .iter()
            .copied()
            .find(|profile| profile.name == name)
    }

    /// The name of the profile that somebody means who writes the name of a country or of a body.
    pub fn meant_by(name: &str) -> Option<&'static str> {
        const MEANT: &[(&str, &str)] = &[
            ("uk", "nhs"),
            ("gb", "nhs"),
            ("en-gb", "nhs"),
            ("british", "nhs"),
            ("england", "nhs"),
            ("usa", "us"),
            ("en-us", "us"),
            ("american", "us"),
        ];
        let name = name.trim().to_lowercase();
        let meant = MEANT.iter().find(|(written, _)| *written == name);
        meant.map(|(_, profile)| *profile)
    }

    /// The profile of a region where none is configured.
    pub fn of_region(region: &Region) -> &'static Profile {
        match region.code.as_str() {
            "US" => &US,
            "GB" => &NHS,
            _ => &NEUTRAL,
        }
    }
}

/// One row of the table in the manual.
struct Row {
    standard: &'static str,
    /// What the profiles ask for, in the order of [`Profile::ALL`].
    asked: fn(&Profile) -> String,
    source: &'static str,
}

const ROWS: &[Row] = &[
    Row {
        standard: "number and unit (`unit-spacing`)",
        asked: |profile| {
            match profile.unit_spacing {
                UnitSpacing::Spaced => "10 mg",
                UnitSpacing::Joined => "10mg",
                UnitSpacing::Consistent => "either, throughout",
            }
            .to_owned()
        },
        source: "ISMP list of error-prone abbreviations, 2021; NHS digital service manual, numbers",
    },
    Row {
        standard: "questions as headings (`question-headings`)",
        asked: |profile| {
            match profile.question_headings {
                QuestionHeadings::Welcome => "welcome",
                QuestionHeadings::Discouraged => "discouraged",
                QuestionHeadings::Free => "free",
            }
            .to_owned()
        },
        source: "Federal Plain Language Guidelines; NHS digital service manual, formatting",
    },
    Row {
        standard: "highest school grade (`grade-max`)",
        asked: |profile| match profile.grade_max {
            Some(grade) => format!("{grade}"),
            None => "no target".to_owned(),
        },
        source: "AHRQ toolkit, tool 11; NHS digital service manual, health literacy; 9 is facetdoc's own",
    },
    Row {
        standard: "most items of a list (`list-items-max`)",
        asked: |profile| profile.list_items_max.to_string(),
        source: "CDC Clear Communication Index, item 9; NHS digital service manual, formatting",
    },
    Row {
        standard: "questions and answers (`requires-faq`)",
        asked: |profile| asked(profile.requires_faq),
        source: "facetdoc's own for `us` and `neutral`; NHS and GOV.UK content guides advise against FAQs",
    },
    Row {
        standard: "disclaimer (`requires-disclaimer`)",
        asked: |profile| asked(profile.requires_disclaimer),
        source: "practice of US publishers; NHS pages name publisher and review dates instead",
    },
    Row {
        standard: "temperatures (`temperature`)",
        asked: |profile| {
            match profile.temperature {
                Temperature::Fahrenheit => "Fahrenheit",
                Temperature::Celsius => "Celsius",
                Temperature::Either => "either",
            }
            .to_owned()
        },
        source: "what the thermometers of the region show; NHS A to Z of health writing",
    },
    Row {
        standard: "ampersands in headings (`ampersand`)",
        asked: |profile| {
            match profile.ampersand {
                Ampersand::Avoided => "avoided, but for A&E",
                Ampersand::Free => "free",
            }
            .to_owned()
        },
        source: "NHS digital service manual, formatting",
    },
    Row {
        standard: "care-card headings that end in \"if:\" (`care-cards`)",
        asked: |profile| asked(profile.care_cards),
        source: "NHS digital service manual, care cards",
    },
];

fn asked(is_asked: bool) -> String {
    if is_asked {
        "asked for"
    } else {
        "not asked for"
    }
    .to_owned()
}

/// The profiles as a Markdown table: what each asks for, and the sources.
pub fn table() -> String {
    let mut table = format!("| standard | {} | source |\n", Profile::NAMES.join(" | "));
    table.push_str("| --- | --- | --- | --- | --- |\n");
    for row in ROWS {
        let asked: Vec<String> = Profile::ALL
            .iter()
            .map(|profile| (row.asked)(profile))
            .collect();
        let cells = [row.standard, &asked.join(" | "), row.source].join(" | ");
        table.push_str(&["| ", &cells, " |\n"].concat());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_chooses_its_profile() {
        for (code, name) in [
            ("US", "us"),
            ("gb", "nhs"),
            ("UK", "nhs"),
            ("IE", "neutral"),
        ] {
            assert_eq!(Profile::of_region(&Region::from_code(code)).name, name);
        }
        let names: Vec<&str> = Profile::ALL.iter().map(|profile| profile.name).collect();
        assert_eq!(names, Profile::NAMES);
    }
}
