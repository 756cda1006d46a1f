//! Headings as names for anchors and files.

/// The slug of `text` as GitHub makes it, in ASCII: small letters and digits, a hyphen for each space, accents taken off,
/// anything else left out. Empty where a letter has no ASCII form.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for ch in text.trim().chars().flat_map(char::to_lowercase) {
        match ch {
            'a'..='z' | '0'..='9' | '-' | '_' => slug.push(ch),
            ch if ch.is_whitespace() && slug.ends_with('-') => {}
            ch if ch.is_whitespace() => slug.push('-'),
            ch if ch.is_alphabetic() => match unaccented(ch) {
                Some(plain) => slug.push_str(plain),
                None => return String::new(),
            },
            _ => {}
        }
    }
    slug.trim_matches('-').to_owned()
}

/// The small Latin letters with marks, by the letters that stand for them.
const LATIN: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặª"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
    ("g", "ĝğġģ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįıịỉ"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŉŋ"),
    ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợº"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưụủứừửữự"),
    ("w", "ŵ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżž"),
];

fn unaccented(letter: char) -> Option<&'static str> {
    let found = LATIN.iter().find(|(_, letters)| letters.contains(letter))?;
    Some(found.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii() {
        for (text, expected) in [
            ("When To Seek Care", "when-to-seek-care"),
            ("¿Cuándo pedir ayuda?", "cuando-pedir-ayuda"),
            ("Σύμπτωμα", ""),
        ] {
            assert_eq!(slug(text), expected);
        }
    }
}
