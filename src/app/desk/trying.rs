//! 推演方案 on the tab: changes of an answer written into one, another one opened or begun.

use super::base::Base;
use crate::engine::Assessment;
use crate::whatif::lever::Lever;
use crate::whatif::scenario;
use crate::words::whatif::scenario::scenario_name;

/// An input that is put at a position.
pub type Moved<'l> = (&'l Lever, i64);

/// The document with these inputs moved, in the scenario that is open or else in a new one; and the
/// name of that.
pub fn written(base: &Base, moved: &[Moved<'_>]) -> (Assessment, String) {
    let mut stored = base.stored.clone();
    if scenario::working(&stored).is_none() {
        begin(&mut stored, base);
    }
    let trying = stored.trying.clone();
    let mut working = Assessment {
        scenarios: stored.scenarios.clone(),
        trying: trying.clone(),
        ..base.typed.clone()
    };
    for (lever, position) in moved {
        lever.change(&base.rubric, &mut working, *position);
    }
    (scenario::stored(&stored, &working), trying)
}

/// The document with another scenario open; with the baseline, where `name` is empty.
pub fn opened(base: &Base, name: &str) -> Assessment {
    let mut stored = base.stored.clone();
    match name {
        "" => scenario::leave(&mut stored),
        name => scenario::open(&mut stored, name),
    }
    stored
}

/// The document with a new scenario open.
pub fn begun(base: &Base) -> Assessment {
    let mut stored = base.stored.clone();
    begin(&mut stored, base);
    stored
}

fn begin(stored: &mut Assessment, base: &Base) {
    scenario::begin(stored, |number| scenario_name(number, base.lang));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::whatif::lever::levers;
    use crate::words::Lang;

    fn base() -> Base {
        Base::fukang(|_| ())
    }

    /// With one more input moved.
    fn with(base: Base, id: &str, value: &str) -> Base {
        let all = levers(&base.rubric, &base.assessment);
        let lever = all.iter().find(|lever| lever.id(&base.rubric) == id).unwrap();
        let (stored, _) = written(&base, &[(lever, lever.position(value).unwrap())]);
        Base::of(base.rubric, stored, Lang::Zh)
    }

    #[test]
    fn the_first_change_begins_a_scenario_and_the_next_is_put_into_it() {
        let before = base();
        let entries = before.stored.entries.clone();
        let one = with(before, "insured-pooled.actual", "5990");
        assert_eq!((one.stored.trying.as_str(), one.stored.scenarios.len()), ("方案一", 1));
        assert_eq!(one.stored.entries, entries);
        // 3.39 + 1.50 = 4.89
        assert_eq!(one.total().to_string(), "95.00");
        let two = with(one, "insured-all.actual", "32012");
        assert_eq!(two.stored.scenarios[0].changes.len(), 2);
        // 5.48 + 0.28 = 5.76
        assert_eq!(two.total().to_string(), "95.28");
    }
}
