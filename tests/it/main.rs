//! One binary for all integration tests; each module says what it proves.

mod agree;
mod articles;
mod cli;
mod corpus;
mod export_json;
mod generated;
mod handouts;
mod laws;
mod layers;
mod parts;
mod pdf;
mod pdf_text;
mod reports;
mod rules;
