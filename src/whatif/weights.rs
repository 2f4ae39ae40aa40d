//! 权重: which weights an indicator may have before the grade changes.
