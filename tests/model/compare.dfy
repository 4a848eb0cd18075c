// Compares what the program says with the model, on cases that a test of the program writes.

include "judging.dfy"

// What the program says of one rule: its prime boxes, those of its negation, and how it stands for some
// knowledge and some rows.
datatype Case = Case(
  name: string, space: Space, rule: Condition,
  yes: seq<Box>, no: seq<Box>, boxes: seq<(Box, Status)>, rows: seq<(seq<Column>, Status)>)

// Prints what differs from the model in a case.
method Compare(here: Case)
{
  var faults := Faults(here);
  if faults != [] {
    print "differs: case ", here.name, ": ", faults, "\n";
  }
}

// Names what differs from the model.
function method Faults(here: Case): seq<string>
{
  var (space, rule) := (here.space, here.rule);
  Fault("prime boxes", AreThePrimes(space, rule, here.yes))
  + Fault("prime boxes of the negation", AreThePrimes(space, Not(rule), here.no))
  + Fault("status", forall it | it in here.boxes :: it.1 == StatusOf(rule, it.0))
  + Fault("status of a row", forall it | it in here.rows :: it.1 == StatusOf(rule, RowBox(space, it.0)))
  + Fault("SQL", forall it | it in here.rows :: Said(it.1) == SqlRule(space, here.yes, it.0))
  + Fault("SQL of the negation", forall it | it in here.rows :: SqlNot(Said(it.1)) == SqlRule(space, here.no, it.0))
}

function method Fault(name: string, agrees: bool): seq<string>
{
  if agrees then [] else [name]
}

// A status as a truth value of SQL.
function method Said(status: Status): Truth
{
  match status case Yes => TRUE case No => FALSE case Open => NULL
}

function method SqlNot(of: Truth): Truth
{
  match of case TRUE => FALSE case FALSE => TRUE case NULL => NULL
}
