//! Which language a text is in, as its commonest words tell.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The small words that are commonest in a language.
struct Small {
    /// Its code.
    lang: &'static str,
    /// Its name in English.
    name: &'static str,
    words: &'static str,
}

/// The languages that are told apart.
const LANGUAGES: &[Small] = &[
    Small {
        lang: "en",
        name: "English",
        words: "the of and to is for with you your or that are in if a an it on at be this from have has can not as may by do \
            will when how what we our they their them or but was were who should most some more any all no than about after \
            before these which her his she he its us there so get up into been does did",
    },
    Small {
        lang: "es",
        name: "Spanish",
        words: "el la los las de del que en y a un una unos unas para con por su sus es son se si no lo al más o como este esta \
            estos estas muy pero sin cuando qué cómo cuándo usted puede debe tiene hay también entre sobre hasta desde donde \
            porque ser está están ha han le les cada todo todos después antes otra otro otros otras sí ya durante",
    },
    Small {
        lang: "fr",
        name: "French",
        words: "le la les des du de un une et à au aux est sont que qui dans pour par sur avec ne pas plus vous votre vos nous \
            notre nos il elle ils elles ce cette ces cet se si ou en son sa ses leur leurs être avoir avez peut comme mais \
            sans qu y a très tout tous toutes après avant quand où l d avons ont été pendant chez même lorsque on je",
    },
    Small {
        lang: "pt",
        name: "Portuguese",
        words: "o a os as de do da dos das em no na nos nas um uma uns umas e é que para por pelo pela pelos pelas com não se \
            seu sua seus suas ou mais como ao à aos às são foi está este esta isso você tem muito mas sem quando também ser \
            até depois antes pode deve há entre sobre já ele ela nem qual lhe",
    },
    Small {
        lang: "it",
        name: "Italian",
        words: "il lo la i gli le di del dello della dei degli delle da dal dalla in nel nella nei nelle su sul sulla con per \
            tra fra e è un uno una che non si se o ma come più anche sono essere ha hanno questo questa questi queste quando \
            dopo prima al alla ai alle allo cosa può deve suo sua suoi molto l d lei dalle",
    },
    Small {
        lang: "de",
        name: "German",
        words: "der die das den dem des ein eine einen einem einer und oder ist sind nicht mit für von zu im in auf an bei nach \
            vor aus über unter sie ihr ihre ihrem ihren ihrer ihnen es er wir uns dass wenn wie was auch nur sich wird \
            werden haben hat kann können soll sollten als am um zum zur vom bis durch ohne aber noch sehr mehr keine kein \
            dieses diese dieser bitte wann",
    },
    Small {
        lang: "pl",
        name: "Polish",
        words: "i w z na do nie się jest to że o od po dla przez przed przy jak lub albo oraz ale czy co za ze we są może można \
            należy ma jeśli gdy kiedy który która które jego jej pan pani być już tylko także bardzo tego tym ten ta te u \
            pod nad bez",
    },
    Small {
        lang: "ca",
        name: "Catalan",
        words: "el la els les de del dels que i a en un una uns unes per amb és no o si al als es se seu la seva seus seves més \
            com què aquest aquesta aquests aquestes ha han hi ho pot té sense però quan també ser molt fins des després \
            abans vostè cal perquè l d",
    },
];

/// The code of English.
const ENGLISH: &str = "en";

/// The tag of a language that is not known (BCP 47).
pub const UNKNOWN: &str = "und";

/// How much of a text is looked at, in words.
const SAMPLE: usize = 600;

/// What a word counts that only one of the languages has; one that several have counts less for each.
const WORTH: u32 = 6;

/// A language is certain from this many points on: two words of its own.
const CERTAIN: u32 = 2 * WORTH;

/// So many words are at least one of a language's small words, where it is certain: one in this many.
const SMALL_IN: u32 = 6;

/// A text of fewer words is never said to be in no language that is known.
const ENOUGH: u32 = 50;

/// The small words with the languages that have them, a bit each.
static SMALL: LazyLock<FxHashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut words: FxHashMap<&str, u16> = FxHashMap::default();
    for (number, language) in LANGUAGES.iter().enumerate() {
        for word in language.words.split_whitespace() {
            *words.entry(word).or_default() |= 1 << number;
        }
    }
    words
});

/// The language that a text seems to be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Its code; `en` in doubt, and [`UNKNOWN`] where it is not English but which one is not clear.
    pub lang: &'static str,
    /// Whether that is beyond doubt.
    pub is_certain: bool,
}

/// The word table for a language tag: `es` for Spanish of any region, `en` for English, `other` for every other language,
/// which no rule about words should be asked of. Tables without a language of that name are read in English.
pub fn base(tag: &str) -> &'static str {
    let base = tag.trim().split(['-', '_']).next().unwrap_or("");
    let known = ["en", "es"]
        .into_iter()
        .find(|known| base.eq_ignore_ascii_case(known));
    known.unwrap_or(if base.is_empty() { "en" } else { "other" })
}

/// The word table that fits the commonest words of `text`; English in doubt.
pub fn guess(text: &str) -> &'static str {
    base(seen([text]).lang)
}

/// The English name of the language with this code, where it is one of those that are told apart.
pub fn name(lang: &str) -> Option<&'static str> {
    let language = LANGUAGES.iter().find(|one| one.lang == lang);
    language.map(|language| language.name)
}

/// The language that the commonest words of `texts` are of, which are looked at up to a bound.
pub fn seen<'t>(texts: impl IntoIterator<Item = &'t str>) -> Seen {
    let mut count = Count::default();
    for text in texts {
        if !count.add(text) {
            break;
        }
    }
    count.seen()
}

/// How many small words of each language were met.
#[derive(Debug, Default)]
struct Count {
    words: u32,
    looked_at: usize,
    /// For each language, how many of its small words there are, and what they count.
    found: [(u32, u32); LANGUAGES.len()],
}

impl Count {
    /// Adds the words of `text`; `false` once enough were looked at.
    fn add(&mut self, text: &str) -> bool {
        let mut words = text.split_whitespace().peekable();
        while let Some(word) = words.next() {
            self.looked_at += 1;
            if self.looked_at > SAMPLE {
                return false;
            }
            let next = words.peek().and_then(|next| first_letter(next));
            self.word(word, next.is_some_and(char::is_uppercase));
        }
        true
    }

    fn word(&mut self, word: &str, before_capital: bool) {
        let is_address = word.contains("://") || word.contains('@');
        if is_address || !word.contains(char::is_alphabetic) {
            return;
        }
        self.words += 1;
        // "La Mesa", "Los Angeles", "De Quervain": part of a name, whatever language is around it.
        let is_name = before_capital && is_capitalised(word);
        let whole = word.trim_matches(|ch: char| !ch.is_alphabetic());
        for part in whole.split(['\'', '’', '-']) {
            let Some(languages) = SMALL.get(part.to_lowercase().as_str()) else {
                continue;
            };
            let worth = WORTH / languages.count_ones().max(1);
            for (number, (count, points)) in self.found.iter_mut().enumerate() {
                let is_english = number == 0;
                if languages & (1 << number) != 0 && (is_english || !is_name) {
                    *count += 1;
                    *points += worth;
                }
            }
        }
    }

    fn seen(&self) -> Seen {
        let mut ranked: Vec<(u32, u32, &str)> = { LANGUAGES.iter().zip(self.found) }
            .map(|(language, (count, points))| (points, count, language.lang))
            .collect();
        let (english, small_english) = self.found.first().map_or((0, 0), |(c, p)| (*p, *c));
        ranked.sort_by_key(|(points, ..)| std::cmp::Reverse(*points));
        let [(best, count, lang), (next, ..), ..] = ranked.as_slice() else {
            return Seen::doubtful(ENGLISH);
        };
        let is_ahead = best * 2 >= next * 3 && count * SMALL_IN >= self.words;
        if *best >= CERTAIN && is_ahead {
            return Seen {
                lang,
                is_certain: true,
            };
        }
        if *lang == "es" && *best > english {
            return Seen::doubtful(lang);
        }
        // An English text has one small word among three or four.
        if self.words >= ENOUGH && small_english * 12 < self.words {
            return Seen::doubtful(UNKNOWN);
        }
        Seen::doubtful(ENGLISH)
    }
}

impl Seen {
    const fn doubtful(lang: &'static str) -> Self {
        Self {
            lang,
            is_certain: false,
        }
    }
}

fn first_letter(word: &str) -> Option<char> {
    word.chars().find(|ch| ch.is_alphabetic())
}

/// Whether a word begins with a capital and is not all capitals.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars().filter(|ch| ch.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase) && letters.all(|ch| !ch.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commonest_words_tell_the_language() {
        assert_eq!(
            guess("El dolor de espalda es uno de los problemas que afecta a la gente."),
            "es"
        );
        assert_eq!(
            guess("Back pain is one of the problems that people have."),
            "en"
        );
        assert_eq!(guess(""), "en");
        assert_eq!(base("es-MX"), "es");
        assert_eq!(base("en_GB"), "en");
        assert_eq!(base("pl"), "other");
    }

    #[test]
    fn related_languages_are_told_apart() {
        for (lang, text) in [
            (
                "en",
                "Rest your knee for two days. Do not drive until you can brake with it.",
            ),
            (
                "es",
                "Descanse la rodilla durante dos días. No conduzca hasta que pueda frenar con ella.",
            ),
            (
                "fr",
                "Reposez le genou pendant deux jours. Ne conduisez pas avant de pouvoir freiner avec votre pied.",
            ),
            (
                "pt",
                "Descanse o joelho durante dois dias. Não conduza até poder travar com ele, e não tome mais comprimidos.",
            ),
            (
                "it",
                "Riposi il ginocchio per due giorni. Non guidi prima di poter frenare con il piede, e non beva alcol.",
            ),
            (
                "de",
                "Schonen Sie das Knie für zwei Tage. Fahren Sie nicht, bis Sie mit dem Fuß bremsen können.",
            ),
            (
                "pl",
                "Nie należy prowadzić auta przez dwa dni. Jeśli kolano boli, to jest czas na odpoczynek.",
            ),
            (
                "ca",
                "Descanseu el genoll dos dies. No conduïu fins que pugueu frenar amb aquest peu, i no beveu gens d'alcohol.",
            ),
        ] {
            let expected = Seen {
                lang,
                is_certain: true,
            };
            assert_eq!(seen([text]), expected, "{text}");
        }
    }

    #[test]
    fn names_of_places_and_conditions_do_not_make_a_text_spanish_or_french() {
        for text in [
            "Ring the ward at Las Vegas or El Centro. The one at La Jolla is shut.",
            "Clinics: Los Banos, La Puente, El Monte, Las Cruces, Del Mar",
            "De Quervain is a pain in the thumb. The Le Fort fracture is not.",
        ] {
            assert_eq!(guess(text), "en", "{text}");
        }
    }

    #[test]
    fn a_text_that_is_clearly_not_english_is_not_called_english() {
        let dutch =
            "Neem rust en houd uw knie hoog. Bel uw huisarts als het been rood wordt. ".repeat(6);
        assert_eq!(seen([dutch.as_str()]), Seen::doubtful(UNKNOWN));
        let russian = "Боль в спине проходит сама за несколько недель. ".repeat(10);
        assert_eq!(seen([russian.as_str()]), Seen::doubtful(UNKNOWN));
        // A short list has no small words and is no proof.
        assert_eq!(seen(["Chest pain, fever, vomiting"]), Seen::doubtful("en"));
    }

    #[test]
    fn every_language_has_a_bit() {
        assert!(LANGUAGES.len() <= 16);
        assert_eq!(LANGUAGES.first().map(|one| one.lang), Some(ENGLISH));
    }
}
