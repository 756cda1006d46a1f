//! Reads a web page back, by a tokenizer that is not the writer's.

use html5gum::{Token, Tokenizer};
use std::collections::BTreeMap;

/// The tags of the page, with their attributes, and the words in its main part.
#[derive(Debug, Default)]
pub struct Page {
    /// Start tags in order: name, attributes.
    pub tags: Vec<(String, BTreeMap<String, String>)>,
    /// The words between `<main>` and `</main>` as a reader meets them, numbers of lists included.
    pub words: Vec<String>,
    /// What is wrong with the order of the tags.
    pub faults: Vec<String>,
}

/// Elements that hold nothing.
const VOID: &[&str] = &["br", "hr", "img", "meta"];
/// Elements that do not part words.
const INLINE: &[&str] = &["a", "code", "del", "em", "span", "strong", "sub", "sup"];

/// The page that `html` is.
pub fn read(html: &str) -> Page {
    let mut page = Page::default();
    let mut open: Vec<String> = Vec::new();
    let mut text = String::new();
    // The next number of each open list; `None` for bullets.
    let mut numbers: Vec<Option<i64>> = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = string(&tag.name);
                let attributes: BTreeMap<String, String> = tag
                    .attributes
                    .iter()
                    .map(|(name, value)| (string(name), string(value)))
                    .collect();
                if !INLINE.contains(&name.as_str()) {
                    text.push(' ');
                }
                match name.as_str() {
                    "ul" => numbers.push(None),
                    "ol" => {
                        let start = attributes.get("start").map_or("1", String::as_str);
                        numbers.push(start.parse().ok());
                    }
                    "li" => {
                        if let Some(Some(number)) = numbers.last_mut() {
                            if let Some(value) = attributes.get("value") {
                                *number = value.parse().expect("a number");
                            }
                            text.push_str(&[number.to_string().as_str(), ". "].concat());
                            *number += 1;
                        }
                    }
                    _ => {}
                }
                if !VOID.contains(&name.as_str()) {
                    open.push(name.clone());
                }
                if name == "main" {
                    text.clear();
                }
                page.tags.push((name, attributes));
            }
            Token::EndTag(tag) => {
                let name = string(&tag.name);
                if open.last() == Some(&name) {
                    open.pop();
                } else {
                    page.faults.push(format!("</{name}> in {open:?}"));
                }
                if matches!(name.as_str(), "ul" | "ol") {
                    numbers.pop();
                }
                if !INLINE.contains(&name.as_str()) {
                    text.push(' ');
                }
                if name == "main" {
                    page.words = text.split_whitespace().map(str::to_owned).collect();
                }
            }
            Token::String(string_) => text.push_str(&string(&string_)),
            Token::Doctype(_) => {}
            Token::Comment(_) => page.faults.push("a comment".to_owned()),
            Token::Error(error) => {
                // Odd characters are the author's; they break no tag.
                let error = format!("{error:?}");
                if !error.contains("InputStream") {
                    page.faults.push(error);
                }
            }
        }
    }
    if !open.is_empty() {
        page.faults.push(format!("left open: {open:?}"));
    }
    page
}

fn string(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the page is UTF-8")
}
