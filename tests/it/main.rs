//! One binary for all integration tests; each module says what it proves.

mod cli;
mod corpus;
mod generated;
mod layers;
mod parts;
mod reports;
mod rules;
