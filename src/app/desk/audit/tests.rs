//! The tab 核验 as the page hears it.
