//! What the file says about itself, once as XMP and once as document information; the two are made from one value.

use crate::article::Date;
use crate::handout::Handout;

/// The program that made the file. Without a version: the same handout gives the same bytes.
pub const PRODUCER: &str = "facetdoc";

/// A handout's metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// The title, never empty.
    pub title: String,
    /// The language, a BCP 47 tag.
    pub lang: String,
    /// The authors.
    pub authors: Vec<String>,
    /// The date as PDF writes it, if known.
    pub pdf_date: Option<String>,
    /// The date as XMP writes it, if known.
    date: Option<String>,
}

impl Metadata {
    /// The metadata of `handout`. A handout without a title is called by its id.
    pub fn of(handout: &Handout) -> Self {
        let title = printable(&handout.title);
        let lang = handout.lang.replace('_', "-");
        Self {
            title: if title.is_empty() {
                printable(&handout.id)
            } else {
                title
            },
            lang: if lang.is_empty() {
                "und".to_owned()
            } else {
                lang
            },
            authors: handout.authors.iter().map(|name| printable(name)).collect(),
            pdf_date: handout.date.map(pdf_date),
            date: handout.date.map(Date::to_iso),
        }
    }

    /// The XMP packet; `claims` says whether it identifies the file as PDF/UA-1 and PDF/A-2a.
    pub fn to_xmp(&self, claims: bool) -> String {
        let (identification, extension) = if claims {
            (IDENTIFICATION, EXTENSION)
        } else {
            ("", "")
        };
        let title = escaped(&self.title);
        let lang = escaped(&self.lang);
        let authors = self.authors_xml();
        let dates = self.date.as_ref().map_or_else(String::new, |date| {
            format!(
                "<xmp:CreateDate>{date}</xmp:CreateDate>\n<xmp:ModifyDate>{date}</xmp:ModifyDate>\n"
            )
        });
        format!(
            "{HEAD}<dc:format>application/pdf</dc:format>\n\
             <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
             {authors}<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>\n\
             {dates}<pdf:Producer>{PRODUCER}</pdf:Producer>\n{identification}</rdf:Description>\n{extension}{TAIL}"
        )
    }

    fn authors_xml(&self) -> String {
        if self.authors.is_empty() {
            return String::new();
        }
        let names: Vec<String> = self.authors.iter().map(|name| escaped(name)).collect();
        let names = names.join("</rdf:li><rdf:li>");
        format!("<dc:creator><rdf:Seq><rdf:li>{names}</rdf:li></rdf:Seq></dc:creator>\n")
    }
}

const HEAD: &str = "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">
";

const IDENTIFICATION: &str = "<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
";

/// PDF/A knows only its own schemas; the one of PDF/UA has to be described to it.
const EXTENSION: &str = "<rdf:Description rdf:about=\"\" \
xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
";

const TAIL: &str = "</rdf:RDF>
</x:xmpmeta>
<?xpacket end=\"r\"?>";

/// Text on one line without control characters, which XML cannot hold.
fn printable(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn pdf_date(date: Date) -> String {
    format!("D:{}", date.to_iso().replace('-', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_xml_are_escaped_and_control_characters_left_out() {
        let metadata = Metadata {
            title: printable("Pain & \"fever\" <3\u{1}\n days"),
            lang: "en".to_owned(),
            authors: vec!["A & B".to_owned()],
            pdf_date: None,
            date: Some("2026-03".to_owned()),
        };
        let xmp = metadata.to_xmp(true);
        assert!(xmp.contains(">Pain &amp; &quot;fever&quot; &lt;3 days<"));
        assert!(xmp.contains("<rdf:li>A &amp; B</rdf:li>"));
        assert!(xmp.contains("<xmp:CreateDate>2026-03</xmp:CreateDate>"));
    }

    #[test]
    fn a_date_is_written_with_as_much_as_is_known() {
        for (iso, pdf) in [
            ("2026", "D:2026"),
            ("2026-11", "D:202611"),
            ("2026-11-23", "D:20261123"),
        ] {
            assert_eq!(Date::from_iso(iso).map(pdf_date).as_deref(), Some(pdf));
        }
    }
}
