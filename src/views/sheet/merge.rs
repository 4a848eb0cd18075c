//! Draws rows of one shape together: rows that differ in one part only become one row, which lists that
//! part's alternatives. The points in the rows stay the same: a row holds where at least one alternative
//! of each of its parts holds.

use std::collections::BTreeMap;

use crate::boxes::Bound;

/// A row: of each part, the bounds of which at least one holds.
pub type MergedRow = Vec<Vec<Bound>>;

/// Merges `rows` until no two of them differ in one part only. Rows of a single part stay apart: there,
/// nothing is said twice.
pub fn merge_rows(mut rows: Vec<MergedRow>) -> Vec<MergedRow> {
    while let Some((rest, members)) = largest_family(&rows) {
        let Some((&first, others)) = members.split_first() else { break };
        let mut alternatives: Vec<Bound> =
            members.iter().filter_map(|&at| rows.get(at)).flat_map(|row| differing(row, &rest)).collect();
        alternatives.sort_unstable();
        alternatives.dedup();
        let mut row = rest;
        row.push(alternatives);
        row.sort_unstable();
        if let Some(place) = rows.get_mut(first) {
            *place = row;
        }
        for &at in others.iter().rev() {
            rows.remove(at);
        }
    }
    rows
}

/// Returns the parts that the most rows share all but one of, and the places of these rows, two or more.
fn largest_family(rows: &[MergedRow]) -> Option<(MergedRow, Vec<usize>)> {
    let mut families: BTreeMap<MergedRow, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.len() > 1) {
        for part in 0..row.len() {
            let mut rest = row.clone();
            rest.remove(part);
            families.entry(rest).or_default().push(at);
        }
    }
    let several = families.into_iter().filter(|(_, members)| members.len() > 1);
    several.min_by_key(|(_, members)| (std::cmp::Reverse(members.len()), members.first().copied()))
}

/// Returns the alternatives of the part of `row` that is not in `rest`.
fn differing(row: &MergedRow, rest: &MergedRow) -> Vec<Bound> {
    row.iter().find(|part| !rest.contains(part)).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::boxes::{Bound, Cells, Var};
    use crate::views::sheet::merge::{MergedRow, merge_rows};

    /// A row such as `a0 b1`: of the variable `a` the cell 0, of `b` the cell 1.
    fn row(text: &str) -> MergedRow {
        text.split(' ').map(|part| vec![bound(part)]).collect()
    }

    fn bound(text: &str) -> Bound {
        let mut letters = text.bytes();
        let var = Var(u16::from(letters.next().expect("a variable") - b'a'));
        (var, Cells::one(usize::from(letters.next().expect("a cell") - b'0')))
    }

    /// `rows`, a line each, and what they are merged into.
    fn check(rows: &str, merged: &str) {
        let told = |row: &MergedRow| {
            row.iter()
                .map(|part| part.iter().map(told_bound).collect::<Vec<_>>().join("|"))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let found = merge_rows(rows.split(", ").map(row).collect());
        assert_eq!(found.iter().map(told).collect::<Vec<_>>().join(", "), merged);
    }

    fn told_bound((var, cells): &Bound) -> String {
        let cell = (0..64).find(|cell| Cells::one(*cell) == *cells).expect("one cell");
        format!("{}{cell}", char::from(b'a' + u8::try_from(var.0).expect("a letter")))
    }

    #[test]
    fn rows_that_differ_in_one_part_are_one_row() {
        check("a1 b1, a1 c1", "a1 b1|c1");
        check("a1, b1", "a1, b1");
        check("a1 b1, c1 d1", "a1 b1, c1 d1");
        // Products of alternatives come back.
        check("a1 c1, a1 d1, b1 c1, b1 d1", "a1|b1 c1|d1");
        check("a1 c1, a1 d1, b1 c1", "a1 c1|d1, b1 c1");
        // A part that another row has as well.
        check("a1 b1, a1 c1 d1", "a1 b1, a1 c1 d1");
    }
}
