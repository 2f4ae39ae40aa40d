//! From what the page shows to what it is to show, in the fewest words.

use super::drawn::{Drawn, Node};
use crate::tree::Writer;

/// Where a node is: the positions of its ancestors, then its own.
pub type Path = Vec<usize>;

/// One change of what the page shows. Those of a list are made in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Another text.
    Text(Path, String),
    /// Another value of an attribute; empty if it goes away.
    Attr(Path, &'static str, String),
    /// Another node in its place.
    Replace(Path, Node),
    /// A node more among those of an element, at a position.
    Insert(Path, usize, Node),
    /// So many nodes of an element away, from a position on.
    Remove(Path, usize, usize),
}

/// The changes that make `new` of `old`.
pub fn diff(old: &Drawn, new: &Drawn) -> Vec<Op> {
    let mut ops = Vec::new();
    if old.is_same(new) {
        change(old, new, &mut Path::new(), &mut ops);
    } else {
        ops.push(Op::Replace(Path::new(), Node::Element(new.clone())));
    }
    ops
}

fn change(old: &Drawn, new: &Drawn, path: &mut Path, ops: &mut Vec<Op>) {
    change_attrs(old, new, path, ops);
    let (before, after) = (old.nodes(), new.nodes());
    let same = |(old, new): &(&Node, &Node)| is_same(old, new);
    let head = before.iter().zip(after).take_while(same).count();
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(same).count();
    // Between what stays in front and behind, as many as there were change their places one by one.
    let (gone, come) = (before.len() - tail, after.len() - tail);
    let both = gone.min(come);
    if gone > both {
        ops.push(Op::Remove(path.clone(), both, gone - both));
    }
    for (at, node) in after.iter().enumerate().take(come).skip(both) {
        ops.push(Op::Insert(path.clone(), at, node.clone()));
    }
    let behind = before.iter().skip(gone).zip(after.iter().enumerate().skip(come));
    let in_front = before.iter().zip(after.iter().enumerate()).take(both);
    for (old, (at, new)) in in_front.chain(behind) {
        path.push(at);
        change_node(old, new, path, ops);
        path.pop();
    }
}

fn change_node(old: &Node, new: &Node, path: &mut Path, ops: &mut Vec<Op>) {
    match (old, new) {
        (Node::Text(old), Node::Text(new)) if old == new => {}
        (Node::Text(_), Node::Text(new)) => ops.push(Op::Text(path.clone(), new.clone())),
        (Node::Element(old), Node::Element(new)) if old.is_same(new) => {
            change(old, new, path, ops);
        }
        _ => ops.push(Op::Replace(path.clone(), new.clone())),
    }
}

fn change_attrs(old: &Drawn, new: &Drawn, path: &Path, ops: &mut Vec<Op>) {
    let value = |of: &Drawn, name: &str| {
        of.attrs().iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    };
    for (name, now) in new.attrs() {
        if value(old, name).as_ref() != Some(now) {
            ops.push(Op::Attr(path.clone(), name, now.clone()));
        }
    }
    for (name, _) in old.attrs().iter().filter(|(name, _)| value(new, name).is_none()) {
        ops.push(Op::Attr(path.clone(), name, String::new()));
    }
}

fn is_same(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::Text(_), Node::Text(_)) => true,
        (Node::Element(old), Node::Element(new)) => old.is_same(new),
        _ => false,
    }
}

impl Op {
    /// Writes it as a JSON list that begins with its sign; see `CHANGES` in desk.js.
    pub fn write(&self, writer: &mut Writer) {
        writer.open('[');
        match self {
            Op::Text(path, text) => {
                head(writer, "text", path);
                writer.string(text);
            }
            Op::Attr(path, name, value) => {
                head(writer, "attr", path);
                writer.string(name);
                writer.string(value);
            }
            Op::Replace(path, node) => {
                head(writer, "put", path);
                node.write(writer);
            }
            Op::Insert(path, at, node) => {
                head(writer, "add", path);
                writer.bare(&at.to_string());
                node.write(writer);
            }
            Op::Remove(path, at, count) => {
                head(writer, "cut", path);
                writer.bare(&at.to_string());
                writer.bare(&count.to_string());
            }
        }
        writer.close(']');
    }
}

fn head(writer: &mut Writer, sign: &str, path: &Path) {
    writer.string(sign);
    writer.open('[');
    path.iter().for_each(|at| writer.bare(&at.to_string()));
    writer.close(']');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::drawn::el;
    use super::*;

    /// What desk.js does to the document, done to the tree.
    fn apply(root: &mut Drawn, op: &Op) {
        match op {
            Op::Text(path, text) => *node(root, path) = Node::Text(text.clone()),
            Op::Attr(path, name, value) => {
                let (attrs, _) = element(root, path).parts();
                attrs.retain(|(known, _)| known != name);
                if !value.is_empty() {
                    attrs.push((name, value.clone()));
                }
            }
            Op::Replace(path, new) => match new {
                Node::Element(new) if path.is_empty() => *root = new.clone(),
                _ => *node(root, path) = new.clone(),
            },
            Op::Insert(path, at, new) => {
                element(root, path).parts().1.insert(*at, new.clone());
            }
            Op::Remove(path, at, count) => {
                element(root, path).parts().1.drain(*at..at + count);
            }
        }
    }

    fn node<'d>(root: &'d mut Drawn, path: &[usize]) -> &'d mut Node {
        let (last, above) = path.split_last().unwrap();
        &mut element(root, above).parts().1[*last]
    }

    fn element<'d>(root: &'d mut Drawn, path: &[usize]) -> &'d mut Drawn {
        path.iter().fold(root, |at, index| match &mut at.parts().1[*index] {
            Node::Element(element) => element,
            Node::Text(text) => panic!("{text} holds nothing"),
        })
    }

    /// Attributes stand in no order.
    fn sorted(mut drawn: Drawn) -> Drawn {
        let (attrs, children) = drawn.parts();
        attrs.sort();
        for child in children {
            if let Node::Element(element) = child {
                *element = sorted(element.clone());
            }
        }
        drawn
    }

    fn any_tree() -> impl Strategy<Value = Drawn> {
        let tag = prop_oneof![Just("p"), Just("b")];
        let attr = prop_oneof![Just("class"), Just("title"), Just("value")];
        let attrs = proptest::collection::btree_map(attr, "[ab]{0,2}", 0..3);
        let text = "[a-c]{0,2}".prop_map(Node::Text);
        let own = (tag, "[xyz]{0,1}", attrs).boxed();
        let made = |(tag, key, attrs): (&'static str, String, std::collections::BTreeMap<_, _>)| {
            let bare = el(tag, "").key(key);
            attrs.into_iter().fold(bare, |drawn, (name, value)| drawn.attr(name, value))
        };
        let leaf = own.clone().prop_map(made);
        let tree = leaf.prop_recursive(4, 40, 6, move |inner| {
            let child = prop_oneof![text.clone(), inner.prop_map(Node::Element)];
            (own.clone(), proptest::collection::vec(child, 0..6)).prop_map(move |(own, nodes)| {
                let mut drawn = made(own);
                *drawn.parts().1 = nodes;
                drawn
            })
        });
        // The page keeps the root.
        tree.prop_map(|drawn| el("div", "").child(drawn))
    }

    proptest! {
        #[test]
        fn what_is_told_makes_the_new_of_the_old((old, new) in (any_tree(), any_tree())) {
            let mut shown = old.clone();
            for op in diff(&old, &new) {
                apply(&mut shown, &op);
            }
            prop_assert_eq!(sorted(shown), sorted(new.clone()));
            prop_assert_eq!(diff(&new, &new), vec![]);
        }
    }

    #[test]
    fn a_figure_that_changes_is_told_alone() {
        let shown = |total: &str| {
            el("div", "").child(el("p", "").text("总分").child(el("b", "").text(total)))
        };
        let ops = diff(&shown("93.50"), &shown("94.02"));
        assert_eq!(ops, [Op::Text(vec![0, 1, 0], "94.02".into())]);
    }

    #[test]
    fn a_row_that_goes_leaves_the_others_as_they_are() {
        let row = |id: &str| el("li", "").id(id).text(id);
        let list = |ids: &[&str]| el("ul", "").children(ids.iter().map(|id| row(id)));
        let ops = diff(&list(&["a", "b", "c"]), &list(&["a", "c"]));
        assert_eq!(ops, [Op::Remove(vec![], 1, 1)]);
        let ops = diff(&list(&["a", "c"]), &list(&["new", "a", "c"]));
        assert_eq!(ops, [Op::Insert(vec![], 0, Node::Element(row("new")))]);
    }

    #[test]
    fn each_change_is_written_as_the_page_reads_it() {
        let ops = [
            (Op::Text(vec![0, 2], "a\"b".into()), r#"["text",[0,2],"a\"b"]"#),
            (Op::Attr(vec![], "class", String::new()), r#"["attr",[],"class",""]"#),
            (Op::Insert(vec![1], 3, Node::Text("x".into())), r#"["add",[1],3,"x"]"#),
            (Op::Remove(vec![1], 3, 2), r#"["cut",[1],3,2]"#),
            (Op::Replace(vec![0], Node::Element(el("hr", ""))), r#"["put",[0],["hr",{}]]"#),
        ];
        for (op, expected) in ops {
            let mut writer = Writer::default();
            op.write(&mut writer);
            assert_eq!(writer.finish(), expected);
        }
    }
}
