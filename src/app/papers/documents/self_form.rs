//! 项目支出绩效自评表: the one form of a self-evaluation, with budget execution on top.

use super::context::{Context, Leaf, proportion, rate};
use super::figures::points;
use super::project::amount;
use super::tree::{Figures, Weights, adjustment_rows, levels, name_cells, name_heads, spanning};
use super::{Document, Part};
use crate::engine::{Figure, Fraction, Fund, Measure, Span, Status};
use crate::exchange::table::{Cell, Row, Table};
use crate::words;
use crate::words::report::grade_name;
use crate::words::table::{Key, documents as text};

/// Its name for links and keys.
pub const ID: &str = "self-form";

/// The whole form as one table.
pub fn self_form(ctx: &Context<'_>) -> Document {
    let form = Form::new(ctx);
    let mut body = form.particulars();
    body.extend(form.money());
    body.extend(form.goals());
    body.extend(form.indicators());
    body.push(form.total());
    let mut notes = vec![words::grade_scale(ctx.rubric, ctx.lang)];
    let year = ctx.assessment.project.year.trim();
    let year =
        (!year.is_empty()).then(|| words::say(text::BLANK_YEAR, ctx.lang, &[("year", year)]));
    let table =
        Table { title: String::new(), head: Vec::new(), body, notes: std::mem::take(&mut notes) };
    let parts = year.map(Part::Text).into_iter().chain([Part::Table(table)]).collect();
    Document::new(ID, ctx.t(text::SELF_FORM), parts).wide()
}

/// What stands beside the names of the indicators. The columns of a form are fixed: they are there
/// when nobody filled them.
const INDICATOR_HEADS: [Key; 10] = [
    text::FORM_WEIGHT,
    text::TARGET,
    text::ACTUAL,
    text::COMPLETION,
    text::INDICATOR_SCORE,
    text::BASIS,
    text::LAST_YEAR,
    text::AWARDING,
    text::PROOF,
    text::DEVIATION,
];

/// What the parts of the form share: its leaves, and how many columns it has.
struct Form<'c, 'a> {
    ctx: &'c Context<'a>,
    execution: Option<Leaf<'c>>,
    leaves: Vec<Leaf<'c>>,
}

impl<'c, 'a> Form<'c, 'a> {
    fn new(ctx: &'c Context<'a>) -> Form<'c, 'a> {
        let is_execution = |leaf: &Leaf<'_>| {
            let scoring = leaf.indicator.scoring.as_ref();
            let measure = scoring.and_then(|scoring| scoring.measure.as_ref());
            leaf.depth == 1 && matches!(measure, Some(Measure::Budget(_)))
        };
        let (execution, leaves): (Vec<_>, Vec<_>) =
            ctx.leaves().into_iter().partition(is_execution);
        Form { ctx, execution: execution.first().copied(), leaves }
    }

    fn levels(&self) -> usize {
        levels(&self.leaves)
    }

    /// All columns: the name of the section, the indicators, and what is known of them.
    fn columns(&self) -> usize {
        1 + self.levels() + INDICATOR_HEADS.len()
    }

    fn particulars(&self) -> Vec<Row> {
        let project = &self.ctx.assessment.project;
        let side = |key| Cell::side(self.ctx.t(key));
        let wide = self.columns();
        let half = wide / 2;
        vec![
            Row::from(vec![
                side(text::PROJECT_NAME),
                spanning(Cell::text(project.name.as_str()), wide - 1, 1),
            ]),
            Row::from(vec![
                side(text::DEPARTMENT),
                spanning(Cell::text(project.department.as_str()), half - 1, 1),
                side(text::UNIT),
                spanning(Cell::text(project.unit.as_str()), wide - half - 1, 1),
            ]),
        ]
    }

    /// 项目资金: a line per source, points of budget execution beside the first.
    fn money(&self) -> Vec<Row> {
        let ctx = self.ctx;
        let funds = self.funds();
        let name = self.columns() - 7;
        let heads = [
            text::INITIAL_FIGURE,
            text::ANNUAL_FIGURE,
            text::EXECUTED_FIGURE,
            text::WEIGHT,
            text::EXECUTION_RATE,
            text::SCORE,
        ];
        let mut first = vec![
            spanning(Cell::side(ctx.t(text::FUNDS_HEAD)), 1, funds.len() + 1),
            spanning(Cell::text(""), name, 1),
        ];
        first.extend(heads.map(|key| Cell::head(ctx.t(key))));
        let mut rows = vec![Row::from(first)];
        for (at, fund) in funds.iter().enumerate() {
            // The sources begin after the whole.
            let source = match at {
                1 if !fund.source.contains(ctx.t(text::OF_WHICH)) => {
                    format!("{}{}{}", ctx.t(text::OF_WHICH), ctx.t(text::COLON), fund.source)
                }
                _ => fund.source.clone(),
            };
            let figures = [&fund.initial, &fund.budget, &fund.executed];
            let mut cells = vec![spanning(Cell::side(source), name, 1)];
            cells.extend(figures.map(|figure| Cell::number(figure.as_str())));
            cells.extend(match at {
                0 => self.execution_cells(fund),
                _ => [(); 3].map(|()| Cell::centred("—")),
            });
            rows.push(Row::from(cells));
        }
        rows
    }

    fn execution_cells(&self, fund: &Fund) -> [Cell; 3] {
        let Some(leaf) = self.execution else {
            let share = proportion(amount(&fund.executed), amount(&fund.budget));
            return [Cell::centred("—"), Cell::number(share), Cell::centred("—")];
        };
        [
            Cell::number(leaf.outcome.weight.trimmed()),
            Cell::number(rate(leaf.outcome.rate)),
            Cell::number(score_of(self.ctx, &leaf)),
        ]
    }

    /// The funds as entered; with a line for the whole where none was.
    fn funds(&self) -> Vec<Fund> {
        let ctx = self.ctx;
        let entered = &ctx.assessment.project.funds;
        let is_sum = |fund: &Fund| {
            ["总额", "合计", "总计", "Total", "total"].iter().any(|word| fund.source.contains(word))
        };
        let mut funds = entered.clone();
        if funds.first().is_some_and(is_sum) {
            return funds;
        }
        let sum = |field: fn(&Fund) -> &String, fact: &str| match entered.is_empty() {
            true => ctx.fact(fact).to_owned(),
            false => {
                let amounts: Option<Vec<Figure>> =
                    entered.iter().map(|fund| amount(field(fund))).collect();
                amounts.map_or_else(String::new, |all| all.into_iter().sum::<Figure>().to_string())
            }
        };
        let whole = Fund {
            source: ctx.t(text::FUNDS_TOTAL).to_owned(),
            initial: sum(|fund| &fund.initial, "budget-initial"),
            budget: sum(|fund| &fund.budget, "budget-annual"),
            received: String::new(),
            executed: sum(|fund| &fund.executed, "executed"),
        };
        funds.insert(0, whole);
        funds
    }

    fn goals(&self) -> Vec<Row> {
        let project = &self.ctx.assessment.project;
        let (wide, half) = (self.columns() - 1, (self.columns() - 1) / 2);
        vec![
            Row::from(vec![
                Cell::side(self.ctx.t(text::YEAR_GOAL)).down(2),
                spanning(Cell::head(self.ctx.t(text::EXPECTED)), half, 1),
                spanning(Cell::head(self.ctx.t(text::ACHIEVED)), wide - half, 1),
            ]),
            Row::from(vec![
                spanning(Cell::text(project.expected.as_str()), half, 1),
                spanning(Cell::text(project.achieved.as_str()), wide - half, 1),
            ]),
        ]
    }

    fn indicators(&self) -> Vec<Row> {
        let ctx = self.ctx;
        let adjusted = adjustment_rows(ctx, Figures::Score, self.levels() + 4, 5);
        let rows = self.leaves.len() + 1 + adjusted.len();
        let mut head = vec![spanning(Cell::side(ctx.t(text::YEAR_INDICATORS)), 1, rows)];
        head.extend(name_heads(ctx, self.levels(), Weights::Absent));
        head.extend(INDICATOR_HEADS.map(|key| Cell::head(ctx.t(key))));
        let names = name_cells(ctx, &self.leaves, Weights::Absent);
        let leaves = self.leaves.iter().zip(names).map(|(leaf, cells)| self.indicator(leaf, cells));
        std::iter::once(Row::from(head)).chain(leaves).chain(adjusted).collect()
    }

    fn indicator(&self, leaf: &Leaf<'_>, mut cells: Vec<Cell>) -> Row {
        let (ctx, entry) = (self.ctx, leaf.entry);
        cells.extend([
            Cell::centred(leaf.indicator.weight.trimmed()),
            Cell::centred(ctx.target(leaf)),
            Cell::centred(ctx.actual(leaf)),
            Cell::number(completion(leaf)),
            Cell::number(score_of(ctx, leaf)),
            Cell::text(entry.basis.as_str()),
            Cell::text(entry.last_year.as_str()),
            Cell::text(awarding(ctx, leaf)),
            Cell::text(entry.evidence.as_str()),
            Cell::text(entry.deviation.as_str()),
        ]);
        Row::from(cells)
    }

    fn total(&self) -> Row {
        let ctx = self.ctx;
        let total = &ctx.scorecard.total;
        let grade = grade_name(ctx.rubric, ctx.scorecard, ctx.lang);
        let grade = grade.unwrap_or_else(|| ctx.t(text::GRADE_OPEN).to_owned());
        Row::from(vec![
            spanning(Cell::side(ctx.t(text::GRAND_TOTAL)), 1 + self.levels(), 1),
            Cell::centred(total.weight.trimmed()),
            spanning(Cell::text(""), 3, 1),
            Cell::number(points(total.score, ctx.lang)),
            Cell::side(ctx.t(text::GRADE)),
            spanning(Cell::centred(grade), 4, 1),
        ])
    }
}

/// 完成率. Without a measure it is known only of what is done in full, which forms print as 100 %.
fn completion(leaf: &Leaf<'_>) -> String {
    let scoring = leaf.indicator.scoring.as_ref();
    let judged = scoring.is_some_and(|scoring| scoring.measure.is_none());
    let full = leaf.outcome.score == Span::exactly(leaf.outcome.weight);
    let scored = leaf.outcome.status == Status::Scored && !leaf.outcome.weight.is_zero();
    match judged && full && scored {
        true => rate(Some(Fraction::ONE)),
        false => rate(leaf.outcome.rate),
    }
}

/// 赋分规则 as the form calls it, which is the first of the 评价要点; else the rule in full.
fn awarding(ctx: &Context<'_>, leaf: &Leaf<'_>) -> String {
    match leaf.indicator.criteria.first() {
        Some(name) => ctx.lang.of(name).to_owned(),
        None => words::rule_full(ctx.rubric, leaf.indicator, ctx.lang).concat(),
    }
}

fn score_of(ctx: &Context<'_>, leaf: &Leaf<'_>) -> String {
    match leaf.outcome.status {
        Status::Empty if !leaf.outcome.score.is_settled() => String::new(),
        _ => points(leaf.outcome.score, ctx.lang),
    }
}
