//! The words by which instructions in Spanish are read, folded.

use crate::lexicon::{WordTable, words};

/// Verbs by the beginning that their forms share, with the action; "use" for what takes, uses or gives something.
pub(super) const VERBS: &[(&str, &str)] = &[
    ("abrig", "abrigar"),
    ("aplic", "use"),
    ("aplique", "use"),
    ("ban", "banar"),
    ("beb", "use"),
    ("camin", "caminar"),
    ("com", "use"),
    ("conduc", "conducir"),
    ("conduzc", "conducir"),
    ("consum", "use"),
    ("corr", "correr"),
    ("dar", "use"),
    ("dej", "dejar"),
    ("duch", "ducharse"),
    ("fum", "fumar"),
    ("frot", "frotar"),
    ("guard", "use"),
    ("ingier", "use"),
    ("levant", "levantar"),
    ("mastic", "masticar"),
    ("mastique", "masticar"),
    ("moj", "mojar"),
    ("nad", "nadar"),
    ("pon", "use"),
    ("rasc", "rascar"),
    ("rasque", "rascar"),
    ("tom", "use"),
    ("trabaj", "trabajar"),
    ("tritur", "triturar"),
    ("us", "use"),
    ("viaj", "viajar"),
    ("vol", "volar"),
    ("vuel", "volar"),
];

/// Endings of the forms that order or allow: "tome", "tomar", "tomarse", "beba".
pub(super) const ENDINGS: &WordTable = words![
    "", "a", "ar", "arlo", "arse", "e", "er", "ga", "gase", "ir", "irse", "n", "os", "ue", "ese",
    "ase",
];

/// Words that only look like a form of a verb: "Nada de alcohol" asks nobody to swim.
pub(super) const NO_VERBS: &WordTable = words!["nada", "nadas"];

/// Words after which a verb is allowed or ordered.
pub(super) const MODALS: &WordTable = words![
    "debe", "deben", "pueda", "puede", "pueden", "puedes", "puedo"
];

/// Words that end an object or open what limits it.
pub(super) const ENDS: &WordTable = words![
    "a", "al", "ante", "antes", "aunque", "como", "con", "contra", "cuando", "desde", "despues",
    "durante", "en", "entre", "hasta", "mas", "mientras", "ni", "o", "para", "pero", "por",
    "porque", "salvo", "si", "sin", "sobre", "tras", "u", "y",
];

/// Words that open a condition.
pub(super) const CONDITIONS: &WordTable = words![
    "antes", "con", "contra", "cuando", "excepto", "hasta", "mientras", "salvo", "si", "sin",
    "sobre", "tras",
];

/// Words of which a condition says no more than that the treatment or illness goes on.
pub(super) const COURSE: &[&str] = &["mientr", "medicament", "pastill", "tom", "tratamient"];

/// Stems of an object that tell it from no other.
pub(super) fn is_filler(stem: &str) -> bool {
    matches!(
        stem,
        "nad" | "tip" | "algun" | "much" | "poc" | "nunc" | "nuev" | "vez" | "hij" | "nin"
    ) || stem.bytes().all(|byte| byte.is_ascii_digit())
}
