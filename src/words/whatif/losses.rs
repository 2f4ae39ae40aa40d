//! Sentences of `whatif::losses`.

use crate::engine::{Figure, Rubric};
use crate::whatif::losses::{Losses, Step, What};
use crate::words::Lang;
use crate::words::adjustment::adjustment_name;
use crate::words::figure::{padded_points, points};
use crate::words::table::whatif::losses as text;
use crate::words::table::{quoted_list, say, shared, t};

/// Decimals of a share of the loss.
const SHARE_PLACES: u32 = 2;

/// Where the points went, sentence by sentence: by group, by indicator, then what was added, what
/// does not apply, what is open. The last three only where there is anything to say.
///
/// `满分100分，得93.50分，共失6.50分，其中项目效益失2.95分（占45.38%）、…。`
pub fn losses(rubric: &Rubric, losses: &Losses, lang: Lang) -> Vec<String> {
    let teller = Teller { rubric, losses, lang };
    let mut sentences = vec![teller.by_group()];
    sentences.extend(teller.by_indicator());
    sentences.extend(teller.added());
    sentences.extend(teller.dropped());
    sentences.extend(teller.open());
    sentences
}

/// What a step of the waterfall is called: the indicator, or the adjustment with the group that it
/// acts on.
pub fn step_name(rubric: &Rubric, what: &What, lang: Lang) -> String {
    let nodes = rubric.nodes();
    let name = |node: usize| nodes.get(node).map_or("", |node| lang.of(&node.indicator.name));
    match what {
        What::Leaf { node, .. } => name(*node).to_owned(),
        What::Block { node, .. } => say(text::AS_BLOCK, lang, &[("name", name(*node))]),
        What::Dropped { node, .. } => say(text::NOT_APPLICABLE, lang, &[("name", name(*node))]),
        What::AtGroup { node, kind } => {
            let adjustment = adjustment_name(rubric, None, kind, lang);
            say(text::AT_GROUP, lang, &[("group", name(*node)), ("name", &adjustment)])
        }
        What::AtTotal { kind } => adjustment_name(rubric, None, kind, lang),
    }
}

struct Teller<'a> {
    rubric: &'a Rubric,
    losses: &'a Losses,
    lang: Lang,
}

impl Teller<'_> {
    fn by_group(&self) -> String {
        let Losses { groups, steps, sum, total, .. } = self.losses;
        let nodes = self.rubric.nodes();
        let named = groups.iter().map(|group| {
            let name = nodes.get(group.node).map_or("", |node| self.lang.of(&node.indicator.name));
            (name.to_owned(), group.sum.lost, group.share)
        });
        let at_total = steps.iter().filter(|step| step.group.is_none());
        let at_total = at_total.map(|step| (self.name(step), step.lost(), step.share));
        let mut parts: Vec<_> =
            named.chain(at_total).filter(|(_, lost, _)| !lost.is_zero()).collect();
        parts.sort_by_key(|(_, lost, _)| -*lost);
        let parts = parts.into_iter().map(|(name, lost, share)| self.part(&name, lost, share));
        let key = match (sum.lost.is_zero(), total.is_settled()) {
            (false, true) => text::LOST,
            (false, false) => text::LOST_SO_FAR,
            (true, true) => text::NONE_LOST,
            (true, false) => text::NONE_LOST_SO_FAR,
        };
        let full = points(self.losses.full, self.lang);
        let (awarded, lost) = (self.points(total.min), self.points(sum.lost));
        let list = self.list(parts);
        let values = [("full", &*full), ("points", &awarded), ("lost", &lost), ("list", &list)];
        say(key, self.lang, &values)
    }

    /// All that lost any; a single one has been named already, as its group.
    fn by_indicator(&self) -> Option<String> {
        let largest = self.losses.largest();
        let parts = largest.iter().map(|step| self.part(&self.name(step), step.lost(), step.share));
        let list = self.list(parts);
        (!largest.is_empty()).then(|| say(text::LARGEST, self.lang, &[("list", &list)]))
    }

    fn added(&self) -> Option<String> {
        let added = self.losses.sum.added;
        let steps = self.losses.steps.iter().filter(|step| !step.added().is_zero());
        let parts = steps.map(|step| {
            let (name, points) = (self.name(step), self.points(step.added()));
            say(text::ADDED_PART, self.lang, &[("name", &name), ("points", &points)])
        });
        let (points, list) = (self.points(added), self.list(parts));
        let values = [("points", &*points), ("list", &list)];
        (!added.is_zero()).then(|| say(text::ADDED, self.lang, &values))
    }

    fn dropped(&self) -> Option<String> {
        let is_dropped = |step: &&Step| matches!(step.what, What::Dropped { .. });
        let steps = self.losses.steps.iter().filter(is_dropped);
        let dropped = self.losses.sum.dropped;
        let (points, list) = (points(dropped, self.lang), self.indicators(steps));
        let values = [("points", &*points), ("list", &list)];
        (!dropped.is_zero()).then(|| say(text::DROPPED, self.lang, &values))
    }

    fn open(&self) -> Option<String> {
        let open = self.losses.sum.open;
        let steps = self.losses.steps.iter().filter(|step| step.open() > Figure::ZERO);
        let (points, list) = (points(open, self.lang), self.indicators(steps));
        let values = [("points", &*points), ("list", &list)];
        (!open.is_zero()).then(|| say(text::OPEN, self.lang, &values))
    }

    /// The names of the indicators that these steps are about, in quotes: names hold commas.
    fn indicators<'s>(&self, steps: impl Iterator<Item = &'s Step>) -> String {
        let nodes = self.rubric.nodes();
        let of =
            |step: &Step| nodes.get(step.node()?).map(|node| self.lang.of(&node.indicator.name));
        quoted_list(steps.filter_map(of), self.lang)
    }

    fn part(&self, name: &str, lost: Figure, share: Option<Figure>) -> String {
        let lost = self.points(lost);
        let share = share.map(|share| share.padded(SHARE_PLACES)).unwrap_or_default() + "%";
        say(text::PART, self.lang, &[("name", name), ("lost", &lost), ("share", &share)])
    }

    fn name(&self, step: &Step) -> String {
        step_name(self.rubric, &step.what, self.lang)
    }

    /// With all decimals of the form; a plain 0 for none.
    fn points(&self, size: Figure) -> String {
        if size.is_zero() {
            return points(size, self.lang);
        }
        padded_points(size, self.rubric.rounding.places, self.lang)
    }

    fn list(&self, parts: impl Iterator<Item = String>) -> String {
        parts.collect::<Vec<_>>().join(t(shared::LISTED, self.lang))
    }
}

#[cfg(test)]
mod tests;
