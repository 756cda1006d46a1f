//! The formats of one article, before any is written.

use super::super::plan::Target;
use super::Job;
use crate::export::condensed::condensed;
use crate::export::{ExportError, html, json, jsonld, pdf, text};
use crate::handout::{self, Address, Handout, Part, PartId, Pictures, ShortForm};
use crate::report;
use crate::rules::Context;

/// A handout of more pages than this is told: few people read on.
const MANY_PAGES: usize = 4;

/// Files before they are written, with what is told of them.
pub(super) struct Rendered {
    pub files: Vec<(Target, Vec<u8>)>,
    pub notes: Vec<String>,
}

impl Job<'_> {
    /// Every format, before any is written.
    pub(super) fn render(
        &self,
        cx: &Context<'_>,
        json_options: &json::Options,
        pictures: Pictures,
    ) -> Result<Rendered, ExportError> {
        let draft = json_options.draft;
        let mut pdf_options = self.pdf_options(cx);
        let mut notes = Vec::new();
        let (handout, options) = self.handout(cx, draft, pictures, &mut pdf_options, &mut notes)?;
        let mut files = Vec::new();
        for target in &self.wanted.targets {
            let bytes = match target {
                Target::Json if self.work.plan.lines => {
                    json::to_line(cx, json_options).into_bytes()
                }
                Target::Json => json::to_json(cx, json_options).into_bytes(),
                Target::Text => {
                    let text = self.text(cx, &handout, &options)?;
                    notes.extend(self.message_length(&text));
                    text.into_bytes()
                }
                Target::Pdf => {
                    let pdf = pdf::made(&handout, &pdf_options)?;
                    notes.extend(many_pages(pdf.pages));
                    pdf.bytes
                }
                Target::Booklet => pdf::to_booklet(&handout, &pdf_options)?,
                Target::Html => html::to_html(&handout)?.into_bytes(),
                Target::Jsonld => jsonld::to_jsonld(cx, draft).into_bytes(),
            };
            files.push((*target, bytes));
        }
        Ok(Rendered { files, notes })
    }

    fn pdf_options(&self, cx: &Context<'_>) -> pdf::Options {
        pdf::Options {
            paper: self.wanted.look.paper,
            print: if self.wanted.look.large_print {
                pdf::Print::Large
            } else {
                pdf::Print::Ordinary
            },
            fonts: self.work.fonts.clone(),
            pages_max: Some(cx.settings.limits.size.pages_max),
        }
    }

    /// The text: of `handout`, or of one with other words where the text alone has them.
    fn text(
        &self,
        cx: &Context<'_>,
        handout: &Handout,
        options: &handout::Options,
    ) -> Result<String, ExportError> {
        let args = &self.work.args.text_args;
        let own = args.handout(options);
        if own == *options {
            return text::to_text(handout, &args.options());
        }
        text::to_text(&handout::build(cx, &own), &args.options())
    }

    /// How long a text message is: each part is paid for.
    fn message_length(&self, text: &str) -> Option<String> {
        let message = text::message(text).filter(|_| self.work.args.text_args.is_message())?;
        let characters = report::counted(message.septets, "character");
        let parts = report::counted(message.parts, "part");
        Some(format!(
            "the text message takes {characters} of the text-message alphabet, sent in {parts}"
        ))
    }

    /// The handout that is wanted, and the options that it was built with; `notes` gets what a short form leaves out, and
    /// `pdf_options` smaller print where it does not fit otherwise.
    fn handout(
        &self,
        cx: &Context<'_>,
        draft: bool,
        pictures: Pictures,
        pdf_options: &mut pdf::Options,
        notes: &mut Vec<String>,
    ) -> Result<(Handout, handout::Options), ExportError> {
        let look = &self.wanted.look;
        let is_handout = self.wanted.targets.iter().any(|one| one.is_handout());
        let code = if look.qr && is_handout {
            Some(Address::of(&cx.article.meta)?)
        } else {
            None
        };
        let options = handout::Options {
            draft,
            name_date: look.name_date,
            teach_back: look.teach_back,
            questions: look.questions.unwrap_or(0),
            notes: look.notes,
            code,
            pictures,
            ..handout::Options::default()
        };
        if !look.condensed || !is_handout {
            return Ok((handout::build(cx, &options), options));
        }
        let has_booklet = self.wanted.targets.contains(&Target::Booklet);
        let short = condensed(cx, &options, pdf_options, has_booklet)?;
        if short.print != pdf_options.print {
            notes
                .push("the short form is in small print, 12 point, to fit on one sheet".to_owned());
            pdf_options.print = short.print;
        }
        if short.without_lines {
            notes.push("the lines for questions and notes do not fit, and are left out".to_owned());
        }
        if short.left_out.is_empty() && !short.without_lines {
            notes.push("all of it fits on one sheet; nothing is left out".to_owned());
        } else if !short.left_out.is_empty() {
            notes.push(format!(
                "left out of the short form: {}",
                listed(&short.left_out)
            ));
        }
        let left_out = &short.left_out;
        let options = handout::Options {
            short: (!left_out.is_empty()).then(|| ShortForm::without(left_out)),
            questions: if short.without_lines {
                0
            } else {
                options.questions
            },
            notes: options.notes && !short.without_lines,
            ..options
        };
        Ok((short.handout, options))
    }
}

fn many_pages(pages: usize) -> Option<String> {
    (pages > MANY_PAGES).then(|| {
        format!(
            "the PDF has {pages} pages; few people read more than {MANY_PAGES}, and --condensed makes a short form of one sheet"
        )
    })
}

/// Parts as a list in words.
fn listed(parts: &[Part]) -> String {
    let titles = parts.iter().map(|part| match part.id {
        PartId::Opening => "what stands before the first heading".to_owned(),
        PartId::Section(_) => format!("\"{}\"", part.title),
        PartId::Rest(_) => format!("most of \"{}\"", part.title),
    });
    titles.collect::<Vec<_>>().join(", ")
}
