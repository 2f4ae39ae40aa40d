//! The full derivation of an indicator, with the rule, 评价要点 and source that it goes by.

use super::Filled;
use crate::engine::{Indicator, Rubric};
use crate::words::table::page as text;
use crate::words::{self, Lang, t};

/// Titles, each with its sentences; titles with nothing to say are left out.
pub(super) fn derivation(filled: &Filled, id: &str, lang: Lang) -> Option<Vec<Vec<String>>> {
    let (rubric, nodes) = (&filled.rubric, filled.rubric.nodes());
    let at = nodes.iter().position(|node| node.indicator.id == id)?;
    let (indicator, outcome) = (nodes[at].indicator, filled.scorecard.outcomes.get(at)?);
    let named = |labels: &[crate::engine::Label]| -> Vec<String> {
        labels.iter().map(|label| lang.of(label).to_owned()).collect()
    };
    let parts = [
        (text::DERIVATION, words::steps(rubric, indicator, outcome, lang)),
        (text::RULE, words::rule_full(rubric, indicator, lang)),
        (text::MEANING, named(indicator.meaning.as_slice())),
        (text::CRITERIA, named(&indicator.criteria)),
        (text::SOURCE, source(rubric, indicator, lang).into_iter().collect()),
    ];
    let told = parts.into_iter().filter(|(_, told)| !told.is_empty());
    Some(told.map(|(key, told)| [vec![t(key, lang).to_owned()], told].concat()).collect())
}

/// The source of a node, or of the nearest node above that has one.
fn source(rubric: &Rubric, indicator: &Indicator, lang: Lang) -> Option<String> {
    let path = rubric.path(&indicator.id);
    let id = path.iter().rev().find_map(|node| node.source.as_ref())?;
    let source = rubric.sources.iter().find(|source| source.id == *id)?;
    Some(words::source(source, lang))
}
