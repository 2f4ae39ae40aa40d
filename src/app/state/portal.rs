//! What the portal set for its copy of the page, in `jiheng.config.json` beside it. `config.js` has
//! checked it when the page starts; here it is only read.

use super::{Notice, Session, Tone};
use crate::app::browser;
use crate::engine::Label;
use crate::presets::{self, Preset};
use crate::tree::{self, document};
use crate::words::Lang;
use crate::words::table::page as text;
use crate::words::table::t;

/// What was set; nothing where it was not.
#[derive(Debug, Default)]
pub struct Portal {
    /// Ids of the presets that are offered, in this order; all where there are none.
    presets: Vec<String>,
    /// Files of the portal's own rubrics, as addresses relative to the page.
    pub rubrics: Vec<String>,
    /// The language where the user chose none.
    pub lang: String,
    title: Label,
    /// A picture in place of the mark, as an address relative to the page.
    pub logo: String,
    /// The way back to the portal.
    pub home: Option<Home>,
    /// What is wrong with the file, for its author: a line for each fault.
    faults: Label,
}

document! {
    lenient Portal: default { presets, rubrics, lang, title, logo, home, faults }
}

/// The way back to the portal.
#[derive(Debug)]
pub struct Home {
    /// Its address.
    pub href: String,
    /// What it is called.
    pub text: Label,
}

document! { Home { href, text } }

impl Portal {
    /// What start.js hands over.
    pub(super) fn read() -> Portal {
        let given = browser::settings();
        given.and_then(|text| tree::parse(&text).ok()?.document().ok()).unwrap_or_default()
    }

    /// The presets that are offered.
    pub fn presets(&self) -> Vec<&'static Preset> {
        match self.presets.is_empty() {
            true => presets::LIST.iter().collect(),
            false => self.presets.iter().filter_map(|id| presets::find(id)).collect(),
        }
    }

    /// The name of the page.
    pub fn title(&self, lang: Lang) -> &str {
        match lang.of(&self.title) {
            "" => t(text::BRAND, lang),
            title => title,
        }
    }
}

impl Session {
    /// Tells the author of the settings what is wrong with them.
    pub(crate) fn tell_of_faults(&self) {
        let faults = &self.portal.faults;
        // Those who read a portal's page cannot mend it; its author opens this one by itself.
        if !faults.zh.is_empty() && !browser::framed() {
            let notice = Notice::new(Tone::Warning, text::CONFIG_FAULTS);
            self.notify(notice.with_label("faults", faults.clone()));
        }
    }
}
