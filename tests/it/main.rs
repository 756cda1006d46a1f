//! One binary for all integration tests; each module says what it proves.

mod corpus;
mod rules;
