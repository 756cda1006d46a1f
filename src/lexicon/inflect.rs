//! The regular forms of English verbs and nouns, with the irregular ones that word lists need; no analysis of sentences.

/// A form of a verb or noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As in the dictionary.
    Base,
    /// "makes".
    Third,
    /// "made", "gave".
    Past,
    /// "made", "given".
    Participle,
    /// "making".
    Ing,
    /// "cuts".
    Plural,
}

/// The forms of a verb.
pub const VERB: [Form; 5] = [
    Form::Base,
    Form::Third,
    Form::Past,
    Form::Participle,
    Form::Ing,
];
/// The forms of a noun.
pub const NOUN: [Form; 2] = [Form::Base, Form::Plural];

/// Verbs whose past is not made with -ed: base, past, participle.
const VERBS: &[(&str, &str, &str)] = &[
    ("be", "was", "been"),
    ("begin", "began", "begun"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("do", "did", "done"),
    ("drink", "drank", "drunk"),
    ("eat", "ate", "eaten"),
    ("feel", "felt", "felt"),
    ("find", "found", "found"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("have", "had", "had"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("let", "let", "let"),
    ("make", "made", "made"),
    ("meet", "met", "met"),
    ("put", "put", "put"),
    ("see", "saw", "seen"),
    ("show", "showed", "shown"),
    ("spread", "spread", "spread"),
    ("stick", "stuck", "stuck"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("undergo", "underwent", "undergone"),
    ("wear", "wore", "worn"),
];

/// Verbs of more than one syllable that double their last letter.
const DOUBLING: &[&str] = &[
    "begin", "commit", "incur", "occur", "permit", "recur", "refer", "transmit",
];

/// Nouns with a plural of their own.
const NOUNS: &[(&str, &str)] = &[
    ("child", "children"),
    ("foot", "feet"),
    ("knife", "knives"),
    ("man", "men"),
    ("person", "people"),
    ("sequela", "sequelae"),
    ("tooth", "teeth"),
    ("vertebra", "vertebrae"),
    ("woman", "women"),
];

/// The verb `phrase`, in lower case, in the wanted form; its first word is the verb ("make worse", "making worse").
///
/// `Plural` gives the phrase itself.
pub fn verb(phrase: &str, form: Form) -> String {
    let (word, rest) = split_first(phrase);
    let irregular = VERBS.iter().find(|(base, _, _)| *base == word);
    let inflected = match (form, irregular) {
        (Form::Base | Form::Plural, _) => word.to_owned(),
        (Form::Third, _) => third(word),
        (Form::Past, Some((_, past, _))) => (*past).to_owned(),
        (Form::Participle, Some((_, _, participle))) => (*participle).to_owned(),
        (Form::Past | Form::Participle, None) => regular_past(word),
        (Form::Ing, _) => ing(word),
    };
    inflected + rest
}

/// The noun `phrase`, in lower case, in the plural: its last word, or the one before "of", "in", "with" and the like.
pub fn plural(phrase: &str) -> String {
    const AFTER_HEAD: &[&str] = &[
        " of ", " in ", " with ", " for ", " from ", " that ", " to ", " at ",
    ];
    let head_end = AFTER_HEAD
        .iter()
        .filter_map(|small| phrase.find(small))
        .min()
        .unwrap_or(phrase.len());
    let (head, rest) = phrase.split_at(head_end);
    let start = head.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (before, noun) = head.split_at(start);
    format!("{before}{}{rest}", plural_word(noun))
}

fn split_first(phrase: &str) -> (&str, &str) {
    phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()))
}

fn third(word: &str) -> String {
    match word {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ => with_s(word),
    }
}

fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}ies");
    }
    let hissing = ["s", "x", "z", "ch", "sh", "o"];
    let ending = if hissing.iter().any(|end| word.ends_with(end)) {
        "es"
    } else {
        "s"
    };
    format!("{word}{ending}")
}

fn plural_word(word: &str) -> String {
    if let Some((_, plural)) = NOUNS.iter().find(|(base, _)| *base == word) {
        return (*plural).to_owned();
    }
    match word.strip_suffix("is") {
        Some(stem) if stem.ends_with('s') && stem.len() > 3 => format!("{stem}es"),
        _ => with_s(word),
    }
}

fn regular_past(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}ied");
    }
    if word.ends_with('e') {
        return format!("{word}d");
    }
    format!("{}ed", doubled(word))
}

fn ing(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match word.strip_suffix('e') {
        Some(stem) if !word.ends_with("ee") && word.len() > 2 => format!("{stem}ing"),
        _ => format!("{}ing", doubled(word)),
    }
}

/// `word` with its last letter doubled where English does so: "stopp", "occurr".
fn doubled(word: &str) -> String {
    let bytes = word.as_bytes();
    let short = matches!(bytes, [.., a, b, c] if !is_vowel(*a) && is_vowel(*b) && !is_vowel(*c)
            && !matches!(c, b'w' | b'x' | b'y'))
        && bytes.iter().filter(|byte| is_vowel(**byte)).count() == 1;
    match bytes.last() {
        Some(last) if short || DOUBLING.contains(&word) => {
            let mut word = word.to_owned();
            word.push(char::from(*last));
            word
        }
        _ => word.to_owned(),
    }
}

fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y')
        .filter(|stem| stem.bytes().last().is_some_and(|last| !is_vowel(last)))
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_have_their_forms() {
        let cases = [
            ("alleviate", "alleviates alleviated alleviated alleviating"),
            ("ease", "eases eased eased easing"),
            (
                "make worse",
                "makes worse made worse made worse making worse",
            ),
            ("occur", "occurs occurred occurred occurring"),
            ("stop", "stops stopped stopped stopping"),
            ("worsen", "worsens worsened worsened worsening"),
            ("modify", "modifies modified modified modifying"),
            ("give", "gives gave given giving"),
            ("void", "voids voided voided voiding"),
            ("go away", "goes away went away gone away going away"),
            ("detect", "detects detected detected detecting"),
            ("speed up", "speeds up speeded up speeded up speeding up"),
            ("use", "uses used used using"),
            ("see", "sees saw seen seeing"),
            ("die by", "dies by died by died by dying by"),
            ("be sick", "is sick was sick been sick being sick"),
        ];
        for (base, expected) in cases {
            let forms: Vec<String> = VERB[1..].iter().map(|form| verb(base, *form)).collect();
            assert_eq!(forms.join(" "), expected);
        }
    }

    #[test]
    fn nouns_have_their_plural() {
        for (base, expected) in [
            ("incision", "incisions"),
            ("biopsy", "biopsies"),
            ("abscess", "abscesses"),
            ("prognosis", "prognoses"),
            ("metastasis", "metastases"),
            ("vertebra", "vertebrae"),
            ("person with diabetes", "people with diabetes"),
            ("loss of feeling", "losses of feeling"),
            ("red flag", "red flags"),
            ("x-ray", "x-rays"),
            ("pelvis", "pelvises"),
            ("patient", "patients"),
        ] {
            assert_eq!(plural(base), expected);
        }
    }
}
