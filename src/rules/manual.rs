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
}

/// The examples of a manual, in order: fences marked `markdown,flag`, `markdown,pass`, `text,flag` or `text,pass`.
///
/// A doc comment's one leading space is taken off each line.
pub fn examples(manual: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut open: Option<Example> = None;
    for line in manual.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (
            &mut open,
            line.strip_prefix("````")
                .or_else(|| line.strip_prefix("```")),
        ) {
            (None, Some(info)) => open = example_fence(info),
            (Some(_), Some("")) => examples.extend(open.take()),
            (Some(example), _) => {
                example.text.push_str(line);
                example.text.push('\n');
            }
            (None, None) => {}
        }
    }
    examples
}

fn example_fence(info: &str) -> Option<Example> {
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
    })
}
