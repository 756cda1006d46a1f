//! What is left of blocks that lie too deep.

use comrak::nodes::{AstNode, NodeValue};

/// The blocks below `node` that hold text of their own, whatever they lie in.
pub(super) fn leaves<'a>(node: &'a AstNode<'a>) -> Vec<&'a AstNode<'a>> {
    node.children().flat_map(leaves_of).collect()
}

/// `node` itself where it holds text of its own, else the blocks below it that do.
pub(super) fn leaves_of<'a>(node: &'a AstNode<'a>) -> Vec<&'a AstNode<'a>> {
    let mut leaves = Vec::new();
    let mut next = Some(node);
    while let Some(current) = next {
        let is_leaf = matches!(
            current.data().value,
            NodeValue::Paragraph
                | NodeValue::Heading(_)
                | NodeValue::CodeBlock(_)
                | NodeValue::HtmlBlock(_)
                | NodeValue::Table(_)
                | NodeValue::ThematicBreak
        );
        if is_leaf {
            leaves.push(current);
        }
        let below = if is_leaf { None } else { current.first_child() };
        next = below.or_else(|| after(current, node));
    }
    leaves
}

/// The node after `node` and all below it, inside `top`.
fn after<'a>(node: &'a AstNode<'a>, top: &'a AstNode<'a>) -> Option<&'a AstNode<'a>> {
    let mut current = node;
    while !std::ptr::eq(current, top) {
        if let Some(next) = current.next_sibling() {
            return Some(next);
        }
        current = current.parent()?;
    }
    None
}
