//! Images without a text alternative.

use crate::facts::images;
use crate::rules::prelude::*;

rule! {
    /// An image that says nothing to a reader who cannot see it.
    ///
    /// ## Why it matters
    /// A screen reader passes over an image without a text alternative, or reads out its file name. The reader does not
    /// learn what the picture shows, and in a printed text version it is lost.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Your spine
    ///
    /// ![](spine.png)
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Your spine
    ///
    /// ![Side view of the lower spine with one facet joint marked](spine.png)
    /// ```
    ///
    /// An image that is only decoration says so in HTML:
    /// ```markdown,pass
    /// # Your spine
    ///
    /// <img src="wave.png" alt="">
    ///
    /// The spine has 24 bones that move.
    /// ```
    ///
    /// ## Sources
    /// - WCAG 2.1, success criterion 1.1.1: <https://www.w3.org/TR/WCAG21/#non-text-content>
    RULE {
        name: "image-alt-missing", severity: Error, since: "0.1.0",
        standard: "WCAG 1.1.1; HHS 504 rule (WCAG 2.1 AA)",
        summary: "an image has no text alternative",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for image in images::images(cx.article, &cx.facts.texts) {
        if image.alt.is_empty() && !image.decorative {
            findings
                .report(image.span, "image has no text alternative")
                .help("Readers who cannot see the image learn nothing from it. Say between the square brackets, in one sentence, what it shows: ![Side view of the knee with the swelling marked](knee.png). If it is only decoration, write <img src=\"...\" alt=\"\">.");
        }
    }
}
