//! `facetdoc pack check`

use super::args::{PackCheckArgs, PackCommand};
use super::{Error, Outcome, config, terminal};
use crate::config::TopicPack;
use crate::report::counted;

pub(super) fn run(command: &PackCommand) -> Result<Outcome, Error> {
    match command {
        PackCommand::Check(args) => check(args),
    }
}

fn check(args: &PackCheckArgs) -> Result<Outcome, Error> {
    let mut outcome = Outcome::Clean;
    for file in &args.files {
        let source = config::source(file)?;
        let reading = TopicPack::read(source.text());
        let mut problems = [reading.faults, reading.gaps].concat();
        problems.sort_by_key(|problem| problem.span);
        if problems.is_empty() {
            let text = source.text();
            let pack = reading.pack.as_ref();
            let told = pack.map_or_else(String::new, |pack| summary(pack, text));
            terminal::print_result(|out| writeln!(out, "{}: {told}", source.name()))?;
        } else {
            let stopped = config::mistakes(&source, &problems, args.color.color);
            terminal::complain(&stopped.to_string());
            outcome = Outcome::Failed;
        }
    }
    Ok(outcome)
}

/// What a sound pack with this text holds: `knee-pain 1.0.0, 12 signs, no sign-off yet`, then the hash to sign.
fn summary(pack: &TopicPack, text: &str) -> String {
    let mut parts = vec![format!("{} {}", pack.id, pack.version)];
    let counts = [
        (pack.concepts.len(), "sign"),
        (pack.topics.len(), "topic"),
        (pack.claims.len(), "claim"),
        (pack.sources.len(), "source"),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    parts.extend(counts.map(|(count, name)| counted(count, name)));
    let unread = pack
        .sources
        .iter()
        .filter(|source| !source.verified)
        .count();
    if unread > 0 {
        parts.push(format!("{} not verified yet", counted(unread, "source")));
    }
    parts.push(match &pack.sign_off {
        Some(by) => format!("signed by {}, {} ({})", by.name, by.role, by.date),
        None => format!(
            "no sign-off yet (the hash to sign is {})",
            TopicPack::hash(text)
        ),
    });
    parts.join(", ")
}
