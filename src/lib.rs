//! 绩衡 Jiheng scores Chinese fiscal-expenditure performance evaluations (财政支出项目绩效评价、绩效自评)
//! exactly, and shows how every point was won or lost. This page is the map of the code.
//!
//! # Rooms
//!
//! | room | what happens there | what never happens there |
//! |---|---|---|
//! | [`engine`] | a rubric and an assessment become a scorecard | DOM, I/O, clock, float, prose |
//! | [`tree`] | every document in and out: JSON text, trees of values, one list of fields per type | knowing any of the documents |
//! | [`presets`] | the forms, as data: TOML checked and made compact by `build.rs` | code per form |
//! | [`whatif`] | what would change the score: distances, swings, the cheapest way, scenarios | points computed by itself |
//! | [`audit`] | published tables: what contradicts what, which rules their scores point to | reading a clipboard, prose |
//! | [`words`] | traces, problems and results become Chinese and English sentences | arithmetic on points |
//! | [`exchange`] | bytes and text in and out: typed figures, project files, links, tables | scoring, prose |
//! | `contract` | scorecards and problems as plain objects for JavaScript | anything computed |
//! | `app` (feature `page`) | the page: state, pages, parts, charts, the browser's storage and files | rules, rounding |
//! | `js_api` (feature `js`) | the module for portals: own result types, errors with a path | anything the page does differently |
//!
//! Arrows point one way: `app`, `js_api` → `contract` → `words`, `exchange` → `whatif`, `audit` → `presets` → `engine` → `tree`.
//! `tests/tidy.rs` holds them; `cargo check --no-default-features` proves that everything below
//! `app` builds without Leptos.
//!
//! # What happens on a keystroke
//!
//! `app` stores the text as it was typed → [`exchange::typed`] makes a copy with plain figures
//! ("30,437" → "30437"; what it cannot read stays as it is) → [`engine::score`] answers with a
//! [`engine::Scorecard`] → `words` makes the lines → only the rows that differ are drawn anew.
//! The JS API takes the same way, so that page and portal cannot disagree.
//!
//! Where thousands of figures are tried out, [`engine::Trial`] answers with the total alone: the leaf
//! that changed and the sums above it. The oracle test holds it to the totals of `score`.
//!
//! # Invariants
//!
//! - No float and no rounding on the way: figures are read from strings, rules compute with exact
//!   fractions of integers, and `engine::rounding` alone rounds, once per indicator.
//! - `score` is total. It never panics and never gives up on the whole for one bad entry: that
//!   entry becomes a [`engine::Problem`] with fields, its indicator keeps the range from 0 to its
//!   weight.
//! - Every node is accounted for: base + adjustments = score, and
//!   score + deduction − addition = weight, for the lowest and the highest possible points alike.
//! - What a person typed is stored as typed. Nothing is repaired silently, nothing is lost.
//! - An assessment is pinned to the content hash of its rubric. Another edition is offered, never
//!   applied. One whose rubric is no preset, such as an audit makes, carries it wherever it is kept;
//!   the name of a preset is never taken by what is carried.
//! - A scenario is changes on top of a baseline. What is stored, printed and exported as the
//!   assessment is the baseline; scenarios leave by name only.
//! - What a portal set (`jiheng.config.json`) is checked by `config.js` before the page starts; what is wrong
//!   falls back by itself and is told. A rubric from outside is checked whole by the second module, and
//!   opens without errors or not at all.
//! - There is no request to another host, and no inline script or style.
//!
//! # Documents
//!
//! [`engine::Rubric`] and [`engine::Assessment`] are documents ([`tree::Document`]): their shape *is*
//! the TOML of the presets, the JSON of files and links, and the input of the JS API (camelCase,
//! unknown fields refused, every figure a decimal string). One list of fields, next to each type,
//! serves reading and writing alike, and makes the JSON Schema for editors (`jiheng.schema.json`, which
//! `tests/schema.rs` holds current), so that they cannot drift apart; its order is that of the
//! JSON, which decides the content hash of a rubric. serde itself only hands over trees, from TOML
//! and from JavaScript. A [`engine::Scorecard`] is a result and has no shape of its own outside:
//! `contract` converts it.
//!
//! # Where to start
//!
//! - A new rule: copy `engine/rule/proportional.rs` and follow the checklist in
//!   [`engine::rule`]. A new measure: [`engine::measure`].
//! - A new preset: a folder in `src/presets` with `rubric.toml` and `cases.toml`, its slug in
//!   `build.rs`.
//! - A new check of a published table: a code with its parameters in `audit/finding.rs`, the check in a
//!   file of `audit/check`, its three texts in `words/audit/check.rs`, a planted fault in
//!   `tests/audit/faults.rs`. A new column: `audit/reading.rs` and the names it goes by in
//!   `exchange/published/usual.rs`.
//! - A new text: one line in `words/table`; the compiler asks for both languages.
//!
//! # One package, three modules
//!
//! `src/main.rs` is the page. `src/papers.rs` is a second wasm module of the same package: what is
//! read, copied and printed rather than typed, fetched at the first press of a key or pointer
//! (`app::papers`). `src/desk.rs` is a third, the tabs 推演 and 核验, fetched when one is opened: it runs in a
//! worker (`desk-worker.js`) and tells the page (`desk.js`) what to show, change by change
//! (`app::desk`), so that the page goes on typing however long an answer takes. Whoever only wants to
//! score waits for the first alone, and for the one form that is opened: rubrics and examples are files,
//! fetched when they are needed (`app::state::coming`). The package becomes a workspace when someone wants the engine
//! alone as a crate.
//!
//! # In the page of somebody else
//!
//! `embed.js` is the host's side: the element `<jiheng-calculator>`, a frame with attributes, properties and
//! events. `frame.js`, fetched in frames only, is ours: it hears the window around if its origin is our own or
//! listed in `jiheng.config.json`, and tells `app::hosted` what to open. Both speak `jiheng:1`; an origin is
//! never taken from an address. What leaves is the assessment as it is kept and the scorecard of `contract`.

#[cfg(feature = "page")]
pub mod app;
pub mod audit;
#[cfg(any(feature = "page", feature = "js"))]
pub mod contract;
pub mod engine;
pub mod exchange;
#[cfg(feature = "js")]
pub mod js_api;
pub mod presets;
pub mod tree;
pub mod whatif;
pub mod words;
