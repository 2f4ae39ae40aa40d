//! Texts of `whatif::grid`.

super::super::texts! {}
