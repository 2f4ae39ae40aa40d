//! Inputs, what stands at their positions, and what a change of them brings about.

use super::choices;
use super::scored::Scored;
use crate::engine::{Field, Figure, Fraction, Label, Rubric};
use crate::whatif::lever::{Input, Lever, Setting, Slot};
use crate::whatif::rated::{rate_of_answers, rows_at};
use crate::words::about::About;
use crate::words::table::whatif::lever as text;
use crate::words::table::{say, shared, t};
use crate::words::{Lang, date, field_name, percent, points};

/// What an input is called: the name of its indicator where what was achieved is meant, else with
/// the field; the name of a fact.
pub fn input_name(rubric: &Rubric, lever: &Lever, lang: Lang) -> String {
    let Some(indicator) = lever.indicator(rubric) else {
        let Input::Fact(id) = &lever.input else { return String::new() };
        return field_name(rubric, None, &format!("facts.{id}"), lang);
    };
    let own = lang.of(&indicator.name).to_owned();
    let field = match &lever.input {
        Input::Entry {
            slot: Slot::Figure(Field::Actual | Field::Rate | Field::Points), ..
        } => {
            return own;
        }
        Input::Entry { slot: Slot::Figure(Field::Yes), .. } => {
            return say(text::YES_OF, lang, &[("name", &own)]);
        }
        Input::Entry { slot: Slot::Figure(field), .. } => field.name(),
        Input::Entry { slot: Slot::Override, .. } => {
            return say(text::GIVEN, lang, &[("name", &own)]);
        }
        Input::Entry { slot: Slot::Block, .. } => "block",
        _ => return own,
    };
    let field = field_name(rubric, Some(indicator), field, lang);
    say(text::PART_OF, lang, &[("name", &own), ("field", &field)])
}

/// What an input is called among others of the same indicator: an incident with what happens.
pub fn choice_name(rubric: &Rubric, lever: &Lever, lang: Lang) -> String {
    let name = input_name(rubric, lever, lang);
    let Input::Entry { slot: Slot::Incident(item), .. } = &lever.input else { return name };
    let about = lever.indicator(rubric).map(|indicator| About { rubric, indicator, lang });
    let item = about.map_or(item.as_str(), |about| about.modifier(item));
    let item = say(shared::QUOTED, lang, &[("name", item)]);
    say(text::PART_OF, lang, &[("name", &name), ("field", &item)])
}

/// What stands at a position, in words: `32012人`, `“有调整并说明”`, `2024年12月25日`; the rate of a
/// survey: `79.02%`.
pub fn setting(of: Scored<'_>, lever: &Lever, setting: &Setting) -> String {
    let (rubric, lang) = (of.rubric, of.lang);
    let about = lever.indicator(rubric).map(|indicator| About { rubric, indicator, lang });
    match setting {
        Setting::Figure(figure) => with_unit(rubric, lever, *figure, lang),
        Setting::Points(given) => points(*given, lang),
        Setting::Share(share) => say(text::WITH_PERCENT, lang, &[("n", &share.trimmed())]),
        Setting::Date(day) => date(*day, lang),
        Setting::Level { id, points: picked } => {
            let name = about.map_or(id.as_str(), |about| about.level(id));
            match picked {
                Some(picked) => {
                    let picked = points(*picked, lang);
                    say(text::PICKED, lang, &[("name", name), ("points", &picked)])
                }
                None => say(shared::QUOTED, lang, &[("name", name)]),
            }
        }
        Setting::Missed { missed, partly } => {
            choices::ticks(about, missed, partly.is_empty(), lang)
        }
        Setting::Counts(counts) => match rate(of, lever, counts) {
            Some(rate) => percent(rate),
            None => answers(counts, lang),
        },
        Setting::Absent => t(text::ABSENT, lang).to_owned(),
        Setting::Happened { .. } => {
            choices::how_much(setting, lang).unwrap_or_else(|| t(text::HAPPENED, lang).to_owned())
        }
    }
}

/// What is entered now, in words; of ticks, those that are missing by name.
pub fn now(of: Scored<'_>, lever: &Lever) -> String {
    let Some(now) = lever.now.map(|now| lever.setting(now)) else {
        return t(text::NOT_ENTERED, of.lang).to_owned();
    };
    let (rubric, lang) = (of.rubric, of.lang);
    let about = lever.indicator(rubric).map(|indicator| About { rubric, indicator, lang });
    match &now {
        Setting::Missed { missed, .. } => choices::missing(about, missed, lang),
        _ => setting(of, lever, &now),
    }
}

/// The rate of a survey with these answers.
fn rate(of: Scored<'_>, lever: &Lever, counts: &[i64]) -> Option<Fraction> {
    rate_of_answers(of.rubric, of.assessment, lever, counts)
}

fn answers(counts: &[i64], lang: Lang) -> String {
    let counts: Vec<String> = counts.iter().map(i64::to_string).collect();
    say(text::ANSWERS, lang, &[("counts", &counts.join(t(shared::LISTED, lang)))])
}

/// A change of one input as a clause, with why it is enough where that is not plain:
/// 参保人数由30437人提高到33306人（完成率99.92%，四舍五入后得满分）.
pub fn moved(of: Scored<'_>, lever: &Lever, to: i64) -> String {
    let change = moved_plainly(of, lever, to);
    match enough(of, lever, to) {
        Some(why) => say(text::BECAUSE, of.lang, &[("change", &change), ("why", &why)]),
        None => change,
    }
}

/// Why a figure short of its target has all points: 完成率99.92%，四舍五入后得满分. None where it
/// has not, or is not short of anything.
pub fn enough(of: Scored<'_>, lever: &Lever, to: i64) -> Option<String> {
    if lever.is_shared() || !matches!(lever.setting(to), Setting::Figure(_)) {
        return None;
    }
    let rows = rows_at(of.rubric, of.assessment, lever, to);
    let row = rows.first()?;
    let weight = lever.nodes().next().and_then(|at| of.rubric.nodes().get(at).copied())?;
    let weight = weight.indicator.weight;
    let short = row.exact.is_some_and(|exact| exact < weight.fraction());
    let indicator = of.rubric.indicator(&row.id)?;
    let name = About { rubric: of.rubric, indicator, lang: of.lang }.rate_name();
    let values = [("rate", &*name), ("percent", &percent(row.rate?))];
    (short && row.base.min == weight).then(|| say(text::ROUNDED_FULL, of.lang, &values))
}

/// The change without why it is enough: 参保人数由30437人提高到32012人.
pub fn moved_plainly(of: Scored<'_>, lever: &Lever, to: i64) -> String {
    let (rubric, lang) = (of.rubric, of.lang);
    let name = input_name(rubric, lever, lang);
    let (after, before) = (lever.setting(to), lever.now.map(|now| lever.setting(now)));
    let about = lever.indicator(rubric).map(|indicator| About { rubric, indicator, lang });
    if let Input::Entry { slot: Slot::Incident(item), .. } = &lever.input {
        let item = about.map_or(item.as_str(), |about| about.modifier(item));
        return choices::incident(&name, item, before.as_ref(), &after, lang);
    }
    let shown = setting(of, lever, &after);
    let Some(before) = before else {
        return say(text::ENTERED, lang, &[("name", &name), ("to", &shown)]);
    };
    match (&before, &after) {
        (Setting::Missed { missed: was, partly }, Setting::Missed { missed: is, .. }) => {
            let earned = || {
                let rows = rows_at(rubric, of.assessment, lever, to);
                rows.first().map_or(String::new(), |row| points(row.score.min, lang))
            };
            return choices::ticked(&name, about, (was, is), partly.is_empty(), &earned, lang);
        }
        (Setting::Counts(was), Setting::Counts(is)) => {
            if let (Some(from), Some(to)) = (rate(of, lever, was), rate(of, lever, is)) {
                return choices::answered(&name, about, (was, is), (from, to), lang);
            }
        }
        _ => {}
    }
    let from = setting(of, lever, &before);
    let rises = lever.now.is_some_and(|now| now < to);
    let key = match after {
        Setting::Figure(_) | Setting::Points(_) | Setting::Share(_) if rises => text::RAISED,
        Setting::Figure(_) | Setting::Points(_) | Setting::Share(_) => text::LOWERED,
        Setting::Date(_) if rises => text::LATER,
        Setting::Date(_) => text::EARLIER,
        _ => text::CHANGED,
    };
    say(key, lang, &[("name", &name), ("from", &from), ("to", &shown)])
}

/// The unit in which an input is typed; empty for none.
pub fn unit<'r>(rubric: &'r Rubric, lever: &Lever, lang: Lang) -> &'r str {
    let of = |label: &'r Label| lang.of(label);
    match &lever.input {
        Input::Fact(id) => {
            let fact = rubric.facts.iter().find(|fact| fact.id == *id);
            fact.map_or("", |fact| of(&fact.unit))
        }
        Input::Entry { slot: Slot::Figure(Field::Points) | Slot::Override, .. } => {
            t(text::POINTS_UNIT, lang)
        }
        Input::Entry { slot, .. } => {
            let scoring = lever.indicator(rubric).and_then(|one| one.scoring.as_ref());
            let unit = scoring.map_or("", |scoring| of(&scoring.unit));
            if unit.is_empty() && *slot == Slot::Figure(Field::Rate) { "%" } else { unit }
        }
    }
}

fn with_unit(rubric: &Rubric, lever: &Lever, figure: Figure, lang: Lang) -> String {
    if let Input::Entry { slot: Slot::Figure(Field::Points), .. } = &lever.input {
        return points(figure, lang);
    }
    let n = figure.trimmed();
    match unit(rubric, lever, lang) {
        "" => n,
        "%" => say(text::WITH_PERCENT, lang, &[("n", &n)]),
        unit => say(text::WITH_UNIT, lang, &[("n", &n), ("unit", unit)]),
    }
}

#[cfg(test)]
mod tests;
