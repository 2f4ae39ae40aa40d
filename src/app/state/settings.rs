//! What the user set for all assessments: language, theme, large print.

use super::Session;
use crate::app::browser;
use crate::tree::{self, document};
use crate::words::Lang;

const KEY: &str = "jiheng.settings";

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// 浅色.
    Light,
    /// 深色.
    Dark,
}

document! { enum Theme { Auto, Light, Dark } }

impl Theme {
    /// A theme by its name: `auto`, `light`, `dark`.
    pub fn parse(name: &str) -> Option<Theme> {
        [Theme::Auto, Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == name)
    }

    /// The value of `data-theme`; empty for the system's.
    pub fn attribute(self) -> &'static str {
        match self {
            Theme::Auto => "",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// What is kept; a shape that can't be read is the default again.
#[derive(Default)]
struct Settings {
    lang: String,
    theme: Theme,
    large_print: bool,
}

document! { lenient Settings: default { lang, theme, large_print } }

impl Session {
    /// Reads what was set before; the language of the portal, or of the browser,
    /// where nothing was.
    pub(super) fn load_settings(&self) {
        let kept = browser::read(KEY).and_then(|text| tree::parse(&text).ok()?.document().ok());
        let settings: Settings = kept.unwrap_or_default();
        let asked = browser::asked("lang").unwrap_or_default();
        self.chose_lang.set(Lang::parse(&settings.lang).is_some());
        let given = [&asked, &settings.lang, &self.portal.lang];
        let given = given.into_iter().find_map(|lang| Lang::parse(lang));
        let lang = given.or_else(|| Lang::parse(&browser::system_lang()));
        self.lang.set(lang.unwrap_or_default());
        let theme = browser::asked("theme").and_then(|theme| Theme::parse(&theme));
        self.theme.set(theme.unwrap_or(settings.theme));
        self.large_print.set(settings.large_print);
    }

    /// Puts the settings on `<html>` and keeps them; runs whenever one changes.
    pub(crate) fn apply_settings(&self) {
        let (lang, theme) = (self.lang.get(), self.theme.get());
        let large_print = self.large_print.get();
        browser::set_root("lang", lang.tag());
        browser::set_root("data-theme", theme.attribute());
        browser::set_root("data-print", if large_print { "large" } else { "" });
        if browser::asked("embed").is_some() {
            // The page around says how this one looks; what was set elsewhere stays.
            return;
        }
        let lang = if self.chose_lang.get() { lang.tag().to_owned() } else { String::new() };
        let settings = Settings { lang, theme, large_print };
        // Settings that can't be kept are not worth a notice: they hold until the page closes.
        let _ = browser::write(KEY, &tree::json(&settings));
    }

    /// Switches to the other language. The view is built anew; what had the focus has it again,
    /// and the page stands where it stood.
    pub fn switch_language(&self) {
        let focused = browser::active_element().map(|element| element.id()).unwrap_or_default();
        let place = browser::scrolled();
        self.chose_lang.set(true);
        self.lang.set(self.lang.get_untracked().other());
        leptos::task::spawn_local(async move {
            browser::focus(&focused);
            browser::scroll_to(place);
        });
    }
}
