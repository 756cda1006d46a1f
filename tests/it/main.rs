//! One binary for all integration tests; each module says what it proves.

mod agree;
mod articles;
mod cli;
mod corpus;
mod export_cli;
mod export_json;
mod generated;
mod handouts;
mod laws;
mod layers;
mod made_up;
mod parts;
mod pasted;
mod pdf;
mod pdf_breaks;
mod pdf_objects;
mod pdf_page;
mod pdf_random;
mod pdf_text;
mod properties;
mod questions;
mod reports;
mod rules;
mod samples;
mod seed;
mod urgency;
