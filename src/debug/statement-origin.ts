import type { Origin, OriginSource } from '../engine/origin.ts';
import { chooseOperand, leadsOut, overlap } from './origin-operands.ts';

/** Where a chain goes on; `isAsked`: with what the call of the network was made that gave what stands before. */
type Next = { readonly origin: Origin; readonly isAsked: boolean };

/** What one run of one statement has to do with a value: from what it left behind to what it took. */
export type StatementOrigin = {
  readonly top: Origin;
  /** The innermost value that was looked at in it. */
  readonly at: Origin;
  /** The functions and operators that it went through, the last one first. */
  readonly through: readonly string[];
  /** Where it came into the scripts in this statement. */
  readonly source: OriginSource | null;
  /** Values that were part in it and that are not followed. */
  readonly others: readonly Origin[];
  readonly next: Next | null;
  /** Why it ends here; undefined where it goes on, or ends at its source. */
  readonly end: 'literal' | 'unset' | 'several' | 'byHand' | 'unknown' | undefined;
  /** It passed on what it was given, as it was. */
  readonly isCopy: boolean;
  /** The text that is looked for in what comes before. */
  readonly wanted: string | undefined;
};

const carries = (origin: Origin): boolean =>
  origin.how === 'assigned' ||
  origin.how === 'argument' ||
  origin.how === 'returned' ||
  origin.how === 'caught';

/** Which of the values that a statement has besides is followed, by number; -1 for the one that was chosen. */
export type Picked = number;

/** Goes back from a value to where its statement took it from. `wanted`: the text that the value became, where it has none itself. */
export function exploreFrom(
  top: Origin,
  given: string | undefined,
  picked: Picked,
  isAsked = false,
): StatementOrigin {
  const through: string[] = [];
  const others: Origin[] = [];
  const wanted = top.plain === undefined || top.plain === '' ? given : top.plain;
  const ended = (at: Origin, more: Partial<StatementOrigin>): StatementOrigin => ({
    top,
    at,
    through,
    source: null,
    others,
    next: null,
    end: undefined,
    isCopy: false,
    wanted,
    ...more,
  });
  let at = top;
  for (;;) {
    if (at.statement !== top.statement || (at.how === 'byHand' && at !== top)) {
      const isCopy = through.length === 0 && carries(top) && at.isSame(top);
      return ended(at, { next: { origin: at, isAsked: false }, isCopy });
    }
    if (at.how === 'literal' || at.how === 'unset' || at.how === 'byHand') return ended(at, { end: at.how });
    if (at.how === 'unknown') return ended(at, { end: 'unknown', others: at.from() });
    const handed = at.how === 'called' ? at.handed() : null;
    if (handed !== null) {
      // Over the border of a script it stays the same.
      const isCopy = through.length === 0 && carries(top);
      return ended(at, { next: { origin: handed, isAsked: false }, isCopy });
    }
    const source = at.how === 'called' ? at.source : null;
    if (source !== null && source.kind !== 'chat' && source.kind !== 'made')
      return ended(at, {
        source,
        next: source.kind === 'http' ? askedWith(at, source) : null,
        isCopy: through.length === 0 && carries(top),
      });
    if (carries(at)) {
      const [only] = at.from();
      if (only === undefined) return ended(at, { end: 'unset' });
      at = only;
      continue;
    }
    const chosen = chooseOperand(at, wanted, isAsked);
    const isMade =
      source !== null && !(source.kind === 'chat' ? isOf(at, chosen.next) : at.isSame(chosen.next ?? at));
    const next = chosen.others[picked - others.length] ?? (isMade ? null : chosen.next);
    others.push(...chosen.others.filter((other) => other !== next));
    if (next !== chosen.next && chosen.next !== null) others.push(chosen.next);
    if (next === null && source !== null) return ended(at, { source });
    if (at.how === 'called' || at.how === 'computed') through.push(at.name);
    if (next === null) {
      return ended(at, { end: chosen.others.length > 0 ? 'several' : 'literal' });
    }
    at = next;
  }
}

/** Whether a function that tells something of the chat took it from an object, or handed on what it was given. */
const isOf = (told: Origin, operand: Origin | null): boolean =>
  operand !== null && (operand.plain === undefined || operand.how === 'called' || operand.isSame(told));

/** What a call of the network was made with, where that leads to something that is not written in the scripts. */
function askedWith(call: Origin, { url, sent }: Extract<OriginSource, { kind: 'http' }>): Next | null {
  const operands = call.from().flatMap((one) => (one.how === 'called' ? [one, ...one.from()] : [one]));
  const [best] = operands
    .map((origin) => ({ origin, length: Math.max(lengthIn(origin, url), lengthIn(origin, sent)) }))
    .filter(({ origin, length }) => length > 0 && leadsOut(origin))
    .sort((a, b) => b.length - a.length);
  return best === undefined ? null : { origin: best.origin, isAsked: true };
}

/** How much of a text it is; 0 for what is not in it. */
const lengthIn = ({ plain, how }: Origin, text: string): number =>
  how === 'literal' || text === '' ? 0 : overlap(plain, text);
