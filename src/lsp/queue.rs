//! The messages that wait, of which some are taken back.

use lsp_server::{ErrorCode, Message, Request, RequestId, Response};
use std::collections::VecDeque;

/// Messages in the order in which they came.
///
/// All that have come should be pushed before the next is taken: so a request that is taken back while it waits is never
/// worked on.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: VecDeque<Message>,
}

/// What is to be done next.
#[derive(Debug)]
pub enum Step {
    /// A message to work on.
    Work(Message),
    /// An answer to send as it is: the request was taken back.
    Answer(Response),
}

impl Queue {
    /// Adds a message; `$/cancelRequest` is carried out at once.
    pub fn push(&mut self, message: Message) {
        match &message {
            Message::Notification(note) if note.method == "$/cancelRequest" => {
                let id = note.params.get("id").cloned().unwrap_or_default();
                if let Ok(id) = serde_json::from_value::<RequestId>(id) {
                    self.take_back(&id);
                }
            }
            _ => self.waiting.push_back(message),
        }
    }

    /// The next step; `None` where nothing waits.
    pub fn take(&mut self) -> Option<Step> {
        let step = match self.waiting.pop_front()? {
            Message::Response(response) if is_taken_back(&response) => Step::Answer(response),
            message => Step::Work(message),
        };
        Some(step)
    }

    fn take_back(&mut self, id: &RequestId) {
        for message in &mut self.waiting {
            if matches!(message, Message::Request(Request { id: other, .. }) if other == id) {
                let why = "the request was taken back".to_owned();
                let code = ErrorCode::RequestCanceled as i32;
                *message = Response::new_err(id.clone(), code, why).into();
            }
        }
    }
}

fn is_taken_back(response: &Response) -> bool {
    let error = response.response_result.as_ref().err();
    error.is_some_and(|error| error.code == ErrorCode::RequestCanceled as i32)
}
