//! Inputs, what stands at their positions, and what a change of them brings about.

use crate::engine::rule::Rule;
use crate::engine::{Field, Figure, Label, Rubric, Span};
use crate::whatif::lever::{Input, Lever, Setting, Slot};
use crate::words::about::About;
use crate::words::table::whatif::lever as text;
use crate::words::table::{Key, say, shared, t};
use crate::words::{Lang, date, field_name, points};

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
        Input::Entry { slot: Slot::Override, .. } => "override.points",
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

/// What stands at a position, in words: `32012人`, `“有调整并说明”`, `2024年12月25日`.
pub fn setting(rubric: &Rubric, lever: &Lever, setting: &Setting, lang: Lang) -> String {
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
        Setting::Missed { missed, .. } if missed.is_empty() => t(text::ALL_MET, lang).to_owned(),
        Setting::Missed { missed, .. } if about.is_some_and(|about| is_all(about, missed)) => {
            t(text::NONE_MET, lang).to_owned()
        }
        Setting::Missed { missed, .. } => {
            say(text::NOT_MET, lang, &[("items", &items(about, missed, lang))])
        }
        Setting::Counts(counts) => {
            let counts: Vec<String> = counts.iter().map(i64::to_string).collect();
            let counts = counts.join(t(shared::LISTED, lang));
            say(text::ANSWERS, lang, &[("counts", &counts)])
        }
        Setting::Absent => t(text::ABSENT, lang).to_owned(),
        Setting::Happened { .. } => {
            how_much(setting, lang).unwrap_or_else(|| t(text::HAPPENED, lang).to_owned())
        }
    }
}

/// What is entered now, in words.
pub fn now(rubric: &Rubric, lever: &Lever, lang: Lang) -> String {
    match lever.now {
        Some(now) => setting(rubric, lever, &lever.setting(now), lang),
        None => t(text::NOT_ENTERED, lang).to_owned(),
    }
}

/// A change of one input as a clause: 参保人数由30437人提高到32012人.
pub fn moved(rubric: &Rubric, lever: &Lever, to: i64, lang: Lang) -> String {
    let name = input_name(rubric, lever, lang);
    let (after, before) = (lever.setting(to), lever.now.map(|now| lever.setting(now)));
    let shown = setting(rubric, lever, &after, lang);
    let about = lever.indicator(rubric).map(|indicator| About { rubric, indicator, lang });
    if let Input::Entry { slot: Slot::Incident(item), .. } = &lever.input {
        let item = about.map_or(item.as_str(), |about| about.modifier(item));
        return incident(&name, item, before.as_ref(), &after, lang);
    }
    let Some(before) = before else {
        return say(text::ENTERED, lang, &[("name", &name), ("to", &shown)]);
    };
    if let (Setting::Missed { missed: was, .. }, Setting::Missed { missed: is, .. }) =
        (&before, &after)
    {
        return ticks(&name, about, (was, is), lang);
    }
    let from = setting(rubric, lever, &before, lang);
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

/// 若…，其余不变，总分由93.50分提高到95.00分，等级仍为“优”。 From the changes as clauses and the
/// totals before and after, of which the certain points count.
pub fn consequence(
    rubric: &Rubric,
    changes: &[String],
    (before, after): (Span, Span),
    lang: Lang,
) -> String {
    let outcome = outcome(rubric, (before, after), lang);
    let changes = match changes {
        [one, other] => [one.as_str(), other].join(t(text::AND, lang)),
        all => all.join(t(shared::SEMICOLON, lang)),
    };
    say(text::IF, lang, &[("changes", &changes), ("outcome", &outcome)])
}

/// 总分由93.50分提高到95.00分，等级仍为“优”
pub fn outcome(rubric: &Rubric, (before, after): (Span, Span), lang: Lang) -> String {
    let shown = |total: Span| total.min.padded(rubric.rounding.places);
    let key = match after.min.cmp(&before.min) {
        std::cmp::Ordering::Less => text::TOTAL_FALLS,
        std::cmp::Ordering::Equal => text::TOTAL_STAYS,
        std::cmp::Ordering::Greater => text::TOTAL_RISES,
    };
    let total = say(key, lang, &[("from", &shown(before)), ("to", &shown(after))]);
    let grade =
        |total: Span| rubric.grades.grade(total.min).map_or("", |grade| lang.of(&grade.name));
    let (from, to) = (grade(before), grade(after));
    let key = if from == to { text::GRADE_STAYS } else { text::GRADE_TURNS };
    let grade = say(key, lang, &[("from", from), ("to", to)]);
    [total, grade].join(t(shared::COMMA, lang))
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

/// Whether these are all items of a checklist with several.
fn is_all(about: About<'_>, missed: &[String]) -> bool {
    match about.indicator.scoring.as_ref().map(|scoring| &scoring.rule) {
        Some(Rule::Checklist(rule)) => missed.len() > 1 && missed.len() == rule.items.len(),
        _ => false,
    }
}

fn items(about: Option<About<'_>>, ids: &[String], lang: Lang) -> String {
    let name = |id: &String| {
        let name = about.map_or(id.as_str(), |about| about.item(id)).to_owned();
        say(shared::QUOTED, lang, &[("name", &name)])
    };
    // GB/T 15834: nothing stands between quoted words.
    let joint = if lang == Lang::Zh { "" } else { t(shared::LISTED, lang) };
    ids.iter().map(name).collect::<Vec<_>>().join(joint)
}

fn ticks(
    name: &str,
    about: Option<About<'_>>,
    (was, is): (&[String], &[String]),
    lang: Lang,
) -> String {
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|id| !those.contains(id)).cloned().collect()
    };
    let (mended, failed) = (only(was, is), only(is, was));
    let clause = |key: Key, ids: &[String]| {
        say(key, lang, &[("name", name), ("items", &items(about, ids, lang))])
    };
    let mut clauses = Vec::new();
    if !mended.is_empty() {
        clauses.push(clause(text::MENDED, &mended));
    }
    if !failed.is_empty() {
        clauses.push(clause(text::FAILED, &failed));
    }
    if clauses.is_empty() {
        // Items met in part that are met in full now.
        let met = if is.is_empty() {
            t(text::ALL_MET, lang).to_owned()
        } else {
            say(text::NOT_MET, lang, &[("items", &items(about, is, lang))])
        };
        clauses.push(say(text::ENTERED, lang, &[("name", name), ("to", &met)]));
    }
    clauses.join(t(text::AND, lang))
}

fn incident(
    name: &str,
    item: &str,
    before: Option<&Setting>,
    after: &Setting,
    lang: Lang,
) -> String {
    let how = how_much(after, lang);
    let known = before.and_then(|before| how_much(before, lang));
    match (after, how, known) {
        (Setting::Absent, ..) => say(text::REMOVED, lang, &[("name", name), ("item", item)]),
        (_, Some(how), Some(known)) => {
            let item = say(shared::QUOTED, lang, &[("name", item)]);
            let name = say(text::PART_OF, lang, &[("name", name), ("field", &item)]);
            say(text::CHANGED, lang, &[("name", &name), ("from", &known), ("to", &how)])
        }
        (_, Some(how), None) => {
            say(text::OCCURS, lang, &[("name", name), ("item", item), ("how", &how)])
        }
        (_, None, _) => say(text::OCCURS_PLAINLY, lang, &[("name", name), ("item", item)]),
    }
}

/// How many points an incident takes, or how often it happens; none where it only happens or not.
fn how_much(setting: &Setting, lang: Lang) -> Option<String> {
    match setting {
        Setting::Happened { points: Some(off), .. } => Some(points(*off, lang)),
        Setting::Happened { count: Some(count), .. } => {
            Some(say(text::TIMES, lang, &[("n", &count.trimmed())]))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::presets;
    use crate::whatif::lever::levers;

    fn fukang(id: &str) -> (Rubric, Lever) {
        let rubric = presets::rubric("fukang").unwrap();
        let all = levers(&rubric, &presets::example("fukang").unwrap());
        let lever = all.into_iter().find(|lever| lever.id(&rubric) == id).unwrap();
        (rubric, lever)
    }

    #[test]
    fn a_figure_moves_in_its_own_unit() {
        let (rubric, lever) = fukang("insured-all.actual");
        let to = lever.position("32012").unwrap();
        let name = "城镇职工大额医疗保险参保人数";
        assert_eq!(moved(&rubric, &lever, to, Lang::Zh), format!("{name}由30437人提高到32012人"));
        let span = |text: &str| Span::exactly(text.parse().unwrap());
        let change = [moved(&rubric, &lever, to, Lang::Zh)];
        let said = consequence(&rubric, &change, (span("93.50"), span("93.78")), Lang::Zh);
        let due = format!(
            "若{name}由30437人提高到32012人，其余不变，总分由93.50分提高到93.78分，等级仍为“优”。"
        );
        assert_eq!(said, due);
        let said = consequence(&rubric, &change, (span("93.50"), span("89.99")), Lang::En);
        assert!(
            said.ends_with(
                "the total falls from 93.50 to 89.99, the grade goes from “Excellent” to “Good”."
            ),
            "{said}"
        );
    }

    #[test]
    fn a_tick_is_named_by_its_item() {
        let (rubric, lever) = fukang("system-execution.missed");
        let said = moved(&rubric, &lever, lever.last(), Lang::Zh);
        assert!(said.starts_with("制度执行有效性补齐“"), "{said}");
        let none = setting(&rubric, &lever, &lever.setting(0), Lang::Zh);
        assert_eq!(none, "全部不符合");
    }

    #[test]
    fn answers_are_told_option_by_option() {
        let (rubric, lever) = fukang("insured-satisfaction.counts");
        let said = moved(&rubric, &lever, lever.now.unwrap() + 5, Lang::Zh);
        assert!(said.ends_with("由92、11、15、4、0份改为97、11、14、0、0份"), "{said}");
    }

    #[test]
    fn an_occurrence_is_counted_and_a_fact_has_its_own_name() {
        let (rubric, lever) = fukang("self-review.further-problems");
        let said = moved(&rubric, &lever, lever.last() - 2, Lang::Zh);
        assert!(said.ends_with("（2次）"), "{said}");
        let label = choice_name(&rubric, &lever, Lang::Zh);
        assert!(label.starts_with("自评及整改的“"), "{label}");
        let (rubric, lever) = fukang("facts.received");
        assert_eq!(input_name(&rubric, &lever, Lang::Zh), "到位资金");
        assert_eq!(now(&rubric, &lever, Lang::Zh), "182.62万元");
    }
}
