//! `whatif` 推演: from a score to what would change it. Pure, on the engine.
//!
//! Every answer is found by the structure of the rules and proved by scoring, with
//! [`crate::engine::Trial`]: nothing here computes points by itself. An answer is a plain value;
//! `words` says it, `app::desk` draws it, `js_api` converts it.
//!
//! | question | file |
//! |---|---|
//! | what if these were so (推演方案) | `scenario` |
//! | which inputs there are, and what each could be | `lever` |
//! | which of them the questions are about | `offered` |
//! | which rates and points a row has at a position | `rated` |
//! | which position meets a goal | `search` |
//! | how far to a grade, up or down (差距) | `distance` |
//! | what reaches it with least (最省力) | `cheapest` |
//! | where the points went (失分去向) | `losses` |
//! | what moves the total most (敏感性) | `swing` |
//! | what is still open (可能范围) | `range` |
//! | two inputs at once (双因素) | `grid` |
//! | does it hang on a weight (权重) | `weights` |
//! | the same entries under another form (换体系) | `comparison` |

pub mod cheapest;
pub mod comparison;
pub mod distance;
pub mod grid;
pub mod lever;
pub mod losses;
pub mod offered;
pub mod range;
pub mod rated;
pub mod scenario;
pub mod search;
pub mod swing;
pub mod weights;
