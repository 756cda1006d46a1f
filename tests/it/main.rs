//! One binary for all integration tests; each module says what it proves.

mod corpus;
mod handouts;
mod pdf;
mod pdf_page;
mod pdf_random;
mod pdf_text;
mod rules;
