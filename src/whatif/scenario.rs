//! 推演方案: named changes on top of a baseline, found and applied field by field.
