//! The items of the drawing, layer by layer, and their vertical layout.

use std::collections::BTreeMap;

use crate::views::graph::layout::LayoutItem;
use crate::views::graph::measure::{width, wrap, wrap_short};
use crate::views::graph::nodes::{End, Graph, GraphNode, Leaf};
use crate::views::graph::picture::shapes::{
    COLUMN, Chip, DOT, Dot, LEAST, LINE, LineShape, PAD, Picture, PictureRow, SMALL, TEXT,
};
use crate::views::graph::words::leaf_text;
use crate::words::Words;

const MARGIN: f64 = 24.0;
const GUTTER: f64 = 40.0;
const ANSWER: f64 = 140.0;
const GAP: f64 = 14.0;

/// What an item of the layout is.
enum What {
    Start(Chip),
    Asks(usize),
    Answer(Chip),
    Through,
}

/// What a layer of items is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layer {
    Starts,
    Asks,
    Answers,
}

/// The drawing in layers, before its items have places.
pub struct Plan<'a> {
    graph: &'a Graph<'a>,
    /// The rows, by the first node of each.
    rows: Vec<&'a GraphNode>,
    layers: Vec<(usize, Layer)>,
    /// The items of all layers.
    pub items: Vec<LayoutItem>,
    what: Vec<What>,
    /// The lines between items.
    pub lines: Vec<(usize, usize)>,
    /// The item that leads to a node, by node and layer.
    on_the_way: BTreeMap<(usize, usize), usize>,
}

impl<'a> Plan<'a> {
    /// Plans the drawing of `graph`.
    pub fn from_graph(graph: &'a Graph<'a>, words: &Words) -> Self {
        let mut rows: Vec<&GraphNode> = Vec::new();
        for node in &graph.nodes {
            if rows.last().is_none_or(|row| row.var != node.var) {
                rows.push(node);
            }
        }
        let mut plan = Self {
            graph,
            layers: Vec::new(),
            items: Vec::new(),
            what: Vec::new(),
            lines: Vec::new(),
            on_the_way: BTreeMap::new(),
            rows,
        };
        plan.layers();
        plan.nodes();
        plan.starts();
        plan.answers(words);
        plan
    }

    fn row_of(&self, node: usize) -> usize {
        let var = self.graph.nodes.get(node).map(|it| it.var);
        self.rows.iter().position(|row| Some(row.var) == var).unwrap_or_default()
    }

    fn layers(&mut self) {
        let starts = self.graph.roots.iter().filter_map(|root| match root.to {
            End::Node(at) => Some(self.row_of(at)),
            End::Leaf(_) => None,
        });
        let starts: Vec<usize> = starts.collect();
        for row in 0..self.rows.len() {
            if starts.contains(&row) {
                self.layers.push((row, Layer::Starts));
            }
            self.layers.extend([(row, Layer::Asks), (row, Layer::Answers)]);
        }
    }

    fn layer(&self, row: usize, layer: Layer) -> usize {
        self.layers.iter().position(|known| *known == (row, layer)).unwrap_or_default()
    }

    fn add(&mut self, rank: usize, width: f64, what: What) -> usize {
        self.items.push(LayoutItem { rank, width });
        self.what.push(what);
        self.items.len() - 1
    }

    fn nodes(&mut self) {
        for at in 0..self.graph.nodes.len() {
            let rank = self.layer(self.row_of(at), Layer::Asks);
            let item = self.add(rank, 2.0 * DOT + GAP, What::Asks(at));
            self.on_the_way.insert((at, rank), item);
        }
    }

    fn starts(&mut self) {
        let mut by_node: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for root in &self.graph.roots {
            if let End::Node(at) = root.to {
                by_node.entry(at).or_default().push(&root.id);
            }
        }
        for (at, ids) in by_node {
            let rank = self.layer(self.row_of(at), Layer::Starts);
            let title = ids.join(", ");
            let chip = chip(wrap(&title, SMALL, ANSWER), None, true, title);
            let item = self.add(rank, chip.size.0 + GAP, What::Start(chip));
            self.lead(item, rank, at);
        }
    }

    fn answers(&mut self, words: &Words) {
        for (at, node) in self.graph.nodes.iter().enumerate() {
            let rank = self.layer(self.row_of(at), Layer::Answers);
            for way in &node.ways {
                let result =
                    if let End::Leaf(result) = way.to { Some((result, leaf_text(result, words))) } else { None };
                let text = wrap_short(&way.label, SMALL, ANSWER, 12);
                let chip = chip(text, result, false, way.label.clone());
                let item = self.add(rank, chip.size.0 + GAP, What::Answer(chip));
                if let Some(&from) = self.on_the_way.get(&(at, rank - 1)) {
                    self.lines.push((from, item));
                }
                if let End::Node(to) = way.to {
                    self.lead(item, rank, to);
                }
            }
        }
    }

    /// Extends a line from `item` in layer `rank` to the node `to`. Lines to the same node merge.
    fn lead(&mut self, item: usize, rank: usize, to: usize) {
        let end = self.layer(self.row_of(to), Layer::Asks);
        let mut from = item;
        for rank in rank + 1..=end {
            if let Some(&known) = self.on_the_way.get(&(to, rank)) {
                self.lines.push((from, known));
                return;
            }
            let next = self.add(rank, GAP, What::Through);
            self.on_the_way.insert((to, rank), next);
            self.lines.push((from, next));
            from = next;
        }
    }
}

/// Creates a chip as large as its text and its result need: the result goes after a short text, and
/// below a longer one.
fn chip(text: Vec<String>, leaf: Option<(Leaf, String)>, starts: bool, title: String) -> Chip {
    let widest = text.iter().map(|it| width(it, SMALL)).fold(0.0, f64::max);
    let own = leaf.as_ref().map_or(0.0, |(_, result)| width(result, SMALL) + 2.0 * PAD);
    let below = leaf.is_some() && (text.len() > 1 || widest + own > ANSWER);
    let lines = f64::from(u32::try_from(text.len()).unwrap_or(1));
    let size = if below {
        ((widest + 2.0 * PAD).max(own + 4.0), lines * LINE + LINE + 12.0)
    } else {
        (widest + 2.0 * PAD + own, lines * LINE + 7.0)
    };
    Chip { at: (0.0, 0.0), size, text, leaf, below, starts, title }
}

impl Plan<'_> {
    /// Draws the plan, with the middle of each item from `middles`.
    pub fn draw(self, middles: &[f64], head: f64) -> Picture {
        let heights = self.heights();
        let (rows, tops) = self.rows_and_tops(&heights, middles, head);
        let left = MARGIN + COLUMN + GUTTER;
        let at = |item: usize| left + middles.get(item).copied().unwrap_or_default();
        let rank = |item: usize| self.items.get(item).map_or(0, |it| it.rank);
        let top = |item: usize| tops.get(rank(item)).copied().unwrap_or_default();
        let bottom = |item: usize| top(item) + heights.get(rank(item)).copied().unwrap_or_default();
        let own_bottom = |item: usize| match self.what.get(item) {
            Some(What::Answer(chip) | What::Start(chip)) => top(item) + chip.size.1,
            _ => bottom(item),
        };
        let through = |item: &usize| matches!(self.what.get(*item), Some(What::Through));
        let mut lines: Vec<LineShape> = self
            .lines
            .iter()
            .map(|&(from, to)| LineShape {
                from: (at(from), own_bottom(from)),
                turns: (bottom(from), top(to)),
                to: (at(to), top(to)),
            })
            .collect();
        lines.extend((0..self.items.len()).filter(through).map(|item| LineShape {
            from: (at(item), top(item)),
            turns: (bottom(item), bottom(item)),
            to: (at(item), bottom(item)),
        }));
        let right =
            self.items.iter().enumerate().map(|(item, shape)| at(item) + shape.width / 2.0).fold(left, f64::max);
        let foot = rows.last().map_or(head, |row| row.top + row.height);
        let mut picture =
            Picture { size: ((right + MARGIN).max(LEAST), foot + MARGIN), rows, lines, ..Picture::default() };
        let spots: Vec<(f64, f64)> = (0..self.items.len()).map(|item| (at(item), top(item))).collect();
        for (what, spot) in self.what.into_iter().zip(spots) {
            match what {
                What::Asks(node) => picture.dots.extend(self.graph.nodes.get(node).map(|it| dot(it, spot))),
                What::Start(chip) | What::Answer(chip) => {
                    picture.chips.push(Chip { at: (spot.0 - chip.size.0 / 2.0, spot.1), ..chip });
                }
                What::Through => {}
            }
        }
        picture
    }

    fn heights(&self) -> Vec<f64> {
        let mut heights = vec![0.0_f64; self.layers.len()];
        for (item, what) in self.items.iter().zip(&self.what) {
            let own = match what {
                What::Start(chip) | What::Answer(chip) => chip.size.1,
                What::Asks(_) => 2.0 * DOT,
                What::Through => 0.0,
            };
            if let Some(height) = heights.get_mut(item.rank) {
                *height = height.max(own);
            }
        }
        heights
    }

    /// Returns the rows, and where each layer begins.
    fn rows_and_tops(&self, heights: &[f64], middles: &[f64], head: f64) -> (Vec<PictureRow>, Vec<f64>) {
        let gaps = self.gaps(middles);
        let (mut rows, mut tops): (Vec<PictureRow>, Vec<f64>) = (Vec::new(), Vec::new());
        let mut y = head;
        for ((&(row, layer), height), gap) in self.layers.iter().zip(heights).zip(&gaps) {
            if rows.len() <= row {
                rows.push(PictureRow { top: y, ..self.row(row) });
                y += 10.0;
            }
            tops.push(y);
            y += height;
            if layer != Layer::Answers {
                y += gap;
                continue;
            }
            if let Some(last) = rows.last_mut() {
                let lines =
                    f64::from(u32::try_from(last.ask.len() + last.tick.len() + usize::from(last.point)).unwrap_or(1));
                last.height = (y - last.top + gap / 2.0).max(lines * LINE + 18.0);
                y = (last.top + last.height).max(y + gap / 2.0 - 10.0);
                last.height = y - last.top;
            }
        }
        (rows, tops)
    }

    /// Returns the space below each layer: more where lines go far across.
    fn gaps(&self, middles: &[f64]) -> Vec<f64> {
        let mut far = vec![0.0_f64; self.layers.len()];
        for &(from, to) in &self.lines {
            let place = |item: usize| middles.get(item).copied().unwrap_or_default();
            if let Some(far) = self.items.get(from).and_then(|it| far.get_mut(it.rank)) {
                *far = far.max((place(from) - place(to)).abs());
            }
        }
        let gap = |(far, layer): (&f64, &(usize, Layer))| {
            let least = if layer.1 == Layer::Answers { 26.0 } else { 14.0 };
            (least + far * 0.05).min(70.0)
        };
        far.iter().zip(&self.layers).map(gap).collect()
    }

    fn row(&self, at: usize) -> PictureRow {
        let Some(node) = self.rows.get(at) else { return PictureRow::default() };
        let before = at.checked_sub(1).and_then(|it| self.rows.get(it));
        let again = node.tick.is_some() && before.is_some_and(|before| before.ask == node.ask && before.tick.is_some());
        let room = COLUMN - 24.0;
        PictureRow {
            left: MARGIN + 12.0,
            ask: if again { Vec::new() } else { wrap(&node.ask, TEXT, room) },
            tick: node.tick.as_ref().map_or_else(Vec::new, |tick| wrap(tick, TEXT, room - 14.0)),
            point: node.point,
            ..PictureRow::default()
        }
    }
}

fn dot(node: &GraphNode, spot: (f64, f64)) -> Dot {
    let tick = node.tick.as_ref().map_or_else(String::new, |it| format!(" {it}"));
    Dot { at: (spot.0, spot.1 + DOT), point: node.point, title: format!("{}{tick}", node.ask) }
}
