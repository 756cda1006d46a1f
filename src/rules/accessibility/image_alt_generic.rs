//! Text alternatives that name the medium, not the picture.

use crate::facts::images;
use crate::lexicon::Tokens;
use crate::rules::prelude::*;
use crate::source::PartOf;

rule! {
    /// A text alternative that does not say what the image shows.
    ///
    /// ## Why it matters
    /// "Image" or "scan.jpg" tells a reader who cannot see the picture that there is one, but not what it is.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Your spine
    ///
    /// ![image text](spine.png)
    /// ```
    ///
    /// ```markdown,flag
    /// # Your spine
    ///
    /// The joint is at the back: ![IMG_2041.jpg](photos/IMG_2041.jpg)
    /// ```
    ///
    /// ```markdown,flag
    /// # Your knee
    ///
    /// ![Image of a knee](knee.png)
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Your spine
    ///
    /// ![Side view of the lower spine with one facet joint marked](spine.png)
    /// ```
    ///
    /// ```markdown,pass
    /// # Taking a photo of a mole
    ///
    /// ![Photo taken from an arm's length, with a ruler beside the mole](mole.jpg)
    /// ```
    ///
    /// ## Sources
    /// - WCAG 2.1, success criterion 1.1.1: <https://www.w3.org/TR/WCAG21/#non-text-content>
    RULE {
        name: "image-alt-generic", severity: Warning, since: "0.1.0",
        standard: "WCAG 1.1.1",
        summary: "a text alternative does not say what the image shows",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for image in images::images(cx.article, &cx.facts.texts) {
        if image.decorative || image.alt.is_empty() {
            continue;
        }
        if is_generic(image.alt) || is_file_name(image.alt, image.url) {
            findings
                .report(image.alt_span, format!("alt text \"{}\" describes nothing", image.alt))
                .help("Readers who cannot see the image learn nothing from these words. Say in one sentence what it shows and why it is here, as you would on the phone.");
        } else if let Some(opening) = opening(image.alt) {
            findings
                .report(image.alt_span, format!("alt text \"{}\" opens with \"{opening}\", which says nothing about the picture", image.alt))
                .help("Screen readers announce that it is an image. Start with what it shows.");
        }
    }
}

/// Words for a picture of any kind, alone or with another of them.
const GENERIC: &[&str] = &[
    "alt",
    "banner",
    "caption",
    "chart",
    "diagram",
    "drawing",
    "figure",
    "foto",
    "fotografia",
    "graphic",
    "graph",
    "grafico",
    "here",
    "icon",
    "icono",
    "illustration",
    "ilustracion",
    "image",
    "imagen",
    "img",
    "logo",
    "photo",
    "photograph",
    "picture",
    "pic",
    "placeholder",
    "screenshot",
    "text",
    "texto",
    "thumbnail",
    "untitled",
];

/// Small words that may stand between them.
const LINKS: &[&str] = &["a", "an", "the", "de", "la", "of", "un", "una"];

fn is_generic(alt: &str) -> bool {
    let tokens = Tokens::of(alt);
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    tokens.words().any(|word| GENERIC.contains(&word))
        && tokens
            .words()
            .all(|word| GENERIC.contains(&word) || LINKS.contains(&word) || is_number(word))
}

/// The last part of the target, or anything that ends as image files do.
fn is_file_name(alt: &str, url: &str) -> bool {
    let file = url.rsplit('/').next().unwrap_or(url);
    let file = file.split(['?', '#']).next().unwrap_or(file);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_coded = stem.contains(['_', '-']) || stem.bytes().any(|byte| byte.is_ascii_digit());
    let endings = [
        ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".tif", ".tiff", ".bmp", ".heic",
    ];
    let lower = alt.to_lowercase();
    alt == file
        || (alt == stem && is_coded)
        || (!alt.contains(char::is_whitespace) && endings.iter().any(|end| lower.ends_with(end)))
}

/// "Image of", "a picture of": a waste of the reader's time, but what follows may be good.
fn opening(alt: &str) -> Option<&str> {
    let tokens = Tokens::of(alt);
    let first = usize::from(LINKS.contains(&tokens.word(0)));
    let names = ["image", "picture", "imagen"].contains(&tokens.word(first));
    let joined = ["of", "showing", "de", "que"].contains(&tokens.word(first + 1));
    (names && joined).then(|| alt.part(tokens.place(0..first + 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_medium_and_of_the_file_describe_nothing() {
        for alt in [
            "image",
            "Image text",
            "a photo",
            "Logo",
            "Figure 2",
            "imagen",
            "screenshot",
        ] {
            assert!(is_generic(alt), "{alt}");
        }
        for alt in [
            "Logo of the Spine Clinic",
            "Knee",
            "Photo of a swollen knee",
            "2",
            "Text neck",
        ] {
            assert!(!is_generic(alt), "{alt}");
        }
        assert!(is_file_name("spine-2.png", "img/spine-2.png"));
        assert!(is_file_name("spine-2", "img/spine-2.png?v=3"));
        assert!(is_file_name("DSC_0012.JPG", "other.png"));
        assert!(!is_file_name("Spine", "img/Spine.png"));
        assert!(!is_file_name(
            "The file scan.png opened in a viewer",
            "a.png"
        ));
    }

    #[test]
    fn an_opening_that_only_names_the_medium_is_known() {
        assert_eq!(opening("Image of a knee"), Some("Image of"));
        assert_eq!(
            opening("A picture showing a knee"),
            Some("A picture showing")
        );
        assert_eq!(opening("Imaging of a knee"), None);
    }
}
