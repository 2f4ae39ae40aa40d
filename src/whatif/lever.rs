//! 可变项: the inputs of an assessment, each with the positions that it could take.
