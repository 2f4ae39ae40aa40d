//! Measures, rules and modifiers in full, with all their constants.

use super::Lang;
use super::about::{About, capitalized, field_key, uncapitalized};
use super::figure::{constant, exact_percent, exact_points, gap, points, range};
use super::modifier::modifier;
use super::table::{field, rule as text, say, shared, t};
use crate::engine::measure::{Direction, Measure, Pace, Survey};
use crate::engine::rule::{Bands, Checklist, Curve, Levels, Rule, Threshold};
use crate::engine::{Figure, Indicator, Partial, Rubric};

/// How a leaf is scored, sentence by sentence: its measure, its rule, its modifiers. Empty for a
/// group.
pub fn rule_full(rubric: &Rubric, indicator: &Indicator, lang: Lang) -> Vec<String> {
    let Some(scoring) = &indicator.scoring else {
        return Vec::new();
    };
    if indicator.weight.is_zero() {
        return vec![t(text::NO_WEIGHT_FULL, lang).to_owned()];
    }
    let mut sentences = Vec::from_iter(measure_full(rubric, indicator, lang));
    sentences.extend(points_full(rubric, indicator, lang));
    for one in &scoring.modifiers {
        sentences.push(capitalized(modifier(rubric, indicator, one, lang) + t(shared::STOP, lang)));
    }
    sentences
}

/// How the rate of a leaf arises; none where it has no measure.
pub(super) fn measure_full(rubric: &Rubric, indicator: &Indicator, lang: Lang) -> Option<String> {
    let measure = indicator.scoring.as_ref()?.measure.as_ref()?;
    Some(capitalized(measured(About { rubric, indicator, lang }, measure)))
}

/// How the points of a leaf arise, sentence by sentence; none for a group.
pub(super) fn points_full(rubric: &Rubric, indicator: &Indicator, lang: Lang) -> Vec<String> {
    let about = About { rubric, indicator, lang };
    let rule = indicator.scoring.as_ref().map(|scoring| &scoring.rule);
    let otherwise = match rule {
        Some(Rule::NotOver(not_over)) => not_over.otherwise.as_deref(),
        _ => None,
    };
    let rules = rule.into_iter().chain(otherwise);
    rules.map(|rule| capitalized(ruled(about, rule))).collect()
}

fn measured(about: About<'_>, measure: &Measure) -> String {
    let lang = about.lang;
    let quotient = |upper, lower| {
        let name = about.rate_name();
        let (upper, lower) = (uncapitalized(t(upper, lang)), uncapitalized(t(lower, lang)));
        let values = [("name", &*name), ("upper", &*upper), ("lower", &lower)];
        say(text::QUOTIENT, lang, &values)
    };
    let named = |key| say(key, lang, &[("name", &about.rate_name())]);
    let key = match measure {
        Measure::Ratio(ratio) => match ratio.direction {
            Direction::AtLeast | Direction::Above => {
                return quotient(field::ACTUAL, field::TARGET);
            }
            Direction::AtMost | Direction::Below => return named(text::RATIO_AT_MOST),
            Direction::Equal => return named(text::RATIO_EQUAL),
        },
        Measure::Share(_) => return quotient(field::YES, field::ASKED),
        Measure::Quality(_) => return quotient(field::PASSED, field::INSPECTED),
        Measure::Budget(_) => {
            let name = |side| field_key(Some(measure), side);
            return quotient(
                name("actual").unwrap_or(field::EXECUTED),
                name("target").unwrap_or(field::BUDGET),
            );
        }
        Measure::Survey(survey) => return surveyed(survey, lang),
        Measure::Rate(_) => {
            return named(text::ENTERED);
        }
        Measure::Cost(_) => text::COST,
        Measure::Timeliness(time) => match time.by {
            Pace::Dates => text::DATES,
            Pace::Duration => text::DURATION,
        },
    };
    t(key, lang).to_owned()
}

fn surveyed(survey: &Survey, lang: Lang) -> String {
    let options = survey.options.iter().zip(&survey.coefficients).map(|(option, coefficient)| {
        let coefficient = exact_percent(coefficient.fraction());
        let values = [("option", lang.of(option)), ("coefficient", &*coefficient)];
        say(text::SURVEY_OPTION, lang, &values)
    });
    say(text::SURVEY, lang, &[("list", &listed(options, lang))])
}

fn listed(parts: impl Iterator<Item = String>, lang: Lang) -> String {
    parts.collect::<Vec<_>>().join(t(shared::LISTED, lang))
}

fn clauses(parts: impl Iterator<Item = String>, lang: Lang) -> String {
    parts.collect::<Vec<_>>().join(t(shared::COMMA, lang))
}

fn ruled(about: About<'_>, rule: &Rule) -> String {
    let lang = about.lang;
    let name = about.rate_name();
    match rule {
        Rule::Levels(rule) => levels(rule, lang),
        Rule::Bands(rule) => bands(rule, lang),
        Rule::Checklist(rule) => checklist(about, rule),
        Rule::Proportional(rule) if rule.uncapped => {
            say(text::PROPORTIONAL_UNCAPPED, lang, &[("name", &name)])
        }
        Rule::Proportional(_) | Rule::ShareOfPoints(_) => {
            let beyond = about.measure().is_some_and(goes_beyond_hundred);
            let key = if beyond { text::PROPORTIONAL_FULL } else { text::PROPORTIONAL_PLAIN };
            say(key, lang, &[("name", &name)])
        }
        Rule::Shortfall(rule) => {
            let (target, lose) = (constant(rule.target), constant(rule.lose));
            let (per, partial) = stepwise(rule.per, rule.partial, lang);
            let values = [
                ("name", &*name),
                ("target", &target),
                ("per", &per),
                ("lose", &lose),
                ("partial", &partial),
            ];
            say(text::SHORTFALL_FULL, lang, &values)
        }
        Rule::Excess(rule) => {
            let (limit, points) = (constant(rule.limit), points(rule.lose, lang));
            let (per, partial) = stepwise(rule.per, rule.partial, lang);
            let values = [
                ("name", &*name),
                ("limit", &limit),
                ("per", &per),
                ("points", &points),
                ("partial", &partial),
            ];
            say(text::EXCESS_FULL, lang, &values)
        }
        Rule::Steps(rule) => {
            let (full, points) = (constant(rule.full), points(rule.lose, lang));
            let (per, partial) = stepwise(rule.per, rule.partial, lang);
            let values = [
                ("name", &*name),
                ("full", &full),
                ("per", &per),
                ("points", &points),
                ("partial", &partial),
            ];
            say(text::STEPS_FULL, lang, &values)
        }
        Rule::Threshold(rule) => threshold(&name, rule, lang),
        Rule::Curve(rule) => curve(&name, rule, lang),
        Rule::NotOver(rule) => {
            let otherwise = rule.otherwise.is_some();
            let key = if otherwise { text::NOT_OVER_ELSE_FULL } else { text::NOT_OVER_FULL };
            t(key, lang).to_owned()
        }
        Rule::Judgement(_) => {
            let weight = points(about.indicator.weight, lang);
            say(text::JUDGEMENT_FULL, lang, &[("weight", &weight)])
        }
    }
}

/// Whether a rate above 100 % can come out at all.
fn goes_beyond_hundred(measure: &Measure) -> bool {
    match measure {
        Measure::Ratio(ratio) => ratio.direction != Direction::Equal,
        Measure::Rate(entered) => entered.beyond_hundred,
        Measure::Timeliness(time) => time.by == Pace::Duration,
        Measure::Budget(_) | Measure::Cost(_) => true,
        Measure::Share(_) | Measure::Survey(_) | Measure::Quality(_) => false,
    }
}

/// Width of a step, and what happens to a part of one.
fn stepwise(per: Figure, partial: Partial, lang: Lang) -> (String, String) {
    let per = gap(&per.trimmed(), lang);
    let key = match partial {
        Partial::Exact => text::PART_EXACT,
        Partial::Down => text::PART_DOWN,
        Partial::Up => text::PART_UP,
    };
    let partial = say(key, lang, &[("per", &per)]);
    (per, partial)
}

fn levels(rule: &Levels, lang: Lang) -> String {
    let levels = rule.levels.iter().map(|level| {
        let points = range(level.points, lang);
        say(text::LEVEL, lang, &[("level", lang.of(&level.label)), ("points", &points)])
    });
    say(text::LEVELS_FULL, lang, &[("list", &clauses(levels, lang))])
}

fn bands(rule: &Bands, lang: Lang) -> String {
    let bands = rule.bands.iter().enumerate().map(|(index, band)| {
        let level = lang.of(&band.label);
        let (from, to) = (constant(band.share.from), constant(band.share.to));
        if band.share.is_fixed() {
            return say(text::LEVEL, lang, &[("level", level), ("points", &to)]);
        }
        let closed = rule.includes_end(index);
        let key = if closed { text::BAND_CLOSED } else { text::BAND_OPEN };
        say(key, lang, &[("level", level), ("from", &from), ("to", &to)])
    });
    say(text::BANDS_FULL, lang, &[("list", &clauses(bands, lang))])
}

fn checklist(about: About<'_>, rule: &Checklist) -> String {
    let lang = about.lang;
    let weight = about.indicator.weight.fraction();
    let pointed = rule.items.iter().any(|item| item.points.is_some());
    let worth =
        |item| rule.worth(item, weight).map_or(String::new(), |all| exact_points(all, lang));
    let items = rule.items.iter().map(|item| {
        let label = lang.of(&item.label);
        match pointed {
            true => say(text::ITEM_POINTED, lang, &[("item", label), ("points", &worth(item))]),
            false => label.to_owned(),
        }
    });
    let list = items.collect::<Vec<_>>().join(t(shared::SEMICOLON, lang));
    let count = rule.items.len().to_string();
    if pointed {
        return say(text::CHECKLIST_POINTED_FULL, lang, &[("items", &count), ("list", &list)]);
    }
    let each = rule.items.first().map_or(String::new(), worth);
    let values = [("items", &*count), ("points", &each), ("list", &list)];
    // 0.666666… is no figure to score by; 1/3 is.
    let endless = each.contains('…');
    let key = if endless { text::CHECKLIST_SHARE_FULL } else { text::CHECKLIST_FULL };
    say(key, lang, &values)
}

fn threshold(name: &str, rule: &Threshold, lang: Lang) -> String {
    let bands = rule.bands.iter().map(|band| {
        let (bound, points) = (constant(band.from), points(band.points, lang));
        say(text::FLOOR, lang, &[("bound", &bound), ("points", &points)])
    });
    let list = clauses(bands, lang);
    // The lowest bound needs no "below" when nothing lies there.
    match rule.bands.last().filter(|lowest| !lowest.from.is_zero()) {
        Some(lowest) => {
            let last = constant(lowest.from);
            let values = [("name", name), ("list", &*list), ("last", &last)];
            say(text::THRESHOLD_FULL, lang, &values)
        }
        None => say(text::THRESHOLD_FULL_ALL, lang, &[("name", name), ("list", &list)]),
    }
}

fn curve(name: &str, rule: &Curve, lang: Lang) -> String {
    let knots = rule.knots.iter().map(|knot| {
        let (rate, share) = (constant(knot.rate), constant(knot.share));
        say(text::KNOT, lang, &[("rate", &rate), ("share", &share)])
    });
    let list = clauses(knots, lang);
    say(text::CURVE_FULL, lang, &[("name", name), ("list", &list)])
}

#[cfg(test)]
mod tests;
