//! Articles that ask for more schooling than most readers have.

use crate::facts::Sentence;
use crate::facts::readability::{Counts, ReadWord, changes, read_words};
use crate::lexicon::Tokens;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

rule! {
    /// The article as a whole reads above the grade that is asked for.
    ///
    /// ## Why it matters
    /// The average adult in the United States reads at grade 8 or 9, and worse when ill or worried. What is written for
    /// grade 12 is not read to the end, and its advice is not followed.
    ///
    /// Two formulas must agree before this speaks: SMOG, which counts words of three syllables or more, and Flesch-Kincaid,
    /// which also counts the length of sentences. Only complete sentences are counted: headings, fragments, bare bullets,
    /// questions of the FAQ, references and addresses are left out. SMOG is made for 30 sentences; with fewer it is called
    /// an estimate, and with fewer than 10 nothing is said. The grade is also given with each long word of the title
    /// counted once, since an article about physiotherapy has to name it.
    ///
    /// A formula does not know whether a text is clear. Use it to see where to look: `facetdoc stats` names the sentences
    /// and the words that cost most. The target is 8 unless a profile sets another or none: the NHS, for one, advises
    /// against relying on such scores. It is never more than a warning.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Rotator cuff rehabilitation
    ///
    /// Rehabilitation incorporates progressive strengthening interventions following appropriate clinical evaluation.
    /// Individualized programs facilitate functional restoration and minimize recurrence of symptomatic tendinopathy.
    /// Pharmacological management additionally encompasses anti-inflammatory medication for symptomatic improvement.
    /// Contraindications necessitate comprehensive assessment by an appropriately qualified professional.
    /// Postoperative immobilization predisposes individuals to considerable muscular deterioration.
    /// Neuromuscular re-education subsequently reestablishes coordinated scapular positioning.
    /// Physiological adaptation necessitates approximately twelve weeks of continuous participation.
    /// Complications include persistent inflammation, instability and degenerative alterations.
    /// Nutritional optimization contributes significantly to successful rehabilitation outcomes.
    /// Multidisciplinary collaboration maximizes functional independence following discharge.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Shoulder exercises
    ///
    /// Exercises make your shoulder strong again. Your therapist shows you how to do them. Start with a light weight.
    /// Lift it slowly. Stop if it hurts. Rest for a minute. Then do it again. Do this once a day. Most people feel better
    /// in twelve weeks. Ask your doctor which pain pills you can take.
    /// ```
    ///
    /// Too short to be graded:
    /// ```markdown,pass
    /// # Rehabilitation
    ///
    /// Rehabilitation incorporates progressive strengthening interventions following appropriate clinical evaluation.
    /// ```
    RULE {
        name: "reading-grade", severity: Warning, since: "0.1.0",
        standard: "AMA and NIH (grade 6 to 8); MedlinePlus (6 to 7); AHRQ Universal Precautions Toolkit, tool 11",
        summary: "the article reads above the grade that is asked for",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let limits = &cx.settings.limits.reading;
    let counts = cx.facts.readability().total();
    let (Some(target), true) = (limits.grade, cx.article.base_lang() == "en") else {
        return;
    };
    let (Some(smog), Some(kincaid)) = (counts.smog(), counts.kincaid()) else {
        return;
    };
    if counts.sentences < limits.graded_sentences_min || smog <= target || kincaid <= target {
        return;
    }
    let estimate = if counts.is_estimate() {
        ", an estimate"
    } else {
        ""
    };
    let message = format!(
        "reading grade {smog:.1} (SMOG{estimate}) and {kincaid:.1} (Flesch-Kincaid); the target is {target:.0}"
    );
    let topic = topic_once(cx).and_then(|counts| counts.smog());
    let topic = topic.filter(|topic| smog - topic >= 0.1).map(|topic| {
        format!(" With the long words of the title counted once, SMOG is {topic:.1}.")
    });
    let finding = findings.report(cx.article.title_span(), message);
    finding.help(format!(
        "Many readers give up on a text like this. Shorten the sentences and replace the long words marked here; facetdoc stats lists more.{}",
        topic.unwrap_or_default()
    ));
    for sentence in changes::sentences(cx.facts, 3) {
        let span = cx.facts.sentences.get(sentence.index).map(Sentence::span);
        let counts = sentence.counts;
        finding.label(
            span.unwrap_or_default(),
            format!(
                "{} words, {} of them long",
                counts.words, counts.polysyllables
            ),
        );
    }
}

/// The counts of the article with each long word of the title counted once, `None` where there is none.
fn topic_once(cx: &Context<'_>) -> Option<Counts> {
    let title = cx.article.title()?;
    let tokens = Tokens::of(title);
    let words = read_words(title, &tokens).filter(ReadWord::is_long);
    let mut uses: BTreeMap<&str, usize> = words
        .map(|word| (tokens.word(word.tokens.start), 0))
        .collect();
    let mut counts = cx.facts.readability().total();
    for index in cx.facts.readability().complete() {
        let words = cx
            .facts
            .tokens
            .get(index)
            .into_iter()
            .flat_map(Tokens::words);
        for word in words {
            if let Some(uses) = uses.get_mut(word) {
                *uses += 1;
            }
        }
    }
    let repeats: usize = uses.values().map(|uses| uses.saturating_sub(1)).sum();
    counts.polysyllables = counts.polysyllables.saturating_sub(repeats);
    (repeats > 0).then_some(counts)
}
