//! Texts of `whatif::range`.

super::super::texts! {}
