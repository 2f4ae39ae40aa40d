//! Texts of `whatif::comparison`.

super::super::texts! {}
