//! The rules by which a word's syllables are counted: groups of vowels, vowels that are spoken apart, silent ends.

/// The syllables of `word`, which is lower case and has only the letters a to z; at least 1.
pub(super) fn count(word: &[u8]) -> usize {
    let mut count = 0_usize;
    let mut before = 0_u8;
    for (at, letter) in word.iter().copied().enumerate() {
        if is_vowel(letter) && (!is_vowel(before) || parts(word, at)) {
            count += 1;
        }
        before = letter;
    }
    (count + sounded(word)).saturating_sub(silent(word)).max(1)
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Whether a new syllable starts at the vowel at `at`, which stands right behind another.
fn parts(word: &[u8], at: usize) -> bool {
    let (head, tail) = word.split_at(at);
    let Some((first, head)) = head.split_last() else {
        return false;
    };
    let Some((second, tail)) = tail.split_first() else {
        return false;
    };
    let last = head.last().copied().unwrap_or(0);
    if opens_a_second_part(head, *first, *second, tail) {
        return true;
    }
    match [*first, *second] {
        // Special, social, Asian, marriage, but media, diagnose and appreciate.
        [b'i', b'a'] => {
            let soft = matches!(last, b'c' | b't' | b's' | b'g' | b'x')
                && begins(tail, &["l", "n"])
                && !begins(tail, &["ng", "nt", "nx"]);
            !soft && !begins(tail, &["ge"])
        }
        // Nation, region, million, anxious, but biopsy and period.
        [b'i', b'o'] => {
            let soft = matches!(last, b'c' | b't' | b's' | b'g' | b'x')
                || (matches!(last, b'n' | b'l') && head.ends_with(&[last, last]));
            let opinion = tail == b"n" || tail == b"ns" || begins(tail, &["nal", "nar"]);
            !(soft && begins(tail, &["n", "us"]) || opinion && matches!(last, b'n' | b'l' | b'g'))
                && !(head.is_empty())
                || tail.starts_with(b"ng")
        }
        // Medium.
        [b'i', b'u'] => true,
        // Easier, quiet, science, diet, society, but not ancient, field or patient.
        [b'i', b'e'] => {
            head.len() > 2 && !is_vowel(last) && begins(tail, &["r$", "rs$", "st$"])
                || begins(tail, &["t"]) && !begins(tail, &["ties"])
                || begins(tail, &["n"])
                    && (head == b"sc" || matches!(last, b'l' | b'r' | b'd' | b'b' | b'v'))
                    && !head.ends_with(b"fr")
        }
        // Area, create, neural, nausea, ideal, but not great or health.
        [b'e', b'a'] => {
            head.ends_with(b"ar")
                || tail == b"s" && head.ends_with(b"cr")
                || head.ends_with(b"us")
                || head.ends_with(b"rrh")
                || head.ends_with(b"rho")
                || (head.ends_with(b"cr") && begins(tail, &["t"]) && !begins(tail, &["tu"]))
                || (head.ends_with(b"r") && begins(tail, &["li"]))
                || (head.ends_with(b"d") && tail.starts_with(b"l") && head.len() == 2)
                || (matches!(last, b'n') && (tail == b"r" || tail.is_empty()) && head.len() > 2)
                || (matches!(last, b'g' | b'n' | b'c' | b'r')
                    && (tail == b"l" || tail == b"n")
                    && head.len() > 3)
        }
        // Video, people apart.
        [b'e', b'o'] => {
            !begins(tail, &["u", "pl", "n", "rge"]) || head.ends_with(b"r") || head.ends_with(b"l")
        }
        // Museum, nucleus.
        [b'e', b'u'] => begins(tail, &["m$", "ms$", "s$"]),
        // Being, reinfect.
        [b'e', b'i'] => begins(tail, &["ng", "ty", "st"]) && !begins(tail, &["ngh"]),
        // Usual, actual, evaluate, but not quality, guard or persuade.
        [b'u', b'a'] => {
            !(last == b'q'
                || last == b'g' && begins(tail, &["r"])
                || head.ends_with(b"s") && begins(tail, &["d", "s"]))
        }
        [b'u', b'o'] => !(last == b'q' || begins(tail, &["y"])),
        // Fluid, continuity, suicide, but not quit, fruit or build.
        [b'u', b'i'] => {
            last != b'q' && last != b'g' && begins(tail, &["ng", "ty", "ti", "st", "d", "ci", "ni"])
                || matches!(head, b"fl" | b"r") && begins(tail, &["d", "n"])
        }
        // Influence, truer, but not question, guess or blues.
        [b'u', b'e'] => {
            !matches!(last, b'q' | b'g')
                && (begins(tail, &["n", "l", "tt", "r"]) && !tail.is_empty())
        }
        // Prosaic, archaic.
        [b'a', b'i'] => tail == b"c" || tail == b"st" || tail == b"sts",
        [b'a', b'o'] => true,
        [b'y', b'a' | b'o'] => !head.is_empty(),
        [b'y', b'i' | b'e'] => !head.is_empty() && (second == &b'i' || begins(tail, &["r", "e"])),
        // Doing, coincide.
        [b'o', b'i'] => begins(tail, &["ng", "nc"]),
        // Poem, does not.
        [b'o', b'e'] => begins(tail, &["m", "t", "lect"]) && !tail.is_empty() && head.len() < 2,
        [b'o', b'a'] => {
            begins(tail, &["ct", "rti"]) || head.ends_with(b"c") && begins(tail, &["g"])
        }
        [b'o', b'o'] => {
            matches!(head, b"c")
                && begins(tail, &["p", "r"])
                && !begins(tail, &["pe$"])
                && tail.len() > 4
        }
        _ => false,
    }
}

/// Whether the two vowels meet where a prefix meets its word: re-examine, pre-exist, osteo-arthritis.
fn opens_a_second_part(head: &[u8], first: u8, second: u8, tail: &[u8]) -> bool {
    match (head, first) {
        (b"r" | b"unr", b'e') => {
            second == b'e' && !begins(tail, &["d", "f", "l", "k"])
                || second == b'o'
                || second == b'i' && begins(tail, &["n", "m"]) && !begins(tail, &["n$", "ns"])
                || second == b'a'
                    && begins(
                        tail,
                        &[
                            "ct", "dj", "dm", "ff", "lig", "pp", "rr", "ss", "tt", "ws", "ll",
                        ],
                    )
                    && !begins(tail, &["lly", "lla"])
                || second == b'u' && begins(tail, &["s", "n"])
        }
        (b"pr", b'e') => second != b'a' && second != b'y' || begins(tail, &["rr", "mb"]),
        (b"d", b'e') => {
            second == b'a' && begins(tail, &["ct"]) || second == b'o' && !begins(tail, &["d"])
        }
        (b"b", b'i') => true,
        (b"t" | b"d" | b"l", b'i') if second == b'a' || second == b'e' => {
            second == b'a' && !head.is_empty()
        }
        _ => {
            let joined = [
                &b"oste"[..],
                b"gastr",
                b"neur",
                b"micr",
                b"hydr",
                b"electr",
                b"cardi",
                b"psych",
                b"endocr",
                b"radi",
                b"aut",
                b"nephr",
            ];
            first == b'o'
                && joined.iter().any(|stem| head.ends_with(stem))
                && !begins(tail, &["us"])
                || (head == b"ant" || head == b"sem" || head == b"mult") && first == b'i'
        }
    }
}

/// Vowels that are written and not spoken.
fn silent(word: &[u8]) -> usize {
    let (stem, inner) = suffix(word);
    inner + silent_end(stem)
}

/// The word without an ending that leaves its e silent (care-ful-ly, state-ment), and the number of such silent vowels.
fn suffix(word: &[u8]) -> (&[u8], usize) {
    const ENDINGS: &[&str] = &[
        "ly", "ment", "ments", "ful", "fully", "less", "lessly", "lessness", "fulness", "ness",
        "man", "men", "maker", "makers", "work", "place", "places", "time", "times", "like",
        "side", "sides", "some", "wide",
    ];
    if word.ends_with(b"ically") {
        return (word, 1);
    }
    for ending in ENDINGS {
        let Some(stem) = word.strip_suffix(ending.as_bytes()) else {
            continue;
        };
        if ends_in_silent_e(stem) && stem.len() > 2 {
            let own = silent_end(&word[word.len() - ending.len()..]);
            let kept = if ending.ends_with("es") || ending.ends_with('e') {
                own
            } else {
                0
            };
            return (b"", 1 + kept);
        }
    }
    (word, 0)
}

fn silent_end(word: &[u8]) -> usize {
    let is_silent = match word {
        [.., b'b', b'e', b't', b'e', b's'] => false,
        [.., b'e'] => ends_in_silent_e(word),
        [.., before, b'e', b's'] => {
            let hissing = matches!(before, b's' | b'x' | b'z' | b'c' | b'g')
                || word.ends_with(b"ches")
                || word.ends_with(b"shes");
            !hissing && ends_in_silent_e(&word[..word.len() - 1])
        }
        [.., before, b'e', b'd'] => {
            !matches!(before, b't' | b'd')
                && !is_vowel(*before)
                && !(*before == b'l' && is_syllabic_l(&word[..word.len() - 1]))
        }
        _ => false,
    };
    usize::from(is_silent)
}

/// Whether `word` ends in a consonant and a silent e, "table" not being one of them.
fn ends_in_silent_e(word: &[u8]) -> bool {
    match word {
        [.., b'l', b'e'] => !is_syllabic_l(word),
        [.., before, b'u', b'e'] => matches!(before, b'q' | b'g'),
        [.., before, b'e'] => !is_vowel(*before),
        _ => false,
    }
}

/// Whether the word ends in a consonant and "le".
fn is_syllabic_l(word: &[u8]) -> bool {
    match word {
        [.., before, b'l', b'e'] => {
            !is_vowel(*before) && !matches!(before, b'l' | b'r' | b'w' | b'h')
        }
        _ => false,
    }
}

/// Syllables without a vowel letter of their own: spasm, rhythm, Mc.
fn sounded(word: &[u8]) -> usize {
    let word = word.strip_suffix(b"s").unwrap_or(word);
    usize::from(word.ends_with(b"sm") || word.ends_with(b"thm"))
        + usize::from(word.starts_with(b"mc") && word.len() > 3)
}

fn begins(tail: &[u8], with: &[&str]) -> bool {
    with.iter().any(|start| match start.strip_suffix('$') {
        Some(whole) => tail == whole.as_bytes(),
        None => tail.starts_with(start.as_bytes()),
    })
}
