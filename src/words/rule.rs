//! Rules in short, as they stand under the name of an indicator.

use super::Lang;
use super::about::{capitalized, rate_name};
use super::figure::{constant, exact_points, plain_range, points};
use super::table::{rule as text, say, t};
use crate::engine::measure::Measure;
use crate::engine::rule::{Checklist, Rule, Threshold};
use crate::engine::{Figure, Indicator, Partial};

/// The rule of a leaf in a few words: `按完成比例`, `要素法，每缺一项扣1.25分`; empty for a group.
pub fn rule_short(indicator: &Indicator, lang: Lang) -> String {
    let Some(scoring) = &indicator.scoring else {
        return String::new();
    };
    if indicator.weight.is_zero() {
        return capitalized(t(text::NO_WEIGHT, lang).to_owned());
    }
    capitalized(short(indicator, &scoring.rule, lang))
}

fn short(indicator: &Indicator, rule: &Rule, lang: Lang) -> String {
    match rule {
        Rule::Levels(rule) => {
            let ranges = rule.levels.iter().map(|level| plain_range(level.points, lang));
            let list = ranges.collect::<Vec<_>>().join("/");
            say(text::LEVELS, lang, &[("list", &list)])
        }
        Rule::Bands(_) => t(text::BANDS, lang).to_owned(),
        Rule::Checklist(rule) => checklist(rule, indicator.weight, lang),
        Rule::Proportional(rule) => {
            let beyond = if rule.uncapped { t(text::UNCAPPED, lang) } else { "" };
            proportional(indicator, lang) + beyond
        }
        Rule::ShareOfPoints(_) => proportional(indicator, lang),
        Rule::Shortfall(rule) => {
            let (target, lose) = (constant(rule.target), constant(rule.lose));
            let (per, partial) = stepwise(rule.per, rule.partial, lang);
            let values =
                [("target", &*target), ("per", &per), ("lose", &lose), ("partial", &partial)];
            say(text::SHORTFALL, lang, &values)
        }
        Rule::Excess(rule) => {
            let (limit, points) = (constant(rule.limit), points(rule.lose, lang));
            let (per, partial) = stepwise(rule.per, rule.partial, lang);
            let values =
                [("limit", &*limit), ("per", &per), ("points", &points), ("partial", &partial)];
            say(text::EXCESS, lang, &values)
        }
        Rule::Steps(rule) => {
            let (full, points) = (constant(rule.full), points(rule.lose, lang));
            let (per, partial) = stepwise(rule.per, rule.partial, lang);
            let values =
                [("full", &*full), ("per", &per), ("points", &points), ("partial", &partial)];
            say(text::STEPS, lang, &values)
        }
        Rule::Threshold(rule) => threshold(rule, lang),
        Rule::Curve(rule) => {
            let full = rule.knots.iter().find(|knot| knot.share == Figure::HUNDRED);
            let rate = full.map_or(String::new(), |knot| constant(knot.rate));
            let key = if full.is_some() { text::CURVE } else { text::CURVE_PLAIN };
            say(key, lang, &[("rate", &rate)])
        }
        Rule::NotOver(rule) => match &rule.otherwise {
            Some(other) => {
                let other = short(indicator, other, lang);
                say(text::NOT_OVER_ELSE, lang, &[("rule", &other)])
            }
            None => t(text::NOT_OVER, lang).to_owned(),
        },
        Rule::Judgement(_) => t(text::JUDGEMENT, lang).to_owned(),
    }
}

fn proportional(indicator: &Indicator, lang: Lang) -> String {
    let measure = indicator.scoring.as_ref().and_then(|scoring| scoring.measure.as_ref());
    match measure {
        Some(Measure::Ratio(_)) => t(text::PROPORTIONAL, lang).to_owned(),
        _ => say(text::BY_RATE, lang, &[("name", &rate_name(indicator, lang))]),
    }
}

fn checklist(rule: &Checklist, weight: Figure, lang: Lang) -> String {
    let Some(first) = rule.items.first() else {
        return t(text::CHECKLIST_POINTED, lang).to_owned();
    };
    let uneven = rule.items.iter().any(|item| item.points != first.points);
    let Ok(worth) = rule.worth(first, weight.fraction()) else {
        return t(text::CHECKLIST_POINTED, lang).to_owned();
    };
    let points = exact_points(worth, lang);
    let items = rule.items.len().to_string();
    match () {
        () if uneven => t(text::CHECKLIST_POINTED, lang).to_owned(),
        // A share that goes on for ever is better named by its fraction.
        () if points.contains('…') => say(text::CHECKLIST_SHARE, lang, &[("items", &items)]),
        () => say(text::CHECKLIST, lang, &[("points", &points)]),
    }
}

fn threshold(rule: &Threshold, lang: Lang) -> String {
    let Some(best) = rule.bands.first() else {
        return String::new();
    };
    let (bound, points) = (constant(best.from), points(best.points, lang));
    say(text::THRESHOLD, lang, &[("bound", &bound), ("points", &points)])
}

/// Width of a step, and what happens to a part of one.
fn stepwise(per: Figure, partial: Partial, lang: Lang) -> (String, String) {
    let per = per.trimmed();
    let partial = match partial {
        Partial::Exact => String::new(),
        Partial::Down => say(text::PART_IGNORED, lang, &[("per", &per)]),
        Partial::Up => say(text::PART_WHOLE, lang, &[("per", &per)]),
    };
    (per, partial)
}

#[cfg(test)]
mod tests;
