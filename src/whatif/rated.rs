//! How the rows of an input stand at a position of it: their rates and points, by scoring.

use super::lever::Lever;
use crate::engine::{Assessment, Fraction, Outcome, Rubric, score};

/// The rows that an input moves as they are at a position of it, in the order of the form.
pub fn rows_at(
    rubric: &Rubric,
    assessment: &Assessment,
    lever: &Lever,
    position: i64,
) -> Vec<Outcome> {
    let mut changed = assessment.clone();
    lever.change(rubric, &mut changed, position);
    let mut outcomes = score(rubric, &changed).outcomes;
    let mut moved: Vec<usize> = lever.nodes().collect();
    moved.sort_unstable();
    // From the last on, so that the positions before it stay what they are.
    let taken = moved.into_iter().rev().filter(|at| *at < outcomes.len()).collect::<Vec<_>>();
    let mut rows: Vec<Outcome> = taken.into_iter().map(|at| outcomes.swap_remove(at)).collect();
    rows.reverse();
    rows
}

/// The rate of a survey with these answers, as a share of 1; none where there is no rate.
pub fn rate_of_answers(
    rubric: &Rubric,
    assessment: &Assessment,
    lever: &Lever,
    counts: &[i64],
) -> Option<Fraction> {
    let mut changed = assessment.clone();
    let indicator = lever.indicator(rubric)?;
    let typed = counts.iter().map(|count| count.to_string().as_str().into());
    changed.entries.or_default(&indicator.id).counts = Some(typed.collect());
    let mut outcomes = score(rubric, &changed).outcomes;
    let at = lever.nodes().next().filter(|at| *at < outcomes.len())?;
    outcomes.swap_remove(at).rate
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::presets;
    use crate::whatif::lever::levers;

    #[test]
    fn a_row_is_told_with_its_rate_and_its_points_before_rounding() {
        let (rubric, example) =
            (presets::rubric("fukang").unwrap(), presets::example("fukang").unwrap());
        let all = levers(&rubric, &example);
        let lever = all.iter().find(|one| one.lever_is("insured-all.actual", &rubric)).unwrap();
        let at = lever.position("33306").unwrap();
        let [row] = rows_at(&rubric, &example, lever, at).try_into().unwrap();
        assert_eq!(row.id, "insured-all");
        // 33306 ÷ 33333 = 99.919 %, 6 × that = 5.99513… → 6.00.
        let rate = Fraction::whole(33306).div(Fraction::whole(33333)).unwrap();
        assert_eq!(row.rate, Some(rate));
        assert_eq!(row.score.min.to_string(), "6.00");
        assert!(row.exact.unwrap() < Fraction::whole(6));
        let fact = all.iter().find(|one| one.lever_is("facts.received", &rubric)).unwrap();
        assert_eq!(rows_at(&rubric, &example, fact, fact.now.unwrap()).len(), 2);
    }

    #[test]
    fn the_rate_of_answers_is_what_the_engine_makes_of_them() {
        let (rubric, example) =
            (presets::rubric("fukang").unwrap(), presets::example("fukang").unwrap());
        let all = levers(&rubric, &example);
        let lever =
            all.iter().find(|one| one.lever_is("insured-satisfaction.counts", &rubric)).unwrap();
        // 77 + 11 × 0.8 + 15 × 0.6 + 4 × 0.4 = 96.4 of 122.
        let rate = rate_of_answers(&rubric, &example, lever, &[77, 11, 15, 4, 15]).unwrap();
        assert_eq!(rate.mul(Fraction::whole(1220)).unwrap(), Fraction::whole(964));
    }

    trait Known {
        fn lever_is(&self, id: &str, rubric: &Rubric) -> bool;
    }

    impl Known for Lever {
        fn lever_is(&self, id: &str, rubric: &Rubric) -> bool {
            self.id(rubric) == id
        }
    }
}
