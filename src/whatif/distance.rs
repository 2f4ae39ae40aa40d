//! 差距: what each input alone would have to be for the total to reach, or to lose, a grade.

use super::lever::{Lever, Role, Setting, levers};
use super::search::{At, Found, Goal, Search};
use crate::engine::{Assessment, Figure, Fraction, Rubric, Span, Trial};

/// How far it is to a total, and down to the end of the grade, for every input alone.
#[derive(Clone, Debug)]
pub struct Distances {
    /// The total as it is, 分.
    pub total: Span,
    /// The total to be reached, 分.
    pub target: Figure,
    /// Lower bound of the grade that is certain, 分; none for the lowest grade.
    pub held: Option<Figure>,
    /// Each input that was achieved, or that is given and still blank, in the order of the form, then
    /// the facts.
    pub of: Vec<Distance>,
}

/// How far it is for one input.
#[derive(Clone, Debug)]
pub struct Distance {
    /// The input.
    pub lever: Lever,
    /// What it takes to reach the target.
    pub up: Way,
    /// What it takes to lose the grade; none where there is none to lose.
    pub down: Option<Way>,
}

/// Whether an input alone can bring a total about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is so already.
    Already,
    /// From this position on.
    From(Found),
    /// It cannot; so far it comes.
    Never(At),
}

impl Way {
    /// The position that brings it about, if it takes a change and one does.
    pub fn found(self) -> Option<Found> {
        match self {
            Way::From(found) => Some(found),
            Way::Already | Way::Never(_) => None,
        }
    }
}

impl Distance {
    /// How far a position is from what is entered, to tell near from far: a figure by the share of
    /// itself that it moves, a date by that of a year, what is chosen by that of all its choices.
    /// 1 for what is not entered.
    pub fn move_to(&self, position: i64) -> Fraction {
        let lever = &self.lever;
        let Some(now) = lever.now else { return Fraction::ONE };
        let steps = Fraction::whole(i128::from(now.abs_diff(position)));
        let (moved, whole) = match (lever.setting(now), lever.setting(position)) {
            (Setting::Figure(now), Setting::Figure(to)) if !now.is_zero() => {
                (abs(to - now), abs(now))
            }
            (Setting::Date(_), _) => (steps, Fraction::whole(DAYS_OF_A_YEAR)),
            _ => (steps, Fraction::whole(i128::from(lever.last()))),
        };
        moved.div(whole).unwrap_or(Fraction::ONE)
    }
}

const DAYS_OF_A_YEAR: i128 = 365;

fn abs(figure: Figure) -> Fraction {
    figure.max(-figure).fraction()
}

impl Distances {
    /// The inputs that alone bring it about, by the smallest move first; `way` is up or down.
    pub fn nearest(&self, way: impl Fn(&Distance) -> Option<Way>) -> Vec<(&Distance, Found)> {
        let found = |one: &Distance| way(one).and_then(Way::found);
        let mut found: Vec<(&Distance, Found)> =
            self.of.iter().filter_map(|one| Some((one, found(one)?))).collect();
        // Stable: equal moves stay in the order of the form.
        found.sort_by_key(|(one, found)| one.move_to(found.at.position));
        found
    }
}

/// The grade above the one that is certain, if there is one: the usual target, 分.
pub fn next_grade(rubric: &Rubric, total: Span) -> Option<Figure> {
    let above = rubric.grades.position(total.min).checked_sub(1)?;
    rubric.grades.0.get(above).map(|grade| grade.min)
}

/// Lower bound of the grade that is certain, 分; none for the lowest, which cannot be lost.
pub fn held_grade(rubric: &Rubric, total: Span) -> Option<Figure> {
    let at = rubric.grades.position(total.min);
    let lowest = at + 1 >= rubric.grades.0.len();
    rubric.grades.0.get(at).filter(|_| !lowest).map(|grade| grade.min)
}

/// The distances of an assessment with plain figures.
///
/// ```
/// use jiheng::engine::Figure;
/// use jiheng::presets;
/// use jiheng::whatif::distance::{Way, distances};
/// let rubric = presets::rubric("fukang").unwrap();
/// let example = presets::example("fukang").unwrap();
/// let found = distances(&rubric, &example, "95".parse()?);
/// // 5 × x/6130 must be 3.39 + 1.50 = 4.89 when rounded: x ≥ 4.885/5 × 6130 = 5989.01.
/// let one = found.of.iter().find(|one| one.lever.id(&rubric) == "insured-pooled.actual").unwrap();
/// let Way::From(way) = one.up else { panic!() };
/// assert_eq!(one.lever.setting(way.at.position).text(), "5990");
/// # Ok::<(), jiheng::engine::NumberError>(())
/// ```
pub fn distances(rubric: &Rubric, assessment: &Assessment, target: Figure) -> Distances {
    let mut trial = Trial::new(rubric, assessment);
    let total = trial.total();
    let held = held_grade(rubric, total);
    let is_open = |one: &Lever| one.role == Role::Earned || one.now.is_none();
    let open = levers(rubric, assessment).into_iter().filter(is_open);
    let mut distance = |lever: Lever| {
        let mut search = Search::new(&lever, &mut trial);
        let up = way(&mut search, total, Goal::AtLeast(target));
        let down = held.map(|bound| way(&mut search, total, Goal::Below(bound)));
        // What is given stays as it is; it is asked for where a row waits for nothing else.
        let waits = match up {
            Way::Already | Way::From(_) => true,
            Way::Never(best) => best.total.min > total.min,
        };
        (lever.role == Role::Earned || waits).then_some(Distance { lever, up, down })
    };
    let of = open.filter_map(&mut distance).collect();
    Distances { total, target, held, of }
}

fn way(search: &mut Search<'_, '_>, total: Span, goal: Goal) -> Way {
    if goal.is_met(total) {
        return Way::Already;
    }
    match search.nearest(goal) {
        Some(found) => Way::From(found),
        None if matches!(goal, Goal::AtLeast(_) | Goal::Above(_)) => Way::Never(search.best()),
        None => Way::Never(search.worst()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::presets;
    use crate::tree::Map;
    use crate::whatif::lever::Setting;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    /// Where Fukang's 93.50 comes with one input changed.
    fn of(id: &str, pick: fn(&Distance) -> Option<Way>) -> (Lever, Way) {
        let rubric = presets::rubric("fukang").unwrap();
        let found = distances(&rubric, &presets::example("fukang").unwrap(), figure("95"));
        let one = found.of.into_iter().find(|one| one.lever.id(&rubric) == id).unwrap();
        let way = pick(&one).unwrap();
        (one.lever, way)
    }

    fn up(id: &str) -> (Lever, Way) {
        of(id, |one| Some(one.up))
    }

    fn down(id: &str) -> (Lever, Way) {
        of(id, |one| one.down)
    }

    /// The setting with its total, then the one before with its.
    fn shown((lever, way): (Lever, Way)) -> (String, String, String, String) {
        let Way::From(Found { at, short: Some(short) }) = way else { panic!("{way:?}") };
        let text = |at: At| (lever.setting(at.position).text(), at.total.min.to_string());
        let ((value, total), (before, short)) = (text(at), text(short));
        (value, total, before, short)
    }

    fn best((lever, way): (Lever, Way)) -> (Setting, String) {
        let Way::Never(at) = way else { panic!("{way:?}") };
        (lever.setting(at.position), at.total.min.to_string())
    }

    fn four(one: &str, two: &str, three: &str, four: &str) -> (String, String, String, String) {
        (one.into(), two.into(), three.into(), four.into())
    }

    #[test]
    fn the_pooled_insured_alone_reach_95() {
        // 5 × 5990/6130 = 4.88580… → 4.89 = 3.39 + 1.50; 5 × 5989/6130 = 4.88499… → 4.88
        assert_eq!(shown(up("insured-pooled.actual")), four("5990", "95.00", "5989", "94.99"));
    }

    #[test]
    fn all_insured_alone_come_to_94_02_and_no_further() {
        // 6.00 from x ≥ 5.995/6 × 33333 = 33305.2…; 93.50 − 5.48 + 6.00
        let found = (Setting::Figure(figure("33306")), "94.02".to_owned());
        assert_eq!(best(up("insured-all.actual")), found);
    }

    #[test]
    fn the_tick_that_is_missing_alone_comes_to_94_75() {
        let (setting, total) = best(up("system-execution.missed"));
        assert_eq!(total, "94.75"); // 93.50 + 5/4
        assert_eq!(setting, Setting::Missed { missed: Vec::new(), partly: Map::default() });
    }

    #[test]
    fn the_grade_is_lost_at_10972_insured() {
        // 93.50 − 90 = 3.50, so 5.48 − 3.51 = 1.97 loses it: 6 × 10972/33333 = 1.97498… → 1.97,
        // 6 × 10973/33333 = 1.97515… → 1.98
        assert_eq!(shown(down("insured-all.actual")), four("10972", "89.99", "10973", "90.00"));
    }

    #[test]
    fn the_pooled_insured_alone_cannot_lose_the_grade() {
        // 0.00 up to 6: 5 × 6/6130 = 0.00489…; 93.50 − 3.39
        let found = (Setting::Figure(figure("6")), "90.11".to_owned());
        assert_eq!(best(down("insured-pooled.actual")), found);
    }

    #[test]
    fn shares_of_answers_lose_the_grade_by_whole_answers() {
        // 8 × 58/122 = 3.80327… → 3.80, 8 × 59/122 = 3.86885… → 3.87; 93.50 − 7.34 + …
        assert_eq!(shown(down("burden-relief.yes")), four("58", "89.96", "59", "90.03"));
        // 8 − 8 × 5 × (80 − 100y/122)/100 = 40y/122 − 24: 84 → 3.54098…, 85 → 3.86885…;
        // 93.50 − 7.15 + …
        assert_eq!(shown(down("policy-awareness.yes")), four("84", "89.89", "85", "90.22"));
    }

    #[test]
    fn a_survey_loses_the_grade_by_answers_moved_to_the_worst_option() {
        // 6 − 6 × 5 × (95 − 100w/122)/100 = 30w/122 − 22.5. Each of the 92 answers that moves from
        // 1 to 0 takes 1 from w = 111.4: 15 of them leave 96.4 → 1.20491…, 14 leave 97.4 → 1.45081…
        let (lever, way) = down("insured-satisfaction.counts");
        let Way::From(Found { at, short: Some(short) }) = way else { panic!("{way:?}") };
        assert_eq!(lever.setting(at.position), Setting::Counts(vec![77, 11, 15, 4, 15]));
        assert_eq!(at.total.min.to_string(), "89.81"); // 93.50 − 4.89 + 1.20
        assert_eq!(lever.setting(short.position), Setting::Counts(vec![78, 11, 15, 4, 14]));
        assert_eq!(short.total.min.to_string(), "90.06"); // 93.50 − 4.89 + 1.45
    }

    #[test]
    fn the_nearest_is_the_one_that_moves_by_the_smallest_share_of_itself() {
        let rubric = presets::rubric("fukang").unwrap();
        let found = distances(&rubric, &presets::example("fukang").unwrap(), figure("95"));
        let ids = |way: fn(&Distance) -> Option<Way>| -> Vec<String> {
            found.nearest(way).iter().map(|(one, _)| one.lever.id(&rubric)).collect()
        };
        assert_eq!(ids(|one| Some(one.up)), ["insured-pooled.actual"]);
        // Answers: (95 − 84)/95 = 11.6 %, (117 − 63)/117 = 46.2 %, (112 − 58)/112 = 48.2 %; a rate:
        // 70.11 %; insured: (26280 − 7208)/26280 = 72.6 %, (30437 − 10972)/30437 = 64.0 %.
        let down = ids(|one| one.down);
        let at = |id: &str| down.iter().position(|one| one == id).unwrap();
        assert!(at("policy-awareness.yes") < at("system-improvement.yes"));
        assert!(at("system-improvement.yes") < at("burden-relief.yes"));
        assert!(at("burden-relief.yes") < at("insured-all.actual"));
        assert!(at("insured-all.actual") < at("payment-accuracy.rate"));
        assert!(at("payment-accuracy.rate") < at("insured-combined.actual"));
    }

    #[test]
    fn a_fact_is_searched_through_all_rows_that_use_it() {
        // 到位率 and 执行率 pull apart: received ÷ budget and executed ÷ received. Less than 182.62
        // costs points in the first row, more costs points in the second.
        let (_, way) = up("facts.received");
        let Way::Never(at) = way else { panic!("{way:?}") };
        assert_eq!(at.total.min.to_string(), "93.50");
    }
}
