//! Which families fit rows, and with which parameters.

use crate::audit::interval::Interval;
use crate::engine::Figure;

use super::case::Case;
use super::family::{Family, Verdict};
use super::{Evidence, Param, Recovered, proof, solve};

/// The families that at least one of the rows supports, the best first.
pub(super) fn rules(cases: &[&Case]) -> Vec<Recovered> {
    let families = Family::all().into_iter().filter(|family| family.is_called_for(cases));
    let found = families.filter_map(|family| fit(family, cases));
    let mut found: Vec<Recovered> = found.filter(|one| !one.is_only_proportional()).collect();
    found.sort_by_cached_key(Recovered::rank);
    found
}

/// Those of them, the best first, that are worth telling: at most two, none that more rows
/// contradict than support, none that rests on full marks alone, which every rule gives. One row is
/// told only where nothing rests on more, and nothing speaks against it.
pub(super) fn told(all: &[Recovered], cases: &[Case]) -> Vec<Recovered> {
    let lost = |row: &usize| {
        let at = cases.binary_search_by_key(row, |case| case.row);
        at.is_ok_and(|at| !cases[at].is_full())
    };
    let sound = |one: &&Recovered| {
        one.contradicts.len() <= one.supports.len() && one.supports.iter().any(lost)
    };
    let sound: Vec<&Recovered> = all.iter().filter(sound).collect();
    let by_several = |one: &&&Recovered| one.evidence() > Evidence::One;
    let best: Vec<Recovered> =
        sound.iter().filter(by_several).take(TOLD).map(|one| (*one).clone()).collect();
    if !best.is_empty() {
        return best;
    }
    let only = sound.into_iter().find(|one| one.contradicts.is_empty());
    only.cloned().into_iter().collect()
}

/// Rules of a table that are told.
const TOLD: usize = 2;

/// Digits that carry a value, without zeros at the end: 1 for 60, 2 for 2.5.
pub(super) fn digits(figure: Figure) -> usize {
    let all: String = figure.trimmed().chars().filter(char::is_ascii_digit).collect();
    all.trim_matches('0').len()
}

/// A family as the most rows have it; none if no row supports it.
fn fit(family: Family, cases: &[&Case]) -> Option<Recovered> {
    let parameters = family.parameters();
    let mut claims: Vec<Vec<(usize, Interval)>> = vec![Vec::new(); parameters.len()];
    let mut verdicts = Vec::with_capacity(cases.len());
    for case in cases {
        // What needs more digits than the engine has is no rule for the row.
        let verdict = family.verdict(case).unwrap_or(Verdict::Outside);
        if let Some((at, range)) = verdict.claim()
            && let Some(claims) = claims.get_mut(at)
        {
            claims.push((case.row, range));
        }
        verdicts.push(verdict);
    }
    if parameters.is_empty() && !verdicts.contains(&Verdict::Supports) {
        return None;
    }
    let mut params = Vec::new();
    for (claims, (name, _)) in claims.iter().zip(&parameters) {
        params.push(solve::most(claims).and_then(|(range, mut rows)| {
            let chosen = solve::plainest(range)?;
            rows.retain(|row| {
                let at = cases.binary_search_by_key(row, |case| case.row);
                at.is_ok_and(|at| matches!(verdicts[at], Verdict::Within(..)))
            });
            (!rows.is_empty()).then_some(Param { name: *name, range, chosen, rows })
        }));
    }
    if !parameters.is_empty() && params.iter().all(Option::is_none) {
        return None;
    }
    let judged = judge(family, params, cases, &verdicts);
    (!judged.supports.is_empty()).then_some(judged)
}

/// Holds the engine's rule against every row.
fn judge(
    family: Family,
    mut params: Vec<Option<Param>>,
    cases: &[&Case],
    verdicts: &[Verdict],
) -> Recovered {
    let given = |params: &[Option<Param>], case: &Case| {
        let figures: Vec<_> =
            params.iter().map(|param| param.as_ref().map(|param| param.chosen)).collect();
        family.rule(&figures, case).is_some_and(|rule| proof::holds(family, &rule, case))
    };
    // Half of a curve that wrongs as many rows as it explains is none: those with full marks beyond
    // 100 %.
    for at in 0..params.len() {
        let Some(rows) = params[at].as_ref().map(|param| param.rows.len()) else { continue };
        let capped = |one: &Verdict| matches!(one, Verdict::Capped(of, _) if *of == at);
        let capped = verdicts.iter().zip(cases).filter(|(one, _)| capped(one));
        let wronged = capped.filter(|(_, case)| !given(&params, case)).count();
        if wronged >= rows {
            params[at] = None;
        }
    }
    let has_parameters = !params.is_empty();
    let (mut supports, mut contradicts, mut silent) = (Vec::new(), Vec::new(), Vec::new());
    for (case, verdict) in cases.iter().zip(verdicts) {
        match verdict {
            Verdict::Outside => {}
            Verdict::Contradicts => contradicts.push(case.row),
            // True of every parameter, so too where the other rows tell none.
            Verdict::Silent if has_parameters => silent.push(case.row),
            _ if !given(&params, case) => contradicts.push(case.row),
            Verdict::Silent | Verdict::Capped(..) => silent.push(case.row),
            Verdict::Supports | Verdict::Within(..) => supports.push(case.row),
        }
    }
    let mut params: Vec<Param> = params.into_iter().flatten().collect();
    for param in &mut params {
        param.rows.retain(|row| supports.binary_search(row).is_ok());
    }
    Recovered { family, params, supports, contradicts, silent }
}
