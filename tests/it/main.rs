//! One binary for all integration tests; each module says what it proves.

mod agree;
mod articles;
mod cli;
mod corpus;
mod export_cli;
mod export_json;
mod generated;
mod handouts;
mod layers;
mod parts;
mod pasted;
mod pdf;
mod pdf_page;
mod pdf_text;
mod questions;
mod reports;
mod rules;
