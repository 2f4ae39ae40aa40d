//! Bytes and text in and out: typed figures, project files, share links, tables. No scoring, no prose.
//!
//! - [`typed`]: what people type, made plain for the engine;
//! - [`json`]: the project file, which is also the shape of the autosave;
//! - [`link`]: an assessment inside an address;
//! - [`published`]: a table that somebody else scored, from the clipboard or a file;
//! - [`table`]: a neutral table and how it goes to the clipboard.
//!
//! Everything that reads is total: no bytes make it panic, and what is wrong comes back as fields.

pub mod json;
pub mod link;
pub mod own;
pub mod published;
pub mod table;
pub mod typed;
