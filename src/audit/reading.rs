//! How a published table was read: what its columns are, what was assumed on the way, and why
//! something is no table at all. `exchange::published` reads, `words` tells.

/// What a column of a published table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// Names of the first level.
    Level1,
    /// Names of the second level.
    Level2,
    /// Names of the indicators.
    Level3,
    /// 分值 of the first level.
    Weight1,
    /// 分值 of the second level.
    Weight2,
    /// 分值 of the indicator.
    Weight,
    /// 目标值.
    Target,
    /// 实际完成值.
    Actual,
    /// 完成率.
    Completion,
    /// 得分率.
    ScoreRate,
    /// 扣分.
    Deduction,
    /// 得分 of the first level.
    Score1,
    /// 得分 of the second level.
    Score2,
    /// 得分 of the indicator.
    Score,
    /// 扣分原因.
    Reason,
    /// 评分标准.
    Rule,
    /// Nothing that is audited.
    Ignored,
}

impl Column {
    /// All of them, in the order in which a list offers them.
    pub const ALL: [Column; 17] = [
        Column::Level1,
        Column::Level2,
        Column::Level3,
        Column::Weight1,
        Column::Weight2,
        Column::Weight,
        Column::Target,
        Column::Actual,
        Column::Completion,
        Column::ScoreRate,
        Column::Deduction,
        Column::Score1,
        Column::Score2,
        Column::Score,
        Column::Reason,
        Column::Rule,
        Column::Ignored,
    ];

    /// 1 to 3 for a column of names.
    pub fn level(self) -> Option<usize> {
        [Column::Level1, Column::Level2, Column::Level3]
            .iter()
            .position(|level| *level == self)
            .map(|at| at + 1)
    }
}

/// What a column was recognised by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Its head is a usual name.
    Name,
    /// Its head holds a usual name.
    Likeness,
    /// Its head and what stands beside it.
    Place,
    /// Its cells; it has no head.
    Content,
    /// A person said so.
    Hand,
    /// It was not recognised.
    Unknown,
}

/// Something that was taken to be so while a table was read.
///
/// `rows` are numbers in [`super::PublishedTable::rows`], `lines` those of the table that was
/// handed over; both count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// A column was recognised otherwise than by a usual name.
    Recognised {
        /// Its head.
        head: String,
        /// What it is taken for.
        column: Column,
        /// What by.
        how: How,
    },
    /// Another column is read for the same thing, this one is left out.
    LeftOut {
        /// The head of the one left out.
        head: String,
        /// What both would be.
        column: Column,
        /// The head of the one that is read.
        kept: String,
    },
    /// The indicators stood side by side; lines and columns were exchanged.
    Transposed,
    /// Lines in which the heads are repeated were dropped.
    HeadRepeated {
        /// Those.
        lines: Vec<usize>,
    },
    /// Pieces that follow each other were read as one table.
    Joined {
        /// How many.
        pieces: usize,
    },
    /// Empty cells of names were filled with the name above.
    FilledDown {
        /// 1 to 3.
        level: usize,
        /// Those.
        rows: Vec<usize>,
    },
    /// A number behind a name was read as its weight: 决策（20）.
    WeightInName {
        /// The names without it.
        names: Vec<String>,
    },
    /// A line was read as the subtotal of a group.
    Subtotal {
        /// Names from the first level down to the group.
        path: Vec<String>,
        /// That.
        line: usize,
    },
    /// A sum among the indicators that is not that of one group was left out.
    SumLeftOut {
        /// That.
        line: usize,
    },
    /// A line was read as a heading of those below it.
    Heading {
        /// Its name.
        name: String,
        /// That.
        line: usize,
    },
    /// Figures of the line of the total do not stand below the heads; they were read in order.
    TotalByOrder {
        /// That.
        line: usize,
    },
    /// A score that spans rows was read as theirs together.
    Block {
        /// Those.
        rows: Vec<usize>,
        /// As printed.
        score: String,
    },
    /// A weight that spans rows with scores of their own was left out.
    SharedWeight {
        /// Those.
        rows: Vec<usize>,
        /// As printed.
        weight: String,
    },
    /// Lines with names and no figure were left out.
    Empty {
        /// Those.
        lines: Vec<usize>,
    },
    /// Lines that go on with the row before them were added to it.
    Continued {
        /// The rows.
        rows: Vec<usize>,
    },
    /// The total or the grade was found outside the table.
    OutsideTable {
        /// The line of text.
        text: String,
    },
    /// A line of text was read as the title.
    Title {
        /// That.
        text: String,
    },
}

/// Why nothing can be audited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// More than is read.
    TooLarge {
        /// Bytes.
        bytes: usize,
        /// Bytes at most.
        limit: usize,
    },
    /// More cells than are read.
    TooManyCells {
        /// Cells at most.
        limit: usize,
    },
    /// No text: control characters, or bytes in no known encoding.
    Binary,
    /// Nothing but spaces.
    Empty,
    /// Text without a table.
    NoTable,
    /// Tables, none of them with names, and weights or scores.
    NoScoreColumn {
        /// The heads of the first table.
        heads: Vec<String>,
    },
    /// A list of several projects with the score or the grade of each: no table of indicators.
    ProjectList,
    /// Tables, the first of them without heads.
    NoHeads,
}
