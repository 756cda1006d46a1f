//! Texts, names and settings by somebody who means harm: none of them acts. SECURITY.md says which test shows which promise.

mod characters;
mod names;
mod pages;
mod paths;
mod pictures;
mod settings;
mod words;
