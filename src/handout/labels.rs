//! The words of facetdoc's own, one table a language.

use super::BoxLevel;
use crate::article::Date;

/// Labels in one language.
#[derive(Debug)]
pub struct Labels {
    /// The language that they are in, without a region.
    pub lang: &'static str,
    /// The stamp of a handout whose article failed its check.
    pub draft: &'static str,
    /// Over advice to get help at once.
    pub emergency: &'static str,
    /// Over advice to get help the same day or within days.
    pub urgent: &'static str,
    /// Over any other advice to get help.
    pub advice: &'static str,
    /// Over the article's own boxes: the kind as written, the label. The first is for kinds that are not listed.
    pub callouts: &'static [(&'static str, &'static str)],
    /// Before the alternative of a picture that is not printed.
    pub picture: &'static str,
    /// Before words that are struck out.
    pub struck_out: &'static str,
    /// A call of a footnote, with `{number}`.
    pub note: &'static str,
    /// Over the footnotes.
    pub notes: &'static str,
    /// Over the sources of the front matter.
    pub sources: &'static str,
    /// Over the list of link targets.
    pub links: &'static str,
    /// A link in a text that is read out, with `{number}`.
    pub link: &'static str,
    /// Before contact details.
    pub contact: &'static str,
    /// Before the authors.
    pub written_by: &'static str,
    /// Before the reviewers.
    pub reviewed_by: &'static str,
    /// Before the date of publication.
    pub published: &'static str,
    /// Before the funder.
    pub funding: &'static str,
    /// Before conflicts of interest.
    pub disclosure: &'static str,
    /// Before the version.
    pub version: &'static str,
    /// Before the date of the last review.
    pub reviewed: &'static str,
    /// Before the date of the next review.
    pub next_review: &'static str,
    /// The number of a page, with `{page}` and `{pages}`.
    pub page: &'static str,
    /// The months.
    pub months: [&'static str; 12],
    /// What stands between day, month and year.
    pub date_joint: &'static str,
}

const ENGLISH: Labels = Labels {
    lang: "en",
    draft: "DRAFT: failed content review",
    emergency: "EMERGENCY",
    urgent: "URGENT",
    advice: "ADVICE",
    callouts: &[
        ("note", "NOTE"),
        ("tip", "TIP"),
        ("hint", "TIP"),
        ("important", "IMPORTANT"),
        ("warning", "WARNING"),
        ("danger", "WARNING"),
        ("caution", "CAUTION"),
        ("attention", "CAUTION"),
    ],
    picture: "Picture:",
    struck_out: "struck out:",
    note: "[note {number}]",
    notes: "Notes",
    sources: "Sources",
    links: "Links",
    link: "Link {number}",
    contact: "Contact",
    written_by: "Written by",
    reviewed_by: "Reviewed by",
    published: "Published",
    funding: "Funding",
    disclosure: "Conflicts of interest",
    version: "Version",
    reviewed: "Reviewed",
    next_review: "Next review",
    page: "Page {page} of {pages}",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    date_joint: " ",
};

const SPANISH: Labels = Labels {
    lang: "es",
    draft: "BORRADOR: no superó la revisión de contenido",
    emergency: "EMERGENCIA",
    urgent: "URGENTE",
    advice: "CONSEJO",
    callouts: &[
        ("note", "NOTA"),
        ("nota", "NOTA"),
        ("tip", "SUGERENCIA"),
        ("hint", "SUGERENCIA"),
        ("important", "IMPORTANTE"),
        ("importante", "IMPORTANTE"),
        ("warning", "ADVERTENCIA"),
        ("danger", "ADVERTENCIA"),
        ("advertencia", "ADVERTENCIA"),
        ("caution", "PRECAUCIÓN"),
        ("attention", "PRECAUCIÓN"),
    ],
    picture: "Imagen:",
    struck_out: "tachado:",
    note: "[nota {number}]",
    notes: "Notas",
    sources: "Fuentes",
    links: "Enlaces",
    link: "Enlace {number}",
    contact: "Contacto",
    written_by: "Escrito por",
    reviewed_by: "Revisado por",
    published: "Publicado",
    funding: "Financiación",
    disclosure: "Conflictos de interés",
    version: "Versión",
    reviewed: "Revisado",
    next_review: "Próxima revisión",
    page: "Página {page} de {pages}",
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    date_joint: " de ",
};

/// Every table.
const LANGUAGES: &[&Labels] = &[&ENGLISH, &SPANISH];

impl Labels {
    /// The labels of a language such as `es`; English where there is no table of it.
    pub fn of(base_lang: &str) -> &'static Labels {
        let base_lang = base_lang.to_lowercase();
        LANGUAGES
            .iter()
            .copied()
            .find(|labels| labels.lang == base_lang)
            .unwrap_or(&ENGLISH)
    }

    /// The word that carries the level of an urgent box.
    pub fn level(&self, level: BoxLevel) -> &'static str {
        match level {
            BoxLevel::Emergency => self.emergency,
            BoxLevel::Urgent => self.urgent,
            BoxLevel::Advice => self.advice,
            BoxLevel::Note => self.callout("note"),
        }
    }

    /// The label of one of the article's own boxes.
    pub fn callout(&self, kind: &str) -> &'static str {
        let known = self.callouts.iter().find(|(name, _)| *name == kind);
        known
            .or(self.callouts.first())
            .map_or("NOTE", |(_, label)| label)
    }

    /// A footnote's call.
    pub fn note_call(&self, number: usize) -> String {
        self.note.replace("{number}", &number.to_string())
    }

    /// A link by its number.
    pub fn link_number(&self, number: usize) -> String {
        self.link.replace("{number}", &number.to_string())
    }

    /// "3 March 2026", "March 2026" or "2026".
    pub fn date(&self, date: Date) -> String {
        let mut parts = Vec::new();
        if let Some(month) = date.month {
            parts.extend(date.day.map(|day| day.to_string()));
            let name = self.months.get(usize::from(month).saturating_sub(1));
            parts.extend(name.map(|name| (*name).to_owned()));
        }
        parts.push(date.year.to_string());
        parts.join(self.date_joint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_spelled_out_as_far_as_they_are_known() {
        for (date, english, spanish) in [
            ("2026-03-03", "3 March 2026", "3 de marzo de 2026"),
            ("2029-12", "December 2029", "diciembre de 2029"),
            ("2029", "2029", "2029"),
        ] {
            let date = Date::from_iso(date).unwrap();
            assert_eq!(Labels::of("en").date(date), english);
            assert_eq!(Labels::of("es").date(date), spanish);
        }
    }

    #[test]
    fn a_language_without_a_table_gets_english_labels() {
        assert_eq!(Labels::of("cy").level(BoxLevel::Urgent), "URGENT");
        assert_eq!(Labels::of("ES").level(BoxLevel::Urgent), "URGENTE");
    }

    #[test]
    fn a_callout_of_an_unknown_kind_is_a_note() {
        assert_eq!(Labels::of("en").callout("aside"), "NOTE");
        assert_eq!(Labels::of("es").callout("warning"), "ADVERTENCIA");
    }
}
