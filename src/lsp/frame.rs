//! A stream as messages: a head with the length, then that many bytes of JSON.

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};
use std::io::{self, BufRead, Read, Write};

/// A longer message is refused: the largest article in JSON, with room to spare.
const MAX_BYTES: usize = 256_000_000;
/// The longest line of a head.
const MAX_HEAD_LINE: u64 = 4096;

/// What came.
#[derive(Debug)]
pub enum Frame {
    /// A message.
    Message(Message),
    /// Something that is no message; this is the answer to it. The next frame can be read.
    Bad(Value),
}

/// The next frame of `input`; `None` at its end.
///
/// After an error nothing more can be read: the stream no longer tells where a message starts.
pub fn read(input: &mut impl BufRead) -> io::Result<Option<Frame>> {
    let Some(length) = head(input)? else {
        return Ok(None);
    };
    let mut body = Vec::new();
    input.take(length as u64).read_to_end(&mut body)?;
    if body.len() < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some(frame(&body)))
}

/// Writes an answer to something that was no message.
pub fn write(answer: &Value, out: &mut impl Write) -> io::Result<()> {
    let text = answer.to_string();
    write!(out, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    out.flush()
}

/// The length in a head; `None` where the stream ends before it.
fn head(input: &mut impl BufRead) -> io::Result<Option<usize>> {
    let mut length = None;
    let mut is_first = true;
    loop {
        let mut line = Vec::new();
        input.take(MAX_HEAD_LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() && is_first {
            return Ok(None);
        }
        let Some(line) = line.strip_suffix(b"\n") else {
            return Err(bad_head("a head without an end"));
        };
        let line = String::from_utf8_lossy(line);
        let line = line.trim_end_matches('\r');
        if line.is_empty() {
            let length = length.ok_or_else(|| bad_head("a head without Content-Length"))?;
            return Ok(Some(length));
        }
        is_first = false;
        let (name, value) = line
            .split_once(':')
            .ok_or_else(|| bad_head("a line of the head has no colon"))?;
        if name.trim().eq_ignore_ascii_case("content-length") {
            let number = value.trim().parse::<usize>().ok();
            let number = number.filter(|number| *number <= MAX_BYTES);
            length = Some(number.ok_or_else(|| bad_head("a length that cannot be"))?);
        }
    }
}

fn bad_head(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

fn frame(body: &[u8]) -> Frame {
    let value: Value = match serde_json::from_slice(body) {
        Ok(value) => value,
        Err(error) => return bad(&Value::Null, ErrorCode::ParseError, &error.to_string()),
    };
    let id = value.get("id").cloned().unwrap_or_default();
    let is_call = value.get("method").is_some();
    // By the shape alone, a request with an id that cannot be would pass for a notification.
    let message = if is_call && id.is_null() {
        serde_json::from_value(value).map(Message::Notification)
    } else if is_call {
        serde_json::from_value(value).map(Message::Request)
    } else {
        serde_json::from_value(value).map(Message::Response)
    };
    match message {
        Ok(message) => Frame::Message(message),
        Err(error) => bad(&id, ErrorCode::InvalidRequest, &error.to_string()),
    }
}

fn bad(id: &Value, code: ErrorCode, message: &str) -> Frame {
    let id = match id {
        Value::Number(_) | Value::String(_) => id,
        _ => &Value::Null,
    };
    let error = json!({ "code": code as i32, "message": message });
    Frame::Bad(json!({ "jsonrpc": "2.0", "id": id, "error": error }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framed(body: &str) -> Vec<u8> {
        format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
    }

    fn code_of(body: &str) -> Value {
        match read(&mut framed(body).as_slice()).unwrap().unwrap() {
            Frame::Bad(answer) => answer["error"]["code"].clone(),
            Frame::Message(message) => panic!("{message:?}"),
        }
    }

    #[test]
    fn messages_follow_each_other() {
        let one = r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#;
        let two = r#"{"jsonrpc":"2.0","method":"exit","params":{"x":"é"}}"#;
        let mut bytes = framed(one);
        bytes.extend(b"content-type: x\r\ncontent-length: ");
        bytes.extend(format!("{}\n\n{two}", two.len()).bytes());
        let mut input = bytes.as_slice();
        for is_request in [true, false] {
            let Some(Frame::Message(message)) = read(&mut input).unwrap() else {
                panic!("no message");
            };
            assert_eq!(matches!(message, Message::Request(_)), is_request);
        }
        assert!(read(&mut input).unwrap().is_none());
    }

    #[test]
    fn what_is_no_message_is_answered_and_read_past() {
        let parse = json!(ErrorCode::ParseError as i32);
        for body in ["", "{", "\u{feff}{}", "{\"a\": 1} x"] {
            assert_eq!(code_of(body), parse, "{body}");
        }
        let invalid = json!(ErrorCode::InvalidRequest as i32);
        for body in [
            "{}",
            "[]",
            "7",
            "null",
            r#"{"id": 1}"#,
            r#"{"id": 1, "method": 5}"#,
            r#"{"id": {}, "method": "x"}"#,
            r#"{"id": null, "result": 1}"#,
            r#"{"id": 1.5, "method": "x"}"#,
        ] {
            assert_eq!(code_of(body), invalid, "{body}");
        }
    }

    #[test]
    fn a_broken_head_ends_the_stream_with_an_error() {
        for bytes in [
            "Content-Length: 5\r\n\r\n{}",
            "Content-Length: five\r\n\r\n{}",
            "Content-Length: 99999999999999999999\r\n\r\n{}",
            "Content-Type: x\r\n\r\n{}",
            "nonsense\r\n\r\n",
            "Content-Length: 2",
            "\r\n",
        ] {
            assert!(read(&mut bytes.as_bytes()).is_err(), "{bytes:?}");
        }
        let endless = [b'x'; 10_000];
        assert!(read(&mut endless.as_slice()).is_err());
    }
}
