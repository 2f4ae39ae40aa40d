//! 换体系: the same entries under another form, row by row, with what differs and why.

mod changes;
mod reasons;

pub use changes::Change;
pub use reasons::Reason;

use reasons::{Scored, reasons};

use crate::engine::{
    Assessment, Entry, Figure, GradeOutcome, Label, NotApplicable, Rounding, Rubric, Span, Status,
    Total, score,
};

/// The same entries, scored by two forms.
///
/// Rows are matched by the id of their indicator, whatever it is called and wherever it stands.
/// Nothing is dropped: what only one form has is a row, what no row of the new form takes is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The result by the old form.
    pub old: Verdict,
    /// The result by the new form.
    pub new: Verdict,
    /// Every indicator of either, in the order of the new form; what only the old one has stands
    /// where it stood.
    pub rows: Vec<Row>,
    /// What differs for the whole.
    pub changes: Vec<FormChange>,
    /// Entries that no row of the new form takes, in the order of their ids.
    pub homeless: Vec<Homeless>,
    /// Facts that were given and that the new form does not ask for, by id. They still count where
    /// an entry refers to them.
    pub unasked: Vec<String>,
}

/// What a form makes of the entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The total with its adjustments.
    pub total: Total,
    /// The grade, as positions on the scale of this form.
    pub grade: GradeOutcome,
}

/// An indicator of one form or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Indicator id.
    pub id: String,
    /// Where it is found.
    pub place: Place,
    /// What it is in the old form.
    pub old: Option<Cell>,
    /// What it is in the new form.
    pub new: Option<Cell>,
    /// Why the points differ, or could with other entries; also what is merely called otherwise.
    pub reasons: Vec<Reason>,
}

/// Where an indicator is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In both forms, under the same groups.
    Both,
    /// In both forms, under other groups.
    Moved,
    /// Only in the old form.
    OnlyOld,
    /// Only in the new form.
    OnlyNew,
}

/// An indicator in one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Position in [`Rubric::nodes`] of that form.
    pub node: usize,
    /// Weight as the form prints it, 分.
    pub weight: Figure,
    /// Points, 分.
    pub score: Span,
    /// How it came to them.
    pub status: Status,
}

/// An entry without a row in the new form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Homeless {
    /// The indicator it was entered for.
    pub id: String,
    /// Its points by the old form, 分; none where that has no row for it either.
    pub score: Option<Span>,
}

/// What differs between two forms as a whole.
#[allow(missing_docs, reason = "the old and the new of what the variant says")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormChange {
    /// Another form altogether: its id.
    Form { old: String, new: String },
    /// Another edition of the same form.
    Edition { old: String, new: String },
    /// The title.
    Title { old: Label, new: Label },
    /// The full score, 分.
    FullScore { old: Figure, new: Figure },
    /// How points are rounded.
    Rounding { old: Rounding, new: Rounding },
    /// The grade scale, bound by bound.
    Grades(Vec<Change>),
    /// What happens to what does not apply.
    NotApplicable { old: NotApplicable, new: NotApplicable },
    /// The highest total, 分.
    Cap { old: Option<Figure>, new: Option<Figure> },
    /// The most that bonus items add, 分; none without bonus items.
    Bonus { old: Option<Figure>, new: Option<Figure> },
    /// A fact that only the new form asks for.
    FactAdded { id: String },
    /// A fact that only the old form asks for.
    FactRemoved { id: String },
}

impl Row {
    /// Points of the new form less those of the old one, 分: `min` for the certain, `max` for the
    /// possible points. A row that a form does not have has none there.
    pub fn difference(&self) -> Span {
        let points = |cell: Option<Cell>| cell.map_or(Span::default(), |cell| cell.score);
        let (old, new) = (points(self.old), points(self.new));
        Span { min: new.min - old.min, max: new.max - old.max }
    }
}

/// Scores `assessment` by both forms and tells row by row what differs and why. Whatever form it
/// is pinned to, its entries are taken as they are.
///
/// ```
/// use jiheng::{presets, whatif::comparison::{Place, comparison}};
/// let old = presets::rubric("fukang").unwrap();
/// let mut new = old.clone();
/// new.indicators.remove(0);
/// let answer = comparison(&old, &new, &presets::example("fukang").unwrap());
/// // 项目决策 10 with its three groups and six indicators is gone, and with it 10 points.
/// let gone = answer.rows.iter().filter(|row| row.place == Place::OnlyOld);
/// assert_eq!(gone.count(), 10);
/// assert_eq!(answer.new.total.score.min.to_string(), "83.50");
/// ```
pub fn comparison(old: &Rubric, new: &Rubric, assessment: &Assessment) -> Comparison {
    let (old_nodes, new_nodes) = (old.nodes(), new.nodes());
    let (old_card, new_card) = (score(old, assessment), score(new, assessment));
    let before = Scored { rubric: old, nodes: &old_nodes, card: &old_card };
    let after = Scored { rubric: new, nodes: &new_nodes, card: &new_card };
    let rows = order(&before, &after).into_iter().map(|id| row(id, &before, &after, assessment));
    let rows = rows.collect();
    let unasked = assessment.facts.iter().filter(|(_, text)| !text.trim().is_empty());
    let unasked = unasked.filter(|(id, _)| new.facts.iter().all(|fact| fact.id != **id));
    Comparison {
        rows,
        changes: form_changes(old, new),
        homeless: homeless(&before, &after, assessment),
        unasked: unasked.map(|(id, _)| id.to_owned()).collect(),
        old: Verdict { total: old_card.total, grade: old_card.grade },
        new: Verdict { total: new_card.total, grade: new_card.grade },
    }
}

/// Ids of all rows: those of the new form, and behind each what follows it in the old form alone.
fn order<'a>(old: &Scored<'a>, new: &Scored<'a>) -> Vec<&'a str> {
    let mut order = Vec::with_capacity(old.nodes.len() + new.nodes.len());
    let alone = |id: &str| new.find(id).is_none();
    let follow = |from: usize, order: &mut Vec<&'a str>| {
        let rest = old.nodes.get(from..).unwrap_or_default().iter();
        let ids = rest.map(|node| node.indicator.id.as_str());
        order.extend(ids.take_while(|id| alone(id)));
    };
    follow(0, &mut order);
    for node in new.nodes {
        let id = node.indicator.id.as_str();
        order.push(id);
        if let Some(at) = old.find(id) {
            follow(at + 1, &mut order);
        }
    }
    order
}

fn row(id: &str, old: &Scored<'_>, new: &Scored<'_>, assessment: &Assessment) -> Row {
    let (old_at, new_at) = (old.find(id), new.find(id));
    let place = match (old_at, new_at) {
        (Some(before), Some(after)) if old.path(before) == new.path(after) => Place::Both,
        (Some(_), Some(_)) => Place::Moved,
        (Some(_), None) => Place::OnlyOld,
        (None, _) => Place::OnlyNew,
    };
    static BLANK: std::sync::LazyLock<Entry> = std::sync::LazyLock::new(Entry::default);
    let entry = assessment.entries.get(id).unwrap_or(&BLANK);
    Row {
        id: id.to_owned(),
        place,
        old: old_at.map(|at| old.cell(at)),
        new: new_at.map(|at| new.cell(at)),
        reasons: reasons((old, old_at), (new, new_at), entry, &assessment.facts),
    }
}

fn homeless(old: &Scored<'_>, new: &Scored<'_>, assessment: &Assessment) -> Vec<Homeless> {
    let entries = assessment.entries.iter().filter(|(_, entry)| !entry.is_empty());
    let without = entries.filter(|(id, _)| new.find(id).is_none());
    let listed = without.map(|(id, _)| Homeless {
        id: id.to_owned(),
        score: old.find(id).map(|at| old.cell(at).score),
    });
    listed.collect()
}

fn form_changes(old: &Rubric, new: &Rubric) -> Vec<FormChange> {
    let mut found = Vec::new();
    if old.id != new.id {
        found.push(FormChange::Form { old: old.id.clone(), new: new.id.clone() });
    } else if old.edition != new.edition {
        found.push(FormChange::Edition { old: old.edition.clone(), new: new.edition.clone() });
    }
    if old.title != new.title {
        found.push(FormChange::Title { old: old.title.clone(), new: new.title.clone() });
    }
    if old.full_score != new.full_score {
        found.push(FormChange::FullScore { old: old.full_score, new: new.full_score });
    }
    if old.rounding != new.rounding {
        found.push(FormChange::Rounding { old: old.rounding, new: new.rounding });
    }
    let grades = changes::changes(&old.grades, &new.grades);
    if !grades.is_empty() {
        found.push(FormChange::Grades(grades));
    }
    if old.not_applicable != new.not_applicable {
        let (old, new) = (old.not_applicable, new.not_applicable);
        found.push(FormChange::NotApplicable { old, new });
    }
    if old.cap != new.cap {
        found.push(FormChange::Cap { old: old.cap, new: new.cap });
    }
    let most = |rubric: &Rubric| rubric.bonus.as_ref().map(|bonus| bonus.max);
    if most(old) != most(new) {
        found.push(FormChange::Bonus { old: most(old), new: most(new) });
    }
    let only = |one: &Rubric, other: &Rubric| {
        let ids = one.facts.iter().map(|fact| fact.id.clone());
        let known = |id: &String| other.facts.iter().any(|fact| fact.id == *id);
        ids.filter(|id| !known(id)).collect::<Vec<_>>()
    };
    found.extend(only(new, old).into_iter().map(|id| FormChange::FactAdded { id }));
    found.extend(only(old, new).into_iter().map(|id| FormChange::FactRemoved { id }));
    found
}
