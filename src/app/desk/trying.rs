//! 推演方案 on the tab: what an answer changes, for the page to write into one.

use super::base::Base;
use crate::engine::Change;
use crate::whatif::lever::Lever;
use crate::whatif::scenario;

/// What differs from what is on screen with these inputs put at positions.
pub fn changes<'l>(base: &Base, moved: impl IntoIterator<Item = (&'l Lever, i64)>) -> Vec<Change> {
    let mut working = base.typed.clone();
    for (lever, position) in moved {
        lever.change(&base.rubric, &mut working, position);
    }
    scenario::between(&base.typed, &working)
}

#[cfg(test)]
impl Base {
    /// With another input moved, as the page stores it.
    pub fn tried(self, id: &str, value: &str) -> Base {
        let all = crate::whatif::lever::levers(&self.rubric, &self.assessment);
        let lever = all.into_iter().find(|lever| lever.id(&self.rubric) == id).unwrap();
        let position = lever.position(value).unwrap();
        let mut stored = self.stored.clone();
        let name = |number| crate::words::whatif::scenario::scenario_name(number, self.lang);
        let changes = changes(&self, [(&lever, position)]);
        let into = stored.trying.clone();
        assert!(scenario::write(&mut stored, (&into, false), &changes, name));
        Base::of(self.rubric, stored, self.lang)
    }

    /// With the baseline open.
    pub fn left(mut self) -> Base {
        scenario::leave(&mut self.stored);
        Base::of(self.rubric, self.stored, self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    #[test]
    fn an_answer_is_what_it_changes_and_nothing_else() {
        let base = Base::fukang(|_| ()).tried("insured-pooled.actual", "5990");
        let all = crate::whatif::lever::levers(&base.rubric, &base.assessment);
        let lever = all.into_iter().find(|it| it.id(&base.rubric) == "insured-all.actual").unwrap();
        let position = lever.position("32012").unwrap();
        let changed = Change::Field {
            indicator: "insured-all".to_owned(),
            field: "actual".to_owned(),
            to: Some(Tree::Text("32012".to_owned())),
        };
        assert_eq!(changes(&base, [(&lever, position)]), [changed]);
    }

    #[test]
    fn the_first_change_begins_a_scenario_and_the_next_is_put_into_it() {
        let before = Base::fukang(|_| ());
        let entries = before.stored.entries.clone();
        let one = before.tried("insured-pooled.actual", "5990");
        assert_eq!((one.stored.trying.as_str(), one.stored.scenarios.len()), ("方案一", 1));
        assert_eq!(one.stored.entries, entries);
        // 3.39 + 1.50 = 4.89
        assert_eq!(one.total().to_string(), "95.00");
        let two = one.tried("insured-all.actual", "32012");
        assert_eq!(two.stored.scenarios[0].changes.len(), 2);
        // 5.48 + 0.28 = 5.76
        assert_eq!(two.total().to_string(), "95.28");
    }
}
