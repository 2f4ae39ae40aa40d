//! 失分去向: from the full score to the total, by group, leaf and adjustment.
