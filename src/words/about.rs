//! An indicator with what is needed to name its parts: rates, fields, items, scopes.

use super::Lang;
use super::table::{Key, field as text, say, shared, t};
use crate::engine::measure::{Divisor, Measure, Pace};
use crate::engine::rule::Rule;
use crate::engine::{Indicator, Label, Rubric, Scope};

/// Longest name of an indicator, in characters, that stands for its rate.
const SHORT_NAME: usize = 8;
/// Length of a Chinese term for a rate, in characters: 准确率.
const TERM: usize = 3;

/// An indicator of a rubric, spoken about in a language.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    pub rubric: &'a Rubric,
    pub indicator: &'a Indicator,
    pub lang: Lang,
}

impl<'a> About<'a> {
    /// The measure, if it is a leaf that has one.
    pub fn measure(self) -> Option<&'a Measure> {
        self.indicator.scoring.as_ref()?.measure.as_ref()
    }

    /// The rule that turned the rate into points: behind 不超即满, the one for the other case.
    pub fn rule(self) -> Option<&'a Rule> {
        match &self.indicator.scoring.as_ref()?.rule {
            Rule::NotOver(not_over) => not_over.otherwise.as_deref(),
            rule => Some(rule),
        }
    }

    /// What the rate is called.
    pub fn rate_name(self) -> String {
        rate_name(self.indicator, self.lang)
    }

    /// The label of a level or band.
    pub fn level(self, id: &'a str) -> &'a str {
        let label = self.indicator.scoring.as_ref().and_then(|scoring| match &scoring.rule {
            Rule::Levels(rule) => {
                rule.levels.iter().find(|level| level.id == id).map(|level| &level.label)
            }
            Rule::Bands(rule) => {
                rule.bands.iter().find(|band| band.id == id).map(|band| &band.label)
            }
            _ => None,
        });
        self.named(label, id)
    }

    /// The label of a checklist item.
    pub fn item(self, id: &'a str) -> &'a str {
        let label = self.indicator.scoring.as_ref().and_then(|scoring| match &scoring.rule {
            Rule::Checklist(rule) => {
                rule.items.iter().find(|item| item.id == id).map(|item| &item.label)
            }
            _ => None,
        });
        self.named(label, id)
    }

    /// The label of a modifier.
    pub fn modifier(self, id: &'a str) -> &'a str {
        let modifiers = self.indicator.scoring.iter().flat_map(|scoring| &scoring.modifiers);
        let found = modifiers.into_iter().find(|modifier| modifier.id() == id);
        self.named(found.map(|modifier| modifier.label()), id)
    }

    fn named(self, label: Option<&'a Label>, id: &'a str) -> &'a str {
        label.map_or(id, |label| self.lang.of(label))
    }

    /// What a modifier acts on: 本指标, 总分, or the quoted name of a group.
    pub fn scope(self, scope: &Scope) -> String {
        let id = match scope {
            Scope::Leaf => return t(shared::THIS_INDICATOR, self.lang).to_owned(),
            Scope::Total => return t(shared::THE_TOTAL, self.lang).to_owned(),
            Scope::Group(id) => id,
        };
        let group = self.rubric.indicator(id);
        let name = group.map_or(id.as_str(), |group| self.lang.of(&group.name));
        say(shared::QUOTED, self.lang, &[("name", name)])
    }

    /// Whether it is a 加分项.
    pub fn is_bonus(self) -> bool {
        let mut items = self.rubric.bonus.iter().flat_map(|bonus| &bonus.items);
        items.any(|item| item.id == self.indicator.id)
    }
}

/// What the rate of an indicator is called: as the rubric says, by its own name where that
/// is a rate (政策知晓率), else by its measure (完成率).
pub(super) fn rate_name(indicator: &Indicator, lang: Lang) -> String {
    let given = indicator.scoring.as_ref().map(|scoring| lang.of(&scoring.rate_name));
    if let Some(given) = given.filter(|given| !given.is_empty()) {
        return given.to_owned();
    }
    let measure = indicator.scoring.as_ref().and_then(|scoring| scoring.measure.as_ref());
    let satisfies = indicator.name.zh.ends_with("满意度");
    let (key, own) = match measure {
        // A rate against its target in %: 完成率. In 万元 or 人 the quotient is the rate itself.
        Some(Measure::Ratio(_)) if counts_units(indicator) => (text::COMPLETION, "率"),
        Some(Measure::Ratio(_)) => (text::COMPLETION, "完成率"),
        Some(Measure::Share(_)) => (text::YES_SHARE, "率"),
        Some(Measure::Survey(_)) => (text::SATISFACTION, ""),
        Some(Measure::Rate(_)) if satisfies => (text::SATISFACTION, ""),
        Some(Measure::Rate(_)) | None => (text::RATE, "率"),
        Some(Measure::Budget(budget)) if budget.divisor == Divisor::Arrival => {
            (text::ARRIVAL, "率")
        }
        Some(Measure::Budget(_)) => (text::EXECUTION, "率"),
        Some(Measure::Cost(_)) => (text::PLAN_TO_COST, ""),
        Some(Measure::Timeliness(_)) => (text::TIMELINESS, "率"),
        Some(Measure::Quality(_)) => (text::PASS_RATE, "率"),
    };
    own_name(indicator, own, lang).unwrap_or_else(|| t(key, lang).to_owned())
}

/// Whether what is entered are amounts of a unit, and no rates.
fn counts_units(indicator: &Indicator) -> bool {
    let unit = indicator.scoring.as_ref().map_or("", |scoring| scoring.unit.zh.as_str());
    !unit.is_empty() && !unit.contains(['%', '％', '‰', '/'])
}

/// The indicator's own name as that of a rate, if it ends in `ending`. In Chinese the last three
/// characters stand for a name too long for a formula: 补助发放准确率 is a 准确率.
fn own_name(indicator: &Indicator, ending: &str, lang: Lang) -> Option<String> {
    let Label { zh, en } = &indicator.name;
    if ending.is_empty() || !zh.ends_with(ending) {
        return None;
    }
    let beyond = zh.chars().count().saturating_sub(SHORT_NAME);
    match lang {
        Lang::Zh if beyond == 0 => Some(zh.clone()),
        Lang::Zh => Some(zh.chars().skip(beyond + SHORT_NAME - TERM).collect()),
        Lang::En if en.is_empty() || beyond > 0 => None,
        Lang::En => Some(uncapitalized(en)),
    }
}

/// An English name as it stands within a sentence; abbreviations keep their capitals.
pub(super) fn uncapitalized(name: &str) -> String {
    let mut within = name.to_owned();
    if name.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase) {
        within[..1].make_ascii_lowercase();
    }
    within
}

/// A sentence with a capital at its start, where the language has them.
pub(super) fn capitalized(sentence: String) -> String {
    match sentence.chars().next() {
        Some(first) if first.is_ascii_lowercase() => {
            let mut capital = String::from(first.to_ascii_uppercase());
            capital.push_str(&sentence[1..]);
            capital
        }
        _ => sentence,
    }
}

/// The key of a single field's name, as its measure reads it; none for unknown fields.
pub(super) fn field_key(measure: Option<&Measure>, field: &str) -> Option<Key> {
    let by_measure = match (measure?, field) {
        (Measure::Budget(budget), "actual") => match budget.divisor {
            Divisor::Arrival => text::RECEIVED,
            _ => text::EXECUTED,
        },
        (Measure::Budget(budget), "target") => match budget.divisor {
            Divisor::Annual => text::ANNUAL_BUDGET,
            Divisor::Adjusted => text::ADJUSTED_BUDGET,
            Divisor::Received => text::RECEIVED,
            Divisor::Arrival => text::BUDGET,
        },
        (Measure::Cost(_), "planned") => text::PLANNED_COST,
        (Measure::Cost(_), "actual") => text::ACTUAL_COST,
        (Measure::Timeliness(time), "planned") => match time.by {
            Pace::Dates => text::PLANNED_DATE,
            Pace::Duration => text::PLANNED_TIME,
        },
        (Measure::Timeliness(time), "actual") => match time.by {
            Pace::Dates => text::ACTUAL_DATE,
            Pace::Duration => text::ACTUAL_TIME,
        },
        (Measure::Quality(_), "yes") => text::PASSED,
        (Measure::Quality(_), "asked") => text::INSPECTED,
        _ => return None,
    };
    Some(by_measure)
}
