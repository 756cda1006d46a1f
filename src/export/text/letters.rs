//! Which characters a text may hold, and how others are written with them.
//!
//! A character that has no certain way to be written is refused, never replaced by "?": a "≥" that goes missing from a dose
//! is worse than no text.

use super::sms;
use std::borrow::Cow;

/// The characters that a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    /// All of Unicode.
    #[default]
    All,
    /// ASCII.
    Ascii,
    /// The alphabet of text messages: GSM 03.38, extension table included.
    Gsm7,
    /// What is both ASCII and in the alphabet of text messages.
    Gsm7Ascii,
}

impl Letters {
    /// What the alphabet is called in a message.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "Unicode",
            Self::Ascii => "ASCII",
            Self::Gsm7 | Self::Gsm7Ascii => "the alphabet of text messages (GSM-7)",
        }
    }

    /// Whether a text may hold `ch` as it is. Line ends may stay.
    pub(super) fn has(self, ch: char) -> bool {
        match self {
            Self::All => true,
            Self::Ascii => ch.is_ascii(),
            Self::Gsm7 => sms::septets(ch).is_some(),
            Self::Gsm7Ascii => ch.is_ascii() && sms::septets(ch).is_some(),
        }
    }
}

/// A character with its neighbours; `lang` is the base language of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) before: Option<char>,
    pub(super) ch: char,
    pub(super) after: Option<char>,
    pub(super) lang: &'a str,
}

/// How the character is written in ASCII; `None` if there is no certain way.
///
/// A no-break space stays, so that "2 mg" is not parted where lines are wrapped; it is written as a space afterwards.
pub(super) fn written(place: Place<'_>) -> Option<Cow<'static, str>> {
    let Place {
        before, ch, after, ..
    } = place;
    if let Some(fraction) = listed(FRACTIONS, ch) {
        return Some(spaced(before.filter(char::is_ascii_digit), fraction, None));
    }
    if let Some(sign) = listed(MONEY, ch) {
        let digit = |ch: &char| ch.is_ascii_digit();
        return Some(spaced(before.filter(digit), sign, after.filter(digit)));
    }
    if let Some(raised) = raised(ch) {
        let power = if before.is_some_and(|before| self::raised(before).is_some()) {
            String::from(raised)
        } else {
            format!("^{raised}")
        };
        return Some(power.into());
    }
    Some(match ch {
        '°' | '˚' | 'º' if before.is_none_or(|before| !before.is_alphabetic() && before != '.') =>
        {
            let word = |ch: &char| !ch.is_whitespace() && *ch != '(';
            spaced(
                before.filter(word),
                "deg",
                after.filter(|ch| ch.is_alphanumeric()),
            )
        }
        '℃' => spaced(before.filter(|ch| !ch.is_whitespace()), "deg C", None),
        '℉' => spaced(before.filter(|ch| !ch.is_whitespace()), "deg F", None),
        // "ug" has been read as "mg"; "mcg" is what ISMP asks for.
        'µ' | 'μ' if after == Some('g') => "mc".into(),
        'µ' | 'μ' if !is_greek(before) && !is_greek(after) => "micro".into(),
        // Some journals write decimals so: 2·5 mg.
        '·' | '∙' | '⋅' if is_digit(before) && is_digit(after) => ".".into(),
        '·' | '∙' | '⋅' => "-".into(),
        _ => return listed(SIGNS, ch).or_else(|| word(place)).map(Cow::Borrowed),
    })
}

/// Accented and other letters, which differ by language, and Greek letters that stand alone.
fn word(place: Place<'_>) -> Option<&'static str> {
    let ch = place.ch;
    if place.lang == "de"
        && let Some(umlaut) = listed(GERMAN, ch)
    {
        return Some(umlaut);
    }
    if matches!(ch, '\u{300}'..='\u{36f}') && place.before.is_some_and(is_latin) {
        return Some("");
    }
    if let Some((_, plain)) = ACCENTS.iter().find(|(all, _)| all.contains(ch)) {
        return Some(plain);
    }
    let alone = !is_greek(place.before) && !is_greek(place.after);
    listed(GREEK, ch).filter(|_| alone)
}

fn listed(table: &[(char, &'static str)], ch: char) -> Option<&'static str> {
    let row = table.iter().find(|(listed, _)| *listed == ch);
    row.map(|(_, text)| *text)
}

fn spaced(before: Option<char>, text: &'static str, after: Option<char>) -> Cow<'static, str> {
    match (before, after) {
        (None, None) => text.into(),
        (before, after) => {
            let space = |side: Option<char>| if side.is_some() { " " } else { "" };
            format!("{}{text}{}", space(before), space(after)).into()
        }
    }
}

fn is_digit(ch: Option<char>) -> bool {
    ch.is_some_and(|ch| ch.is_ascii_digit())
}

fn is_latin(ch: char) -> bool {
    ch.is_ascii_alphabetic()
        || matches!(ch, '\u{300}'..='\u{36f}')
        || ACCENTS.iter().any(|(all, _)| all.contains(ch))
}

fn is_greek(ch: Option<char>) -> bool {
    ch.is_some_and(|ch| matches!(ch, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'))
}

fn raised(ch: char) -> Option<char> {
    const RAISED: &str = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁽(⁾)ⁿn";
    let mut pairs = RAISED.chars();
    while let (Some(up), Some(plain)) = (pairs.next(), pairs.next()) {
        if up == ch {
            return Some(plain);
        }
    }
    None
}

const FRACTIONS: &[(char, &str)] = &[
    ('½', "1/2"),
    ('¼', "1/4"),
    ('¾', "3/4"),
    ('⅓', "1/3"),
    ('⅔', "2/3"),
    ('⅕', "1/5"),
    ('⅖', "2/5"),
    ('⅗', "3/5"),
    ('⅘', "4/5"),
    ('⅙', "1/6"),
    ('⅚', "5/6"),
    ('⅛', "1/8"),
    ('⅜', "3/8"),
    ('⅝', "5/8"),
    ('⅞', "7/8"),
];

const MONEY: &[(char, &str)] = &[('€', "EUR"), ('£', "GBP"), ('¥', "JPY")];

const GERMAN: &[(char, &str)] = &[
    ('ä', "ae"),
    ('ö', "oe"),
    ('ü', "ue"),
    ('Ä', "Ae"),
    ('Ö', "Oe"),
    ('Ü', "Ue"),
];

#[rustfmt::skip]
const SIGNS: &[(char, &str)] = &[
    // Comparisons and arithmetic.
    ('≥', ">="), ('⩾', ">="), ('≤', "<="), ('⩽', "<="), ('≠', "!="), ('≈', "~"), ('±', "+/-"), ('×', "x"), ('÷', "/"),
    ('⁄', "/"), ('∕', "/"), ('−', "-"), ('→', "->"), ('←', "<-"), ('↔', "<->"), ('⇒', "=>"),
    // Quotation marks and primes.
    ('‘', "'"), ('’', "'"), ('‚', "'"), ('‛', "'"), ('‹', "'"), ('›', "'"), ('′', "'"), ('´', "'"), ('ʼ', "'"), ('`', "'"),
    ('“', "\""), ('”', "\""), ('„', "\""), ('‟', "\""), ('«', "\""), ('»', "\""), ('″', "\""),
    // Dashes and dots.
    ('‐', "-"), ('‑', "-"), ('‒', "-"), ('–', "-"), ('⁃', "-"), ('—', "--"), ('―', "--"), ('…', "..."),
    ('•', "-"), ('●', "-"), ('▪', "-"), ('■', "-"), ('◦', "-"), ('‣', "-"), ('○', "-"), ('□', "[ ]"),
    // Boxes of tasks, marks of names and law.
    ('☐', "[ ]"), ('☑', "[x]"), ('™', "(TM)"), ('®', "(R)"), ('©', "(C)"), ('№', "No."), ('§', "Sec."),
    // Spanish opens questions and calls with marks that typists without them leave out.
    ('¿', ""), ('¡', ""),
    ('ª', "a"), ('º', "o"),
    // Lowered digits: H₂O, CO₂.
    ('₀', "0"), ('₁', "1"), ('₂', "2"), ('₃', "3"), ('₄', "4"), ('₅', "5"), ('₆', "6"), ('₇', "7"), ('₈', "8"), ('₉', "9"),
    // Letters set as one.
    ('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st"), ('ĳ', "ij"), ('Ĳ', "IJ"),
    // Spaces that may be broken, those that may not, and what has no width.
    ('\u{2000}', " "), ('\u{2001}', " "), ('\u{2002}', " "), ('\u{2003}', " "), ('\u{2004}', " "), ('\u{2005}', " "),
    ('\u{2006}', " "), ('\u{2008}', " "), ('\u{2009}', " "), ('\u{200a}', " "), ('\u{205f}', " "), ('\u{3000}', " "),
    ('\u{a0}', "\u{a0}"), ('\u{2007}', "\u{a0}"), ('\u{202f}', "\u{a0}"),
    ('\u{ad}', ""), ('\u{200b}', ""), ('\u{200c}', ""), ('\u{200d}', ""), ('\u{200e}', ""), ('\u{200f}', ""),
    ('\u{2060}', ""), ('\u{feff}', ""), ('\u{fe0e}', ""), ('\u{fe0f}', ""),
];

#[rustfmt::skip]
const ACCENTS: &[(&str, &str)] = &[
    ("ÀÁÂÃÄÅĀĂĄǍ", "A"), ("àáâãäåāăąǎ", "a"), ("Æ", "AE"), ("æ", "ae"), ("ÇĆĈĊČ", "C"), ("çćĉċč", "c"),
    ("ÐĎĐ", "D"), ("ðďđ", "d"), ("ÈÉÊËĒĔĖĘĚ", "E"), ("èéêëēĕėęě", "e"), ("ĜĞĠĢ", "G"), ("ĝğġģ", "g"),
    ("ĤĦ", "H"), ("ĥħ", "h"), ("ÌÍÎÏĨĪĬĮİ", "I"), ("ìíîïĩīĭįı", "i"), ("Ĵ", "J"), ("ĵ", "j"), ("Ķ", "K"), ("ķ", "k"),
    ("ĹĻĽĿŁ", "L"), ("ĺļľŀł", "l"), ("ÑŃŅŇ", "N"), ("ñńņň", "n"), ("ÒÓÔÕÖØŌŎŐǑ", "O"), ("òóôõöøōŏőǒ", "o"),
    ("Œ", "OE"), ("œ", "oe"), ("ŔŖŘ", "R"), ("ŕŗř", "r"), ("ŚŜŞŠȘ", "S"), ("śŝşšș", "s"), ("ß", "ss"), ("ẞ", "SS"),
    ("ŢŤŦȚ", "T"), ("ţťŧț", "t"), ("Þ", "Th"), ("þ", "th"), ("ÙÚÛÜŨŪŬŮŰŲǓ", "U"), ("ùúûüũūŭůűųǔ", "u"),
    ("Ŵ", "W"), ("ŵ", "w"), ("ÝŶŸ", "Y"), ("ýŷÿ", "y"), ("ŹŻŽ", "Z"), ("źżž", "z"),
];

#[rustfmt::skip]
const GREEK: &[(char, &str)] = &[
    ('α', "alpha"), ('β', "beta"), ('γ', "gamma"), ('δ', "delta"), ('ε', "epsilon"), ('κ', "kappa"), ('λ', "lambda"),
    ('π', "pi"), ('σ', "sigma"), ('τ', "tau"), ('ω', "omega"), ('Δ', "Delta"), ('Ω', "Omega"), ('Ω', "Ohm"),
];
