use super::*;
use crate::audit::{Column, PublishedTable};

fn tables(input: Input<'_>) -> Vec<PublishedTable> {
    read(input).unwrap().iter().map(Draft::table).collect()
}
