//! What a pack rests on.

use std::fmt;

/// One source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The id by which the pack names it.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// When it was published, where that is known.
    pub year: Option<usize>,
    /// Its address: that of the original, or its DOI.
    pub url: Option<String>,
    /// Whether somebody has read it against what rests on it.
    pub verified: bool,
}

impl Reference {
    /// A name short enough for a message: what stands before a colon in the title, else the title.
    pub fn short(&self) -> &str {
        self.title.split(": ").next().unwrap_or(&self.title)
    }
}

impl fmt::Display for Reference {
    /// Publisher, title, year and address, as far as they are known.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.title.starts_with(&self.publisher) {
            write!(out, "{}. ", self.publisher)?;
        }
        out.write_str(&self.title)?;
        if let Some(year) = self.year
            && !self.title.contains(&year.to_string())
        {
            write!(out, " ({year})")?;
        }
        match &self.url {
            Some(url) => write!(out, ", {url}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_cited_with_what_is_known_of_it_once() {
        let source = |title: &str, year: Option<usize>, url: Option<&str>| Reference {
            id: "A".to_owned(),
            publisher: "NHS".to_owned(),
            title: title.to_owned(),
            year,
            url: url.map(str::to_owned),
            verified: false,
        };
        let cases = [
            (
                source("NHS: back pain", None, Some("https://a.test")),
                "NHS: back pain, https://a.test",
            ),
            (source("Stroke", Some(2024), None), "NHS. Stroke (2024)"),
            (
                source("Stroke, 2024", Some(2024), None),
                "NHS. Stroke, 2024",
            ),
        ];
        for (source, cited) in cases {
            assert_eq!(source.to_string(), cited);
        }
        assert_eq!(source("NHS: back pain", None, None).short(), "NHS");
    }
}
