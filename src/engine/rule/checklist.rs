//! Checklist 要素: each item that is missed costs its share of the weight.

use super::{Award, Basis, duplicates, remaining};
use crate::engine::error::{Code, Problem};
use crate::engine::fraction::Fraction;
use crate::engine::number::Figure;
use crate::engine::reading::Reading;
use crate::engine::rubric::Label;
use crate::engine::trace::Step;
use crate::tree::document;

/// Weight − the points of what is missed. Reads `missed` and `partly`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// The items, in the order of the form.
    pub items: Vec<Item>,
}

document! { Checklist { items } }

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Name for entries.
    pub id: String,
    /// What is to be met.
    pub label: Label,
    /// What it is worth, 分; none where all items share the weight evenly.
    pub points: Option<Figure>,
}

document! { Item { id, label, points: optional } }

impl Checklist {
    pub(super) fn award(&self, basis: &Basis<'_>, trace: &mut Vec<Step>) -> Reading<Award> {
        let Some(missed) = basis.reader.missed() else {
            return Ok(None);
        };
        let partly = self.partly_met(basis)?;
        let known = |id: &str| self.items.iter().any(|item| item.id == id);
        if let Some(unknown) = missed.iter().find(|id| !known(id)) {
            return Err(Problem::new(Code::UnknownItem).on("missed").with("text", unknown));
        }
        let mut lost = Fraction::ZERO;
        for item in &self.items {
            let share = partly.iter().find(|(id, _)| *id == item.id);
            let lacking = match share {
                _ if missed.contains(&item.id) => Fraction::ONE,
                Some((_, met)) => Fraction::ONE.sub(met.percent())?,
                None => continue,
            };
            lost = lost.add(self.worth(item, basis.weight)?.mul(lacking)?)?;
        }
        let missed = self.items.iter().filter(|item| missed.contains(&item.id));
        let missed = missed.map(|item| item.id.clone()).collect();
        trace.push(Step::Checklist { items: self.items.len(), missed, partly, lost });
        Ok(Some(Award::exactly(remaining(basis.weight, lost)?)))
    }

    /// Exact points of one item.
    pub fn worth(
        &self,
        item: &Item,
        weight: Fraction,
    ) -> Result<Fraction, crate::engine::NumberError> {
        match item.points {
            Some(points) => Ok(points.fraction()),
            None => {
                let items = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
                weight.div(Figure::whole(items).fraction())
            }
        }
    }

    /// Items met in part with the share met, in %, those that are missed left out.
    fn partly_met(&self, basis: &Basis<'_>) -> Result<Vec<(String, Figure)>, Problem> {
        let missed = basis.reader.missed().unwrap_or_default();
        let mut partly = Vec::new();
        for (id, value) in basis.reader.entry.partly.iter() {
            let field = format_args!("partly.{id}");
            if !self.items.iter().any(|item| item.id == *id) {
                return Err(Problem::new(Code::UnknownItem).on(field.to_string()).with("text", id));
            }
            let Some(share) = basis.reader.read(value, &field)? else {
                continue;
            };
            if share > Figure::HUNDRED {
                return Err(Problem::new(Code::RateAboveHundred)
                    .on(field.to_string())
                    .with("text", share));
            }
            if !missed.contains(id) {
                partly.push((id.clone(), share));
            }
        }
        Ok(partly)
    }

    pub(super) fn check(&self, weight: Figure) -> Vec<Problem> {
        if self.items.is_empty() {
            return vec![Problem::new(Code::RuleEmpty).on("rule.items")];
        }
        let mut problems = duplicates(self.items.iter().map(|item| item.id.as_str()), "rule.items");
        let pointed: Vec<Figure> = self.items.iter().filter_map(|item| item.points).collect();
        if pointed.is_empty() {
            return problems;
        }
        if pointed.len() < self.items.len() {
            problems.push(Problem::new(Code::ItemsHalfPointed).on("rule.items"));
        }
        let sum: Figure = pointed.into_iter().sum();
        if sum != weight {
            problems.push(
                Problem::new(Code::ItemsNotWeight)
                    .on("rule.items")
                    .with("sum", sum)
                    .with("weight", weight),
            );
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::Code;
    use crate::engine::rule::testing::codes;

    #[test]
    fn item_points_must_add_up_to_the_weight() {
        // Fukang 项目质量可控性: 1 + 2 = 3
        let rule = r#"
kind = "checklist"
items = [
  { id = "control", label = { zh = "质控措施" }, points = "1" },
  { id = "files", label = { zh = "档案" }, points = "2" },
]"#;
        assert_eq!(codes(rule, "3"), []);
        assert_eq!(codes(rule, "4"), [Code::ItemsNotWeight]);
        let half = rule.replace(", points = \"2\"", "");
        assert_eq!(codes(&half, "3"), [Code::ItemsHalfPointed, Code::ItemsNotWeight]);
    }
}
