//! The expressions by which placeholders are known.
//!
//! Few texts have a placeholder, and the expressions take long to compile: each is asked only where a part is that a match of it has.

use super::PlaceholderKind;
use crate::lexicon::constant::{built, regex};
use crate::source::PartOf;
use crate::source::bytes::has_pair;
use aho_corasick::AhoCorasick;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Generic nouns and nothing else, three at most.
static PICTURE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix) ^ [\[(<]? (?:
            (?:image|photo|picture|figure|alt|caption)
          | (?:image|photo|picture|figure|graphic|illustration|diagram|video|thumbnail|banner|hero|logo|icon|alt|alternative|stock|featured)
            (?:\ (?:image|photo|picture|text|caption|title|description|tag|placeholder|here)){1,2}
          | imagen | foto | fotografía | figura
          | (?:imagen|foto|figura) \ aquí
          | texto \ (?:alternativo|de \ la \ (?:imagen|foto)) | pie \ de \ (?:foto|imagen) | descripción \ de \ la \ imagen
        ) [\])>]? [.:]? $",
    )
});

/// Words that stand for a text that is still to come, where they are the whole of a block.
static TO_COME: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?ix) ^ [\[(*]? (?:
            (?:content\ |text\ |more\ |details\ |information\ )? (?:is\ )? coming\ soon
          | (?:content|text|details|answer|copy) \ to \ (?:come|follow|be\ (?:added|written|confirmed|completed))
          | to \ be \ (?:added|written|confirmed|completed|decided|determined|announced)
          | (?:sample|example|dummy|placeholder) \ (?:text|content|copy) | placeholder
          | próximamente | (?:por|a) \ (?:definir|completar|confirmar) | pendiente (?:\ de \ (?:redactar|completar))? | en \ construcción
        ) [\])*]? [.…!]* $",
    )
});

/// Words that no finished text has, wherever they stand.
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)
            (?i: lorem \s+ ipsum )
          | \b (?: TODO | TBD | TBC | TK | FIXME | PENDIENTE ) \b
          | \[ (?i: insert | your | link | name | clinic | phone | telephone | date | address | hospital | image | photo | picture | figure | dose | dosage | strength | amount | number | time | unit | ward | inserte | insertar | su | tu | nombre | enlace | clínica | teléfono | fecha | imagen | dosis | cantidad | número | hora | hospital | dirección ) (?: [\s_:-] [^\]\n]{0,80} )? \]
          | \b [0-9xX]{3,4} [-.\ ] (?: [0-9xX]{3} [-.\ ] )? [xX]{4} \b
          | \b X{2,} \b
          | \b X \s? (?: mg | mcg | mL | ml | g | units | tablets | hours | days | weeks | months | minutes | comprimidos | horas | días | semanas | meses ) \b
          | (?: \? {2,} | _{2,} | … | \.{3} ) \s? (?: mg | mcg | mL | ml | g | units | tablets | hours | days | weeks | months | minutes | comprimidos | horas | días | semanas | meses ) \b
          | (?i: \b (?: take | give | use | inject | tome | dé | inyecte | administre ) ) \s (?: mg | mcg | mL | ml ) \b
          | \b x{2,} \s? (?: mg | mcg | g | ml | mL | % | hours | days | weeks | horas | días | semanas ) \b
          | (?i: click \s (?:here\s)? to \s (?: edit | add \s (?:text|title|content|description) ) )
          | (?i: \b (?: text | content | description | caption | image ) \s goes \s here \b )
          | (?i: \b (?: insert | enter | add | type ) \s (?:your\s)? (?: text | image | link | name | content | description ) \s here \b )
          | (?i: \b ha(?:ga|z) \s clic \s para \s editar )
          | (?i: \b (?: inserte | escriba | añada ) \s (?: el \s | su \s | la \s )? (?: texto | imagen | nombre | enlace ) \s aquí )",
    )
});

static FIELD: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\{\{[^{}\n]{0,80}\}\}|\$\{[A-Za-z_.]{1,40}\}|<<[A-Za-z_ ]{1,40}>>|%%[A-Za-z_]{1,40}%%|@@[A-Za-z_]{1,40}@@",
    )
});

/// Parts of which a match of [`PICTURE`] in lower case has one.
const PICTURE_HAS: &[&str] = &[
    "image",
    "photo",
    "picture",
    "figur",
    "alt",
    "caption",
    "graphic",
    "illustration",
    "diagram",
    "video",
    "thumbnail",
    "banner",
    "hero",
    "logo",
    "icon",
    "stock",
    "featured",
    "foto",
    "imagen",
];

/// Parts of which a match of [`TO_COME`] in lower case has one.
const TO_COME_HAS: &[&str] = &[
    "coming soon",
    "to come",
    "to follow",
    "to be ",
    "placeholder",
    "sample ",
    "example ",
    "dummy ",
    "próximamente",
    "definir",
    "completar",
    "confirmar",
    "pendiente",
    "construcción",
];

/// Whether a match of [`FIELD`] may have these two bytes in it.
#[inline]
fn is_of_field(one: u8, next: u8) -> bool {
    matches!(
        (one, next),
        (b'{' | b'$', b'{') | (b'<', b'<') | (b'%', b'%') | (b'@', b'@')
    )
}

/// The most bytes of a match of [`PICTURE`], and of [`TO_COME`] without the marks at its end.
const LONGEST: usize = 64;

/// The marks that may end a match of [`TO_COME`], as many as you like.
const END_MARKS: [char; 3] = ['.', '…', '!'];

static WHOLE_PARTS: LazyLock<AhoCorasick> =
    LazyLock::new(|| built(AhoCorasick::new(PICTURE_HAS.iter().chain(TO_COME_HAS))));

/// Parts of which a match of [`WORDS`] has one, in letters of any case; "here" only with one of [`BEFORE_HERE`].
const WORDS_HAVE: &[&str] = &[
    "here",
    "[",
    "xx",
    "lorem",
    "clic",
    "aquí",
    "aquÍ",
    "todo",
    "tbd",
    "tbc",
    "tk",
    "fixme",
    "pendiente",
    "??",
    "__",
    "…",
    "...",
    "x m",
    "x g",
    "x u",
    "x t",
    "x h",
    "x d",
    "x w",
    "xmg",
    "xml",
    "xmcg",
    "x c",
    "x s",
    "e mg",
    "é mg",
    "t mg",
    "e ml",
    "é ml",
    "t ml",
    "e mcg",
    "t mcg",
    "é mcg",
];

/// Parts of which a match of [`WORDS`] with "here" has one.
const BEFORE_HERE: &[&str] = &["goes", "insert", "enter", "add", "type"];

static WORD_PARTS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let mut searcher = AhoCorasick::builder();
    built(
        searcher
            .ascii_case_insensitive(true)
            .build(WORDS_HAVE.iter().chain(BEFORE_HERE)),
    )
});

/// Whether `text` has a part that a match of [`WORDS`] has.
fn may_have_words(text: &str) -> bool {
    let (mut has_here, mut has_before) = (false, false);
    for found in WORD_PARTS.find_overlapping_iter(text) {
        let part = found.pattern().as_usize();
        if part == 0 {
            has_here = true;
        } else if part >= WORDS_HAVE.len() {
            has_before = true;
        } else if !text.part(found.range()).starts_with(['t', 'f', 'p'])
            || text.part(found.range()).starts_with("t m")
        {
            // The marks of writers that begin so are in capitals.
            return true;
        }
    }
    has_here && has_before
}

/// What the whole of a text stands for: a picture, or words that are still to come.
pub(super) fn whole(text: &str) -> Option<PlaceholderKind> {
    if text.trim_end_matches(END_MARKS).len() > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    let (mut may_be_picture, mut may_be_words) = (false, false);
    for found in WHOLE_PARTS.find_overlapping_iter(&lower) {
        let is_picture = found.pattern().as_usize() < PICTURE_HAS.len();
        may_be_picture |= is_picture;
        may_be_words |= !is_picture;
    }
    if may_be_picture && PICTURE.is_match(text) {
        Some(PlaceholderKind::Picture)
    } else if may_be_words && TO_COME.is_match(text) {
        Some(PlaceholderKind::Words)
    } else {
        None
    }
}

/// The fields that a program was to fill, in order.
pub(super) fn fields(text: &str) -> impl Iterator<Item = Range<usize>> {
    let fields = has_pair(text, is_of_field).then(|| FIELD.find_iter(text));
    fields.into_iter().flatten().map(|found| found.range())
}

/// The words of `text` that no finished text has, in order. Filler text goes on to the end of its sentence, if it has one.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !may_have_words(text) {
        return found;
    }
    let mut at = 0;
    let mut has_stop = true;
    while let Some(words) = WORDS.find_at(text, at) {
        let mut range = words.range();
        let is_filler = words.as_str().starts_with(['L', 'l']);
        if is_filler && has_stop {
            // Looked for once where there is none, or a text full of filler would be read again and again.
            let stop = text.part(range.end..).find(['.', '!', '?']);
            has_stop = stop.is_some();
            range.end += stop.map_or(0, |stop| stop + 1);
        }
        at = range.end;
        found.push(range);
    }
    found
}
