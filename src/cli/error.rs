//! Why a command could not do its work at all; what went wrong with one file is a `Failure` and does not stop the rest.

use std::fmt;
use std::io;

/// A command that stopped.
#[derive(Debug)]
pub enum Error {
    /// The options do not go together.
    Usage(String),
    /// `SOURCE_DATE_EPOCH` is not a number of seconds.
    SourceDateEpoch(String),
    /// Standard output or standard error could not be written.
    Write(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) => out.write_str(message),
            Self::SourceDateEpoch(value) => write!(
                out,
                "SOURCE_DATE_EPOCH is {value:?}; it must be a number of seconds since 1970"
            ),
            Self::Write(error) => write!(out, "cannot write the result: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(error) => Some(error),
            Self::Usage(_) | Self::SourceDateEpoch(_) => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}
