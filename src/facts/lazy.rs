//! Facts that few rules ask for: each kind is found when it is first asked for, and kept.

use super::Facts;
use super::abbreviation::{self, Abbreviation};
use super::definition::{self, Definition};
use super::instruction::{self, Instruction};
use super::pointer::{self, Pointer};
use super::promise::{self, Promise};
use super::stance::{self, Stance};
use std::cell::OnceCell;

/// What was asked for so far.
#[derive(Debug, Default)]
pub(super) struct Lazy {
    abbreviations: OnceCell<Vec<Abbreviation>>,
    definitions: OnceCell<Vec<Definition>>,
    instructions: OnceCell<Vec<Instruction>>,
    pointers: OnceCell<Vec<Pointer>>,
    promises: OnceCell<Vec<Promise>>,
    stances: OnceCell<Vec<Stance>>,
}

impl Facts<'_> {
    /// The abbreviations, in the order of their first use.
    pub fn abbreviations(&self) -> &[Abbreviation] {
        self.lazy
            .abbreviations
            .get_or_init(|| abbreviation::abbreviations(self))
    }

    /// The terms that the article explains, in reading order.
    pub fn definitions(&self) -> &[Definition] {
        self.lazy
            .definitions
            .get_or_init(|| definition::definitions(self))
    }

    /// What the article tells its reader to do or not to do, in reading order.
    pub fn instructions(&self) -> &[Instruction] {
        self.lazy
            .instructions
            .get_or_init(|| instruction::instructions(self))
    }

    /// The places of the text that send the reader to another part of the article, in reading order.
    pub fn pointers(&self) -> &[Pointer] {
        self.lazy.pointers.get_or_init(|| pointer::pointers(self))
    }

    /// What the introduction says that the article holds, in reading order.
    pub fn promises(&self) -> &[Promise] {
        self.lazy.promises.get_or_init(|| promise::promises(self))
    }

    /// How the article stands to what a reader may do, in reading order; empty where it is not in English.
    pub fn stances(&self) -> &[Stance] {
        self.lazy.stances.get_or_init(|| stance::stances(self))
    }
}
