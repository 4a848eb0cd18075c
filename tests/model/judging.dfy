// A model of how `obligato` judges, with proofs that Dafny checks: `tests/model/prove` runs it.
//
// The program knows nothing of the law when it judges. It has variables with a few cells each (what can be
// answered), conditions over them (what a rule says), and a box: the cells that each variable may still
// have by what was answered. This file says what that means, in a few definitions, and proves:
//
//   UnknownNeverRulesOut       "yes" and "no" are said only if every way of filling in the unknowns agrees
//   MoreKnowledgeKeepsResults  what is settled stays settled, whatever is answered next
//   JudgingIsExact             with all prime boxes it is settled as soon as every completion agrees
//   PrimesCoverTheirRule       every box inside a rule lies inside one of its prime boxes
//   PrimesCanBeListed          there are finitely many of them
//   OneCellTellsPrimes         a box is prime if no single cell can be added, so that it can be tested
//   OrderIsIrrelevant          the same answers in any order give the same knowledge, so the same result
//   NotKnowingAddsNothing      "don't know" is the same as not asked
//   SqlIsExact                 a rule as the OR of its prime boxes is TRUE, FALSE or NULL in SQL exactly if
//                              the judgement is yes, no or open
//   SqlOfTheNegation           and the prime boxes of its negation are TRUE exactly if it is no
//   TheModelRuns               what is run in comparisons with the program is what is proven here
//
// A `lemma` is a theorem: what follows `ensures` is proven from what follows `requires`, for all values of
// its parameters. A `function method` or `predicate method` can be run as well.

// ---------------------------------------------------------------------------------------------------------
// What is judged
// ---------------------------------------------------------------------------------------------------------

// How many cells each variable has: two for a yes-no question, one for each option, and so on.
type Space = seq<nat>

// One cell for each variable: everything is known.
type Point = seq<nat>

// For each variable the cells it may have. Knowledge is a box, and so is a part of a rule.
type Box = seq<set<nat>>

// What a rule says, as packs write it.
datatype Condition =
  | All(parts: seq<Condition>)
  | Any(parts: seq<Condition>)
  | Not(part: Condition)
  | In(variable: nat, cells: set<nat>)

// Whether a condition holds once everything is known.
predicate method Holds(rule: Condition, point: Point)
{
  match rule
  case All(parts) => forall i | 0 <= i < |parts| :: Holds(parts[i], point)
  case Any(parts) => exists i | 0 <= i < |parts| :: Holds(parts[i], point)
  case Not(part) => !Holds(part, point)
  case In(variable, cells) => variable < |point| && point[variable] in cells
}

// A box leaves each variable some cell: answers that contradict each other are not knowledge.
predicate method IsBox(space: Space, box: Box)
{
  |box| == |space|
  && forall i | 0 <= i < |box| :: box[i] != {} && forall cell | cell in box[i] :: cell < space[i]
}

// A way of filling in what is unknown.
predicate method Completes(point: Point, box: Box)
{
  |point| == |box| && forall i | 0 <= i < |box| :: point[i] in box[i]
}

// Whether `smaller` knows at least what `larger` knows.
predicate method Within(smaller: Box, larger: Box)
{
  |smaller| == |larger| && forall i | 0 <= i < |smaller| :: smaller[i] <= larger[i]
}

// Whether the rule holds at every completion.
predicate Always(rule: Condition, box: Box)
{
  forall point | Completes(point, box) :: Holds(rule, point)
}

// Whether the rule fails at every completion.
predicate Never(rule: Condition, box: Box)
{
  forall point | Completes(point, box) :: !Holds(rule, point)
}

// ---------------------------------------------------------------------------------------------------------
// How it is judged
// ---------------------------------------------------------------------------------------------------------

datatype Status = Yes | No | Open

// How the program judges: it looks for a box that holds all that is known, among boxes of the rule and
// among boxes of its negation.
function method Judge(yes: set<Box>, no: set<Box>, known: Box): Status
{
  if exists box | box in yes :: Within(known, box) then Yes
  else if exists box | box in no :: Within(known, box) then No
  else Open
}

// Boxes that lie inside the rule, all of them or not.
predicate Inside(space: Space, rule: Condition, boxes: set<Box>)
{
  forall box | box in boxes :: IsBox(space, box) && Always(rule, box)
}

// A prime box of a rule lies inside it, and no larger box does.
predicate IsPrime(space: Space, rule: Condition, box: Box)
{
  IsBox(space, box) && Always(rule, box)
  && forall larger | IsBox(space, larger) && Within(box, larger) && Always(rule, larger) :: larger == box
}

// All prime boxes of the rule and nothing else.
predicate AllPrimes(space: Space, rule: Condition, boxes: set<Box>)
{
  forall box :: box in boxes <==> IsPrime(space, rule, box)
}

// ---------------------------------------------------------------------------------------------------------
// Unknown never rules out, and more knowledge keeps results
// ---------------------------------------------------------------------------------------------------------

// A result is never a guess: whatever boxes of the rule and of its negation the program has, "yes" means
// that the rule holds however the unknowns turn out, and "no" that it fails however they turn out. A duty is
// not ruled out because something is unknown.
lemma UnknownNeverRulesOut(space: Space, rule: Condition, yes: set<Box>, no: set<Box>, known: Box)
  requires Inside(space, rule, yes) && Inside(space, Not(rule), no)
  ensures Judge(yes, no, known) == Yes ==> Always(rule, known)
  ensures Judge(yes, no, known) == No ==> Never(rule, known)
{
  forall box, point | Within(known, box) && Completes(point, known) ensures Completes(point, box) {}
  forall point | Judge(yes, no, known) == No && Completes(point, known) ensures !Holds(rule, point) {
    var box :| box in no && Within(known, box);
    assert Completes(point, box);
    assert Holds(Not(rule), point);
  }
}

// Whoever answers one more question, or answers one more closely, may settle what was open, but never turns
// a "yes" or a "no" into anything else.
lemma MoreKnowledgeKeepsResults(
  space: Space, rule: Condition, yes: set<Box>, no: set<Box>, before: Box, after: Box)
  requires Inside(space, rule, yes) && Inside(space, Not(rule), no)
  requires IsBox(space, before) && IsBox(space, after) && Within(after, before)
  ensures Judge(yes, no, before) != Open ==> Judge(yes, no, after) == Judge(yes, no, before)
{
  forall box | Within(before, box) ensures Within(after, box) {}
  if Judge(yes, no, before) == No {
    UnknownNeverRulesOut(space, rule, yes, no, before);
    UnknownNeverRulesOut(space, rule, yes, no, after);
    var point := SomeCompletion(space, after);
    assert Completes(point, before);
  }
}

// There is always a way of filling in the unknowns.
lemma SomeCompletion(space: Space, box: Box) returns (point: Point)
  requires IsBox(space, box)
  ensures Completes(point, box)
{
  point := [];
  while |point| < |box|
    invariant |point| <= |box| && forall i | 0 <= i < |point| :: point[i] in box[i]
  {
    var cell :| cell in box[|point|];
    point := point + [cell];
  }
}

// ---------------------------------------------------------------------------------------------------------
// With all prime boxes it is exact
// ---------------------------------------------------------------------------------------------------------

// The program says "open" only if the unknowns can still make a difference: as soon as all completions
// agree, the result is settled.
lemma JudgingIsExact(space: Space, rule: Condition, yes: set<Box>, no: set<Box>, known: Box)
  requires AllPrimes(space, rule, yes) && AllPrimes(space, Not(rule), no) && IsBox(space, known)
  ensures Judge(yes, no, known) == Yes <==> Always(rule, known)
  ensures Judge(yes, no, known) == No <==> Never(rule, known)
{
  UnknownNeverRulesOut(space, rule, yes, no, known);
  if Always(rule, known) {
    var prime := PrimesCoverTheirRule(space, rule, known);
    assert prime in yes;
  }
  if Never(rule, known) {
    forall point | Completes(point, known) ensures Holds(Not(rule), point) {}
    var prime := PrimesCoverTheirRule(space, Not(rule), known);
    assert prime in no;
    var point := SomeCompletion(space, known);
    assert !Holds(rule, point);
  }
}

// Every box inside a rule can be made larger, cell by cell, until it is prime.
lemma PrimesCoverTheirRule(space: Space, rule: Condition, box: Box) returns (prime: Box)
  requires IsBox(space, box) && Always(rule, box)
  ensures IsPrime(space, rule, prime) && Within(box, prime)
  decreases CellsOutside(space, box)
{
  if i, cell :| CanGrow(space, box, i, cell) && Always(rule, Grown(box, i, cell)) {
    OneCellFewerOutside(space, box, i, cell);
    prime := PrimesCoverTheirRule(space, rule, Grown(box, i, cell));
  } else {
    OneCellTellsPrimes(space, rule, box);
    prime := box;
  }
}

// Whether a box leaves out a cell of a variable.
predicate method CanGrow(space: Space, box: Box, i: int, cell: int)
{
  0 <= i < |space| == |box| && 0 <= cell < space[i] && cell !in box[i]
}

function method Grown(box: Box, i: int, cell: int): Box
  requires 0 <= i < |box| && 0 <= cell
{
  box[i := box[i] + {cell}]
}

// To see whether a box is prime it is enough to try each single cell.
lemma OneCellTellsPrimes(space: Space, rule: Condition, box: Box)
  requires IsBox(space, box) && Always(rule, box)
  ensures IsPrime(space, rule, box) <==>
    forall i, cell | CanGrow(space, box, i, cell) :: !Always(rule, Grown(box, i, cell))
{
  forall i, cell | CanGrow(space, box, i, cell) && IsPrime(space, rule, box)
    ensures !Always(rule, Grown(box, i, cell))
  {
    assert cell in Grown(box, i, cell)[i];
    assert IsBox(space, Grown(box, i, cell)) && Within(box, Grown(box, i, cell));
  }
  forall larger | IsBox(space, larger) && Within(box, larger) && Always(rule, larger) && larger != box
    ensures exists i, cell :: CanGrow(space, box, i, cell) && Always(rule, Grown(box, i, cell))
  {
    var i :| 0 <= i < |box| && box[i] != larger[i];
    var cell :| cell in larger[i] && cell !in box[i];
    assert CanGrow(space, box, i, cell);
    forall point | Completes(point, Grown(box, i, cell)) ensures Holds(rule, point) {
      assert Completes(point, larger);
    }
  }
}

// That a set has all prime boxes can be had: there are finitely many boxes in all.
lemma PrimesCanBeListed(space: Space, rule: Condition) returns (boxes: set<Box>)
  ensures AllPrimes(space, rule, boxes)
{
  AllBoxesAreThere(space);
  boxes := set box | box in AllBoxes(space) && IsPrime(space, rule, box);
}

// Every box, an empty one included.
function AllBoxes(space: Space): set<Box>
{
  if space == [] then {[]}
  else set cells, rest | cells in Subsets(Cells(space[0])) && rest in AllBoxes(space[1..]) :: [cells] + rest
}

function Subsets(cells: set<nat>): set<set<nat>>
{
  set part {:nowarn} | part <= cells
}

lemma AllBoxesAreThere(space: Space)
  ensures forall box | IsBox(space, box) :: box in AllBoxes(space)
{
  forall box | IsBox(space, box) ensures box in AllBoxes(space) {
    if space != [] {
      AllBoxesAreThere(space[1..]);
      assert forall cell | cell in box[0] :: cell in Cells(space[0]);
      assert box == [box[0]] + box[1..] && IsBox(space[1..], box[1..]);
    }
  }
}

// How many cells a box leaves out: what ends the growing.
function CellsOutside(space: Space, box: Box): nat
  requires |space| == |box|
{
  if |space| == 0 then 0
  else |Cells(space[0]) - box[0]| + CellsOutside(space[1..], box[1..])
}

function method Cells(count: nat): set<nat>
{
  set cell {:nowarn} | 0 <= cell < count
}

lemma OneCellFewerOutside(space: Space, box: Box, i: nat, cell: nat)
  requires CanGrow(space, box, i, cell)
  ensures CellsOutside(space, Grown(box, i, cell)) < CellsOutside(space, box)
{
  if i == 0 {
    assert Cells(space[0]) - (box[0] + {cell}) == (Cells(space[0]) - box[0]) - {cell};
    assert Grown(box, 0, cell)[1..] == box[1..];
  } else {
    assert Grown(box, i, cell)[1..] == Grown(box[1..], i - 1, cell);
    OneCellFewerOutside(space[1..], box[1..], i - 1, cell);
  }
}

// ---------------------------------------------------------------------------------------------------------
// The order of answers is irrelevant
// ---------------------------------------------------------------------------------------------------------

// What one answer says of one variable. Whoever ticks several options gives several of them.
datatype Answer = Told(variable: nat, cells: set<nat>) | DontKnow(variable: nat)

// What an answer leaves of a box.
function method Learn(known: Box, answer: Answer): Box
{
  if answer.Told? && answer.variable < |known|
  then known[answer.variable := known[answer.variable] * answer.cells]
  else known
}

// What a list of answers establishes, from knowing nothing.
function method Knowledge(space: Space, answers: seq<Answer>): Box
{
  if answers == [] then Nothing(space)
  else Learn(Knowledge(space, answers[..|answers| - 1]), answers[|answers| - 1])
}

function method Nothing(space: Space): Box
{
  if space == [] then [] else [Cells(space[0])] + Nothing(space[1..])
}

// Answers can be given and replayed in any order: if two lists hold the same answers, they
// establish the same, and so every judgement is the same.
lemma OrderIsIrrelevant(space: Space, one: seq<Answer>, other: seq<Answer>, yes: set<Box>, no: set<Box>)
  requires forall answer :: answer in one <==> answer in other
  ensures Knowledge(space, one) == Knowledge(space, other)
  ensures Judge(yes, no, Knowledge(space, one)) == Judge(yes, no, Knowledge(space, other))
{
  KnowledgeIsAnIntersection(space, one);
  KnowledgeIsAnIntersection(space, other);
  forall i | 0 <= i < |space| ensures Knowledge(space, one)[i] == Knowledge(space, other)[i] {
    forall cell ensures cell in Knowledge(space, one)[i] <==> cell in Knowledge(space, other)[i] {
      assert AllowedByAll(one, i, cell) <==> AllowedByAll(other, i, cell);
    }
  }
}

// "Don't know" is the same as no answer.
lemma NotKnowingAddsNothing(space: Space, answers: seq<Answer>, variable: nat)
  ensures Knowledge(space, answers + [DontKnow(variable)]) == Knowledge(space, answers)
{
  assert (answers + [DontKnow(variable)])[..|answers|] == answers;
}

predicate AllowedByAll(answers: seq<Answer>, variable: nat, cell: nat)
{
  forall answer | answer in answers && answer.Told? && answer.variable == variable :: cell in answer.cells
}

// A cell is possible exactly if no answer excludes it.
lemma KnowledgeIsAnIntersection(space: Space, answers: seq<Answer>)
  ensures |Knowledge(space, answers)| == |space|
  ensures forall i, cell | 0 <= i < |space| ::
    cell in Knowledge(space, answers)[i] <==> 0 <= cell < space[i] && AllowedByAll(answers, i, cell)
{
  if answers == [] {
    NothingIsEveryCell(space);
  } else {
    var (most, last) := (answers[..|answers| - 1], answers[|answers| - 1]);
    KnowledgeIsAnIntersection(space, most);
    assert answers == most + [last];
    forall i, cell | 0 <= i < |space|
      ensures AllowedByAll(answers, i, cell)
        <==> AllowedByAll(most, i, cell) && (last.Told? && last.variable == i ==> cell in last.cells) {}
  }
}

lemma NothingIsEveryCell(space: Space)
  ensures |Nothing(space)| == |space|
  ensures forall i | 0 <= i < |space| :: Nothing(space)[i] == Cells(space[i])
{
}

// ---------------------------------------------------------------------------------------------------------
// SQL is exact on prime boxes
// ---------------------------------------------------------------------------------------------------------

// SQL's three truth values, and a column of a row: a cell, or NULL while it is not known.
datatype Truth = TRUE | FALSE | NULL
datatype Column = Value(cell: nat) | Null

// `column IN (...)`: NULL for NULL, whatever the list.
function method SqlIn(column: Column, cells: set<nat>): Truth
{
  match column
  case Null => NULL
  case Value(cell) => if cell in cells then TRUE else FALSE
}

function method SqlAnd(one: Truth, other: Truth): Truth
{
  if one == FALSE || other == FALSE then FALSE else if one == TRUE && other == TRUE then TRUE else NULL
}

function method SqlOr(one: Truth, other: Truth): Truth
{
  if one == TRUE || other == TRUE then TRUE else if one == FALSE && other == FALSE then FALSE else NULL
}

// A box as the AND of its tests: only the columns that it constrains are named.
function method SqlBox(space: Space, box: Box, row: seq<Column>): Truth
  requires |space| == |box| == |row|
{
  if space == [] then TRUE
  else
    var rest := SqlBox(space[1..], box[1..], row[1..]);
    if Cells(space[0]) <= box[0] then rest else SqlAnd(SqlIn(row[0], box[0]), rest)
}

// A rule as the OR of boxes.
function method SqlRule(space: Space, boxes: seq<Box>, row: seq<Column>): Truth
  requires |space| == |row| && forall box | box in boxes :: |box| == |space|
{
  if boxes == [] then FALSE else SqlOr(SqlBox(space, boxes[0], row), SqlRule(space, boxes[1..], row))
}

// A row gives each variable one of its cells, or NULL.
predicate method IsRow(space: Space, row: seq<Column>)
{
  |row| == |space|
  && forall i | 0 <= i < |row| :: space[i] > 0 && (row[i].Value? ==> row[i].cell < space[i])
}

// What a row tells: its cells, and nothing where it has NULL.
function method RowBox(space: Space, row: seq<Column>): Box
  requires |space| == |row|
{
  if space == [] then []
  else [if row[0].Value? then {row[0].cell} else Cells(space[0])] + RowBox(space[1..], row[1..])
}

// What a database answers is the judgement: if a rule is written as all its prime boxes, the query is TRUE
// exactly if the judgement is yes, FALSE exactly if it is no, and NULL exactly if it is open.
lemma SqlIsExact(space: Space, rule: Condition, yes: set<Box>, no: set<Box>, written: seq<Box>, row: seq<Column>)
  requires AllPrimes(space, rule, yes) && AllPrimes(space, Not(rule), no) && IsRow(space, row)
  requires forall box :: box in written <==> box in yes
  ensures forall box | box in written :: |box| == |space|
  ensures SqlRule(space, written, row) == TRUE <==> Judge(yes, no, RowBox(space, row)) == Yes
  ensures SqlRule(space, written, row) == FALSE <==> Judge(yes, no, RowBox(space, row)) == No
{
  var known := RowBox(space, row);
  RowIsBox(space, row);
  JudgingIsExact(space, rule, yes, no, known);
  SqlRuleIsAnyBox(space, written, row);
  if SqlRule(space, written, row) == FALSE {
    // A completion at which the rule held would lie in a prime box, which the row meets.
    forall point | Completes(point, known) ensures !Holds(rule, point) {
      if Holds(rule, point) {
        var alone := Alone(point);
        forall other | Completes(other, alone) ensures other == point {}
        var prime := PrimesCoverTheirRule(space, rule, alone);
        assert prime in written;
        assert Completes(point, prime);
      }
    }
  }
  if Never(rule, known) {
    // A prime box that the row meets would hold a completion.
    forall box | box in written ensures !Meet(box, known) {
      if Meet(box, known) {
        var point := CommonPoint(box, known);
        assert Holds(rule, point);
      }
    }
  }
}

// The same of the negation: its prime boxes are TRUE exactly if the judgement is no.
lemma SqlOfTheNegation(
  space: Space, rule: Condition, yes: set<Box>, no: set<Box>, written: seq<Box>, row: seq<Column>)
  requires AllPrimes(space, rule, yes) && AllPrimes(space, Not(rule), no) && IsRow(space, row)
  requires forall box :: box in written <==> box in no
  ensures forall box | box in written :: |box| == |space|
  ensures SqlRule(space, written, row) == TRUE <==> Judge(yes, no, RowBox(space, row)) == No
  ensures SqlRule(space, written, row) == FALSE <==> Judge(yes, no, RowBox(space, row)) == Yes
{
  var known := RowBox(space, row);
  RowIsBox(space, row);
  forall box ensures Always(Not(Not(rule)), box) <==> Always(rule, box) {
    TwoNegations(rule, box);
  }
  SqlIsExact(space, Not(rule), no, yes, written, row);
  JudgingIsExact(space, rule, yes, no, known);
  JudgingIsExact(space, Not(rule), no, yes, known);
}

lemma TwoNegations(rule: Condition, box: Box)
  ensures Always(Not(Not(rule)), box) <==> Always(rule, box)
{
  forall point ensures Holds(Not(Not(rule)), point) <==> Holds(rule, point) {
    assert Holds(Not(rule), point) <==> !Holds(rule, point);
  }
}

// Whether two boxes have a cell in common in every column.
predicate method Meet(one: Box, other: Box)
{
  |one| == |other| && forall i | 0 <= i < |one| :: one[i] * other[i] != {}
}

function Alone(point: Point): Box
  ensures |Alone(point)| == |point| && forall i | 0 <= i < |point| :: Alone(point)[i] == {point[i]}
{
  if point == [] then [] else [{point[0]}] + Alone(point[1..])
}

lemma CommonPoint(one: Box, other: Box) returns (point: Point)
  requires Meet(one, other)
  ensures Completes(point, one) && Completes(point, other)
{
  point := [];
  while |point| < |one|
    invariant |point| <= |one| && forall i | 0 <= i < |point| :: point[i] in one[i] && point[i] in other[i]
  {
    var cell :| cell in one[|point|] * other[|point|];
    point := point + [cell];
  }
}

lemma RowIsBox(space: Space, row: seq<Column>)
  requires IsRow(space, row)
  ensures IsBox(space, RowBox(space, row))
{
  RowBoxCells(space, row);
  forall i | 0 <= i < |space| ensures RowBox(space, row)[i] != {} {
    if row[i].Null? { assert 0 in Cells(space[i]); }
  }
}

lemma RowBoxCells(space: Space, row: seq<Column>)
  requires |space| == |row|
  ensures |RowBox(space, row)| == |space|
  ensures forall i | 0 <= i < |space| ::
    RowBox(space, row)[i] == if row[i].Value? then {row[i].cell} else Cells(space[i])
{
}

// The AND of a box is TRUE exactly if the row lies inside it, and FALSE exactly if some column contradicts it.
lemma SqlBoxIsInclusion(space: Space, box: Box, row: seq<Column>)
  requires IsRow(space, row) && IsBox(space, box)
  ensures SqlBox(space, box, row) == TRUE <==> Within(RowBox(space, row), box)
  ensures SqlBox(space, box, row) == FALSE <==> !Meet(RowBox(space, row), box)
{
  if space != [] {
    SqlBoxIsInclusion(space[1..], box[1..], row[1..]);
    RowBoxCells(space, row);
    var (known, first, others) := (RowBox(space, row), RowBox(space, row)[0], RowBox(space[1..], row[1..]));
    assert known == [first] + others && box == [box[0]] + box[1..];
    assert Within(known, box) <==> first <= box[0] && Within(others, box[1..]);
    assert Meet(known, box) <==> first * box[0] != {} && Meet(others, box[1..]);
    if row[0].Null? {
      var cell :| cell in box[0];
      assert cell in first * box[0];
    } else {
      assert row[0].cell in Cells(space[0]);
      assert first * box[0] == if row[0].cell in box[0] then {row[0].cell} else {};
      assert row[0].cell in {row[0].cell};
    }
  }
}

// The OR of boxes is TRUE exactly if the row lies inside one of them, and FALSE exactly if it meets none.
lemma SqlRuleIsAnyBox(space: Space, boxes: seq<Box>, row: seq<Column>)
  requires IsRow(space, row) && forall box | box in boxes :: IsBox(space, box)
  ensures SqlRule(space, boxes, row) == TRUE <==> exists box :: box in boxes && Within(RowBox(space, row), box)
  ensures SqlRule(space, boxes, row) == FALSE <==> forall box | box in boxes :: !Meet(RowBox(space, row), box)
{
  if boxes != [] {
    SqlBoxIsInclusion(space, boxes[0], row);
    SqlRuleIsAnyBox(space, boxes[1..], row);
  }
}

// ---------------------------------------------------------------------------------------------------------
// What is run beside the program
// ---------------------------------------------------------------------------------------------------------

// Whether the rule holds at every completion that begins as `start`: all of them are gone through.
predicate method HoldsAtEach(rule: Condition, box: Box, start: Point)
  requires |start| <= |box|
  decreases |box| - |start|
{
  if |start| == |box| then Holds(rule, start)
  else forall cell | cell in box[|start|] :: HoldsAtEach(rule, box, start + [cell])
}

// The judgement by its meaning, without any prime box.
function method StatusOf(rule: Condition, known: Box): Status
{
  if HoldsAtEach(rule, known, []) then Yes else if HoldsAtEach(Not(rule), known, []) then No else Open
}

// Whether a box is prime, by trying each single cell.
predicate method PassesAsPrime(space: Space, rule: Condition, box: Box)
{
  IsBox(space, box) && HoldsAtEach(rule, box, [])
  && forall i | 0 <= i < |space| :: forall cell | 0 <= cell < space[i] && CanGrow(space, box, i, cell)
    :: !HoldsAtEach(rule, Grown(box, i, cell), [])
}

// Whether a list names every prime box that begins as `start`: all boxes are gone through.
predicate method NamesEach(space: Space, rule: Condition, boxes: seq<Box>, start: Box)
  decreases |space| - |start|
{
  if |start| >= |space| then PassesAsPrime(space, rule, start) ==> start in boxes
  else forall cells | cells <= Cells(space[|start|]) :: NamesEach(space, rule, boxes, start + [cells])
}

// Whether a list names all prime boxes and nothing else.
predicate method AreThePrimes(space: Space, rule: Condition, boxes: seq<Box>)
{
  NamesEach(space, rule, boxes, []) && forall box | box in boxes :: PassesAsPrime(space, rule, box)
}

// What is run is what is proven: the boxes are all prime boxes, and the status is the exact one.
lemma TheModelRuns(
  space: Space, rule: Condition, yes: set<Box>, no: set<Box>, written: seq<Box>, known: Box)
  requires AllPrimes(space, rule, yes) && AllPrimes(space, Not(rule), no) && IsBox(space, known)
  ensures AreThePrimes(space, rule, written) <==> forall box :: box in written <==> box in yes
  ensures StatusOf(rule, known) == Judge(yes, no, known)
{
  forall box ensures PassesAsPrime(space, rule, box) <==> box in yes {
    if IsBox(space, box) { PassingIsPrime(space, rule, box); }
  }
  EachIsNamed(space, rule, written, []);
  JudgingIsExact(space, rule, yes, no, known);
  EachIsAlways(rule, known, []);
  EachIsAlways(Not(rule), known, []);
  forall point ensures Holds(Not(rule), point) <==> !Holds(rule, point) {}
}

lemma PassingIsPrime(space: Space, rule: Condition, box: Box)
  requires IsBox(space, box)
  ensures PassesAsPrime(space, rule, box) <==> IsPrime(space, rule, box)
{
  EachIsAlways(rule, box, []);
  if Always(rule, box) {
    OneCellTellsPrimes(space, rule, box);
    forall i, cell | CanGrow(space, box, i, cell)
      ensures HoldsAtEach(rule, Grown(box, i, cell), []) <==> Always(rule, Grown(box, i, cell))
    {
      EachIsAlways(rule, Grown(box, i, cell), []);
    }
  }
}

lemma EachIsNamed(space: Space, rule: Condition, boxes: seq<Box>, start: Box)
  requires |start| <= |space|
  ensures NamesEach(space, rule, boxes, start)
    <==> forall box | PassesAsPrime(space, rule, box) && start <= box :: box in boxes
  decreases |space| - |start|
{
  if |start| == |space| {
    forall box | PassesAsPrime(space, rule, box) && start <= box ensures box == start {}
  } else {
    var all := Cells(space[|start|]);
    forall cells | cells <= all ensures NamesEach(space, rule, boxes, start + [cells])
      <==> forall box | PassesAsPrime(space, rule, box) && start + [cells] <= box :: box in boxes
    {
      EachIsNamed(space, rule, boxes, start + [cells]);
    }
    forall box | PassesAsPrime(space, rule, box) && start <= box
      ensures box[|start|] <= all && start + [box[|start|]] <= box
    {
      assert forall cell | cell in box[|start|] :: cell in all;
    }
  }
}

lemma EachIsAlways(rule: Condition, box: Box, start: Point)
  requires |start| <= |box| && forall i | 0 <= i < |start| :: start[i] in box[i]
  ensures HoldsAtEach(rule, box, start)
    <==> forall point | Completes(point, box) && start <= point :: Holds(rule, point)
  decreases |box| - |start|
{
  if |start| == |box| {
    assert Completes(start, box);
    forall point | Completes(point, box) && start <= point ensures point == start {}
  } else {
    forall cell | cell in box[|start|] ensures HoldsAtEach(rule, box, start + [cell])
      <==> forall point | Completes(point, box) && start + [cell] <= point :: Holds(rule, point)
    {
      EachIsAlways(rule, box, start + [cell]);
    }
    forall point | Completes(point, box) && start <= point
      ensures point[|start|] in box[|start|] && start + [point[|start|]] <= point {}
  }
}
