//! What is wrong with the configurations of the open texts, and what the editor shows of it.

use super::client::Client;
use super::{Fault, findings, uri};
use lsp_types::{Diagnostic, Uri};
use std::collections::BTreeMap;

/// The faults by the text whose configuration has them.
#[derive(Debug, Default)]
pub(super) struct Faults {
    by_text: BTreeMap<String, Shown>,
}

#[derive(Debug, Clone)]
struct Shown {
    message: String,
    file: Option<(Uri, Vec<Diagnostic>)>,
}

/// What the editor is to be told.
#[derive(Debug, Default)]
pub(super) struct News {
    /// Files with what is to be shown in them; empty where a file is sound again.
    pub(super) publish: Vec<(Uri, Vec<Diagnostic>)>,
    /// A message for the user.
    pub(super) message: Option<String>,
}

impl Faults {
    /// Notes the fault of the configuration of the text `key`, `None` for a sound one; tells what is new.
    pub(super) fn set(&mut self, key: &str, fault: Option<&Fault>, client: &Client) -> News {
        let before = self.by_text.clone();
        match fault {
            None => self.by_text.remove(key),
            Some(fault) => self
                .by_text
                .insert(key.to_owned(), Shown::of(fault, client)),
        };
        let was = files(&before);
        let is = files(&self.by_text);
        let mut news = News::default();
        for (key, (uri, shown)) in &is {
            if was.get(key).map(|(_, shown)| *shown) != Some(*shown) {
                news.publish.push(((*uri).clone(), (*shown).clone()));
            }
        }
        for (_, (uri, _)) in was.iter().filter(|(key, _)| !is.contains_key(*key)) {
            news.publish.push(((*uri).clone(), Vec::new()));
        }
        let is_told = |message: &String| before.values().any(|one| one.message == *message);
        let message = fault.map(|fault| fault.message.clone());
        news.message = message.filter(|message| !is_told(message));
        news
    }
}

impl Shown {
    fn of(fault: &Fault, client: &Client) -> Self {
        let path = fault.mistakes.as_ref().map(|(path, _, _)| path);
        let uri = path.and_then(|path| uri::of_path(path));
        Self {
            message: fault.message.clone(),
            file: uri.map(|uri| (uri, findings::of_fault(fault, client))),
        }
    }
}

/// What is shown in each file.
fn files(shown: &BTreeMap<String, Shown>) -> BTreeMap<&str, (&Uri, &Vec<Diagnostic>)> {
    let files = shown.values().filter_map(|one| one.file.as_ref());
    files
        .map(|(uri, shown)| (uri.as_str(), (uri, shown)))
        .collect()
}
