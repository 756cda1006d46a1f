//! Which tags close which, also over several HTML blocks.

use super::raw::Raw;
use crate::parse::tags::Token;
use std::collections::BTreeMap;

/// For each token that opens an element, the HTML block in which the element is closed.
pub(super) fn closings(htmls: &[Raw]) -> Vec<Vec<Option<usize>>> {
    let mut closings: Vec<Vec<Option<usize>>> = htmls
        .iter()
        .map(|html| vec![None; html.tokens().len()])
        .collect();
    let mut open: Vec<(&str, usize, usize)> = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (block, html) in htmls.iter().enumerate() {
        for (index, token) in html.tokens().iter().enumerate() {
            match token {
                Token::Start(tag) => {
                    *counts.entry(&tag.name).or_default() += 1;
                    open.push((&tag.name, block, index));
                }
                Token::End(name, _)
                    if counts.get(name.as_str()).is_some_and(|count| *count > 0) =>
                {
                    while let Some((opened, from, at)) = open.pop() {
                        counts.entry(opened).and_modify(|count| *count -= 1);
                        if opened == name {
                            let opened = closings.get_mut(from).and_then(|html| html.get_mut(at));
                            if let Some(opened) = opened {
                                *opened = Some(block);
                            }
                            break;
                        }
                    }
                }
                Token::End(..) | Token::Text(_) | Token::Comment(..) => {}
            }
        }
    }
    closings
}
