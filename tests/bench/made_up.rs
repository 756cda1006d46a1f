//! Articles made from parts by a fixed rule, so that every run and every machine measures the same text.

use std::fmt::Write;

/// A small generator of numbers that look random (Knuth's MMIX constants); the same seed gives the same numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

const TOPICS: &[&str] = &[
    "knee pain",
    "asthma",
    "migraine",
    "a sprained ankle",
    "high blood pressure",
    "eczema",
    "heartburn",
    "low back pain",
    "a broken wrist",
    "type 2 diabetes",
    "a chest infection",
    "hay fever",
    "kidney stones",
    "shingles",
    "anaemia",
];
const PARTS: &[&str] = &[
    "knee",
    "chest",
    "skin",
    "shoulder",
    "lower back",
    "stomach",
    "throat",
    "hand",
    "ankle",
    "neck",
    "jaw",
    "hip",
];
const SIGNS: &[&str] = &[
    "a fever that does not go away",
    "numbness in both legs",
    "chest pain that spreads to your arm",
    "trouble breathing",
    "a rash that spreads fast",
    "blood in your urine",
    "sudden weakness on one side",
    "pain that wakes you at night",
    "a swollen, hot joint",
    "losing weight without trying",
    "being sick more than 3 times in a day",
    "a stiff neck",
];
const DEEDS: &[&str] = &[
    "rest for a day or two",
    "take paracetamol, 500 mg, up to 4 times a day",
    "put ice on it for 15 minutes",
    "drink plenty of water",
    "walk for 10 minutes each hour",
    "keep a diary of what you eat",
    "ask your pharmacist for advice",
    "stretch gently twice a day",
    "sleep on your side with a pillow",
    "wash the skin with warm water",
    "lift with bent knees",
    "stop smoking if you can",
];
const OPENERS: &[&str] = &[
    "Most people",
    "Some adults",
    "Many children",
    "About 1 in 10 people",
    "Older people",
    "People who smoke",
    "Runners",
    "Women after the menopause",
    "People with diabetes",
];
const VERBS: &[&str] = &[
    "get better within 6 weeks",
    "notice the pain first in the morning",
    "need no treatment at all",
    "find that gentle exercise helps",
    "have more than one episode a year",
    "can go back to work after 2 to 3 days",
    "are offered a scan (magnetic resonance imaging, MRI)",
    "feel tired for some time afterwards",
    "do not need antibiotics",
    "learn to live well with it",
];
const LINKERS: &[&str] = &[
    "This is because the tissue around the joint becomes swollen.",
    "Your doctor may ask you about your medicines.",
    "A physiotherapist can show you exercises that are right for you.",
    "It is not clear why this happens.",
    "Symptoms usually start slowly and get worse over several weeks.",
    "The treatment depends on the cause and on what matters to you.",
    "Inflammation is the body's answer to injury.",
    "Side effects are usually mild, such as an upset stomach or a headache.",
];

/// About `words` words of Markdown: an article with the sections that health articles have.
pub fn article(number: u64, words: usize) -> String {
    let mut dice = Dice(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let topic = dice.pick(TOPICS);
    let mut text = format!(
        "---\nlang: en-US\nkind: condition\nreviewed: 2026-03-0{}\n---\n\n# Living with {topic}\n\n",
        1 + number % 9
    );
    let sections = [
        "What it is",
        "Symptoms",
        "Causes",
        "How it is diagnosed",
        "Treatment",
        "What you can do yourself",
        "Exercises",
        "Preventing it",
    ];
    let each = words.saturating_sub(400) / sections.len();
    for title in sections {
        _ = write!(text, "## {title}\n\n");
        section(&mut dice, each, &mut text);
    }
    text.push_str("## When to get help\n\nCall 911 now if you have:\n\n");
    items(&mut dice, SIGNS, 4, &mut text);
    text.push_str("See your doctor within 3 days if you have:\n\n");
    items(&mut dice, SIGNS, 3, &mut text);
    text.push_str("## Questions and answers\n\n");
    for _ in 0..4 {
        let part = dice.pick(PARTS);
        _ = write!(text, "### Can I exercise when my {part} hurts?\n\n");
        paragraph(&mut dice, 3, &mut text);
    }
    text.push_str("## Disclaimer\n\nThis page is for information only. It does not replace advice from your doctor. Do not wait to get help because of what you read here. In an emergency call 911.\n");
    text
}

fn section(dice: &mut Dice, words: usize, text: &mut String) {
    let until = text.len() + words * 5;
    while text.len() < until {
        if dice.below(4) == 0 {
            text.push_str("These things can help:\n\n");
            items(dice, DEEDS, 4, text);
        } else {
            paragraph(dice, 4, text);
        }
    }
}

fn paragraph(dice: &mut Dice, sentences: usize, text: &mut String) {
    for _ in 0..sentences {
        match dice.below(3) {
            0 => {
                let line = format!(
                    "{} with *{}* {}. ",
                    dice.pick(OPENERS),
                    dice.pick(TOPICS),
                    dice.pick(VERBS)
                );
                text.push_str(&line);
            }
            1 => {
                let line = format!(
                    "If your {} hurts, {} and **{}**. ",
                    dice.pick(PARTS),
                    dice.pick(DEEDS),
                    dice.pick(DEEDS)
                );
                text.push_str(&line);
            }
            _ => {
                text.push_str(dice.pick(LINKERS));
                text.push(' ');
            }
        }
    }
    text.push_str("\n\n");
}

fn items(dice: &mut Dice, of: &[&str], count: usize, text: &mut String) {
    for _ in 0..count {
        text.push_str("- ");
        text.push_str(dice.pick(of));
        text.push('\n');
    }
    text.push('\n');
}
