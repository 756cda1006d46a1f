//! The words of facetdoc's own that stand on paper, one column a language.

use crate::article::Date;
use std::borrow::Cow;

macro_rules! months {
    ($($month:literal),* $(,)?) => { [$(Cow::Borrowed($month)),*] };
}

macro_rules! labels {
    ($($(#[$doc:meta])* $field:ident: $english:literal, $spanish:literal;)*) => {
        /// Labels in one language.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Labels {
            $($(#[$doc])* pub $field: Cow<'static, str>,)*
            /// The months, from January on.
            pub months: [Cow<'static, str>; 12],
        }

        static ENGLISH: Labels = Labels {
            $($field: Cow::Borrowed($english),)*
            months: months![
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ],
        };

        static SPANISH: Labels = Labels {
            $($field: Cow::Borrowed($spanish),)*
            months: months![
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
                "noviembre", "diciembre",
            ],
        };

        impl Labels {
            /// Sets each label but the months to what `read` gives for its name and its words so far.
            pub(super) fn each(&mut self, mut read: impl FnMut(&str, &str) -> Option<String>) {
                $(if let Some(words) = read(&stringify!($field).replace('_', "-"), &self.$field) {
                    self.$field = Cow::Owned(words);
                })*
            }
        }
    };
}

labels! {
    /// The stamp of a handout whose article failed its check.
    draft: "DRAFT: failed content review", "BORRADOR: no superó la revisión de contenido";
    /// Over advice to get help at once.
    emergency: "EMERGENCY", "EMERGENCIA";
    /// Over advice to get help the same day or within days.
    urgent: "URGENT", "URGENTE";
    /// Over any other advice to get help.
    advice: "ADVICE", "CONSEJO";
    /// Over a box of the article's own, if it is of no other kind.
    box_note: "NOTE", "NOTA";
    /// Over a box with a tip.
    box_tip: "TIP", "SUGERENCIA";
    /// Over a box with something important.
    box_important: "IMPORTANT", "IMPORTANTE";
    /// Over a box with a warning.
    box_warning: "WARNING", "ADVERTENCIA";
    /// Over a box that calls for care.
    box_caution: "CAUTION", "PRECAUCIÓN";
    /// Over the part of a box that stands on a further page, with `{label}`: what stands over its first.
    continued: "{label} (continued)", "{label} (continuación)";
    /// Before the alternative of a picture that is not printed.
    picture: "Picture:", "Imagen:";
    /// Before words that are struck out.
    struck_out: "struck out:", "tachado:";
    /// A call of a footnote, with `{number}`.
    note: "[note {number}]", "[nota {number}]";
    /// Over the footnotes.
    notes: "Notes", "Notas";
    /// Over the sources of the front matter.
    sources: "Sources", "Fuentes";
    /// Over the list of link targets.
    links: "Links", "Enlaces";
    /// A link in a text that is read out, with `{number}`.
    link: "Link {number}", "Enlace {number}";
    /// Before the patient's name.
    name: "Name:", "Nombre:";
    /// Before the day on which the handout is given.
    day: "Date:", "Fecha:";
    /// Over lines for the patient's questions.
    questions: "Questions for my doctor", "Preguntas para mi médico";
    /// Over lines for notes.
    my_notes: "My notes", "Mis notas";
    /// Over lines on which patients say what they have understood.
    in_my_words: "In my own words", "Con mis propias palabras";
    /// The first of what patients say in their own words.
    what_is_it: "What is it?", "¿Qué es?";
    /// The second of what patients say in their own words.
    what_to_do: "What will I do?", "¿Qué voy a hacer?";
    /// The third of what patients say in their own words.
    when_to_call: "When do I call?", "¿Cuándo debo llamar?";
    /// Before the article's address and its code.
    on_the_web: "Read this on the web:", "Lea esto en la web:";
    /// What a screen reader says of the code, with `{address}`.
    code: "QR code of {address}", "Código QR de {address}";
    /// Says that a handout does not hold the whole article.
    short_form: "This is a short form: parts of the text are left out.",
        "Esta es una versión breve: se han omitido partes del texto.";
    /// Before the address of the whole article.
    whole_text: "The whole text:", "El texto completo:";
    /// Where the whole article is if it has no address.
    ask_for_whole: "Ask for the whole text.", "Pida el texto completo.";
    /// Before contact details.
    contact: "Contact", "Contacto";
    /// Before the clinic's telephone number.
    phone: "Phone:", "Teléfono:";
    /// Before the authors.
    written_by: "Written by", "Escrito por";
    /// Before the reviewers.
    reviewed_by: "Reviewed by", "Revisado por";
    /// Before the date of publication.
    published: "Published", "Publicado";
    /// Before the funder.
    funding: "Funding", "Financiación";
    /// Before conflicts of interest.
    disclosure: "Conflicts of interest", "Conflictos de interés";
    /// Before the version.
    version: "Version", "Versión";
    /// Before the date of the last review.
    reviewed: "Reviewed", "Revisado";
    /// Before the date of the next review.
    next_review: "Next review", "Próxima revisión";
    /// The number of a page, with `{page}` and `{pages}`.
    page: "Page {page} of {pages}", "Página {page} de {pages}";
    /// A day, with `{day}`, `{month}` and `{year}`.
    date: "{day} {month} {year}", "{day} de {month} de {year}";
    /// A month, with `{month}` and `{year}`.
    month_and_year: "{month} {year}", "{month} de {year}";
}

impl Labels {
    /// The labels of a language such as `es` that facetdoc has itself.
    pub fn built_in(base_lang: &str) -> Option<&'static Labels> {
        match base_lang.to_lowercase().as_str() {
            "en" => Some(&ENGLISH),
            "es" => Some(&SPANISH),
            _ => None,
        }
    }

    /// The labels of a language such as `es` that facetdoc has itself; English where it has none.
    pub fn of(base_lang: &str) -> &'static Labels {
        Self::built_in(base_lang).unwrap_or(&ENGLISH)
    }

    /// The label of one of the article's own boxes, by its kind as written.
    pub fn callout(&self, kind: &str) -> &str {
        match kind {
            "tip" | "hint" => &self.box_tip,
            "important" | "importante" => &self.box_important,
            "warning" | "danger" | "advertencia" => &self.box_warning,
            "caution" | "attention" => &self.box_caution,
            _ => &self.box_note,
        }
    }

    /// What stands over the part of a box called `label` that stands on a further page; "" where it has no label.
    pub fn continued(&self, label: &str) -> String {
        if label.is_empty() {
            return String::new();
        }
        self.continued.replace("{label}", label)
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
        let year = date.year.to_string();
        let month = date
            .month
            .and_then(|month| self.months.get(usize::from(month).checked_sub(1)?));
        let Some(month) = month else {
            return year;
        };
        let pattern = match date.day {
            Some(day) => self.date.replace("{day}", &day.to_string()),
            None => self.month_and_year.to_string(),
        };
        pattern.replace("{month}", month).replace("{year}", &year)
    }
}

/// The fields that a label must have, by its name.
pub(super) fn fields(name: &str) -> &'static [&'static str] {
    match name {
        "note" | "link" => &["{number}"],
        "code" => &["{address}"],
        "continued" => &["{label}"],
        "page" => &["{page}", "{pages}"],
        "date" => &["{day}", "{month}", "{year}"],
        "month-and-year" => &["{month}", "{year}"],
        _ => &[],
    }
}

/// What stands for a label that a table of another language need not give, by its name.
pub(super) fn instead(name: &str) -> Option<&'static str> {
    (name == "continued").then_some("{label}")
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
        assert_eq!(Labels::of("cy").urgent, "URGENT");
        assert_eq!(Labels::of("ES").urgent, "URGENTE");
    }

    #[test]
    fn a_callout_of_an_unknown_kind_is_a_note() {
        assert_eq!(Labels::of("en").callout("aside"), "NOTE");
        assert_eq!(Labels::of("es").callout("warning"), "ADVERTENCIA");
    }

    #[test]
    fn the_label_of_a_box_that_goes_on_says_so() {
        let english = Labels::of("en");
        assert_eq!(english.continued("EMERGENCY"), "EMERGENCY (continued)");
        assert_eq!(english.continued(""), "");
        assert_eq!(
            Labels::of("es").continued("URGENTE"),
            "URGENTE (continuación)"
        );
    }

    #[test]
    fn every_label_has_its_fields_in_every_language() {
        for lang in ["en", "es"] {
            Labels::of(lang).clone().each(|name, words| {
                for field in fields(name) {
                    assert!(words.contains(field), "{lang} {name}");
                }
                assert_eq!(words.matches('{').count(), fields(name).len(), "{name}");
                None
            });
        }
    }
}
