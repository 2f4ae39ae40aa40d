//! Tables of the project itself: its particulars, goals, budget and funds.

use super::context::{Context, proportion};
use super::tree::spanning;
use super::{Document, Part};
use crate::engine::{Figure, Fund, Goal, Layout};
use crate::exchange::table::{Cell, Row, Table};
use crate::exchange::typed;
use crate::presets;
use crate::words;
use crate::words::table::{Key, documents as text};

/// Particulars above the printed score sheet.
pub fn about(ctx: &Context<'_>) -> Table {
    let project = &ctx.assessment.project;
    // What kind of evaluation a published table was, it does not say.
    let known = presets::find(&ctx.rubric.id).is_some();
    let kind = if known { words::kind(ctx.rubric.kind, ctx.lang) } else { "" };
    let pair = |left: (Key, &str), right: (Key, &str)| {
        let cell = |(key, value): (Key, &str)| [Cell::side(ctx.t(key)), Cell::text(value)];
        Row::from([cell(left), cell(right)].concat())
    };
    let name = Row::from(vec![
        Cell::side(ctx.t(text::PROJECT_NAME)),
        // Left blank to be written in by hand, rather than called unnamed.
        Cell::text(project.name.as_str()).across(3),
    ]);
    let body = vec![
        name,
        pair((text::DEPARTMENT, &project.department), (text::UNIT, &project.unit)),
        pair((text::YEAR, &project.year), (text::KIND, kind)),
        Row::from(vec![
            Cell::side(ctx.t(text::EVALUATOR)),
            Cell::text(project.evaluator.as_str()).across(3),
        ]),
    ];
    Table { title: String::new(), head: Vec::new(), body, notes: Vec::new() }
}

/// A column of the goals, and over how many levels its equal cells are merged.
struct GoalColumn {
    head: Key,
    field: fn(&Goal) -> &String,
    merged: usize,
}

/// 绩效目标及指标完成情况表; columns that nobody filled are left out.
pub fn goals(ctx: &Context<'_>) -> Option<Document> {
    let project = &ctx.assessment.project;
    let (title, target, actual) = match ctx.rubric.layout {
        Layout::Progress => (text::PROGRESS, text::TARGET, text::PROGRESS_ACTUAL),
        _ => (text::GOALS, text::GOAL_TARGET, text::GOAL_ACTUAL),
    };
    let column = |head, field, merged| GoalColumn { head, field, merged };
    let columns = [
        column(text::LEVEL_1, |goal| &goal.l1, 1),
        column(text::LEVEL_2, |goal| &goal.l2, 2),
        column(text::LEVEL_3, |goal| &goal.name, 0),
        column(target, |goal| &goal.target, 0),
        column(actual, |goal| &goal.actual, 0),
        column(text::GOAL_PROGRESS, |goal| &goal.progress, 0),
        column(text::GOAL_NOTE, |goal| &goal.note, 0),
    ];
    let filled = |column: &GoalColumn| {
        project.goals.iter().any(|goal| !(column.field)(goal).trim().is_empty())
    };
    let columns: Vec<GoalColumn> = columns.into_iter().filter(filled).collect();
    if columns.is_empty() {
        return None;
    }
    let heads = columns.iter().map(|column| Cell::head(ctx.t(column.head)));
    let head = Row::from(heads.collect::<Vec<_>>());
    let body = (0..project.goals.len()).map(|at| goal_row(&project.goals, at, &columns)).collect();
    let table = Table { title: String::new(), head: vec![head], body, notes: Vec::new() };
    let overall = [(text::EXPECTED, &project.expected), (text::ACHIEVED, &project.achieved)];
    let overall = overall.into_iter().filter(|(_, words)| !words.trim().is_empty());
    let overall = overall.map(|(key, words)| {
        Part::Text(format!("{}{}{}", ctx.t(key), ctx.t(text::COLON), words.trim()))
    });
    let parts = overall.chain([Part::Table(table)]).collect();
    Some(Document::new("goals", ctx.t(title), parts))
}

/// A row; the first two levels are merged over the rows that continue them.
fn goal_row(goals: &[Goal], at: usize, columns: &[GoalColumn]) -> Row {
    let Some(own) = goals.get(at) else {
        return Row::from(Vec::new());
    };
    let mut cells = Vec::new();
    for column in columns {
        let value = (column.field)(own).as_str();
        if column.merged == 0 {
            cells.push(Cell::text(value));
            continue;
        }
        let same = |goal: &Goal| goal.l1 == own.l1 && (column.merged == 1 || goal.l2 == own.l2);
        let continued = at.checked_sub(1).and_then(|before| goals.get(before)).is_some_and(same);
        if !continued {
            let below = goals.iter().skip(at).take_while(|goal| same(goal)).count();
            cells.push(spanning(Cell::side(value), 1, below));
        }
    }
    Row::from(cells)
}

/// 年初预算 年中增减 全年预算 预算执行 执行率, from the project figures that forms call so.
pub fn budget(ctx: &Context<'_>) -> Option<Document> {
    let (initial, annual) = (ctx.fact("budget-initial"), ctx.fact("budget-annual"));
    let executed = ctx.fact("executed");
    if initial.is_empty() && annual.is_empty() {
        return None;
    }
    let change = match ctx.fact("budget-adjustment") {
        "" => difference(annual, initial),
        typed => typed.to_owned(),
    };
    let heads = [
        text::BUDGET_ITEM,
        text::INITIAL,
        text::IN_YEAR,
        text::ANNUAL,
        text::EXECUTED,
        text::EXECUTION_RATE,
    ];
    let rate = proportion(amount(executed), amount(annual));
    let cells = [initial, &change, annual, executed, &rate].map(Cell::number);
    let row = std::iter::once(Cell::side(ctx.project_name())).chain(cells);
    let table = Table {
        title: String::new(),
        head: vec![Row::from(heads.map(|key| Cell::head(ctx.t(key))).to_vec())],
        body: vec![Row::from(row.collect::<Vec<_>>())],
        notes: vec![ctx.t(text::MONEY_UNIT).to_owned()],
    };
    Some(Document::new("budget", ctx.t(text::BUDGET), vec![Part::Table(table)]))
}

type FundField = fn(&Fund) -> &String;

/// The columns of the table of funds, with the key of each head.
const FUND_COLUMNS: [(Key, FundField); 4] = [
    (text::INITIAL, |fund| &fund.initial),
    (text::ANNUAL, |fund| &fund.budget),
    (text::RECEIVED, |fund| &fund.received),
    (text::EXECUTED, |fund| &fund.executed),
];

/// 资金来源及使用情况表; columns that nobody filled are left out.
pub fn funds(ctx: &Context<'_>) -> Option<Document> {
    let funds = &ctx.assessment.project.funds;
    let filled = |field: &FundField| funds.iter().any(|fund| !field(fund).trim().is_empty());
    let columns: Vec<(Key, FundField)> =
        FUND_COLUMNS.into_iter().filter(|(_, field)| filled(field)).collect();
    if columns.is_empty() {
        return None;
    }
    let both = |fund: &Fund| amount(&fund.budget).is_some() && amount(&fund.executed).is_some();
    let rated = funds.iter().any(both);
    let mut head = vec![Cell::head(ctx.t(text::FUND_SOURCE))];
    head.extend(columns.iter().map(|(key, _)| Cell::head(ctx.t(key))));
    head.extend(rated.then(|| Cell::head(ctx.t(text::EXECUTION_RATE))));
    let body = funds.iter().map(|fund| {
        let mut cells = vec![Cell::side(fund.source.as_str())];
        cells.extend(columns.iter().map(|(_, field)| Cell::number(field(fund).as_str())));
        let rate = || proportion(amount(&fund.executed), amount(&fund.budget));
        cells.extend(rated.then(|| Cell::number(rate())));
        Row::from(cells)
    });
    let table = Table {
        title: String::new(),
        head: vec![Row::from(head)],
        body: body.collect(),
        notes: vec![ctx.t(text::MONEY_UNIT).to_owned()],
    };
    Some(Document::new("funds", ctx.t(text::FUNDS), vec![Part::Table(table)]))
}

/// An amount as typed, 万元.
pub fn amount(text: &str) -> Option<Figure> {
    typed::figure(text, "万元")?.parse().ok()
}

fn difference(more: &str, less: &str) -> String {
    let both = amount(more).zip(amount(less));
    both.map_or_else(String::new, |(more, less)| (more - less).to_string())
}
