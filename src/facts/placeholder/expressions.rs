//! The expressions by which placeholders are known.
//!
//! Few texts have a placeholder, and the expressions take long to compile: each is asked only where a part is that a match of it has.

use crate::lexicon::constant::regex;
use crate::source::PartOf;
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
          | \b (?: TODO | TBD | TK | FIXME ) \b
          | \[ (?i: insert | your | link | name | clinic | phone | telephone | date | address | hospital | image | photo | picture | figure | inserte | insertar | su | tu | nombre | enlace | clínica | teléfono | fecha | imagen ) (?: [\s_:-] [^\]\n]{0,80} )? \]
          | \b [0-9xX]{3,4} [-.\ ] (?: [0-9xX]{3} [-.\ ] )? [xX]{4} \b
          | \b X{2,} \b
          | \b x{2,} \s? (?: mg | mcg | g | ml | mL | % | hours | days | weeks | horas | días | semanas ) \b
          | (?i: click \s (?:here\s)? to \s (?: edit | add \s (?:text|title|content|description) ) )
          | (?i: \b (?: text | content | description | caption | image ) \s goes \s here \b )
          | (?i: \b (?: insert | enter | add | type ) \s (?:your\s)? (?: text | image | link | name | content | description ) \s here \b )
          | (?i: \b ha(?:ga|z) \s clic \s para \s editar )
          | (?i: \b (?: inserte | escriba | añada ) \s (?: el \s | su \s | la \s )? (?: texto | imagen | nombre | enlace ) \s aquí )",
    )
});

static FIELD: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"\{\{[^{}\n]{0,80}\}\}|\$\{[A-Za-z_.]{1,40}\}|<<[A-Za-z_ ]{1,40}>>|%%[A-Za-z_]{1,40}%%")
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

/// Parts of which a match of [`FIELD`] has one.
const FIELD_HAS: &[&str] = &["{{", "${", "<<", "%%"];

fn has_any(text: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| text.contains(part))
}

/// Whether `text` has a part that a match of [`WORDS`] has.
fn may_have_words(text: &str) -> bool {
    if has_any(text, &["[", "TODO", "TBD", "TK", "FIXME"]) {
        return true;
    }
    let lower = text.to_ascii_lowercase();
    has_any(&lower, &["xx", "lorem", "clic", "aquí", "aquÍ"])
        || has_any(&lower, &["here"])
            && has_any(&lower, &["goes", "insert", "enter", "add", "type"])
}

/// Whether the whole of a text, which is `lower` in lower case, stands for a picture.
pub(super) fn is_picture(whole: &str, lower: &str) -> bool {
    has_any(lower, PICTURE_HAS) && PICTURE.is_match(whole)
}

/// Whether the whole of a text, which is `lower` in lower case, stands for words that are still to come.
pub(super) fn is_to_come(whole: &str, lower: &str) -> bool {
    has_any(lower, TO_COME_HAS) && TO_COME.is_match(whole)
}

/// The fields that a program was to fill, in order.
pub(super) fn fields(text: &str) -> impl Iterator<Item = Range<usize>> {
    let fields = has_any(text, FIELD_HAS).then(|| FIELD.find_iter(text));
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
