//! What is left of blocks that lie too deep.

use comrak::arena_tree::NodeEdge;
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

/// How many lists, quotes and boxes lie in each other below `top`.
pub(super) fn depth_below<'a>(top: &'a AstNode<'a>) -> usize {
    let (mut deep, mut deepest) = (0_usize, 0_usize);
    for edge in top.traverse() {
        let (node, opens) = match edge {
            NodeEdge::Start(node) => (node, true),
            NodeEdge::End(node) => (node, false),
        };
        let is_below = !std::ptr::eq(node, top);
        let counts = is_below
            && matches!(
                node.data().value,
                NodeValue::List(_)
                    | NodeValue::BlockQuote
                    | NodeValue::Alert(_)
                    | NodeValue::DescriptionList
                    | NodeValue::BlockDirective(_)
            );
        if counts && opens {
            deep += 1;
            deepest = deepest.max(deep);
        } else if counts {
            deep = deep.saturating_sub(1);
        }
    }
    deepest
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
