//! The parts that pages are put together from. A part's style is `style/components/<its name>.css`.

pub mod beam;
pub mod difference;
pub mod entry;
pub mod field;
pub mod form;
pub mod group;
pub mod header;
pub mod losses;
pub mod more;
pub mod notices;
pub mod outline;
pub mod project;
pub mod refused;
pub mod row;
pub mod scenario;
pub mod scoreboard;
pub mod sentence;
pub mod subtotal;
