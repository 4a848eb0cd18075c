//! Horizontal layout of a layered drawing: an order with few crossings, then places as straight
//! above each other as possible.

/// The number of sweeps over the order, and over the places.
const SWEEPS: usize = 24;

/// An item drawn in one layer.
#[derive(Debug, Clone, Copy)]
pub struct LayoutItem {
    /// Its layer, from the top.
    pub rank: usize,
    /// Its width, including the space around it.
    pub width: f64,
}

/// Items and the lines between them, which go from one layer to the next.
pub struct LayeredGraph<'a> {
    items: &'a [LayoutItem],
    above: Vec<Vec<usize>>,
    below: Vec<Vec<usize>>,
}

/// The direction of a sweep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sweep {
    Down,
    Up,
}

/// Returns the middle of each item; the leftmost edge of all is at 0.
pub fn place_items(items: &[LayoutItem], lines: &[(usize, usize)]) -> Vec<f64> {
    let mut layout = LayeredGraph { items, above: vec![Vec::new(); items.len()], below: vec![Vec::new(); items.len()] };
    for &(from, to) in lines {
        push(&mut layout.below, from, to);
        push(&mut layout.above, to, from);
    }
    let order = layout.order();
    layout.straighten(&order)
}

impl LayeredGraph<'_> {
    /// Returns the items of each layer, from left to right.
    fn order(&self) -> Vec<Vec<usize>> {
        let ranks = self.items.iter().map(|item| item.rank + 1).max().unwrap_or(0);
        let mut order: Vec<Vec<usize>> = vec![Vec::new(); ranks];
        for (at, item) in self.items.iter().enumerate() {
            push(&mut order, item.rank, at);
        }
        let mut places = vec![0.0; self.items.len()];
        for rank in &order {
            spread(rank, &mut places);
        }
        let mut best = (self.crossings(&order), order.clone());
        for sweep in 0..SWEEPS {
            let way = if sweep % 2 == 0 { Sweep::Down } else { Sweep::Up };
            for at in ranks_of(way, ranks) {
                let Some(rank) = order.get_mut(at) else { continue };
                let wanted = |item: usize| self.middle(item, way, &places).unwrap_or_else(|| get(&places, item));
                let mut moved: Vec<(f64, usize)> = rank.iter().map(|&it| (wanted(it), it)).collect();
                moved.sort_by(|(a, _), (b, _)| a.total_cmp(b));
                *rank = moved.into_iter().map(|(_, item)| item).collect();
                spread(rank, &mut places);
            }
            let crossings = self.crossings(&order);
            if crossings < best.0 {
                best = (crossings, order.clone());
            }
        }
        best.1
    }

    fn neighbors(&self, item: usize, way: Sweep) -> &[usize] {
        let of = if way == Sweep::Down { &self.above } else { &self.below };
        of.get(item).map_or(&[], Vec::as_slice)
    }

    /// Returns the middle of the neighbors of `item` in the direction `way`, if it has any.
    fn middle(&self, item: usize, way: Sweep, places: &[f64]) -> Option<f64> {
        let near = self.neighbors(item, way);
        let count = f64::from(u32::try_from(near.len()).unwrap_or(u32::MAX));
        (!near.is_empty()).then(|| near.iter().map(|&it| get(places, it)).sum::<f64>() / count)
    }

    /// Counts the crossings of lines in this order.
    fn crossings(&self, order: &[Vec<usize>]) -> usize {
        let mut number = vec![0; self.items.len()];
        for (at, &item) in order.iter().flat_map(|rank| rank.iter().enumerate()) {
            if let Some(slot) = number.get_mut(item) {
                *slot = at;
            }
        }
        let number = |item: usize| number.get(item).copied().unwrap_or_default();
        let ends = |rank: &Vec<usize>| {
            let each = rank.iter().flat_map(|&from| {
                let mut ends: Vec<usize> = self.neighbors(from, Sweep::Up).iter().map(|&to| number(to)).collect();
                ends.sort_unstable();
                ends
            });
            each.collect::<Vec<usize>>()
        };
        order.iter().map(|rank| inversions(&ends(rank))).sum()
    }

    /// Returns the places of items in this order: each as near to the middle of its neighbors as
    /// the others allow, alternating between those above and those below.
    fn straighten(&self, order: &[Vec<usize>]) -> Vec<f64> {
        let mut places = vec![0.0; self.items.len()];
        for rank in order {
            let none = vec![0.0; rank.len()];
            self.settle(rank, &none, &mut places);
        }
        for sweep in 0..SWEEPS {
            let way = if sweep % 2 == 0 { Sweep::Up } else { Sweep::Down };
            for rank in ranks_of(way, order.len()).filter_map(|it| order.get(it)) {
                let wanted =
                    rank.iter().map(|&item| self.middle(item, way, &places).unwrap_or_else(|| get(&places, item)));
                let wanted: Vec<f64> = wanted.collect();
                self.settle(rank, &wanted, &mut places);
            }
        }
        let edges = self.items.iter().zip(&places).map(|(item, place)| place - item.width / 2.0);
        let left = edges.fold(f64::INFINITY, f64::min);
        places.iter().map(|place| place - left).collect()
    }

    /// Moves the items of one layer as near to the places `wanted` as possible without overlap:
    /// least squares under that condition, by pooling neighbors that collide.
    fn settle(&self, rank: &[usize], wanted: &[f64], places: &mut [f64]) {
        let mut offset = 0.0;
        let mut offsets = Vec::new();
        // Each pool holds the sum of the first places that its items want, and the number of items.
        let mut pools: Vec<(f64, f64)> = Vec::new();
        for (&item, want) in rank.iter().zip(wanted) {
            let half = self.items.get(item).map_or(0.0, |item| item.width / 2.0);
            offset += half;
            offsets.push(offset);
            let (mut sum, mut count) = (want - offset, 1.0);
            offset += half;
            while let Some((last_sum, last_count)) =
                pools.pop_if(|(last_sum, last_count)| *last_sum / *last_count >= sum / count)
            {
                sum += last_sum;
                count += last_count;
            }
            pools.push((sum, count));
        }
        let starts = pools.iter().flat_map(|&(sum, count)| {
            let mut left = count;
            std::iter::from_fn(move || {
                left -= 1.0;
                (left >= 0.0).then_some(sum / count)
            })
        });
        for ((&item, offset), start) in rank.iter().zip(&offsets).zip(starts) {
            put(places, item, start + offset);
        }
    }
}

/// Counts the inverted pairs of numbers with a Fenwick tree (1994).
fn inversions(numbers: &[usize]) -> usize {
    let most = numbers.iter().max().map_or(0, |largest| largest + 1);
    let mut sums = vec![0_usize; most + 1];
    let mut found = 0;
    for (before, &number) in numbers.iter().enumerate() {
        let (mut not_above, mut at) = (0, number + 1);
        while at > 0 {
            not_above += sums.get(at).copied().unwrap_or_default();
            at &= at - 1;
        }
        found += before - not_above;
        let mut at = number + 1;
        while let Some(sum) = sums.get_mut(at) {
            *sum += 1;
            at += at & at.wrapping_neg();
        }
    }
    found
}

fn ranks_of(way: Sweep, count: usize) -> impl Iterator<Item = usize> {
    (0..count).map(move |rank| if way == Sweep::Down { rank } else { count - 1 - rank })
}

/// Spreads the items of a layer evenly between 0 and 1.
fn spread(rank: &[usize], places: &mut [f64]) {
    let number = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    for (at, &item) in rank.iter().enumerate() {
        put(places, item, (number(at) + 0.5) / number(rank.len()));
    }
}

fn get(places: &[f64], at: usize) -> f64 {
    places.get(at).copied().unwrap_or_default()
}

fn put(places: &mut [f64], at: usize, place: f64) {
    if let Some(slot) = places.get_mut(at) {
        *slot = place;
    }
}

fn push(lists: &mut [Vec<usize>], at: usize, item: usize) {
    if let Some(list) = lists.get_mut(at) {
        list.push(item);
    }
}

#[cfg(test)]
mod tests {
    use crate::views::graph::layout::{LayoutItem, inversions, place_items};

    #[test]
    fn crossings_are_counted_and_undone() {
        assert_eq!(
            [inversions(&[]), inversions(&[0, 0, 1, 2]), inversions(&[2, 1, 0]), inversions(&[1, 0, 1, 0])],
            [0, 0, 3, 3]
        );
        let item = |rank| LayoutItem { rank, width: 10.0 };
        let items = [item(0), item(0), item(1), item(1)];
        let found = place_items(&items, &[(0, 3), (1, 2)]);
        let (left, right) = (found[0] - found[1], found[3] - found[2]);
        assert!(left * right > 0.0, "the lines do not cross: {found:?}");
    }
}
