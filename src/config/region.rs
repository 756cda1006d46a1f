//! A region: its emergency number, its services and its paper.

/// What differs between regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// ISO 3166 code in capitals, `EU` included.
    pub code: String,
    /// The number to call in an emergency; `None` where we do not know it.
    pub emergency_number: Option<&'static str>,
    /// Where to go in an emergency, in English.
    pub emergency_place: &'static str,
    /// Whom to call with thoughts of suicide; `None` where we do not know it.
    pub crisis_line: Option<&'static CrisisLine>,
    /// Other numbers that help is reached by in an emergency or a crisis.
    pub other_numbers: &'static [&'static str],
    /// Whether paper is US Letter; else it is A4.
    pub letter_paper: bool,
}

/// Emergency numbers: ITU-T E.161.1 and the national authorities' pages.
const NUMBERS: &[(&str, &str)] = &[
    ("US", "911"),
    ("CA", "911"),
    ("MX", "911"),
    ("GB", "999"),
    ("IE", "112"),
    ("EU", "112"),
    ("ES", "112"),
    ("FR", "112"),
    ("DE", "112"),
    ("AU", "000"),
    ("NZ", "111"),
    ("IN", "112"),
    ("CO", "123"),
    ("AR", "107"),
    ("CL", "131"),
];

/// A line that listens to people who think of suicide, day and night, free of charge.
#[derive(Debug, PartialEq, Eq)]
pub struct CrisisLine {
    /// What it is called.
    pub name: &'static str,
    /// Its number.
    pub number: &'static str,
}

/// Crisis lines, from the pages of those who run them: 988lifeline.org, 988.ca, samaritans.org, lifeline.org.au,
/// 1737.org.nz, the Spanish ministry of health (linea024.sanidad.gob.es), 3114.fr, telefonseelsorge.de, the Mexican
/// ministry of health (Línea de la Vida), the Indian ministry of health (Tele-MANAS). Read again at each release.
const CRISIS_LINES: &[(&str, CrisisLine)] = &[
    ("US", line("988 Suicide & Crisis Lifeline", "988")),
    ("CA", line("9-8-8: Suicide Crisis Helpline", "988")),
    ("GB", line("Samaritans", "116 123")),
    ("IE", line("Samaritans", "116 123")),
    ("AU", line("Lifeline", "13 11 14")),
    ("NZ", line("1737, need to talk?", "1737")),
    ("ES", line("Línea 024", "024")),
    ("FR", line("3114", "3114")),
    ("DE", line("TelefonSeelsorge", "0800 1110111")),
    ("MX", line("Línea de la Vida", "800 911 2000")),
    ("IN", line("Tele-MANAS", "14416")),
];

const fn line(name: &'static str, number: &'static str) -> CrisisLine {
    CrisisLine { name, number }
}

/// Numbers besides the first that answer in an emergency, give urgent advice or help in a crisis, from the same sources;
/// 112 answers in Europe, and 111 is the urgent advice line of the NHS.
const OTHER_NUMBERS: &[(&str, &[&str])] = &[
    ("US", &["988"]),
    ("CA", &["988"]),
    ("GB", &["112", "111"]),
    ("IE", &["999"]),
    ("EU", &["999", "061"]),
    ("ES", &["061"]),
    ("AU", &["112"]),
    ("CO", &["112"]),
    ("AR", &["911"]),
    ("MX", &["112"]),
];

/// Short numbers that answer in a region and help in no emergency: lines for health advice, of the police, of the city, relay
/// services. From the pages of those who run them.
const OTHER_LINES: &[(&str, &[&str])] = &[
    ("US", &["211", "311", "511", "711"]),
    ("CA", &["811", "211", "311", "511", "711"]),
    ("GB", &["101", "105", "119"]),
    ("FR", &["15", "17", "18", "114", "115", "119"]),
    ("DE", &["110"]),
    ("ES", &["016", "091", "062", "080", "085", "012", "010"]),
    (
        "EU",
        &["15", "17", "18", "110", "114", "115", "118", "119", "144"],
    ),
    ("NZ", &["105"]),
    ("AU", &["106"]),
    ("IN", &["100", "101", "102", "104", "108", "181"]),
    ("CO", &["125", "132", "106"]),
    ("AR", &["100", "101", "148"]),
    ("CL", &["132", "133"]),
    ("MX", &["065", "089"]),
];

/// Countries that print on Letter.
const LETTER: &[&str] = &["US", "CA", "MX", "CO", "CL", "PH"];

impl Region {
    /// The region with this code; `UK` is read as `GB`. An unknown code has no emergency number.
    pub fn from_code(code: &str) -> Self {
        let code = match code.trim().to_uppercase() {
            code if code == "UK" => "GB".to_owned(),
            code => code,
        };
        let emergency_number = NUMBERS
            .iter()
            .find(|(known, _)| *known == code)
            .map(|(_, number)| *number);
        let other_numbers = OTHER_NUMBERS
            .iter()
            .find(|(known, _)| *known == code)
            .map_or(&[][..], |(_, numbers)| *numbers);
        let emergency_place = match code.as_str() {
            "US" | "CA" => "the emergency room",
            "GB" | "IE" => "A&E",
            _ => "the emergency department",
        };
        let crisis_line = CRISIS_LINES.iter().find(|(known, _)| *known == code);
        Self {
            crisis_line: crisis_line.map(|(_, line)| line),
            letter_paper: LETTER.contains(&code.as_str()),
            emergency_number,
            emergency_place,
            other_numbers,
            code,
        }
    }

    /// Whether `number` reaches help here; `None` where we know no number of the region.
    pub fn answers(&self, number: &str) -> Option<bool> {
        let own = self.emergency_number?;
        let crisis = self.crisis_line.is_some_and(|line| line.number == number);
        Some(own == number || crisis || self.other_numbers.contains(&number))
    }

    /// Whether `number` is a line of this region that is right for something else than an emergency: 101, the police in
    /// Great Britain.
    pub fn has_line(&self, number: &str) -> bool {
        let known = OTHER_LINES.iter().find(|(code, _)| *code == self.code);
        known.is_some_and(|(_, lines)| lines.contains(&number))
    }

    /// Whether `number` answers somewhere that we know of.
    pub fn is_known_number(number: &str) -> bool {
        let has = |(_, numbers): &(&str, &[&str])| numbers.contains(&number);
        NUMBERS.iter().any(|(_, known)| *known == number)
            || OTHER_NUMBERS.iter().any(has)
            || OTHER_LINES.iter().any(has)
            || CRISIS_LINES.iter().any(|(_, line)| line.number == number)
            || matches!(
                number,
                "995" | "119" | "118" | "113" | "117" | "120" | "122" | "190" | "192"
            )
    }

    /// Whether `number` is one that most phones put through in an emergency, wherever they are.
    pub fn is_wide_number(number: &str) -> bool {
        matches!(number, "112" | "911" | "999")
    }

    /// The region that a language tag names (`en-GB`), else the default, US.
    pub fn from_lang(tag: &str) -> Self {
        Self::named_by(tag).unwrap_or_else(|| Self::from_code("US"))
    }

    /// The region that a language tag names.
    pub fn named_by(tag: &str) -> Option<Self> {
        let region = tag.split(['-', '_']).skip(1).find(|part| part.len() == 2);
        region.map(Self::from_code)
    }
}
