//! 核验: a published table is recomputed, and everything in it that contradicts itself is found.
//!
//! A table is handed over as it was printed ([`PublishedTable`]). A printed figure stands for an
//! interval ([`Interval`]), another one for each way of rounding ([`Readings`]): what no way of
//! rounding allows is an error. What is a matter of meaning is a warning or a note. `words` makes
//! the sentences.

pub mod block;
mod check;
mod finding;
mod form;
mod interval;
mod printed;
mod reading;
pub mod recovery;
mod report;
mod sheet;
mod table;

pub use finding::{Check, Consequence, Field, Finding, Place};
pub use form::{Form, Refusal, form};
pub use interval::{Interval, Readings};
pub(crate) use printed::plain;
pub use printed::{Printed, Relation};
pub use reading::{Assumption, Column, Flaw, How};
pub use report::{Change, Grades, Recomputed, Report, Verdict, audit};
pub use sheet::{Branch, Line, Sheet, unread};
pub use table::{Band, Block, Budget, Group, Part, PublishedTable, Row};
