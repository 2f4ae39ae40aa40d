//! Positions of an input as a condition.

use super::lever::setting;
use super::scored::Scored;
use crate::whatif::lever::{Lever, Setting};
use crate::words::table::say;
use crate::words::table::whatif::lever as text;

/// The positions from one to another, where an input has those from `first` to `last`:
/// `不低于10973人`, `在27393人至30437人之间`, `为“有调整并说明”`.
pub fn within(
    of: Scored<'_>,
    lever: &Lever,
    (from, to): (i64, i64),
    (first, last): (i64, i64),
) -> String {
    let (start, end) = (lever.setting(from), lever.setting(to));
    use Setting::{Date, Figure, Level, Points, Share};
    let key = match (&start, from == first, to == last) {
        (_, true, true) if first != last => text::ANY,
        (Figure(_) | Points(_) | Share(_) | Date(_) | Level { .. }, ..) if from == to => {
            text::EXACTLY
        }
        _ if from == to => text::PLAINLY,
        (Date(_), false, true) => text::NOT_BEFORE,
        (Date(_), true, false) => text::NOT_AFTER,
        (Figure(_) | Points(_) | Share(_), false, true) => text::AT_LEAST,
        (Figure(_) | Points(_) | Share(_), true, false) => text::AT_MOST,
        (Figure(_) | Points(_) | Share(_) | Date(_), ..) => text::WITHIN,
        _ => text::FROM_TO,
    };
    let shown = |one| setting(of, lever, one);
    say(key, of.lang, &[("from", &shown(&start)), ("to", &shown(&end))])
}
