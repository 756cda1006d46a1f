//! The editor's server: a stream of frames, or a line of JSON for each message.
#![no_main]

use facetdoc::article::Date;
use facetdoc::check;
use facetdoc::config::Config;
use facetdoc::lsp::frame::{self, Frame};
use facetdoc::lsp::{Configured, Server, World};
use facetdoc::source::{Format, Source};
use facetdoc_fuzz::today;
use libfuzzer_sys::fuzz_target;
use lsp_server::Message;
use std::path::Path;
use std::sync::Arc;

struct Desk;

impl World for Desk {
    fn config(&mut self, _: Option<&Path>) -> Configured {
        Configured {
            config: Arc::new(Config::default()),
            fault: None,
        }
    }

    fn forget(&mut self) {}

    fn source(&self, name: &str, text: &str) -> Source {
        Source::new(name, text, Format::Markdown)
    }

    fn today(&self) -> Date {
        today()
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut server = Server::new(Desk, check::check_with);
    let mut stream = bytes;
    let mut messages = Vec::new();
    while let Ok(Some(one)) = frame::read(&mut stream) {
        if let Frame::Message(message) = one {
            messages.push(message);
        }
    }
    let lines = bytes.split(|byte| *byte == b'\n');
    messages.extend(lines.filter_map(|line| serde_json::from_slice::<Message>(line).ok()));
    for message in messages {
        let request = match &message {
            Message::Request(request) => Some(request.id.clone()),
            _ => None,
        };
        let answers = server.receive(message);
        if let Some(id) = request {
            let answered = answers
                .iter()
                .filter(|one| matches!(one, Message::Response(answer) if answer.id == id));
            assert_eq!(answered.count(), 1, "a request has one answer");
        }
        while server.catch_up().is_some() {}
    }
});
