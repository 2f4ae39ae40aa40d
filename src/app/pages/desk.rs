//! 推演 and 核验: the place where the third module draws. All of it happens in a worker; the page hands
//! over the assessment, and does what only it can.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

use crate::app::browser::{self, DESK, Module};
use crate::app::element::{El, Watched, button, el, follow, live, watched};
use crate::app::parts::scenario;
use crate::app::state::{Notice, Route, Session, Tone};
use crate::words::t;
use crate::words::table::page;

/// Told what the page has to do for the tab, with up to two texts.
type Tell = Closure<dyn Fn(String, JsValue, JsValue)>;

/// How the tab stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Coming,
    Shown,
    Failed,
}

/// The tab 推演 of the open assessment.
pub fn whatif_page(session: Session) -> El {
    el("div", "").child(scenario::bar(session)).child(place(session, Stage::WhatIf))
}

/// The tab 核验.
pub fn audit_page(session: Session) -> El {
    place(session, Stage::Audit)
}

/// Which of the tabs of the module it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    WhatIf,
    Audit,
}

/// Where the tab comes, and what is said until then.
fn place(session: Session, stage: Stage) -> El {
    let lang = session.lang.get_untracked();
    let standing = watched(Standing::Coming);
    let host = el("div", "");
    let place = Rc::new(Place {
        session,
        stage,
        host: host.node(),
        tell: tell(session, &standing),
        standing: Rc::clone(&standing),
        handed: RefCell::default(),
    });
    let again = Rc::clone(&place);
    let failed = move || {
        let again = Rc::clone(&again);
        let retry = button("button", t(page::TRY_AGAIN, lang), move || again.open());
        let said = match stage {
            Stage::WhatIf => page::DESK_NOT_STARTED,
            Stage::Audit => page::AUDIT_NOT_STARTED,
        };
        vec![el("p", "").text(t(said, lang)), retry]
    };
    let coming = Rc::clone(&standing);
    let hint = el("p", "share__hint")
        .flag("hidden", live(move || coming.get() != Standing::Coming))
        .text(t(page::COMING, lang));
    let broken = live(move || standing.get() == Standing::Failed);
    let notice = el("div", "whatif__failed").attr("role", "alert").when(broken, failed);
    let kept = follow(move || match stage {
        Stage::WhatIf => place.follow(),
        Stage::Audit => place.open(),
    });
    el("div", "").child(hint).child(notice).child(host).keep(kept)
}

/// Where the tab is drawn, and what it was handed.
struct Place {
    session: Session,
    stage: Stage,
    host: Element,
    tell: Tell,
    standing: Rc<Watched<Standing>>,
    /// The assessment and the tool as it knows them; empty before it was opened.
    handed: RefCell<(String, String)>,
}

impl Place {
    /// Hands over what has changed since it was handed over last.
    fn follow(self: &Rc<Place>) {
        let project = self.session.project_text();
        let tool = self.session.route.with(|route| match route {
            Route::WhatIf(tool) => Some(tool.clone()),
            _ => None,
        });
        // The tab is about to go.
        let Some(tool) = tool else { return };
        let before = self.handed.replace((project.clone(), tool.clone()));
        if before.0.is_empty() {
            return self.open();
        }
        if before.0 != project {
            speak("update", project);
        }
        if before.1 != tool {
            speak("show", tool);
        }
    }

    /// Opens the tab on the assessment as it is now.
    fn open(self: &Rc<Place>) {
        self.standing.set_changed(Standing::Coming);
        let place = Rc::clone(self);
        browser::module(
            DESK,
            Box::new(move |desk| {
                let opened = desk.and_then(|desk| desk.call("open", &place.given()).ok());
                if opened.is_none() {
                    place.standing.set_changed(Standing::Failed);
                }
            }),
        );
    }

    /// Where to draw, whom to tell, and what the module is to open with what.
    fn given(&self) -> Vec<JsValue> {
        let (session, (project, tool)) = (self.session, self.handed.borrow().clone());
        let lang = JsValue::from(session.lang.get_untracked().tag());
        let mut given: Vec<JsValue> = vec![self.host.clone().into(), self.tell.as_ref().clone()];
        given.extend(match self.stage {
            Stage::WhatIf => {
                let key = session.open.get_untracked().into();
                vec!["open".into(), session.rubric_text(), project.into(), lang, tool.into(), key]
            }
            Stage::Audit => {
                let kept = browser::read_tab(KEPT).unwrap_or_default();
                vec!["audit".into(), kept.into(), lang]
            }
        });
        given
    }
}

/// What came to 核验, as the tab of the browser keeps it.
const KEPT: &str = "jiheng.audit";

impl Drop for Place {
    fn drop(&mut self) {
        // A tab that was never opened needs no closing.
        let desk = browser::loaded(DESK);
        let _ = desk.map(|desk| desk.call("close", &[self.host.clone().into()]));
    }
}

fn speak(what: &str, text: String) {
    let say = |desk: Module| desk.call("speak", &[what.into(), text.into()]);
    let _ = browser::loaded(DESK).map(say);
}

/// What only the page can do: copy, and everything that changes what is stored.
fn tell(session: Session, standing: &Rc<Watched<Standing>>) -> Tell {
    let standing = Rc::clone(standing);
    let unkept = Cell::new(false);
    Closure::new(move |what: String, one: JsValue, two: JsValue| {
        let [one, two] = [one, two].map(|text| text.as_string().unwrap_or_default());
        match what.as_str() {
            "shown" => standing.set_changed(Standing::Shown),
            "copy" => copy(session, &one, &two),
            "write" | "anew" => session.write_scenario(&two, what == "anew", &one),
            "begin" => session.try_new(),
            "scenario" if one.is_empty() => session.leave_scenario(),
            "scenario" => session.try_scenario(&one),
            "effort" => session.set_effort(&two, &one),
            "keep" if browser::write_tab(KEPT, &one) => session.dismiss_text(page::AUDIT_UNKEPT),
            // Said once: every change would say it again.
            "keep" | "unkept" if unkept.replace(true) => {}
            "keep" | "unkept" => session.notify(Notice::new(Tone::Warning, page::AUDIT_UNKEPT)),
            "form" => open_form(session, &one, two),
            "print" => browser::print(),
            _ => standing.set_changed(Standing::Failed),
        }
    })
}

/// Opens the form that an audit made of a table, and says what was made of it.
fn open_form(session: Session, project: &str, said: String) {
    session.open_form(project);
    if session.route.with_untracked(|route| *route == Route::Score) {
        session.notify(Notice::new(Tone::Good, page::FORM_OPENED).with("said", said));
    }
}

fn copy(session: Session, html: &str, plain: &str) {
    let answer = move |worked| {
        let notice = match worked {
            true => Notice::new(Tone::Good, page::COPIED_ANSWER),
            false => Notice::new(Tone::Warning, page::NOT_COPIED),
        };
        session.notify(notice);
    };
    browser::copy(html, plain, Box::new(answer));
}
