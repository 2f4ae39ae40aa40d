//! Project data and description at the top of the entry page: facts first, since scores hang on
//! them; the description and the tables that only documents print behind expanders.

use std::rc::Rc;

use super::difference::changed_facts;
use super::field::{Field, Shape, row_of_fields};
use super::form::Form;
use crate::app::browser;
use crate::app::element::{El, button, el};
use crate::app::state::{FundText, GoalText, OptionText, Place, ProjectText};
use crate::engine::{Fund, Goal, Project, Survey, SurveyOption};
use crate::words::table::{Key, page as text, shared::TEN_THOUSAND_YUAN};

/// What is asked first.
const FIRST: [ProjectText; 5] = [
    ProjectText::Name,
    ProjectText::Unit,
    ProjectText::Department,
    ProjectText::Year,
    ProjectText::Evaluator,
];

/// The description.
const LONG: [ProjectText; 3] = [ProjectText::Summary, ProjectText::Expected, ProjectText::Achieved];

/// The sheet with project data. Open at first where facts are still missing.
pub fn project(form: &Form) -> El {
    let given = form.session.assessment.with_untracked(|assessment| {
        !assessment.project.name.is_empty()
            && form.rubric.facts.iter().all(|fact| assessment.facts.contains_key(&fact.id))
    });
    let head = el("summary", "sheet__head project__head")
        .child(el("h2", "sheet__name").id("name-project").text(form.t(text::PROJECT)))
        .child(el("span", "project__about").text(form.t(text::PROJECT_ABOUT)));
    let body = el("div", "project__body")
        .child(texts(form, &FIRST, Shape::Line))
        .children(facts(form))
        .child(part(form, "description", text::DESCRIPTION, vec![texts(form, &LONG, Shape::Area)]))
        .child(part(form, "goals", text::GOALS, rows(form, GOALS)))
        .child(part(form, "funds", text::FUNDS, rows(form, FUNDS)))
        .child(part(form, "surveys", text::SURVEYS, rows(form, SURVEYS)));
    details(form, "project", "sheet project", !given).child(head).child(body)
}

fn texts(form: &Form, fields: &[ProjectText], shape: Shape) -> El {
    fields.iter().fold(row_of_fields(), |all, field| {
        let place = Place::Project(*field);
        all.child(Field::new(place, form.t(project_name(*field)), shape).view(form))
    })
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

/// The id of the group of the 项目数据.
const FACTS: &str = "facts";

fn facts(form: &Form) -> Vec<El> {
    if form.rubric.facts.is_empty() {
        return Vec::new();
    }
    let fields = form.rubric.facts.iter().fold(row_of_fields(), |all, fact| {
        let place = Place::Fact(fact.id.clone());
        let field = Field::new(place, form.lang.of(&fact.label), Shape::Figure);
        all.child(field.unit(form.lang.of(&fact.unit)).view(form))
    });
    vec![
        el("h3", "project__part").id("name-facts").text(form.t(text::FACTS)),
        el("p", "row__note").text(form.t(text::FACTS_ABOUT)),
        el("div", "")
            .id(FACTS)
            .attr("tabindex", "-1")
            .attr("role", "group")
            .attr("aria-labelledby", "name-facts")
            .child(fields),
        changed_facts(form, FACTS),
    ]
}

/// What opens and closes by itself; later as it was left.
fn details(form: &Form, id: &'static str, class: &str, at_first: bool) -> El {
    let session = form.session;
    let open = session.opened(id).unwrap_or(at_first);
    el("details", class)
        .attr("open", if open { "true" } else { "" })
        .on("toggle", move |event| session.note_opened(id, browser::is_open(event)))
}

fn part(form: &Form, id: &'static str, title: Key, content: Vec<El>) -> El {
    details(form, id, "project__more", false)
        .child(el("summary", "project__part").text(form.t(title)))
        .children(content)
}

/// A table of the project whose rows can be added and removed.
#[derive(Clone, Copy)]
struct Table {
    /// Tells the tables apart, in the document.
    id: &'static str,
    count: fn(&Project) -> usize,
    /// What a row is called, by its number.
    title: Key,
    /// Puts the fields of a row into the box.
    fields: fn(El, &Form, usize) -> El,
    add: fn(&mut Project),
    remove: fn(&mut Project, usize),
}

/// The rows of a table, and what adds one.
fn rows(form: &Form, table: Table) -> Vec<El> {
    let (session, inner) = (form.session, form.clone());
    let each = move |index| vec![row(&inner, table, index)];
    let grow = move || session.edit("", |assessment| (table.add)(&mut assessment.project));
    vec![
        repeated(el("div", ""), form, Box::new(table.count), Box::new(each)),
        button("button", form.t(text::ADD_ROW), grow).id(table.id),
    ]
}

/// As many of something as there are; only a change of their number draws them anew.
fn repeated(
    place: El,
    form: &Form,
    count: Box<dyn Fn(&Project) -> usize>,
    each: Box<dyn Fn(usize) -> Vec<El>>,
) -> El {
    let (session, rows) = (form.session, Rc::clone(&form.rows));
    let length = move || rows.project(session, &count);
    place.drawn(length, move |length| (0..*length).flat_map(&each).collect())
}

fn row(form: &Form, table: Table, index: usize) -> El {
    let label = form.say(table.title, "number", &(index + 1).to_string());
    let session = form.session;
    let drop = move || {
        session.edit("", |assessment| (table.remove)(&mut assessment.project, index));
        browser::focus(table.id);
    };
    el("div", "sub-row")
        .attr("role", "group")
        .attr("aria-label", label.as_str())
        .child(el("p", "sub-row__title").attr("aria-hidden", "true").text(label))
        .child((table.fields)(row_of_fields(), form, index))
        .child(button("link", form.t(text::REMOVE_ROW), drop))
}

fn drop_at<T>(all: &mut Vec<T>, index: usize) {
    if index < all.len() {
        all.remove(index);
    }
}

const GOALS: Table = Table {
    id: "add-goal",
    count: |project| project.goals.len(),
    title: text::GOAL_NUMBER,
    fields: goal,
    add: |project| project.goals.push(Goal::default()),
    remove: |project, index| drop_at(&mut project.goals, index),
};

fn goal(fields: El, form: &Form, index: usize) -> El {
    let texts = [
        (GoalText::L1, text::GOAL_L1),
        (GoalText::L2, text::GOAL_L2),
        (GoalText::Name, text::GOAL_NAME),
        (GoalText::Target, text::GOAL_TARGET),
        (GoalText::Actual, text::GOAL_ACTUAL),
        (GoalText::Progress, text::GOAL_PROGRESS),
        (GoalText::Note, text::GOAL_NOTE),
    ];
    texts.iter().fold(fields, |fields, (field, label)| {
        let place = Place::Goal(index, *field);
        fields.child(Field::new(place, form.t(label), Shape::Line).view(form))
    })
}

const FUNDS: Table = Table {
    id: "add-fund",
    count: |project| project.funds.len(),
    title: text::FUND_NUMBER,
    fields: fund,
    add: |project| project.funds.push(Fund::default()),
    remove: |project, index| drop_at(&mut project.funds, index),
};

fn fund(fields: El, form: &Form, index: usize) -> El {
    let source = Place::Fund(index, FundText::Source);
    let source = Field::new(source, form.t(text::FUND_SOURCE), Shape::Line);
    let figures = [
        (FundText::Initial, text::FUND_INITIAL),
        (FundText::Budget, text::FUND_BUDGET),
        (FundText::Received, text::FUND_RECEIVED),
        (FundText::Executed, text::FUND_EXECUTED),
    ];
    figures.iter().fold(fields.child(source.view(form)), |fields, (field, label)| {
        let figure = Field::new(Place::Fund(index, *field), form.t(label), Shape::Figure);
        fields.child(figure.unit(form.t(TEN_THOUSAND_YUAN)).view(form))
    })
}

/// Options of a question that is added: as many as most questions have.
const OPTIONS: usize = 3;

const SURVEYS: Table = Table {
    id: "add-survey",
    count: |project| project.surveys.len(),
    title: text::SURVEY_NUMBER,
    fields: question,
    add: |project| {
        let options = vec![SurveyOption::default(); OPTIONS];
        project.surveys.push(Survey { question: String::new(), options });
    },
    remove: |project, index| drop_at(&mut project.surveys, index),
};

/// A question with its options, and what adds an option.
fn question(fields: El, form: &Form, survey: usize) -> El {
    let question = Field::new(Place::Question(survey), form.t(text::QUESTION), Shape::Line);
    let fields = fields.child(question.view(form));
    let (session, inner) = (form.session, form.clone());
    let count = move |project: &Project| {
        project.surveys.get(survey).map_or(0, |survey| survey.options.len())
    };
    let grow = move || {
        session.edit("", |assessment| {
            if let Some(survey) = assessment.project.surveys.get_mut(survey) {
                survey.options.push(SurveyOption::default());
            }
        });
    };
    repeated(fields, form, Box::new(count), Box::new(move |index| option(&inner, survey, index)))
        .child(button("button", form.t(text::ADD_OPTION), grow))
}

fn option(form: &Form, survey: usize, index: usize) -> Vec<El> {
    let number = (index + 1).to_string();
    let field = |field, name, shape| {
        let place = Place::Option(survey, index, field);
        Field::new(place, form.say(name, "number", &number), shape).view(form)
    };
    vec![
        field(OptionText::Label, text::OPTION_LABEL, Shape::Line),
        field(OptionText::Count, text::OPTION_COUNT, Shape::Count),
    ]
}
