//! 项目支出绩效自评表: the one form of a self-evaluation, with budget execution on top.

use super::context::{Context, Leaf, proportion, rate};
use super::figures::points;
use super::project::amount;
use super::tree::{Weights, adjustment_rows, levels, name_cells, name_heads, spanning};
use super::{Document, Part};
use crate::engine::{Entry, Figure, Fund, Measure};
use crate::exchange::table::{Cell, Row, Table};
use crate::words;
use crate::words::report::grade_name;
use crate::words::table::{Key, documents as text};

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
    Document::new("self-form", ctx.t(text::SELF_FORM), parts).wide()
}

/// A column that is there only if somebody filled it.
type Optional = (Key, fn(&Entry) -> &String);

/// What the parts of the form share: its leaves, and how many columns it has.
struct Form<'c, 'a> {
    ctx: &'c Context<'a>,
    execution: Option<Leaf<'c>>,
    leaves: Vec<Leaf<'c>>,
    optional: Vec<Optional>,
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
        let optional: [Optional; 2] =
            [(text::BASIS, |entry| &entry.basis), (text::LAST_YEAR, |entry| &entry.last_year)];
        let filled = |field: &fn(&Entry) -> &String| {
            leaves.iter().any(|leaf| !field(leaf.entry).trim().is_empty())
        };
        let optional = optional.into_iter().filter(|(_, field)| filled(field)).collect();
        Form { ctx, execution: execution.first().copied(), leaves, optional }
    }

    fn levels(&self) -> usize {
        levels(&self.leaves)
    }

    /// All columns: the name of the section, the indicators, and what is known of them.
    fn columns(&self) -> usize {
        1 + self.levels() + 5 + self.optional.len() + 3
    }

    fn particulars(&self) -> Vec<Row> {
        let project = &self.ctx.assessment.project;
        let side = |key| Cell::side(self.ctx.t(key));
        let wide = self.columns();
        let half = wide / 2;
        vec![
            Row::from(vec![
                side(text::PROJECT_NAME),
                spanning(Cell::text(self.ctx.project_name()), wide - 1, 1),
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
            let figures = [&fund.initial, &fund.budget, &fund.executed];
            let mut cells = vec![spanning(Cell::side(fund.source.as_str()), name, 1)];
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
            Cell::number(score_of(&leaf)),
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
        let adjusted = adjustment_rows(ctx, self.levels() + 4, self.optional.len() + 3);
        let rows = self.leaves.len() + 1 + adjusted.len();
        let mut head = vec![spanning(Cell::side(ctx.t(text::YEAR_INDICATORS)), 1, rows)];
        head.extend(name_heads(ctx, self.levels(), Weights::Absent));
        let before = [
            text::FORM_WEIGHT,
            text::TARGET,
            text::ACTUAL,
            text::COMPLETION,
            text::INDICATOR_SCORE,
        ];
        let optional = self.optional.iter().map(|(key, _)| *key);
        let after = [text::AWARDING, text::PROOF, text::DEVIATION];
        let keys = before.into_iter().chain(optional).chain(after);
        head.extend(keys.map(|key| Cell::head(ctx.t(key))));
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
            Cell::number(rate(leaf.outcome.rate)),
            Cell::number(score_of(leaf)),
        ]);
        cells.extend(self.optional.iter().map(|(_, field)| Cell::text(field(entry).as_str())));
        cells.extend([
            Cell::text(words::rule_short(leaf.indicator, ctx.lang)),
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
        let rest = self.optional.len() + 2;
        Row::from(vec![
            spanning(Cell::side(ctx.t(text::GRAND_TOTAL)), 1 + self.levels(), 1),
            Cell::centred(total.weight.trimmed()),
            spanning(Cell::text(""), 3, 1),
            Cell::number(points(total.score)),
            Cell::side(ctx.t(text::GRADE)),
            spanning(Cell::centred(grade), rest, 1),
        ])
    }
}

fn score_of(leaf: &Leaf<'_>) -> String {
    use crate::engine::Status;
    match leaf.outcome.status {
        Status::Empty if !leaf.outcome.score.is_settled() => String::new(),
        _ => points(leaf.outcome.score),
    }
}
