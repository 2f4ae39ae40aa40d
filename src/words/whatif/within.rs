//! Positions of an input as a condition.

use crate::engine::Rubric;
use crate::whatif::lever::{Lever, Setting};
use crate::words::Lang;
use crate::words::table::say;
use crate::words::table::whatif::lever as text;
use crate::words::whatif::lever::setting;

/// The positions from one to another, where an input has those from `first` to `last`:
/// `不低于10973人`, `在27393人至30437人之间`, `为“有调整并说明”`.
pub fn within(
    rubric: &Rubric,
    lever: &Lever,
    (from, to): (i64, i64),
    (first, last): (i64, i64),
    lang: Lang,
) -> String {
    let (start, end) = (lever.setting(from), lever.setting(to));
    let key = match (&start, from == first, to == last) {
        (_, true, true) if first != last => text::ANY,
        _ if from == to => text::EXACTLY,
        (Setting::Date(_), false, true) => text::NOT_BEFORE,
        (Setting::Date(_), true, false) => text::NOT_AFTER,
        (Setting::Figure(_) | Setting::Points(_) | Setting::Share(_), false, true) => {
            text::AT_LEAST
        }
        (Setting::Figure(_) | Setting::Points(_) | Setting::Share(_), true, false) => text::AT_MOST,
        _ => text::WITHIN,
    };
    let shown = |of| setting(rubric, lever, of, lang);
    say(key, lang, &[("from", &shown(&start)), ("to", &shown(&end))])
}
