//! Modifiers in words.

use super::Lang;
use super::about::{About, rate_name};
use super::figure::{constant, points, range};
use super::table::{rule as text, say};
use crate::engine::{Indicator, Modifier, Rubric};

/// A modifier of an indicator, without a full stop: `扣分项：虚列支出，扣5～8分`.
pub fn modifier(rubric: &Rubric, indicator: &Indicator, modifier: &Modifier, lang: Lang) -> String {
    let about = About { rubric, indicator, lang };
    let item = lang.of(modifier.label());
    match modifier {
        Modifier::Deduction { points, .. } => {
            say(text::DEDUCTION, lang, &[("item", item), ("points", &range(*points, lang))])
        }
        Modifier::PerOccurrence { points: each, .. } => {
            say(text::PER_OCCURRENCE, lang, &[("item", item), ("points", &points(*each, lang))])
        }
        Modifier::Knockout { scope, .. } => {
            say(text::KNOCKOUT, lang, &[("item", item), ("scope", &about.scope(scope))])
        }
        Modifier::Penalty { points, scope, rate_below, .. } => {
            let (scope, points) = (about.scope(scope), range(*points, lang));
            let values = [("item", item), ("scope", &*scope), ("points", &points)];
            // 完成率低于20%（完成率低于20%） says it twice.
            let bound = rate_below.map(constant).filter(|bound| !item.contains(bound.as_str()));
            let Some(bound) = bound else {
                return say(text::PENALTY, lang, &values);
            };
            let name = rate_name(indicator, lang);
            let [item, scope, points] = values;
            let values = [item, scope, points, ("name", &*name), ("bound", &bound)];
            say(text::PENALTY_BELOW, lang, &values)
        }
    }
}
