//! What the tab shows, as a tree of plain values: made in the worker, told to the page piece by piece.

use crate::app::charts::shape::Shape;
use crate::tree::Writer;

/// A text or an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A text.
    Text(String),
    /// An element with all that is in it.
    Element(Drawn),
}

/// An element. The page knows a drawing by its tag `svg`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Tells elements of one parent apart, so that a row that went away takes its own field with it.
    key: String,
    tag: &'static str,
    attrs: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// A new element; `class` may be empty.
pub fn el(tag: &'static str, class: &str) -> Drawn {
    Drawn { tag, ..Drawn::default() }.attr("class", class)
}

/// A button with its label, what it does and on what.
pub fn button(class: &str, label: impl Into<String>, act: &str, value: &str) -> Drawn {
    el("button", class).attr("type", "button").act(act).attr("value", value).text(label)
}

impl Drawn {
    /// With an attribute; an empty value means that it is not there.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Drawn {
        let value = value.into();
        if !value.is_empty() {
            self.attrs.push((name, value));
        }
        self
    }

    /// With an attribute that is there or not: `hidden`.
    pub fn flag(self, name: &'static str, on: bool) -> Drawn {
        self.attr(name, if on { "true" } else { "" })
    }

    /// With an id, which is also what it is known by among its siblings.
    pub fn id(self, id: impl Into<String>) -> Drawn {
        let id = id.into();
        self.key(id.clone()).attr("id", id)
    }

    /// With what it is known by among its siblings.
    pub fn key(mut self, key: impl Into<String>) -> Drawn {
        self.key = key.into();
        self
    }

    /// With what the worker is told when it is typed into, chosen or pressed.
    pub fn act(self, act: &str) -> Drawn {
        self.attr("data-act", act)
    }

    /// With a text after what it holds so far.
    pub fn text(mut self, text: impl Into<String>) -> Drawn {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// With an element after what it holds so far.
    pub fn child(mut self, child: Drawn) -> Drawn {
        self.children.push(Node::Element(child));
        self
    }

    /// With elements, or the one that may be there, after what it holds so far.
    pub fn children(mut self, children: impl IntoIterator<Item = Drawn>) -> Drawn {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// Its attributes in the order in which they were given.
    pub fn attrs(&self) -> &[(&'static str, String)] {
        &self.attrs
    }

    /// What it holds.
    pub fn nodes(&self) -> &[Node] {
        &self.children
    }

    /// Whether the other can be made of it by changing what it has and holds.
    pub fn is_same(&self, other: &Drawn) -> bool {
        self.tag == other.tag && self.key == other.key
    }

    /// Everything it says, for tests and for those who read only words.
    #[cfg(test)]
    pub fn says(&self) -> String {
        let say = |node: &Node| match node {
            Node::Text(text) => text.clone(),
            Node::Element(element) => element.says(),
        };
        self.children.iter().map(say).collect()
    }

    /// For tests: the elements with this class, in the order of the page.
    #[cfg(test)]
    pub fn all(&self, class: &str) -> Vec<&Drawn> {
        let has = self.attrs.iter().any(|(name, value)| {
            *name == "class" && value.split_whitespace().any(|one| one == class)
        });
        let below = self.children.iter().flat_map(|node| match node {
            Node::Text(_) => Vec::new(),
            Node::Element(element) => element.all(class),
        });
        has.then_some(self).into_iter().chain(below).collect()
    }

    /// For tests: the value of an attribute, empty if it is not there.
    #[cfg(test)]
    pub fn get(&self, name: &str) -> &str {
        let found = self.attrs.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, value)| value)
    }

    #[cfg(test)]
    pub(super) fn parts(&mut self) -> (&mut Vec<(&'static str, String)>, &mut Vec<Node>) {
        (&mut self.attrs, &mut self.children)
    }
}

impl Shape for Drawn {
    fn shape(tag: &'static str, class: &str) -> Drawn {
        el(tag, class)
    }

    fn with(self, name: &'static str, value: String) -> Drawn {
        self.attr(name, value)
    }

    fn saying(self, text: &str) -> Drawn {
        self.text(text)
    }

    fn holding(self, shapes: Vec<Drawn>) -> Drawn {
        self.children(shapes)
    }
}

impl Node {
    /// Writes it as JSON: a text as it is, an element as `[tag, {attributes}, …what it holds]`.
    pub fn write(&self, writer: &mut Writer) {
        match self {
            Node::Text(text) => writer.string(text),
            Node::Element(element) => element.write(writer),
        }
    }
}

impl Drawn {
    fn write(&self, writer: &mut Writer) {
        writer.open('[');
        writer.string(self.tag);
        writer.open('{');
        for (name, value) in &self.attrs {
            writer.name(name);
            writer.string(value);
        }
        writer.close('}');
        self.children.iter().for_each(|child| child.write(writer));
        writer.close(']');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_is_written_as_tag_attributes_and_what_it_holds() {
        let drawn = el("p", "a b").id("x").attr("title", "").text("1").child(el("br", ""));
        let mut writer = Writer::default();
        Node::Element(drawn).write(&mut writer);
        assert_eq!(writer.finish(), r#"["p",{"class":"a b","id":"x"},"1",["br",{}]]"#);
    }

    #[test]
    fn what_is_said_is_read_in_the_order_of_the_page() {
        let drawn = el("p", "").text("总分").child(el("b", "figure").text("93.50")).text("分");
        assert_eq!(drawn.says(), "总分93.50分");
        assert_eq!(drawn.all("figure").len(), 1);
    }
}
