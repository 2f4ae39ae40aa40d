//! Where a typed text lives in an assessment. One enum serves every text field of the page: what
//! it shows, what an edit changes, what its problem is called.

use crate::engine::{
    Assessment, Block, Entry, Field, Fund, Goal, Incident, Override, Project, Survey, SurveyOption,
    Value,
};

/// Declares the text fields of a struct: a variant for each, read and written by name.
macro_rules! texts_of {
    ($(#[$doc:meta])* $name:ident of $owner:ident { $($variant:ident: $field:ident,)* }) => {
        $(#[$doc])*
        #[allow(missing_docs)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($variant,)* }

        impl $name {
            /// The text.
            pub fn of(self, owner: &$owner) -> &str {
                match self { $($name::$variant => &owner.$field,)* }
            }

            /// The text, to be set.
            pub fn of_mut(self, owner: &mut $owner) -> &mut String {
                match self { $($name::$variant => &mut owner.$field,)* }
            }

            /// The name of the field.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => stringify!($field),)* }
            }
        }
    };
}

texts_of! {
    /// Texts of the project description.
    ProjectText of Project {
        Name: name, Unit: unit, Department: department, Year: year, Evaluator: evaluator,
        Summary: summary, Expected: expected, Achieved: achieved,
    }
}

texts_of! {
    /// Texts of a row of the goal table.
    GoalText of Goal {
        L1: l1, L2: l2, Name: name, Target: target, Actual: actual, Progress: progress, Note: note,
    }
}

texts_of! {
    /// Texts of a row of the funds.
    FundText of Fund {
        Source: source, Initial: initial, Budget: budget, Received: received, Executed: executed,
    }
}

texts_of! {
    /// Texts of an option of a survey question.
    OptionText of SurveyOption { Label: label, Count: count, }
}

texts_of! {
    /// Texts of an entry that are not figures.
    EntryText of Entry {
        Name: name, Reason: reason, TargetText: target_text, ActualText: actual_text, Note: note,
        Evidence: evidence, Basis: basis, LastYear: last_year, Deviation: deviation,
    }
}

/// A field of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryField {
    /// A single figure or date.
    Figure(Field),
    /// Answers for one option, of so many options.
    Count(usize, usize),
    /// Share met of a checklist item.
    Partly {
        /// The item.
        item: String,
        /// Every item of the list.
        all: Vec<String>,
    },
    /// Points of a deduction.
    IncidentPoints(String),
    /// Occurrences of a deduction.
    IncidentCount(String),
    /// Points in place of the rule's.
    OverridePoints,
    /// Why.
    OverrideReason,
    /// Points of a block.
    BlockPoints,
    /// Share of a block.
    BlockShare,
    /// Why.
    BlockReason,
    /// A free text.
    Text(EntryText),
}

/// Where a text lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// 项目数据.
    Fact(String),
    /// Project description.
    Project(ProjectText),
    /// A row of the goal table.
    Goal(usize, GoalText),
    /// A row of the funds.
    Fund(usize, FundText),
    /// The question of a survey.
    Question(usize),
    /// An option of a survey question.
    Option(usize, usize, OptionText),
    /// An entry of an indicator.
    Entry(String, EntryField),
}

impl Place {
    /// The name of the place, the same for every edit of it: `entries.<id>.actual`.
    pub fn key(&self) -> String {
        match self {
            Place::Fact(id) => format!("facts.{id}"),
            Place::Project(text) => format!("project.{}", text.name()),
            Place::Goal(row, text) => format!("goals[{row}].{}", text.name()),
            Place::Fund(row, text) => format!("funds[{row}].{}", text.name()),
            Place::Question(row) => format!("surveys[{row}].question"),
            Place::Option(row, option, text) => {
                format!("surveys[{row}].options[{option}].{}", text.name())
            }
            Place::Entry(id, field) => format!("entries.{id}.{}", field.name()),
        }
    }

    /// The unit of a figure that only documents print; none where no such figure is due.
    pub fn printed_unit(&self) -> Option<&'static str> {
        match self {
            Place::Fund(_, text) if *text != FundText::Source => Some("万元"),
            Place::Option(_, _, OptionText::Count) => Some("份"),
            _ => None,
        }
    }

    /// The text outside of entries.
    pub fn of_project<'a>(&self, project: &'a Project) -> &'a str {
        let found = match self {
            Place::Project(text) => Some(text.of(project)),
            Place::Goal(row, text) => project.goals.get(*row).map(|goal| text.of(goal)),
            Place::Fund(row, text) => project.funds.get(*row).map(|fund| text.of(fund)),
            Place::Question(row) => {
                project.surveys.get(*row).map(|survey| survey.question.as_str())
            }
            Place::Option(row, option, text) => {
                let options = project.surveys.get(*row).map(|survey| &survey.options);
                options.and_then(|options| options.get(*option)).map(|option| text.of(option))
            }
            Place::Fact(_) | Place::Entry(..) => None,
        };
        found.unwrap_or_default()
    }

    /// Puts a text there.
    pub fn set(&self, assessment: &mut Assessment, text: String) {
        let project = &mut assessment.project;
        let slot = match self {
            Place::Fact(id) if text.is_empty() => {
                assessment.facts.remove(id);
                return;
            }
            Place::Fact(id) => Some(assessment.facts.or_default(id)),
            Place::Project(field) => Some(field.of_mut(project)),
            Place::Goal(row, field) => project.goals.get_mut(*row).map(|goal| field.of_mut(goal)),
            Place::Fund(row, field) => project.funds.get_mut(*row).map(|fund| field.of_mut(fund)),
            Place::Question(row) => {
                project.surveys.get_mut(*row).map(|survey: &mut Survey| &mut survey.question)
            }
            Place::Option(row, option, field) => {
                let options = project.surveys.get_mut(*row).map(|survey| &mut survey.options);
                options
                    .and_then(|options| options.get_mut(*option))
                    .map(|option| field.of_mut(option))
            }
            Place::Entry(id, field) => {
                return change_entry(assessment, id, |entry| field.set(entry, text));
            }
        };
        if let Some(slot) = slot {
            *slot = text;
        }
    }
}

/// Changes the entry of an indicator; an entry with nothing in it is not kept.
pub fn change_entry(assessment: &mut Assessment, id: &str, change: impl FnOnce(&mut Entry)) {
    let mut entry = assessment.entries.remove(id).unwrap_or_default();
    change(&mut entry);
    if !entry.is_empty() {
        assessment.entries.insert(id.to_owned(), entry);
    }
}

impl EntryField {
    /// The name that problems call it by.
    pub fn name(&self) -> String {
        match self {
            EntryField::Figure(field) => field.name().to_owned(),
            EntryField::Count(index, _) => format!("counts[{index}]"),
            EntryField::Partly { item, .. } => format!("partly.{item}"),
            EntryField::IncidentPoints(item) => format!("deductions.{item}.points"),
            EntryField::IncidentCount(item) => format!("deductions.{item}.count"),
            EntryField::OverridePoints => "override.points".to_owned(),
            EntryField::OverrideReason => "override.reason".to_owned(),
            EntryField::BlockPoints => "block.points".to_owned(),
            EntryField::BlockShare => "block.share".to_owned(),
            EntryField::BlockReason => "block.reason".to_owned(),
            EntryField::Text(text) => text.name().to_owned(),
        }
    }

    /// The figure that is entered, if this is one.
    pub fn value<'a>(&self, entry: &'a Entry) -> Option<&'a Value> {
        let incident = |item: &str| entry.deductions.iter().find(|incident| incident.item == item);
        match self {
            EntryField::Figure(field) => field.of(entry),
            EntryField::Count(index, _) => entry.counts.as_ref()?.get(*index),
            EntryField::Partly { item, .. } => entry.partly.get(item),
            EntryField::IncidentPoints(item) => incident(item)?.points.as_ref(),
            EntryField::IncidentCount(item) => incident(item)?.count.as_ref(),
            EntryField::OverridePoints => entry.overridden.as_ref().map(|given| &given.points),
            EntryField::BlockPoints => entry.block.as_ref()?.points.as_ref(),
            EntryField::BlockShare => entry.block.as_ref()?.share.as_ref(),
            EntryField::OverrideReason | EntryField::BlockReason | EntryField::Text(_) => None,
        }
    }

    /// The text to show in the field; nothing for a figure that is one of the facts.
    pub fn text(&self, entry: &Entry) -> String {
        let text = match self {
            EntryField::Text(field) => Some(field.of(entry)),
            EntryField::OverrideReason => {
                entry.overridden.as_ref().map(|given| given.reason.as_str())
            }
            EntryField::BlockReason => entry.block.as_ref().map(|block| block.reason.as_str()),
            _ => match self.value(entry) {
                Some(Value::Text(text)) => Some(text.as_str()),
                _ => None,
            },
        };
        text.unwrap_or_default().to_owned()
    }

    /// Puts a text there.
    pub fn set(&self, entry: &mut Entry, text: String) {
        let value = (!text.is_empty()).then(|| Value::Text(text.clone()));
        match self {
            EntryField::Figure(field) => *field.of_mut(entry) = value,
            EntryField::Count(index, options) => set_count(entry, (*index, *options), text),
            EntryField::Partly { item, all } => set_partly(entry, item, all, value),
            EntryField::IncidentPoints(item) => {
                if let Some(incident) =
                    entry.deductions.iter_mut().find(|known| known.item == *item)
                {
                    incident.points = value;
                }
            }
            EntryField::IncidentCount(item) => set_occurrences(entry, item, value),
            EntryField::OverridePoints => {
                change_override(entry, |given| given.points = Value::Text(text))
            }
            EntryField::OverrideReason => change_override(entry, |given| given.reason = text),
            EntryField::BlockPoints => change_block(entry, |block| block.points = value),
            EntryField::BlockShare => change_block(entry, |block| block.share = value),
            EntryField::BlockReason => change_block(entry, |block| block.reason = text),
            EntryField::Text(field) => *field.of_mut(entry) = text,
        }
    }
}

fn set_count(entry: &mut Entry, (index, options): (usize, usize), text: String) {
    let mut counts = entry.counts.take().unwrap_or_default();
    let length = counts.len().max(options);
    counts.resize(length, Value::from(""));
    if let Some(count) = counts.get_mut(index) {
        *count = Value::Text(text);
    }
    entry.counts = counts.iter().any(|count| *count != Value::from("")).then_some(counts);
}

/// An item met in part is not among those that are missed. The first share goes through the list as
/// the first tick does: what has none is missed. With its share an item loses its tick; a list with
/// nothing left in it was not gone through.
fn set_partly(entry: &mut Entry, item: &str, all: &[String], value: Option<Value>) {
    let missed = entry.missed.get_or_insert_with(|| all.to_vec());
    missed.retain(|missed| missed != item);
    if let Some(share) = value {
        entry.partly.insert(item.to_owned(), share);
        return;
    }
    missed.push(item.to_owned());
    entry.partly.remove(item);
    if entry.partly.is_empty()
        && entry.missed.as_ref().is_some_and(|missed| missed.len() == all.len())
    {
        entry.missed = None;
    }
}

fn set_occurrences(entry: &mut Entry, item: &str, count: Option<Value>) {
    let known = entry.deductions.iter().position(|incident| incident.item == item);
    match (known, count) {
        (Some(at), None) => {
            entry.deductions.remove(at);
        }
        (Some(at), count) => entry.deductions[at].count = count,
        (None, None) => {}
        (None, count) => {
            entry.deductions.push(Incident { item: item.to_owned(), points: None, count });
        }
    }
}

fn change_override(entry: &mut Entry, change: impl FnOnce(&mut Override)) {
    let none = Override { points: Value::from(""), reason: String::new() };
    let mut given = entry.overridden.take().unwrap_or_else(|| none.clone());
    change(&mut given);
    entry.overridden = (given != none).then_some(given);
}

fn change_block(entry: &mut Entry, change: impl FnOnce(&mut Block)) {
    let mut block = entry.block.take().unwrap_or_default();
    change(&mut block);
    entry.block = (block != Block::default()).then_some(block);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(field: EntryField, text: &str) -> Assessment {
        let mut assessment = Assessment::default();
        Place::Entry("a".to_owned(), field).set(&mut assessment, text.to_owned());
        assessment
    }

    #[test]
    fn a_field_that_is_emptied_leaves_no_entry_behind() {
        let fields = [
            EntryField::Figure(Field::Actual),
            EntryField::Count(1, 3),
            EntryField::OverridePoints,
            EntryField::BlockReason,
            EntryField::IncidentCount("x".to_owned()),
            EntryField::Text(EntryText::Note),
        ];
        for field in fields {
            let mut assessment = typed(field.clone(), "1");
            assert_eq!(field.text(&assessment.entries["a"]), "1");
            Place::Entry("a".to_owned(), field.clone()).set(&mut assessment, String::new());
            assert!(assessment.entries.is_empty(), "{field:?}");
        }
    }

    #[test]
    fn one_count_makes_room_for_all_options() {
        let assessment = typed(EntryField::Count(1, 3), "12");
        let counts = assessment.entries["a"].counts.as_ref();
        assert_eq!(counts.map(Vec::len), Some(3));
    }

    /// Types into the share of `x` in a list of two, then empties it.
    fn share_of_x(missed: Option<&[&str]>) -> (Entry, Entry) {
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<String>>();
        let field = EntryField::Partly { item: "x".to_owned(), all: owned(&["x", "y"]) };
        let mut entry = Entry { missed: missed.map(owned), ..Entry::default() };
        field.set(&mut entry, "60".to_owned());
        let typed = entry.clone();
        field.set(&mut entry, String::new());
        (typed, entry)
    }

    #[test]
    fn an_item_met_in_part_is_not_missed_and_without_its_share_it_is() {
        let (typed, emptied) = share_of_x(Some(&["x"]));
        assert_eq!(typed.missed, Some(vec![]));
        assert_eq!(emptied.missed, Some(vec!["x".to_owned()]));
    }

    #[test]
    fn a_share_typed_and_deleted_leaves_an_untouched_list_untouched() {
        let (typed, emptied) = share_of_x(None);
        assert_eq!(typed.missed, Some(vec!["y".to_owned()]));
        assert!(emptied.is_empty());
    }
}
