//! What a change says, clause by clause: names of fields, values with units, ticks and levels by
//! their labels.

use crate::engine::measure::{Measure, Pace};
use crate::engine::{Assessment, Change, Date, Field, Figure, Indicator, Rubric};
use crate::tree::{Map, Tree};
use crate::whatif::scenario::fields;
use crate::words::about::{About, uncapitalized};
use crate::words::table::{say, shared, t, whatif::scenario as text};
use crate::words::{Lang, date, field_name, points};

/// What a change is told from.
#[derive(Clone, Copy)]
pub(super) struct Telling<'a> {
    pub rubric: &'a Rubric,
    pub baseline: &'a Assessment,
    pub lang: Lang,
}

/// A change in words.
pub(super) struct Told {
    /// The indicator it is about; none for a fact.
    pub name: Option<String>,
    pub clauses: Vec<Clause>,
}

/// One thing that differs.
pub(super) struct Clause {
    pub said: String,
    /// Whether it tells of a field, and not of the indicator itself.
    pub of_field: bool,
}

impl Telling<'_> {
    pub fn change(self, change: &Change) -> Told {
        match change {
            Change::Fact { id, to } => {
                let from = self.baseline.facts.get(id).map(|text| self.fact(id, text));
                let to = to.as_ref().map(|text| self.fact(id, text));
                let name = field_name(self.rubric, None, &format!("facts.{id}"), self.lang);
                Told { name: None, clauses: self.clause(&name, from, to).into_iter().collect() }
            }
            Change::Field { indicator: id, field, to } => match self.rubric.indicator(id) {
                Some(indicator) => self.field(indicator, field, to.as_ref()),
                // Nothing can be said of what the form does not have, but that it differs.
                None => {
                    let clauses = vec![Clause { said: field.clone(), of_field: true }];
                    Told { name: Some(id.clone()), clauses }
                }
            },
        }
    }

    fn field(self, indicator: &Indicator, field: &str, to: Option<&Tree>) -> Told {
        let prefill = indicator.scoring.as_ref().map(|scoring| fields(Some(&scoring.prefill)));
        let prefill = prefill.and_then(|mut prefill| prefill.remove(field));
        let from = fields(self.baseline.entries.get(&indicator.id)).remove(field);
        // What the form gives counts where nothing is entered.
        let (from, to) = (from.or_else(|| prefill.clone()), to.cloned().or(prefill));
        let (from, to) = (parts(field, from), parts(field, to));
        let mut names: Vec<&String> = from.keys().chain(to.keys()).collect();
        names.sort();
        names.dedup();
        let differs = names.into_iter().filter(|name| from.get(name) != to.get(name));
        let clauses =
            differs.filter_map(|name| self.part(indicator, name, from.get(name), to.get(name)));
        let name = self.lang.of(&indicator.name).to_owned();
        Told { name: Some(name), clauses: clauses.collect() }
    }

    fn part(
        self,
        indicator: &Indicator,
        name: &str,
        from: Option<&Tree>,
        to: Option<&Tree>,
    ) -> Option<Clause> {
        let (about, on) = (self.about(indicator), matches!(to, Some(Tree::Bool(true))));
        let itself = |key, values: &[(&str, &str)]| {
            Some(Clause { said: say(key, self.lang, values), of_field: false })
        };
        if name == "notApplicable" {
            return itself(if on { text::APPLIES_NOT } else { text::APPLIES }, &[]);
        }
        if let (Some(item), Some(Tree::Bool(_))) = (name.strip_prefix(INCIDENT), from.or(to)) {
            let said = [("item", about.modifier(item))];
            return itself(if on { text::HAPPENED } else { text::NOT_HAPPENED }, &said);
        }
        if let ("missed", Some(Tree::List(from)), Some(Tree::List(to))) = (name, from, to) {
            return self.ticks(indicator, from, to);
        }
        let phrase = |value: &Tree| self.phrase(indicator, name, value);
        let (from, to) = (from.and_then(phrase), to.and_then(phrase));
        self.clause(&field_name(self.rubric, Some(indicator), name, self.lang), from, to)
    }

    /// 补齐“资料齐全”，不再符合“手续完备”: which items are met that were not, and the other way round.
    fn ticks(self, indicator: &Indicator, from: &[Tree], to: &[Tree]) -> Option<Clause> {
        let without = |all: &[Tree], others: &[Tree]| {
            let left = all.iter().filter(|item| !others.contains(item)).cloned();
            Tree::List(left.collect())
        };
        let sides = [(text::MENDED, without(from, to)), (text::FAILED, without(to, from))];
        let told = sides.into_iter().filter_map(|(key, items)| match &items {
            Tree::List(items) if items.is_empty() => None,
            _ => {
                let items = self.phrase(indicator, "missed", &items)?;
                Some(say(key, self.lang, &[("items", &items)]))
            }
        });
        let told: Vec<String> = told.collect();
        let said = told.join(t(shared::COMMA, self.lang));
        (!said.is_empty()).then_some(Clause { said, of_field: false })
    }

    /// `{name}由{from}改为{to}`
    fn clause(self, name: &str, from: Option<String>, to: Option<String>) -> Option<Clause> {
        let name = match self.lang {
            Lang::Zh => name.to_owned(),
            Lang::En => uncapitalized(name),
        };
        let key = match (&from, &to) {
            (Some(_), Some(_)) => text::FROM_TO,
            (None, Some(_)) => text::FILLED,
            (Some(_), None) => text::EMPTIED,
            (None, None) => return None,
        };
        let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
        let said = say(key, self.lang, &[("name", &name), ("from", &from), ("to", &to)]);
        Some(Clause { said, of_field: true })
    }

    /// A value as a sentence names it; none for one that is blank.
    fn phrase(self, indicator: &Indicator, name: &str, value: &Tree) -> Option<String> {
        let about = self.about(indicator);
        match value {
            Tree::Text(typed) if typed.trim().is_empty() => None,
            Tree::Text(id) if name == "level" => Some(self.quoted(about.level(id))),
            Tree::Text(typed) => Some(self.figure(indicator, name, typed)),
            Tree::Fields(value) => match value.get("fact") {
                Some(Tree::Text(id)) => Some(self.reference(id)),
                _ => None,
            },
            Tree::List(items) => {
                let labels = items.iter().filter_map(|item| match item {
                    Tree::Text(id) => Some(self.quoted(about.item(id))),
                    _ => None,
                });
                // GB/T 15834: nothing stands between quoted words.
                let joint = if self.lang == Lang::Zh { "" } else { t(shared::LISTED, self.lang) };
                let list = labels.collect::<Vec<_>>().join(joint);
                Some(if list.is_empty() { t(text::NONE, self.lang).to_owned() } else { list })
            }
            Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Number => None,
        }
    }

    /// A figure with its unit, a date, or a text in quotes.
    fn figure(self, indicator: &Indicator, name: &str, typed: &str) -> String {
        let typed = typed.trim();
        let measure = indicator.scoring.as_ref().and_then(|scoring| scoring.measure.as_ref());
        if is_text(name) {
            return self.quoted(typed);
        }
        if matches!(measure, Some(Measure::Timeliness(time)) if time.by == Pace::Dates)
            && let Some(day) = Date::parse(typed)
        {
            return date(day, self.lang);
        }
        let Ok(figure) = typed.parse::<Figure>() else {
            return self.quoted(typed);
        };
        let last = name.rsplit('.').next().unwrap_or(name);
        match last {
            "points" => points(figure, self.lang),
            "rate" | "share" => format!("{typed}%"),
            "count" => say(text::ITEMS, self.lang, &[("n", typed)]),
            "yes" | "asked" if counts_answers(indicator) => {
                say(text::ANSWERS, self.lang, &[("n", typed)])
            }
            _ if name.starts_with("partly.") => format!("{typed}%"),
            _ if name.starts_with("counts[") => typed.to_owned(),
            _ => self.with_unit(typed, self.unit(indicator, measure)),
        }
    }

    fn unit<'a>(&'a self, indicator: &'a Indicator, measure: Option<&Measure>) -> &'a str {
        let own = indicator.scoring.as_ref().map_or("", |scoring| self.lang.of(&scoring.unit));
        match measure {
            Some(Measure::Budget(_) | Measure::Cost(_)) if own.is_empty() => {
                t(shared::TEN_THOUSAND_YUAN, self.lang)
            }
            _ => own,
        }
    }

    fn with_unit(self, typed: &str, unit: &str) -> String {
        match unit {
            "" => typed.to_owned(),
            "%" | "％" => format!("{typed}%"),
            _ => say(text::WITH_UNIT, self.lang, &[("n", typed), ("unit", unit)]),
        }
    }

    fn fact(self, id: &str, typed: &str) -> String {
        let known = self.rubric.facts.iter().find(|fact| fact.id == id);
        let unit = known.map_or("", |fact| self.lang.of(&fact.unit));
        match typed.trim().parse::<Figure>() {
            Ok(_) => self.with_unit(typed.trim(), unit),
            Err(_) => self.quoted(typed.trim()),
        }
    }

    /// A figure that is one of the facts.
    fn reference(self, id: &str) -> String {
        let name = field_name(self.rubric, None, &format!("facts.{id}"), self.lang);
        match self.baseline.facts.get(id) {
            Some(typed) => {
                let figure = self.fact(id, typed);
                say(text::FACT_IS, self.lang, &[("fact", &name), ("figure", &figure)])
            }
            None => say(text::FACT, self.lang, &[("fact", &name)]),
        }
    }

    fn quoted(self, text: &str) -> String {
        say(shared::QUOTED, self.lang, &[("name", text)])
    }

    fn about<'a>(&'a self, indicator: &'a Indicator) -> About<'a> {
        About { rubric: self.rubric, indicator, lang: self.lang }
    }
}

/// What the name of an incident begins with.
const INCIDENT: &str = "deductions.";

/// The parts of a field that differ by themselves: an option, an item, an incident.
fn parts(field: &str, value: Option<Tree>) -> Map<Tree> {
    let mut parts = Map::default();
    match (field, value) {
        ("counts", Some(Tree::List(counts))) => {
            for (at, count) in counts.into_iter().enumerate() {
                parts.insert(format!("counts[{at}]"), count);
            }
        }
        ("deductions", Some(Tree::List(incidents))) => {
            incidents.into_iter().for_each(|incident| happened(&mut parts, incident));
        }
        ("partly" | "override" | "block", Some(Tree::Fields(inner))) => {
            for (name, value) in inner {
                parts.insert(format!("{field}.{name}"), value);
            }
        }
        (_, Some(value)) => parts.insert(field.to_owned(), value),
        (_, None) => {}
    }
    parts
}

/// That something happened, with its points or its count.
fn happened(parts: &mut Map<Tree>, incident: Tree) {
    let Tree::Fields(mut incident) = incident else { return };
    let Some(Tree::Text(item)) = incident.remove("item") else { return };
    parts.insert(format!("{INCIDENT}{item}"), Tree::Bool(true));
    for (name, value) in incident {
        parts.insert(format!("{INCIDENT}{item}.{name}"), value);
    }
}

/// Whether a field holds words rather than a figure.
fn is_text(name: &str) -> bool {
    let figure = Field::ALL.iter().any(|field| field.name() == name);
    let part = ["counts[", "partly.", INCIDENT].iter().any(|start| name.starts_with(start));
    !(figure || part || ["override.points", "block.points", "block.share"].contains(&name))
}

/// Whether an indicator counts answers: its unit is then that of its rate, or none.
fn counts_answers(indicator: &Indicator) -> bool {
    let unit = indicator.scoring.as_ref().map_or("", |scoring| scoring.unit.zh.as_str());
    matches!(unit, "" | "%" | "％" | "分")
        && !matches!(
            indicator.scoring.as_ref().and_then(|scoring| scoring.measure.as_ref()),
            Some(Measure::Quality(_))
        )
}
