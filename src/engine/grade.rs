//! 评价等级: which grade a total earns, and which it may still earn.

use super::number::Figure;
use super::rubric::Label;
#[cfg(not(target_arch = "wasm32"))]
use crate::tree::shape::Shapes;
use crate::tree::{Document, Reader, Tree, Writer, document};

/// Grades from the best down, each with its lower bound included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeScale(pub Vec<Grade>);

impl Document for GradeScale {
    fn read(tree: Tree, reader: &mut Reader) -> GradeScale {
        GradeScale(Document::read(tree, reader))
    }

    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        <Vec<Grade>>::shape(shapes)
    }
}

/// One grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// 优, 良, 中, 差.
    pub name: Label,
    /// Fewest points that earn it, 分.
    pub min: Figure,
}

document! { Grade { name, min } }

impl GradeScale {
    /// Position of the grade that `total` earns, 0 for the best; the last for what is below all.
    pub fn position(&self, total: Figure) -> usize {
        let earned = self.0.iter().position(|grade| total >= grade.min);
        earned.unwrap_or(self.0.len().saturating_sub(1))
    }

    /// The grade that `total` earns; none on an empty scale.
    pub fn grade(&self, total: Figure) -> Option<&Grade> {
        self.0.get(self.position(total))
    }
}

/// The grade of a scorecard. Positions count from the best grade, 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GradeOutcome {
    /// The best grade that is still possible.
    pub best: usize,
    /// The grade that is certain: at least this one.
    pub certain: usize,
}

impl GradeOutcome {
    /// The one grade, once it is settled.
    pub fn settled(self) -> Option<usize> {
        (self.best == self.certain).then_some(self.certain)
    }
}
