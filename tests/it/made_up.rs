//! Made-up Markdown whose words are all different, so that each must be read once and at its own place.

use proptest::prelude::*;

/// Made-up text with the words that a reader sees in it.
#[derive(Debug, Clone)]
pub struct Written {
    /// The Markdown.
    pub text: String,
    /// The words, each of which stands in it once.
    pub words: Vec<String>,
}

/// Made-up Markdown, with either kind of line end, and with a byte order mark or front matter now and then.
pub fn written() -> impl Strategy<Value = Written> {
    (prop::collection::vec(any::<u8>(), 0..160), any::<bool>()).prop_map(|(choices, crlf)| {
        let mut writer = Writer {
            choices: choices.into_iter(),
            words: Vec::new(),
            newline: if crlf { "\r\n" } else { "\n" },
        };
        let n = writer.newline;
        let mut text = match writer.choice(3) {
            0 => format!("---{n}title: x{n}---{n}"),
            1 => "\u{feff}".to_owned(),
            _ => String::new(),
        };
        for _ in 0..3 {
            text += &writer.blocks("", 0);
            text += n;
        }
        text += "[ref]: /there";
        text += n;
        Written {
            text,
            words: writer.words,
        }
    })
}

struct Writer {
    choices: std::vec::IntoIter<u8>,
    words: Vec<String>,
    newline: &'static str,
}

impl Writer {
    fn choice(&mut self, of: u8) -> u8 {
        self.choices.next().unwrap_or(0) % of
    }

    fn word(&mut self) -> String {
        let accent = ["", "é", "ñ", "ß"][usize::from(self.choice(4))];
        let word = format!("w{accent}{}z", self.words.len());
        self.words.push(word.clone());
        word
    }

    /// One line of text without anything that breaks it.
    fn line(&mut self) -> String {
        let mut text = self.word();
        for _ in 0..self.choice(4) {
            text += &self.piece();
        }
        text
    }

    /// Text of a paragraph whose later lines start with `indent`.
    fn lines(&mut self, indent: &str) -> String {
        let next = format!("{}{indent}", self.newline);
        let mut text = self.word();
        for _ in 0..self.choice(6) {
            let piece = match self.choice(12) {
                0 => format!("{next}{}", self.word()),
                1 => format!("  {next}{}", self.word()),
                2 => format!("\\{next}{}", self.word()),
                3 => format!(" `` {}{next}{} ``", self.word(), self.word()),
                4 => format!(" [{}](<a b>{next}\"t\") {}", self.word(), self.word()),
                5 => format!(
                    " [{} *{}*](x{next}'t'){next}{}",
                    self.word(),
                    self.word(),
                    self.word()
                ),
                6 => format!(" <a{next}href='x'>{}</a>", self.word()),
                _ => self.piece(),
            };
            text += &piece;
        }
        text
    }

    /// A piece of a line, with the space before it.
    fn piece(&mut self) -> String {
        let word = self.word();
        match self.choice(24) {
            0 => format!(" *{word}*"),
            1 => format!(" **{word}** {}", self.word()),
            2 => format!(" `{word}`"),
            3 => format!(" [{word}](http://a.example/x \"title\")"),
            4 => format!(" [{word}][ref] {}", self.word()),
            5 => format!(" ![{word}](x.png)"),
            6 => format!(" &amp; {word}"),
            7 => format!(" &eacute; {word} &#x27; {}", self.word()),
            8 => format!(" \\* {word}"),
            9 => format!(" <b>{word}</b>"),
            10 => format!(" <br> {word}"),
            11 => format!(" <!-- unseen --> {word}"),
            12 => format!(" ~~{word}~~ {}", self.word()),
            13 => format!(" *{} **{word}** {}*", self.word(), self.word()),
            14 => format!(" [{word}](x){{rel=external}}"),
            15 => format!("\t{word}"),
            16 => format!(" <a href=\"x\" title=\"y\">{word}</a>"),
            17 => format!(" ~ {word} ~{}", self.word()),
            18 => format!(
                " <sup>{word}</sup> <script>unseen()</script> {}",
                self.word()
            ),
            19 => format!(" <img alt=\"{word} &amp; {}\" src=x>", self.word()),
            20 => format!(" {{{{ {word} }}}}"),
            _ => format!(" {word}"),
        }
    }

    /// A block whose first line is already indented and whose later lines start with `indent`.
    fn block(&mut self, indent: &str, depth: u8) -> String {
        let n = self.newline;
        let next = format!("{n}{indent}");
        let gap = format!("{n}{}{next}", indent.trim_end());
        match self.choice(if depth < 3 { 19 } else { 11 }) {
            1 => format!("## {}{n}", self.line()),
            2 => format!("{}{next}---{n}", self.line()),
            3 => {
                let head = format!(
                    "| {} | *{}* \\| {} |",
                    self.word(),
                    self.word(),
                    self.word()
                );
                let row = format!("| `{} \\| x` | {} |", self.word(), self.line());
                format!("{head}{next}|---|:-:|{next}{row}{n}")
            }
            4 => format!(
                "```text{next}{}{next}  {}{next}```{n}",
                self.word(),
                self.word()
            ),
            5 => format!("<p>{} &amp; <em>{}</em></p>{n}", self.word(), self.word()),
            6 => format!("[r{}]: /x{next}{}{n}", self.words.len(), self.lines(indent)),
            7 => format!("{}{next}: {}{n}", self.line(), self.line()),
            8 => format!("<ul><li>{}<li>{}{next}</ul>{n}", self.word(), self.word()),
            9 => format!(
                "<table><tr><td>{}<td>{}</table>{n}",
                self.word(),
                self.word()
            ),
            10 => format!("- [x] {}{n}", self.line()),
            11 => format!("> {}", self.blocks(&format!("{indent}> "), depth + 1)),
            12 | 13 => {
                let inner = format!("{indent}  ");
                let first = self.blocks(&inner, depth + 1);
                format!("- {first}{indent}- {}", self.blocks(&inner, depth + 1))
            }
            14 => format!("1. {}", self.blocks(&format!("{indent}   "), depth + 1)),
            15 => {
                let inner = format!("{indent}> ");
                let title = self.word();
                format!(
                    "> [!WARNING] {title}{n}{inner}{}",
                    self.blocks(&inner, depth + 1)
                )
            }
            16 | 17 => {
                let summary = self.word();
                let inner = self.blocks(indent, depth + 1);
                let inner = inner.trim_end();
                format!("<details>{next}<summary>{summary}</summary>{gap}{inner}{gap}</details>{n}")
            }
            _ => format!("{}{n}", self.lines(indent)),
        }
    }

    fn blocks(&mut self, indent: &str, depth: u8) -> String {
        let mut text = self.block(indent, depth);
        for _ in 0..self.choice(3) {
            let next = self.block(indent, depth);
            text = [&text, indent.trim_end(), self.newline, indent, &next].concat();
        }
        text
    }
}
