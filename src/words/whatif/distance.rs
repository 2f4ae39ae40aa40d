//! Sentences of `whatif::distance`: what one input would have to be, and which of them would do.

use super::lever::{choice_name, consequence, moved, setting};
use crate::engine::{Figure, Rubric};
use crate::whatif::distance::{Distance, Distances, Way};
use crate::whatif::lever::Lever;
use crate::whatif::search::{At, Found};
use crate::words::Lang;
use crate::words::figure::{padded_points, points};
use crate::words::table::{Key, say, shared, t, whatif::distance as text};

/// Most inputs that are told one by one.
const MOST: usize = 5;

/// The distances of a form, told in a language.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// 指标体系.
    pub rubric: &'a Rubric,
    /// What is told.
    pub found: &'a Distances,
    /// In this language.
    pub lang: Lang,
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
        let name = choice_name(self.rubric, &one.lever, self.lang);
        let target = points(self.found.target, self.lang);
        let now = self.points(self.found.total.min);
        match one.up {
            Way::Already => {
                say(text::IS_REACHED, self.lang, &[("total", &now), ("target", &target)])
            }
            Way::From(found) => self.becomes(&one.lever, found),
            Way::Never(at) if self.stays(at) => {
                say(text::CANNOT_RAISE, self.lang, &[("name", &name), ("total", &now)])
            }
            Way::Never(at) => {
                let (setting, total) = (self.setting(&one.lever, at), self.points(at.total.min));
                let values = [
                    ("name", &*name),
                    ("target", &target),
                    ("total", &total),
                    ("setting", &setting),
                ];
                say(text::CANNOT_REACH, self.lang, &values)
            }
        }
    }

    /// 若城镇职工大额医疗保险参保人数由30437人降低到10972人，其余不变，总分由93.50分降到89.99分，
    /// 等级由“优”变为“良”。差一步（10973人）时总分为90.00分。 Empty where there is no grade to lose.
    pub fn losing(self, one: &Distance) -> String {
        let name = choice_name(self.rubric, &one.lever, self.lang);
        match one.down {
            None | Some(Way::Already) => String::new(),
            Some(Way::From(found)) => self.becomes(&one.lever, found),
            Some(Way::Never(at)) if self.stays(at) => {
                let now = self.points(at.total.min);
                say(text::CANNOT_LOWER, self.lang, &[("name", &name), ("total", &now)])
            }
            Some(Way::Never(at)) => {
                let (setting, total) = (self.setting(&one.lever, at), self.points(at.total.min));
                let values = [
                    ("name", &*name),
                    ("grade", self.grade()),
                    ("total", &total),
                    ("setting", &setting),
                ];
                say(text::CANNOT_LOSE, self.lang, &values)
            }
        }
    }

    /// Which inputs alone reach the target, and which lose the grade.
    pub fn summary(self) -> Vec<String> {
        vec![self.reached(), self.lost()]
    }

    fn reached(self) -> String {
        let (found, lang) = (self.found, self.lang);
        let (from, target) = (self.points(found.total.min), points(found.target, lang));
        if found.total.min >= found.target {
            return say(text::IS_REACHED, lang, &[("total", &from), ("target", &target)]);
        }
        let nearest = found.nearest(|one| Some(one.up));
        if !nearest.is_empty() {
            let key = if nearest.len() > MOST { text::NEAREST_REACHES } else { text::ONE_REACHES };
            let (n, list) = (nearest.len().to_string(), self.list(&nearest));
            let values = [("from", &*from), ("target", &target), ("n", &n), ("list", &list)];
            return say(key, lang, &values);
        }
        match best(found) {
            Some((lever, at)) if at.total.min > found.total.min => {
                let (best, change) = (self.points(at.total.min), self.moved(lever, at));
                let values =
                    [("from", &*from), ("target", &target), ("best", &best), ("change", &change)];
                say(text::NONE_REACHES, lang, &values)
            }
            _ => say(text::NONE_RAISES, lang, &[("from", &from)]),
        }
    }

    fn lost(self) -> String {
        let Some(bound) = self.found.held else { return self.t(text::LOWEST) };
        let (bound, nearest) = (points(bound, self.lang), self.found.nearest(|one| one.down));
        let (n, list) = (nearest.len().to_string(), self.list(&nearest));
        let key = match nearest.len() {
            0 => text::NONE_LOSES,
            1..=MOST => text::ONE_LOSES,
            _ => text::NEAREST_LOSES,
        };
        let values = [("grade", self.grade()), ("bound", &bound), ("n", &n), ("list", &list)];
        say(key, self.lang, &values)
    }

    fn list(self, nearest: &[(&Distance, Found)]) -> String {
        let told = nearest.iter().take(MOST).map(|(one, found)| self.moved(&one.lever, found.at));
        told.collect::<Vec<_>>().join(t(shared::SEMICOLON, self.lang))
    }

    fn becomes(self, lever: &Lever, found: Found) -> String {
        let (rubric, lang) = (self.rubric, self.lang);
        let change = [self.moved(lever, found.at)];
        let said = consequence(rubric, &change, (self.found.total, found.at.total), lang);
        // From where it stands, a single step needs no proof.
        let short = found.short.filter(|short| Some(short.position) != lever.now);
        let short = short.map(|short| self.at(text::A_STEP_SHORT, lever, short));
        said + &short.unwrap_or_default()
    }

    fn from(self, lever: &Lever, found: Found) -> (String, String) {
        let total = self.points(found.at.total.min);
        let total = say(text::AT_TOTAL, self.lang, &[("total", &total)]);
        (self.setting(lever, found.at), total)
    }

    fn at(self, key: Key, lever: &Lever, at: At) -> String {
        let (setting, total) = (self.setting(lever, at), self.points(at.total.min));
        say(key, self.lang, &[("setting", &setting), ("total", &total)])
    }

    fn setting(self, lever: &Lever, at: At) -> String {
        setting(self.rubric, lever, &lever.setting(at.position), self.lang)
    }

    fn moved(self, lever: &Lever, at: At) -> String {
        moved(self.rubric, lever, at.position, self.lang)
    }

    fn stays(self, at: At) -> bool {
        at.total.min == self.found.total.min
    }

    fn points(self, points: Figure) -> String {
        padded_points(points, self.rubric.rounding.places, self.lang)
    }

    /// The grade that is certain.
    fn grade(&self) -> &str {
        let grade = self.rubric.grades.grade(self.found.total.min);
        grade.map_or("", |grade| self.lang.of(&grade.name))
    }

    fn t(self, key: Key) -> String {
        t(key, self.lang).to_owned()
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
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::presets;
    use crate::whatif::distance::distances;

    fn told(target: &str, check: impl FnOnce(Told<'_>, &dyn Fn(&str) -> Distance)) {
        let rubric = presets::rubric("fukang").unwrap();
        let example = presets::example("fukang").unwrap();
        let found = distances(&rubric, &example, target.parse().unwrap());
        let told = Told { rubric: &rubric, found: &found, lang: Lang::Zh };
        let of =
            |id: &str| found.of.iter().find(|one| one.lever.id(&rubric) == id).unwrap().clone();
        check(told, &of);
    }

    // The figures are worked out in `whatif::distance`.
    #[test]
    fn an_input_that_reaches_the_target_is_told_with_the_step_short_of_it() {
        told("95", |told, of| {
            let one = of("insured-pooled.actual");
            assert_eq!(told.up(&one), ("5990人".into(), "总分95.00分".into()));
            let said = "若单建统筹基金参保人数由4157人提高到5990人，其余不变，总分由93.50分提高到95.00分，\
                等级仍为“优”。差一步（5989人）时总分为94.99分。";
            assert_eq!(told.reaching(&one), said);
        });
    }

    #[test]
    fn an_input_that_cannot_is_told_with_its_best() {
        told("95", |told, of| {
            let one = of("insured-all.actual");
            let best = "最高94.02分（33306人）";
            assert_eq!(told.up(&one), ("单项不能达到".into(), best.into()));
            let said = "仅凭城镇职工大额医疗保险参保人数一项不能使总分达到95分，最高为94.02分（33306人）。";
            assert_eq!(told.reaching(&one), said);
            let full = of("payment-accuracy.rate");
            assert_eq!(told.up(&full), ("—".into(), "不能再提高总分".into()));
        });
    }

    #[test]
    fn what_loses_the_grade_is_told_with_the_last_that_keeps_it() {
        told("95", |told, of| {
            let one = of("insured-all.actual");
            assert_eq!(told.down(&one), ("10972人".into(), "总分89.99分".into()));
            let said = "若城镇职工大额医疗保险参保人数由30437人降低到10972人，其余不变，\
                总分由93.50分降到89.99分，等级由“优”变为“良”。差一步（10973人）时总分为90.00分。";
            assert_eq!(told.losing(&one), said);
            let other = of("insured-pooled.actual");
            let said = "仅因单建统筹基金参保人数一项不会失去“优”，总分最低为90.11分（6人）。";
            assert_eq!(told.losing(&other), said);
        });
    }

    #[test]
    fn all_of_them_are_told_by_the_nearest() {
        told("95", |told, _| {
            let [up, down] = told.summary().try_into().unwrap();
            let said = "仅变动一项，可使总分由93.50分达到95分的有1项：\
                单建统筹基金参保人数由4157人提高到5990人。";
            assert_eq!(up, said);
            let begins = "仅变动一项，会失去“优”（90分以上）的有14项，变动幅度最小的依次为：\
                城镇职工大额医疗保险参保人员满意度由92、11、15、4、0份改为77、11、15、4、15份；\
                政策知晓率（答“是”）由95份降低到84份；";
            assert!(down.starts_with(begins), "{down}");
            assert_eq!(down.matches('；').count(), 4);
        });
        // 6.50 are missing; the most that one input gives is 5 − 3.39 = 1.61, from 4.995/5 × 6130 = 6123.87 on.
        told("100", |told, _| {
            let said = "任何一项单独变动都不能使总分由93.50分达到100分，最高为95.11分\
                （单建统筹基金参保人数由4157人提高到6124人）。";
            assert_eq!(told.summary()[0], said);
        });
        told("93.5", |told, of| {
            assert_eq!(told.summary()[0], "总分93.50分，已达到93.5分。");
            assert_eq!(told.up(&of("insured-all.actual")), ("已达到".into(), String::new()));
        });
    }
}
