//! Texts of `whatif::lever`.

super::super::texts! {
}
