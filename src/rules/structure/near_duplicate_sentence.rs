//! Sentences that stand twice.

use super::lists::section_at;
use crate::article::TextKind;
use crate::facts::Sentence;
use crate::lexicon::Tokens;
use crate::rules::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

rule! {
    /// The same sentence, or nearly the same, in two parts of the article.
    ///
    /// ## Why it matters
    /// A reader who meets a sentence again wonders what is different this time. And when one copy is corrected, the other
    /// stays wrong.
    ///
    /// Compared are sentences of eight words or more in different sections, by the groups of three words that they share.
    /// What says when to get help may be repeated on purpose and is left out, and so are sources and disclaimers. The rule
    /// catalogue would also count the same advice in other words; that is a guess, and not made here.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## Causes
    /// Long runs on hard ground in old shoes add to the load on your back.
    ///
    /// ## Prevention
    /// Buy new shoes. Long runs on hard ground in old shoes add to the load on your back.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Causes
    /// Long runs on hard ground in old shoes add to the load on your back.
    ///
    /// ## Prevention
    /// Buy new shoes every year, and run on soft ground.
    ///
    /// ## When to get help
    /// Call 911 if you cannot move your legs or pass water at all.
    ///
    /// ## In short
    /// Call 911 if you cannot move your legs or pass water at all.
    ///
    /// ## Appointments
    /// Back Clinic of the City Hospital\
    /// 12 Long Street, Springfield
    ///
    /// ## Letters
    /// Back Clinic of the City Hospital\
    /// 12 Long Street, Springfield
    /// ```
    RULE {
        name: "near-duplicate-sentence", severity: Info, since: "0.1.0",
        standard: "PEMAT 2",
        summary: "nearly the same sentence stands in two sections",
    }
}

/// Parts that may repeat themselves.
const LEFT_OUT: &[Role] = &[
    Role::RedFlags,
    Role::References,
    Role::Disclaimer,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
];

/// Sentences that share a group of words and are compared with a later one; more add only copies of these.
const COMPARED_MAX: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    // By the two sections, so that a copied part is one finding.
    let mut repeats: BTreeMap<(Span, Span), Vec<(Span, Span)>> = BTreeMap::new();
    for (earlier, later) in pairs(cx) {
        let section = |span: Span| section_at(cx.article, span.start()).span;
        let sections = (section(earlier), section(later));
        if sections.0 != sections.1 {
            repeats.entry(sections).or_default().push((earlier, later));
        }
    }
    for pairs in repeats.values() {
        let Some(((earlier, later), others)) = pairs.split_first() else {
            continue;
        };
        let finding = findings.report(
            *later,
            "nearly the same sentence stands in an earlier section",
        );
        finding.label(*earlier, "here");
        for (_, later) in others {
            finding.label(*later, "repeated from there, too");
        }
        finding.help("A reader who meets it again wonders what is different. Say it once, where it is needed most, and point to it from the other place.");
    }
}

/// Sentences with an earlier one that is nearly the same: the earlier one's place first.
fn pairs(cx: &Context<'_>) -> Vec<(Span, Span)> {
    let limits = &cx.settings.limits;
    let share = limits.sentence_overlap;
    // By a group of three words, the sentences in `compared` that have it.
    let mut seen: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut compared: Vec<(Span, Vec<u64>)> = Vec::new();
    let mut pairs = Vec::new();
    for (index, (sentence, tokens)) in cx.facts.sentences.iter().zip(cx.facts.tokens).enumerate() {
        if tokens.len() < limits.repeated_words_min || !is_compared(cx, index, sentence) {
            continue;
        }
        let (span, own) = (sentence.span(), groups_of_three(tokens));
        let candidates = telling(&own, share)
            .iter()
            .filter_map(|group| seen.get(group));
        let earlier = candidates
            .flatten()
            .filter_map(|earlier| compared.get(*earlier));
        let alike = earlier.filter(|(_, other)| overlap(&own, other) >= share);
        pairs.extend(alike.map(|(earlier, _)| (*earlier, span)).min());
        for group in telling(&own, share) {
            let sentences = seen.entry(*group).or_default();
            if sentences.len() < COMPARED_MAX {
                sentences.push(compared.len());
            }
        }
        compared.push((span, own));
    }
    pairs
}

fn is_compared(cx: &Context<'_>, index: usize, sentence: &Sentence<'_>) -> bool {
    let is_text = match sentence.within.kind {
        TextKind::Title | TextKind::Heading => false,
        TextKind::In(_) => sentence.within.block.is_some(),
    };
    // Line breaks within are those of an address or a poem.
    is_text
        && !sentence.text().contains('\n')
        && cx.facts.counsels_of(index).next().is_none()
        && !cx.facts.is_in_roles(index, LEFT_OUT)
}

/// The hashes of every three words in a row, sorted, each once.
fn groups_of_three(tokens: &Tokens) -> Vec<u64> {
    let words: Vec<u64> = tokens.words().map(hash).collect();
    let mut groups: Vec<u64> = words
        .windows(3)
        .map(|three| three.iter().fold(0, |all, word| mixed(all ^ word)))
        .collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

/// Eight letters at a time: the same numbers in every run.
fn hash(word: &str) -> u64 {
    let of = |bytes: &[u8]| {
        let letters = bytes.iter().rev();
        letters.fold(0, |all, byte| all << 8 | u64::from(*byte))
    };
    let (eights, rest) = word.as_bytes().as_chunks::<8>();
    let whole = eights
        .iter()
        .fold(0, |hash, eight| mixed(hash ^ u64::from_le_bytes(*eight)));
    mixed(whole ^ of(rest))
}

/// Spreads the bits, so that the order of the words counts and sorted hashes are in no telling order.
fn mixed(bits: u64) -> u64 {
    let bits = (bits ^ (bits >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits ^ (bits >> 29)
}

/// The first groups, of which two sentences that overlap by `share` have at least one in common.
fn telling(groups: &[u64], share: f64) -> &[u64] {
    let shared = (0..=groups.len())
        .find(|shared| *shared as f64 >= share * groups.len() as f64)
        .unwrap_or(groups.len());
    let first = (groups.len() + 1 - shared).min(groups.len());
    groups.get(..first).unwrap_or(groups)
}

/// The groups in common over all groups of both; both are sorted.
fn overlap(a: &[u64], b: &[u64]) -> f64 {
    let mut others = b.iter().peekable();
    let is_in_both = |group: &&u64| {
        while others.next_if(|other| other < group).is_some() {}
        others.peek() == Some(group)
    };
    let common = a.iter().filter(is_in_both).count();
    let all = a.len() + b.len() - common;
    if all == 0 {
        0.0
    } else {
        common as f64 / all as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_that_overlap_share_one_of_their_telling_groups() {
        let words: Vec<String> = (0..30).map(|word| format!("w{word}")).collect();
        for length in 8..30 {
            for changed in 0..length {
                let one = words.get(..length).unwrap().to_vec();
                let mut other = one.clone();
                other[changed] = "other".to_owned();
                let [one, other] =
                    [one, other].map(|words| groups_of_three(&Tokens::of(&words.join(" "))));
                if overlap(&one, &other) >= 0.8 {
                    let shared = telling(&one, 0.8)
                        .iter()
                        .any(|group| telling(&other, 0.8).contains(group));
                    assert!(shared, "{length} words, word {changed}");
                }
            }
        }
    }
}
