//! Sentences of `whatif::weights`.

use crate::engine::{Figure, MAX_DECIMALS, Rubric};
use crate::whatif::weights::{Exact, Interval, Silence, Sweep, Weights};
use crate::words::Lang;
use crate::words::figure::points;
use crate::words::table::whatif::weights as text;
use crate::words::table::{say, shared, t};

/// The most weights that a sentence lists.
const LISTED: usize = 5;

/// What holds for all: the unrounded total with its grade, and whose weight the grade hangs on.
pub fn weights(rubric: &Rubric, weights: &Weights, lang: Lang) -> Vec<String> {
    let (grade, printed) =
        (grade(rubric, weights.grade, lang), grade(rubric, weights.printed, lang));
    let key = if weights.grade == weights.printed { text::TOTAL } else { text::TOTAL_DIFFERS };
    let total = exact_points(&weights.total, lang);
    let values = [("total", &*total), ("grade", grade), ("printed", printed)];
    let mut sentences = vec![say(key, lang, &values)];
    if !weights.settled {
        sentences.push(t(text::NOT_SETTLED, lang).to_owned());
    }
    sentences.push(changing(rubric, weights, lang));
    sentences
}

/// Whose weight can change the grade: those of which half or double the weight is enough, the
/// nearest first; at least the nearest; and how many others there are.
fn changing(rubric: &Rubric, weights: &Weights, lang: Lang) -> String {
    let nodes = rubric.nodes();
    let swept = nodes.iter().zip(&weights.nodes);
    let mut changing: Vec<_> = swept
        .filter_map(|(node, answer)| {
            let sweep = answer.as_ref().ok()?;
            let (interval, times) = sweep.nearest()?;
            Some((node, sweep, interval, times))
        })
        .collect();
    // Stable: of a group and its only row the group comes first.
    changing.sort_by(|a, b| a.3.partial_cmp(&b.3).unwrap_or(std::cmp::Ordering::Equal));
    if changing.is_empty() {
        return t(text::NEVER, lang).to_owned();
    }
    let double = Exact::from(Figure::whole(2));
    let near = changing.iter().filter(|one| one.3 <= double).count();
    let listed = changing.iter().take(near.clamp(1, LISTED)).map(|(node, sweep, interval, _)| {
        let name = lang.of(&node.indicator.name);
        let told = Told { rubric, full: weights.full, name, lang };
        let rises = interval.from >= Exact::from(sweep.weight);
        let (from, to) = told.ends(interval);
        let values = [
            ("name", name),
            ("weight", &*points(sweep.weight, lang)),
            ("to", if rises { &from } else { &to }),
            ("grade", grade(rubric, interval.grade, lang)),
        ];
        say(text::NEAR, lang, &values)
    });
    let list = listed.collect::<Vec<_>>().join(t(shared::LISTED, lang));
    let key = match near {
        0 if changing.len() == 1 => text::ONE_FAR,
        0 => text::ALL_FAR,
        1..=LISTED => text::FEW_NEAR,
        _ => text::MANY_NEAR,
    };
    let further = changing.len() - near;
    let rest = say(text::REST, lang, &[("n", &further.to_string())]);
    let rest = if near > 0 && further > 0 { &*rest } else { "" };
    let n = if near > 0 { near } else { changing.len() }.to_string();
    say(key, lang, &[("n", &*n), ("list", &list), ("rest", rest)])
}

/// The weights that one node may have: around the one it has, then the other grades.
///
/// `“项目产出”的权重在20分至59.99分之间（现为35分）时，等级仍为“良”；在60分至100分之间为“优”。`
/// Ends that do not belong to a grade are told by the nearest weight that does.
pub fn weight(rubric: &Rubric, weights: &Weights, node: usize, lang: Lang) -> String {
    let nodes = rubric.nodes();
    let name = nodes.get(node).map_or("", |node| lang.of(&node.indicator.name));
    match weights.nodes.get(node) {
        Some(Ok(sweep)) => Told { rubric, full: weights.full, name, lang }.sweep(sweep),
        Some(Err(silence)) => say(reason(*silence), lang, &[("name", name)]),
        None => String::new(),
    }
}

fn reason(silence: Silence) -> crate::words::table::Key {
    match silence {
        Silence::NoWeight => text::NO_WEIGHT,
        Silence::NotApplicable => text::NOT_APPLICABLE,
        Silence::InBlock => text::IN_BLOCK,
        Silence::Bonus => text::A_BONUS,
        Silence::Whole => text::WHOLE,
    }
}

/// An exact total or weight with its unit, cut where it goes on: `93.507142…分`.
pub fn exact_points(exact: &Exact, lang: Lang) -> String {
    let (cut, goes_on) = exact.cut(MAX_DECIMALS as u32);
    if !goes_on {
        return points(cut, lang);
    }
    say(shared::POINTS, lang, &[("n", &(cut.trimmed() + "…"))])
}

fn grade(rubric: &Rubric, at: usize, lang: Lang) -> &str {
    rubric.grades.0.get(at).map_or("", |grade| lang.of(&grade.name))
}

struct Told<'a> {
    rubric: &'a Rubric,
    full: Figure,
    name: &'a str,
    lang: Lang,
}

impl Told<'_> {
    fn sweep(&self, sweep: &Sweep) -> String {
        let (first, last) = (0, sweep.intervals.len().saturating_sub(1));
        let Some(around) = sweep.interval() else {
            return String::new();
        };
        let (from, to) = self.ends(around);
        let key = match sweep.holds {
            _ if first == last => text::ALWAYS,
            _ if around.from == around.to => text::ONLY,
            at if at == first => text::UP_TO,
            at if at == last => text::AT_LEAST,
            _ => text::BETWEEN,
        };
        let (weight, full) = (points(sweep.weight, self.lang), points(self.full, self.lang));
        let grade = grade(self.rubric, around.grade, self.lang);
        let values = [
            ("name", self.name),
            ("weight", &*weight),
            ("full", &full),
            ("from", &from),
            ("to", &to),
            ("grade", grade),
        ];
        let mut clauses = vec![say(key, self.lang, &values)];
        let others = sweep.intervals.iter().enumerate().filter(|(at, _)| *at != sweep.holds);
        let others: Vec<String> = others.map(|(_, one)| self.other(one)).collect();
        if !others.is_empty() {
            clauses.push(others.join(t(shared::COMMA, self.lang)));
        }
        clauses.join(t(shared::SEMICOLON, self.lang)) + t(shared::STOP, self.lang)
    }

    fn other(&self, interval: &Interval) -> String {
        let (from, to) = self.ends(interval);
        let key = if from == to { text::ELSE_AT } else { text::ELSE_BETWEEN };
        let grade = grade(self.rubric, interval.grade, self.lang);
        say(key, self.lang, &[("from", &*from), ("to", &to), ("grade", grade)])
    }

    /// The first and last weight as forms write them, or, where none lies between, the ends.
    fn ends(&self, interval: &Interval) -> (String, String) {
        match interval.shown(self.rubric.rounding.places) {
            Some((from, to)) => (points(from, self.lang), points(to, self.lang)),
            None => {
                (exact_points(&interval.from, self.lang), exact_points(&interval.to, self.lang))
            }
        }
    }
}

#[cfg(test)]
mod tests;
