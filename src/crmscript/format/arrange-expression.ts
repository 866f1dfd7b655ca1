import { isAssignment, powerOf } from '../syntax/precedence.ts';
import type { Reader } from './reader.ts';
import { firstIn, joined, kept, spaced, type Bracket, type Separator } from './separator.ts';

/** Where an expression stands: in how many brackets, and in which. */
export type Inside = { readonly brackets: number; readonly bracket: Bracket | undefined };

export const outside: Inside = { brackets: 0, bracket: undefined };

/** Between two brackets there are so many depths: a comma, six levels of operators, a point. */
const depths = 8;
const depthOf = ({ brackets }: Inside, power: number): number => brackets * depths + power;
const comma = 0;

const breakAt = (inside: Inside, power: number, space: boolean, between = false): Separator => ({
  kind: 'break',
  space,
  depth: depthOf(inside, power),
  within: inside.bracket,
  between,
});

/** Between two of several things in a bracket. */
export const betweenThings = (inside: Inside): Separator => breakAt(inside, comma, true, true);

/** Arranges an expression; what stands before its first token has been said. */
export function arrangeExpression(reader: Reader, inside = outside): void {
  for (;;) {
    arrangeChain(reader, 1, inside);
    if (!isAssignment(reader.current)) return;
    reader.take(spaced);
    reader.before(kept(true, inside.bracket));
  }
}

/** A line may begin behind an operator; one that the author has begun before it stays. */
function arrangeChain(reader: Reader, minimum: number, inside: Inside): void {
  arrangeUnary(reader, inside);
  for (let power = powerOf(reader.current); power >= minimum; power = powerOf(reader.current)) {
    reader.take(kept(true, inside.bracket));
    reader.before(breakAt(inside, power, true));
    arrangeChain(reader, power + 1, inside);
  }
}

function arrangeUnary(reader: Reader, inside: Inside): void {
  while (reader.is('!') || reader.is('-')) {
    const isMinus = reader.is('-');
    reader.next();
    // Two minus signs side by side would be another operator.
    reader.before(isMinus && reader.is('-') ? spaced : joined);
  }
  arrangePostfix(reader, inside);
}

function arrangePostfix(reader: Reader, inside: Inside): void {
  const isGroup = reader.is('(');
  const { kind } = reader.current;
  if (isGroup) arrangeList(reader, inside);
  else reader.next();
  if (kind === 'name' && reader.is('(')) arrangeArguments(reader, inside);
  for (;;) {
    if (reader.is('.')) arrangeMember(reader, inside);
    else if (reader.is('[')) arrangeIndex(reader, inside);
    else if (reader.is('++') || reader.is('--')) reader.take();
    else return;
  }
}

function arrangeMember(reader: Reader, inside: Inside): void {
  const isOfResult = reader.is(')', reader.position - 1) || reader.is(']', reader.position - 1);
  reader.take(isOfResult ? breakAt(inside, depths - 1, false) : kept(false, inside.bracket));
  reader.take();
  if (reader.is('(')) arrangeArguments(reader, inside);
}

function arrangeIndex(reader: Reader, inside: Inside): void {
  const bracket: Bracket = { open: reader.position, isHead: false, several: false };
  reader.take();
  reader.before(joined);
  arrangeExpression(reader, { brackets: inside.brackets + 1, bracket });
  reader.take();
}

function arrangeArguments(reader: Reader, inside: Inside): void {
  reader.before(joined);
  arrangeList(reader, inside);
}

/** What stands in parentheses; what stands before the first of them has been said. */
export function arrangeList(
  reader: Reader,
  inside: Inside,
  arrangeOne: (reader: Reader, inside: Inside) => void = arrangeExpression,
  isHead = false,
): void {
  const bracket: Bracket = { open: reader.position, isHead, several: false };
  const within: Inside = { brackets: inside.brackets + 1, bracket };
  reader.next();
  if (!reader.is(')')) {
    reader.before(firstIn(bracket));
    arrangeOne(reader, within);
    while (reader.is(',')) {
      bracket.several = true;
      reader.take();
      reader.before(betweenThings(within));
      arrangeOne(reader, within);
    }
  }
  reader.take({ kind: 'close', space: false, within: bracket });
}
