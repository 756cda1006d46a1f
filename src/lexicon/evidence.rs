//! Words by which an article claims to rest on research.

use super::{Patterns, Tokens};
use std::ops::Range;
use std::sync::LazyLock;

/// Phrases of a title or an introduction; patterns as in [`super::pattern`].
const ENGLISH: &[&str] = &[
    "evidence based|informed|backed|led|driven|summary|review|synthesis|update",
    "summary|review|overview of ?the ?current ?best ?latest ?available evidence|research|studies|literature",
    "best|current|latest|strong|solid|scientific|clinical|recent|growing ?available ?scientific evidence",
    "latest|current|recent|new|scientific|clinical research|studies|science",
    "evidence|research|science|studies|study|trial|trials|experts ?has ?have ?also ?clearly ?recently ?now show|shows|showed|shown|suggest|suggests|suggested|find|finds|found|indicate|indicates|confirm|confirms|support|supports|prove|proves|proven",
    "according to ?the ?a ?recent ?new ?latest research|researchers|studies|study|trial|trials|evidence|guideline|guidelines|science|scientists",
    "clinically|scientifically proven|tested|validated|shown|supported",
    "proven|backed|supported|based by|on|in ?the ?current ?latest ?scientific ?medical science|research|evidence|studies|guidelines",
    "science|research based|backed",
    "literature review",
    "systematic review|reviews",
    "meta analysis|analyses",
];

const SPANISH: &[&str] = &[
    "basado|basada|basados|basadas en ?la ?las ?el ?los ?mejor ?mejores evidencia|evidencias|ciencia|estudios|investigacion|investigaciones|pruebas|guias",
    "mejor|ultima|actual|solida evidencia",
    "evidencia cientifica|clinica|disponible|actual",
    "estudio|estudios|ensayos|investigacion|investigaciones|expertos|evidencia|ciencia ?cientificos ?clinicos ?recientes ?ha ?han muestra|muestran|mostrado|demuestra|demuestran|demostrado|sugiere|sugieren|sugerido|indica|indican|indicado|confirma|confirman|senala|senalan|encontro|encontraron|revela|revelan",
    "segun ?la ?las ?los ?el ?un ?unos ?recientes ?ultimos ?ultimas estudio|estudios|investigacion|investigaciones|evidencia|guia|guias",
    "cientificamente|clinicamente probado|demostrado|comprobado|probada|demostrada|comprobada",
    "revision sistematica|bibliografica",
    "resumen de ?la evidencia",
];

/// Words that claim it in a title, where there is no sentence around them.
const TITLE: &[&str] = &["evidence", "evidencia|evidencias"];

static PHRASES: LazyLock<[Patterns; 3]> = LazyLock::new(|| {
    [ENGLISH, SPANISH, TITLE].map(|rows| {
        Patterns::new(rows.iter().copied()).expect("the patterns are checked by a test")
    })
});

/// The words in `tokens` that claim to rest on research, in the language with this base tag (`en`, `es`).
pub fn claim(tokens: &Tokens, base_lang: &str) -> Option<Range<usize>> {
    let [english, spanish, _] = &*PHRASES;
    let table = if base_lang == "es" { spanish } else { english };
    table.find(tokens)
}

/// As [`claim`], for a title.
pub fn claim_in_title(tokens: &Tokens, base_lang: &str) -> Option<Range<usize>> {
    let [_, _, title] = &*PHRASES;
    claim(tokens, base_lang).or_else(|| title.find(tokens))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_of_illness_is_no_claim_and_a_study_is() {
        let cases = [
            ("en", "The test looks for evidence of infection.", None),
            (
                "en",
                "Keep a diary; the data show your doctor what helps.",
                None,
            ),
            (
                "en",
                "An evidence-based guide to running",
                Some("evidence-based"),
            ),
            (
                "en",
                "Studies show that walking helps.",
                Some("Studies show"),
            ),
            ("en", "Your doctor will study your scan.", None),
            (
                "es",
                "Los estudios han demostrado que caminar ayuda.",
                Some("estudios han demostrado"),
            ),
            ("es", "No hay nada que temer.", None),
        ];
        for (lang, text, expected) in cases {
            let tokens = Tokens::of(text);
            let found = claim(&tokens, lang).map(|words| &text[tokens.place(words)]);
            assert_eq!(found, expected, "{text}");
        }
    }
}
