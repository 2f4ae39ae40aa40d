//! Texts of `whatif::cheapest`.

super::super::texts! {}
