//! Which inputs the questions are about: what was achieved, and nothing that contradicts what is entered.

use super::lever::{Input, Lever, Role, Setting, Slot, levers};
use crate::engine::{Assessment, Code, Modifier, Rubric, Scoring, score};

/// The inputs that 差距 and 敏感性 vary, in the order of [`levers`].
///
/// Targets, plans and the number of those asked are left out: nobody varies what a project is held
/// against, and nobody the size of a survey with its answers as they were; one that is still blank is
/// asked for. So are incidents of
/// which the engine would say that they contradict the entry, such as a penalty for a low rate
/// where the rate is high.
pub fn offered(rubric: &Rubric, assessment: &Assessment) -> Vec<Lever> {
    let all = levers(rubric, assessment).into_iter();
    let earned = all.filter(|lever| lever.role == Role::Earned || lever.now.is_none());
    earned.filter(|lever| !contradicts(rubric, assessment, lever)).collect()
}

/// Whether an incident that is not entered cannot be so beside what is.
fn contradicts(rubric: &Rubric, assessment: &Assessment, lever: &Lever) -> bool {
    let Input::Entry { slot: Slot::Incident(item), .. } = &lever.input else { return false };
    let absent = lever.now.is_some_and(|now| lever.setting(now) == Setting::Absent);
    let indicator = lever.indicator(rubric);
    let scoring = indicator.and_then(|indicator| indicator.scoring.as_ref());
    if !absent || !scoring.is_some_and(|scoring| may_contradict(scoring, item)) {
        return false;
    }
    let mut changed = assessment.clone();
    // What does not happen is the last position of an incident.
    lever.change(rubric, &mut changed, 0);
    let problems = score(rubric, &changed).problems;
    let own = indicator.map(|indicator| &indicator.id);
    problems.iter().any(|problem| {
        let told = matches!(problem.code, Code::PenaltyAgainstRate | Code::OccurredThoughMet);
        told && problem.indicator.as_ref() == own && problem.param("item") == item
    })
}

/// Whether there is anything that a modifier could contradict: scoring anew only tells where.
fn may_contradict(scoring: &Scoring, item: &str) -> bool {
    let modifier = scoring.modifiers.iter().find(|modifier| modifier.id() == item);
    matches!(
        modifier,
        Some(Modifier::Penalty { rate_below: Some(_), .. } | Modifier::PerOccurrence { .. })
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::presets;

    fn ids(slug: &str, change: impl FnOnce(&mut Assessment)) -> Vec<String> {
        let (rubric, mut example) =
            (presets::rubric(slug).unwrap(), presets::example(slug).unwrap());
        change(&mut example);
        offered(&rubric, &example).iter().map(|lever| lever.id(&rubric)).collect()
    }

    #[test]
    fn a_penalty_for_a_low_rate_is_not_offered_where_the_rate_is_high() {
        // Taishan spent 117.45 % of its budget; below 20 % is what the penalty is for.
        let high = ids("taishan", |_| ());
        assert!(!high.contains(&"budget-completion.below-20".to_owned()), "{high:?}");
        assert!(high.contains(&"implementation-compliance.safety-accident".to_owned()), "{high:?}");
    }

    #[test]
    fn occurrences_are_not_offered_where_all_is_met() {
        let all_met = ids("fukang", |_| ());
        assert!(!all_met.contains(&"self-review.further-problems".to_owned()), "{all_met:?}");
        let one_missed = ids("fukang", |example| {
            let entry = example.entries.or_default("self-review");
            entry.missed = Some(vec!["mended".to_owned()]);
        });
        assert!(one_missed.contains(&"self-review.further-problems".to_owned()), "{one_missed:?}");
    }

    #[test]
    fn what_a_project_is_held_against_is_not_varied() {
        let found = ids("fukang", |_| ());
        assert!(!found.contains(&"facts.valid-answers".to_owned()), "{found:?}");
        assert!(!found.contains(&"insured-all.target".to_owned()), "{found:?}");
        assert!(found.contains(&"facts.received".to_owned()), "{found:?}");
    }
}
