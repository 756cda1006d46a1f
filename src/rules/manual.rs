//! The examples in a rule's manual; every one of them is run as a test.

/// What an example shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expectation {
    /// The rule must find exactly one fault.
    Flag,
    /// The rule must find nothing.
    Pass,
}

/// An example article from a manual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// What it shows.
    pub expect: Expectation,
    /// Whether it is pasted text instead of Markdown: the fence says `text`.
    pub pasted: bool,
    /// The article.
    pub text: String,
    /// The configuration that it is checked with: the fence marked `toml,config` before it.
    pub config: Option<String>,
    /// The title that it stands under: "Flagged", "Better"; "" where there is none.
    pub under: String,
}

/// The lines of a manual. Where it is a doc comment, the space that each of its lines starts with is no part of it.
pub fn lines(manual: &str) -> impl Iterator<Item = &str> {
    let is_comment = manual.starts_with(' ');
    manual.trim_end().lines().map(move |line| {
        let own = line.strip_prefix(' ').filter(|_| is_comment);
        own.unwrap_or(line)
    })
}

/// The examples of a manual, in order: fences marked `markdown,flag`, `markdown,pass`, `text,flag` or `text,pass`.
///
/// A fence marked `toml,config` is the configuration of all examples after it.
pub fn examples(manual: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut open: Option<Example> = None;
    let mut config: Option<String> = None;
    let mut in_config = false;
    let mut under = "";
    for line in lines(manual) {
        if in_config {
            in_config = line != "```";
            if let Some(config) = config.as_mut().filter(|_| in_config) {
                config.push_str(line);
                config.push('\n');
            }
            continue;
        }
        if open.is_none() && line == "```toml,config" {
            config = Some(String::new());
            in_config = true;
            continue;
        }
        match (
            &mut open,
            line.strip_prefix("````")
                .or_else(|| line.strip_prefix("```")),
        ) {
            (None, Some(info)) => open = example_fence(info, config.as_ref(), under),
            (Some(_), Some("")) => examples.extend(open.take()),
            (Some(example), _) => {
                example.text.push_str(line);
                example.text.push('\n');
            }
            (None, None) => under = line.strip_prefix("## ").unwrap_or(under),
        }
    }
    examples
}

fn example_fence(info: &str, config: Option<&String>, under: &str) -> Option<Example> {
    let (language, expect) = info.trim().split_once(',')?;
    let expect = match expect {
        "flag" => Expectation::Flag,
        "pass" => Expectation::Pass,
        _ => return None,
    };
    Some(Example {
        expect,
        pasted: language == "text",
        text: String::new(),
        config: config.cloned(),
        under: under.to_owned(),
    })
}
