//! A scorecard printed as a table, as documents print them.

use jiheng::audit::{Band, Block, Group, PublishedTable, Row};
use jiheng::engine::{
    AdjustmentKind, Assessment, Figure, Fraction, Measure, Mode, Node, Rounding, Rubric, Scorecard,
    Status, score,
};

/// How a table is printed.
#[derive(Clone, Copy, Debug)]
pub struct Print {
    /// Decimals of points and rates.
    pub places: u32,
    /// How they are rounded.
    pub mode: Mode,
}

impl Print {
    pub fn of(self, exact: Fraction) -> String {
        Rounding { places: self.places, mode: self.mode }.points(exact).unwrap().to_string()
    }

    fn rate(self, score: Figure, weight: Figure) -> String {
        if weight.is_zero() {
            return String::new();
        }
        let rate = score.fraction().div(weight.fraction()).unwrap();
        self.of(rate.mul(Fraction::whole(100)).unwrap()) + "%"
    }
}

/// The table of a scored assessment. None where something acts on a group or the total, which
/// tables print in words of their own, or where a row is still open.
pub fn printed(rubric: &Rubric, assessment: &Assessment, print: Print) -> Option<PublishedTable> {
    let card = score(rubric, assessment);
    let nodes = rubric.nodes();
    let plain = card.total.score.is_settled()
        && card.total.adjustments.is_empty()
        && nodes.iter().zip(&card.outcomes).all(|(node, outcome)| {
            let block = outcome.adjustments.iter().all(|one| one.kind == AdjustmentKind::Block);
            let known = !matches!(outcome.status, Status::NotApplicable | Status::Invalid);
            // More points than the weight are a contradiction, also where the cap is lifted.
            let within = outcome.score.min <= outcome.weight;
            known && within && !node.bonus && node.depth <= 3 && (node.indicator.is_leaf() || block)
        });
    if !plain {
        return None;
    }
    let mut table = PublishedTable {
        title: rubric.id.clone(),
        full_score: rubric.full_score.trimmed(),
        total: print.of(card.total.score.min.fraction()),
        ..PublishedTable::default()
    };
    // The generator calls all grades by one name.
    for (grade, name) in rubric.grades.0.iter().zip("优良中低差劣".chars()) {
        let min = grade.min.trimmed();
        table.grade_scale.push(Band { name: name.into(), min, ..Band::default() });
    }
    table.grade = table.grade_scale.get(card.grade.settled()?)?.name.clone();
    let mut rows = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        if node.indicator.is_leaf() {
            rows.push((at, table.rows.len()));
            table.rows.push(row(&nodes, at, (assessment, &card), print)?);
        }
    }
    for (at, node) in nodes.iter().enumerate().filter(|(_, node)| !node.indicator.is_leaf()) {
        let outcome = &card.outcomes[at];
        if node.depth <= 2 && outcome.status != Status::InBlock {
            table.groups.push(Group {
                path: path(&nodes, at),
                weight: outcome.weight.trimmed(),
                score: print.of(outcome.score.min.fraction()),
                score_rate: print.rate(outcome.score.min, outcome.weight),
            });
        }
        if outcome.status == Status::Block {
            let within = |leaf: usize| {
                let above = std::iter::successors(Some(leaf), |at| nodes[*at].parent);
                above.into_iter().any(|above| above == at)
            };
            let own = rows.iter().filter(|(leaf, _)| within(*leaf));
            let rows: Vec<u32> = own.map(|(_, row)| u32::try_from(*row).unwrap()).collect();
            let score = print.of(outcome.score.min.fraction());
            table.blocks.push(Block { rows, weight: String::new(), score });
        }
    }
    Some(table)
}

fn path(nodes: &[Node<'_>], at: usize) -> Vec<String> {
    let mut path: Vec<String> = std::iter::successors(Some(at), |at| nodes[*at].parent)
        .map(|at| nodes[at].indicator.id.clone())
        .collect();
    path.reverse();
    path
}

fn row(
    nodes: &[Node<'_>],
    at: usize,
    (assessment, card): (&Assessment, &Scorecard),
    print: Print,
) -> Option<Row> {
    let (indicator, outcome) = (nodes[at].indicator, &card.outcomes[at]);
    let path = path(nodes, at);
    let level = |at: usize| path.get(at).cloned().unwrap_or_default();
    let mut row = Row {
        l1: level(0),
        l2: level(1),
        l3: level(2),
        weight: outcome.weight.trimmed(),
        reason: "据实评分".into(),
        ..Row::default()
    };
    if outcome.status != Status::InBlock {
        let points = outcome.score.min;
        row.score = print.of(points.fraction());
        row.score_rate = print.rate(points, outcome.weight);
        row.deduction = print.of(outcome.weight.fraction().sub(points.fraction()).unwrap());
    }
    let entry = assessment.entries.get(&indicator.id)?;
    if let Some(Measure::Ratio(_)) = &indicator.scoring.as_ref()?.measure
        && let (Some(target), Some(actual)) = (&entry.target, &entry.actual)
    {
        let read = |value: &jiheng::engine::Value| match value {
            jiheng::engine::Value::Text(text) => text.parse::<Figure>().ok(),
            jiheng::engine::Value::Fact(_) => None,
        };
        if let (Some(due), Some(done)) = (read(target), read(actual)) {
            let rate = done.fraction().div(due.fraction()).ok()?;
            (row.target, row.actual) = (due.to_string(), done.to_string());
            row.completion = print.of(rate.mul(Fraction::whole(100)).ok()?) + "%";
        }
    }
    Some(row)
}
