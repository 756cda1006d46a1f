//! `clinic:` in front matter: who gives the handout away.

use super::keys::Reader;
use super::values::lines;
use super::yaml::{Key, Node, Value};
use crate::article::{Clinic, Located, Logo};

/// What a clinic can have.
const KEYS: &[&str] = &["name", "phone", "address", "logo", "logo_alt"];

impl Reader<'_> {
    /// A clinic: a map of name, phone and address, or its name alone.
    pub(super) fn clinic(&mut self, key: &Key, node: &Node) -> Option<Clinic> {
        let Value::Map(map) = &node.value else {
            return Some(Clinic {
                name: self
                    .one(key, node)
                    .filter(|name| !name.value.is_empty())?
                    .value,
                phone: None,
                address: Vec::new(),
                logo: None,
                span: Some(node.span),
            });
        };
        let mut name = None;
        let mut phone = None;
        let mut address = Vec::new();
        let mut logo = None;
        let mut logo_alt = None;
        for (part, value) in map {
            match part.name.trim() {
                "name" => name = self.one(part, value),
                "phone" => phone = self.one(part, value),
                "address" => address = lines(value).into_iter().map(|line| line.value).collect(),
                "logo" => logo = self.one(part, value),
                "logo_alt" | "logo-alt" => logo_alt = self.one(part, value),
                other => self.problem(
                    format!("`{}` has no key called `{other}`", key.name),
                    format!("it can have: {}", KEYS.join(", ")),
                    part.span,
                ),
            }
        }
        let filled = |text: &String| !text.is_empty();
        let Some(name) = name.map(|name| name.value).filter(filled) else {
            self.problem(
                format!("`{}` has no name", key.name),
                "write `name: ...` on a line below it",
                node.span,
            );
            return None;
        };
        Some(Clinic {
            name,
            phone: phone.map(|phone| phone.value).filter(filled),
            address,
            logo: self.logo(logo, logo_alt),
            span: Some(node.span),
        })
    }

    /// A picture and what is said of it: neither goes without the other.
    fn logo(
        &mut self,
        path: Option<Located<String>>,
        alt: Option<Located<String>>,
    ) -> Option<Logo> {
        let filled = |text: &Located<String>| !text.value.is_empty();
        match (path.filter(filled), alt.filter(filled)) {
            (Some(path), Some(alt)) => Some(Logo {
                path: path.value,
                alt: alt.value,
                folder: None,
                span: path.span,
            }),
            (Some(path), None) => {
                self.problem(
                    "the clinic's logo has no text alternative".to_owned(),
                    "write `logo_alt: ...` below it: what a screen reader says of it, such as the clinic's name",
                    path.span,
                );
                None
            }
            (None, Some(alt)) => {
                self.problem(
                    "`logo_alt` is of no use without a logo".to_owned(),
                    "write `logo: picture.svg` above it, or leave it out",
                    alt.span,
                );
                None
            }
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn a_clinic_is_a_map_or_a_name_and_its_mistakes_are_told() {
        let text = "---\nclinic:\n  name: Example Spine Clinic\n  phone: 555-0100\n  address:\n    - 12 Mill Road\n    - Springfield\n---\n";
        let clinic = read(text, 0).meta.clinic.unwrap();
        assert_eq!(clinic.name, "Example Spine Clinic");
        assert_eq!(clinic.phone.as_deref(), Some("555-0100"));
        assert_eq!(clinic.address, ["12 Mill Road", "Springfield"]);
        let named = read("---\nclinic: Example Spine Clinic\n---\n", 0);
        assert_eq!(named.meta.clinic.unwrap().name, "Example Spine Clinic");
        for (text, message) in [
            ("---\nclinic:\n  phone: 5\n---\n", "`clinic` has no name"),
            (
                "---\nclinic:\n  name: A\n  fax: 5\n---\n",
                "`clinic` has no key called `fax`",
            ),
            (
                "---\nclinic:\n  name: A\n  logo: a.svg\n---\n",
                "the clinic's logo has no text alternative",
            ),
            (
                "---\nclinic:\n  name: A\n  logo_alt: A\n---\n",
                "`logo_alt` is of no use without a logo",
            ),
        ] {
            let problems = read(text, 0).problems;
            assert_eq!(problems.len(), 1, "{text}");
            assert_eq!(problems[0].message, message);
        }
    }
}
