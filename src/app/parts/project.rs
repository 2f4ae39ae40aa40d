//! Project data and description at the top of the entry page: facts first, since scores hang on
//! them; the description and the tables that only documents print behind expanders.

use leptos::prelude::*;

use super::field::{Field, Shape};
use super::form::Form;
use crate::app::browser;
use crate::app::state::{FundText, GoalText, OptionText, Place, ProjectText};
use crate::engine::{Fund, Goal, Project, Survey, SurveyOption};
use crate::words::table::Key;
use crate::words::table::page as text;

/// The sheet with project data. Open at first where facts are still missing.
pub fn project(form: &Form) -> AnyView {
    let given = form.session.assessment.with_untracked(|assessment| {
        !assessment.project.name.is_empty()
            && form.rubric.facts.iter().all(|fact| assessment.facts.contains_key(&fact.id))
    });
    let short = |field| {
        Field::new(Place::Project(field), form.t(project_name(field)), Shape::Line).view(form)
    };
    let first = [
        ProjectText::Name,
        ProjectText::Unit,
        ProjectText::Department,
        ProjectText::Year,
        ProjectText::Evaluator,
    ];
    let first: Vec<AnyView> = first.into_iter().map(short).collect();
    let long = |field| {
        Field::new(Place::Project(field), form.t(project_name(field)), Shape::Area).view(form)
    };
    let texts = [ProjectText::Summary, ProjectText::Expected, ProjectText::Achieved];
    let texts: Vec<AnyView> = texts.into_iter().map(long).collect();
    view! {
        <details class="sheet project" open=!given>
            <summary class="sheet__head project__head">
                <h2 class="sheet__name" id="name-project">{form.t(text::PROJECT)}</h2>
                <span class="project__about">{form.t(text::PROJECT_ABOUT)}</span>
            </summary>
            <div class="project__body">
                <div class="fields">{first}</div>
                {facts(form)}
                {part(form, text::DESCRIPTION, view! { <div class="fields">{texts}</div> }.into_any())}
                {part(form, text::GOALS, goals(form))}
                {part(form, text::FUNDS, funds(form))}
                {part(form, text::SURVEYS, surveys(form))}
            </div>
        </details>
    }
    .into_any()
}

fn project_name(field: ProjectText) -> Key {
    match field {
        ProjectText::Name => text::PROJECT_NAME,
        ProjectText::Unit => text::PROJECT_UNIT,
        ProjectText::Department => text::PROJECT_DEPARTMENT,
        ProjectText::Year => text::PROJECT_YEAR,
        ProjectText::Evaluator => text::PROJECT_EVALUATOR,
        ProjectText::Summary => text::PROJECT_SUMMARY,
        ProjectText::Expected => text::PROJECT_EXPECTED,
        ProjectText::Achieved => text::PROJECT_ACHIEVED,
    }
}

fn facts(form: &Form) -> AnyView {
    if form.rubric.facts.is_empty() {
        return ().into_any();
    }
    let fields: Vec<AnyView> = form
        .rubric
        .facts
        .iter()
        .map(|fact| {
            Field::new(Place::Fact(fact.id.clone()), form.lang.of(&fact.label), Shape::Figure)
                .unit(form.lang.of(&fact.unit))
                .view(form)
        })
        .collect();
    view! {
        <h3 class="project__part" id="name-facts">{form.t(text::FACTS)}</h3>
        <p class="row__note">{form.t(text::FACTS_ABOUT)}</p>
        <div class="fields" role="group" aria-labelledby="name-facts">{fields}</div>
    }
    .into_any()
}

fn part(form: &Form, title: Key, content: AnyView) -> AnyView {
    view! {
        <details class="project__more">
            <summary class="project__part">{form.t(title)}</summary>
            {content}
        </details>
    }
    .into_any()
}

/// A table of the project whose rows can be added and removed.
struct Table {
    /// Tells the tables apart, in the document.
    id: &'static str,
    count: fn(&Project) -> usize,
    /// What a row is called, by its number.
    title: Key,
    fields: fn(&Form, usize) -> Vec<AnyView>,
    add: fn(&mut Project),
    remove: fn(&mut Project, usize),
}

/// The rows of a table; only a change of their number draws them anew.
fn rows(form: &Form, table: Table) -> AnyView {
    let Table { id, count, title, fields, add, remove } = table;
    let project = form.rows.project;
    let length = Memo::new(move |_| project.with(count));
    let inner = form.clone();
    let all = move || {
        let row = |index: usize| {
            let form = inner.clone();
            let label = form.say(title, "number", &(index + 1).to_string());
            let fields = fields(&form, index);
            let name = form.t(text::REMOVE_ROW);
            let drop = move |_| {
                form.session.edit("", |assessment| remove(&mut assessment.project, index));
                browser::focus(id);
            };
            view! {
                <div class="sub-row" role="group" aria-label=label.clone()>
                    <p class="sub-row__title" aria-hidden="true">{label.clone()}</p>
                    <div class="fields">{fields}</div>
                    <button type="button" class="link" on:click=drop>{name}</button>
                </div>
            }
            .into_any()
        };
        (0..length.get()).map(row).collect::<Vec<AnyView>>()
    };
    let session = form.session;
    let grow = move |_| session.edit("", |assessment| add(&mut assessment.project));
    view! {
        <div>{all}</div>
        <button type="button" class="button" id=id on:click=grow>{form.t(text::ADD_ROW)}</button>
    }
    .into_any()
}

fn drop_at<T>(all: &mut Vec<T>, index: usize) {
    if index < all.len() {
        all.remove(index);
    }
}

fn goals(form: &Form) -> AnyView {
    let table = Table {
        id: "add-goal",
        count: |project| project.goals.len(),
        title: text::GOAL_NUMBER,
        fields: |form, index| {
            let fields = [
                (GoalText::L1, text::GOAL_L1),
                (GoalText::L2, text::GOAL_L2),
                (GoalText::Name, text::GOAL_NAME),
                (GoalText::Target, text::GOAL_TARGET),
                (GoalText::Actual, text::GOAL_ACTUAL),
                (GoalText::Progress, text::GOAL_PROGRESS),
                (GoalText::Note, text::GOAL_NOTE),
            ];
            fields
                .map(|(field, label)| {
                    Field::new(Place::Goal(index, field), form.t(label), Shape::Line).view(form)
                })
                .into()
        },
        add: |project| project.goals.push(Goal::default()),
        remove: |project, index| drop_at(&mut project.goals, index),
    };
    rows(form, table)
}

fn funds(form: &Form) -> AnyView {
    let table = Table {
        id: "add-fund",
        count: |project| project.funds.len(),
        title: text::FUND_NUMBER,
        fields: |form, index| {
            let source = Field::new(
                Place::Fund(index, FundText::Source),
                form.t(text::FUND_SOURCE),
                Shape::Line,
            );
            let figures = [
                (FundText::Initial, text::FUND_INITIAL),
                (FundText::Budget, text::FUND_BUDGET),
                (FundText::Received, text::FUND_RECEIVED),
                (FundText::Executed, text::FUND_EXECUTED),
            ];
            let figures = figures.map(|(field, label)| {
                let field = Field::new(Place::Fund(index, field), form.t(label), Shape::Figure);
                field.unit(form.t(text::TEN_THOUSAND_YUAN)).view(form)
            });
            std::iter::once(source.view(form)).chain(figures).collect()
        },
        add: |project| project.funds.push(Fund::default()),
        remove: |project, index| drop_at(&mut project.funds, index),
    };
    rows(form, table)
}

/// Options of a question that is added: as many as most questions have.
const OPTIONS: usize = 3;

fn surveys(form: &Form) -> AnyView {
    let table = Table {
        id: "add-survey",
        count: |project| project.surveys.len(),
        title: text::SURVEY_NUMBER,
        fields: |form, index| {
            let question =
                Field::new(Place::Question(index), form.t(text::QUESTION), Shape::Line).view(form);
            vec![question, options(form, index)]
        },
        add: |project| {
            let options = vec![SurveyOption::default(); OPTIONS];
            project.surveys.push(Survey { question: String::new(), options });
        },
        remove: |project, index| drop_at(&mut project.surveys, index),
    };
    rows(form, table)
}

fn options(form: &Form, survey: usize) -> AnyView {
    let project = form.rows.project;
    let length = Memo::new(move |_| {
        project.with(|project| project.surveys.get(survey).map_or(0, |survey| survey.options.len()))
    });
    let inner = form.clone();
    let all = move || {
        let option = |index: usize| {
            let number = (index + 1).to_string();
            let at = |field| Place::Option(survey, index, field);
            let label = Field::new(
                at(OptionText::Label),
                inner.say(text::OPTION_LABEL, "number", &number),
                Shape::Line,
            );
            let count = Field::new(
                at(OptionText::Count),
                inner.say(text::OPTION_COUNT, "number", &number),
                Shape::Count,
            );
            view! { {label.view(&inner)} {count.view(&inner)} }.into_any()
        };
        (0..length.get()).map(option).collect::<Vec<AnyView>>()
    };
    let session = form.session;
    let grow = move |_| {
        session.edit("", |assessment| {
            if let Some(survey) = assessment.project.surveys.get_mut(survey) {
                survey.options.push(SurveyOption::default());
            }
        });
    };
    view! {
        {all}
        <button type="button" class="button" on:click=grow>{form.t(text::ADD_OPTION)}</button>
    }
    .into_any()
}
