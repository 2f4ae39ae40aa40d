//! Sentences of `whatif::distance`: what one input would have to be, and which of them would do.

use super::lever::{choice_name, enough, moved, setting};
use super::outcome::consequence;
use super::scored::{Scored, possible};
use crate::whatif::distance::{Distance, Distances, Move, Near, Side, Way};
use crate::whatif::lever::Lever;
use crate::whatif::search::{At, Found};
use crate::words::figure::points;
use crate::words::table::{Key, say, shared, t, whatif::distance as text};

/// Most inputs that are told one by one.
const MOST: usize = 5;

/// The distances of an assessment, told in a language.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// Of which they are.
    pub of: Scored<'a>,
    /// What is told.
    pub found: &'a Distances,
}

impl Told<'_> {
    /// What it takes to reach the target, in two short texts: `5990人` and `总分95.00分`.
    pub fn up(self, one: &Distance) -> (String, String) {
        match one.up {
            Way::Already => (self.t(text::REACHED), String::new()),
            Way::From(found) => self.from(&one.lever, found),
            Way::Never(at) if self.stays(at) => (self.t(text::NOTHING), self.t(text::NO_MORE)),
            Way::Never(at) => (self.t(text::CANNOT), self.at(text::AT_BEST, &one.lever, at)),
        }
    }

    /// What it takes to lose the grade, likewise; empty where there is none to lose.
    pub fn down(self, one: &Distance) -> (String, String) {
        match one.down {
            None | Some(Way::Already) => (String::new(), String::new()),
            Some(Way::From(found)) => self.from(&one.lever, found),
            Some(Way::Never(at)) if self.stays(at) => {
                (self.t(text::NOTHING), self.t(text::NO_LESS))
            }
            Some(Way::Never(at)) => {
                (self.t(text::NOT_LOST), self.at(text::AT_WORST, &one.lever, at))
            }
        }
    }

    /// 若单建统筹基金参保人数由4157人提高到5990人，其余不变，总分由93.50分提高到95.00分，
    /// 等级仍为“优”。差一步（5989人）时总分为94.99分。
    pub fn reaching(self, one: &Distance) -> String {
        let name = choice_name(self.of.rubric, &one.lever, self.of.lang);
        let target = points(self.found.target, self.of.lang);
        let now = self.of.points(self.found.total.min);
        match one.up {
            Way::Already => {
                let values = [("what", self.of.total_name()), ("total", &now), ("target", &target)];
                say(text::IS_REACHED, self.of.lang, &values)
            }
            Way::From(found) => self.becomes(&one.lever, found),
            Way::Never(at) if self.stays(at) => {
                let values = [("name", &*name), ("what", self.of.total_name()), ("total", &now)];
                say(text::CANNOT_RAISE, self.of.lang, &values)
            }
            Way::Never(at) => {
                let (setting, total) = (self.reason(&one.lever, at), self.of.points(at.total.min));
                let values = [
                    ("name", &*name),
                    ("what", self.of.total_name()),
                    ("target", &target),
                    ("total", &total),
                    ("setting", &setting),
                ];
                say(text::CANNOT_REACH, self.of.lang, &values)
            }
        }
    }

    /// 若城镇职工大额医疗保险参保人数由30437人降低到10972人，其余不变，总分由93.50分降到89.99分，
    /// 等级由“优”变为“良”。差一步（10973人）时总分为90.00分。 Empty where there is no grade to lose.
    pub fn losing(self, one: &Distance) -> String {
        let name = choice_name(self.of.rubric, &one.lever, self.of.lang);
        match one.down {
            None | Some(Way::Already) => String::new(),
            Some(Way::From(found)) => self.becomes(&one.lever, found),
            Some(Way::Never(at)) if self.stays(at) => {
                let now = self.of.points(at.total.min);
                let values = [("name", &*name), ("what", self.of.total_name()), ("total", &now)];
                say(text::CANNOT_LOWER, self.of.lang, &values)
            }
            Some(Way::Never(at)) => {
                let (setting, total) = (self.setting(&one.lever, at), self.of.points(at.total.min));
                let values = [
                    ("name", &*name),
                    ("grade", self.grade()),
                    ("what", self.of.total_name()),
                    ("total", &total),
                    ("setting", &setting),
                ];
                say(text::CANNOT_LOSE, self.of.lang, &values)
            }
        }
    }

    /// What is still open, which inputs alone reach the target, and which lose the grade.
    pub fn summary(self) -> Vec<String> {
        let answers = [self.reached(), self.lost()];
        self.of.remark().into_iter().chain(answers).collect()
    }

    fn reached(self) -> String {
        let (found, lang) = (self.found, self.of.lang);
        let (from, target) = (self.of.points(found.total.min), points(found.target, lang));
        let what = self.of.total_name();
        if found.total.min >= found.target {
            let values = [("what", what), ("total", &from), ("target", &target)];
            return say(text::IS_REACHED, lang, &values);
        }
        let nearest = self.nearest(Side::Up);
        if !nearest.is_empty() {
            let n = nearest.len().to_string();
            let list = self.list(&nearest);
            let values =
                [("what", what), ("from", &*from), ("target", &target), ("n", &n), ("list", &list)];
            return say(text::REACH, lang, &values);
        }
        match best(found) {
            Some((lever, at)) if at.total.min > found.total.min => {
                let (best, change) = (self.of.points(at.total.min), self.moved(lever, at));
                let values = [
                    ("what", what),
                    ("from", &*from),
                    ("target", &target),
                    ("best", &best),
                    ("change", &change),
                ];
                say(text::NONE_REACHES, lang, &values)
            }
            _ => say(text::NONE_RAISES, lang, &[("what", what), ("from", &from)]),
        }
    }

    fn lost(self) -> String {
        let Some(bound) = self.found.held else {
            let settled = self.of.card.grade.settled().is_some();
            return match settled {
                true => self.t(text::LOWEST),
                false => {
                    let grades = possible(self.of.rubric, self.found.total, self.of.lang);
                    say(text::NOT_SETTLED, self.of.lang, &[("grades", &grades)])
                }
            };
        };
        let (bound, nearest) = (points(bound, self.of.lang), self.nearest(Side::Down));
        let n = nearest.len().to_string();
        let list = self.list(&nearest);
        let key = match (nearest.len(), self.found.total.is_settled()) {
            (0, _) => text::NONE_LOSES,
            (_, true) => text::LOSE,
            // What is certain falls below; what is open may make up for it.
            (_, false) => text::MAY_LOSE,
        };
        let values = [("grade", self.grade()), ("bound", &bound), ("n", &n), ("list", &list)];
        say(key, self.of.lang, &values)
    }

    /// All of a few; of many those whose rates move least. Shares of a rate and shares of what
    /// could be ticked have no order in common, so none is claimed.
    fn list(self, nearest: &[Near<'_>]) -> String {
        let by_rate = |one: &&Near<'_>| matches!(one.by, Move::Rate(_));
        let rated: Vec<&Near<'_>> = nearest.iter().filter(by_rate).collect();
        let all = nearest.len() <= MOST;
        let (key, told): (Option<Key>, Vec<_>) = match rated.len() {
            _ if all => (None, nearest.iter().collect()),
            some if some > MOST && some == nearest.len() => (Some(text::OF_RATES), rated),
            some if some > MOST => (Some(text::AMONG_RATES), rated),
            _ => (Some(text::AMONG), nearest.iter().collect()),
        };
        let of = told.len().to_string();
        let items = told.iter().take(MOST).map(|one| self.moved(&one.of.lever, one.found.at));
        let list = items.collect::<Vec<_>>().join(t(shared::SEMICOLON, self.of.lang));
        match key {
            None => say(text::ALL_OF, self.of.lang, &[("list", &list)]),
            Some(key) => {
                let values = [("of", &*of), ("most", &MOST.to_string()), ("list", &list)];
                say(key, self.of.lang, &values)
            }
        }
    }

    fn nearest(&self, side: Side) -> Vec<Near<'_>> {
        self.found.nearest(self.of.rubric, self.of.assessment, side)
    }

    fn becomes(self, lever: &Lever, found: Found) -> String {
        let change = [self.moved(lever, found.at)];
        let totals = (self.found.total, found.at.total);
        let said = consequence(self.of.rubric, &change, totals, self.of.lang);
        // From where it stands, a single step needs no proof.
        let short = found.short.filter(|short| Some(short.position) != lever.now);
        let short = short.map(|short| {
            let (setting, total) = (self.setting(lever, short), self.of.points(short.total.min));
            let values =
                [("setting", &*setting), ("what", self.of.total_name()), ("total", &total)];
            say(text::A_STEP_SHORT, self.of.lang, &values)
        });
        said + &short.unwrap_or_default()
    }

    fn from(self, lever: &Lever, found: Found) -> (String, String) {
        let total = self.of.points(found.at.total.min);
        let values = [("what", self.of.total_name()), ("total", &total)];
        (self.setting(lever, found.at), say(text::AT_TOTAL, self.of.lang, &values))
    }

    fn at(self, key: Key, lever: &Lever, at: At) -> String {
        let (setting, total) = (self.setting(lever, at), self.of.points(at.total.min));
        say(key, self.of.lang, &[("setting", &setting), ("total", &total)])
    }

    fn setting(self, lever: &Lever, at: At) -> String {
        setting(self.of, lever, &lever.setting(at.position))
    }

    /// What stands there, and why it is enough where that is not plain.
    fn reason(self, lever: &Lever, at: At) -> String {
        let reason = enough(self.of, lever, at.position);
        let stands = std::iter::once(self.setting(lever, at)).chain(reason);
        stands.collect::<Vec<_>>().join(t(shared::COMMA, self.of.lang))
    }

    fn moved(self, lever: &Lever, at: At) -> String {
        moved(self.of, lever, at.position)
    }

    fn stays(self, at: At) -> bool {
        at.total.min == self.found.total.min
    }

    /// The grade that is certain.
    fn grade(&self) -> &str {
        let grade = self.of.rubric.grades.grade(self.found.total.min);
        grade.map_or("", |grade| self.of.lang.of(&grade.name))
    }

    fn t(self, key: Key) -> String {
        t(key, self.of.lang).to_owned()
    }
}

/// What gets farthest where nothing reaches the target.
fn best(found: &Distances) -> Option<(&Lever, At)> {
    let reached = found.of.iter().filter_map(|one| match one.up {
        Way::Never(at) => Some((&one.lever, at)),
        Way::Already | Way::From(_) => None,
    });
    // The first of those that get as far.
    reached.reduce(|best, one| if one.1.total.min > best.1.total.min { one } else { best })
}

#[cfg(test)]
mod tests;
