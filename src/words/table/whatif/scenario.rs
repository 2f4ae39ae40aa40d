//! Texts of `whatif::scenario`.

super::super::texts! {}
