//! One binary for all integration tests; each module says what it proves.

mod cli;
mod corpus;
mod export_cli;
mod generated;
mod handouts;
mod layers;
mod parts;
mod pdf;
mod pdf_text;
mod reports;
mod rules;
