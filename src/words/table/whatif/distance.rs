//! Texts of `whatif::distance`.

super::super::texts! {}
