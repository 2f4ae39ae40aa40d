//! Texts of `whatif::weights`.

super::super::texts! {}
