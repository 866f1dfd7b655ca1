import type { Input } from '../engine/inputs.ts';
import type { Origin, OriginSource } from '../engine/origin.ts';
import type { CodedText } from '../engine/codes.ts';
import type { Debuggee } from './debuggee.ts';
import { coded } from './codes.ts';
import { exploreFrom, type StatementOrigin } from './statement-origin.ts';
import { wordOf, type OriginWord } from './origin-word.ts';

/* “Where does this come from?”: from a value back to the word, the mock, the row or the literal that it comes of. */

/** What a value ends at or passes through: a statement that made it, or where it came into the scripts. */
export type OriginLinkKind =
  | 'assigned'
  | 'argument'
  | 'returned'
  /** A function that gave what it was given. */
  | 'unchanged'
  /** Something done to an object. */
  | 'changed'
  | 'computed'
  | 'caught'
  | 'byHand'
  | 'unknown'
  | OriginSource['kind']
  | 'word';

export type OriginPlace = {
  readonly statement: number;
  readonly script: number;
  readonly line: number;
  readonly column: number;
};

/** A statement that only passed a value on. */
export type OriginCopy = OriginPlace & { readonly name: string; readonly text: string };

/** Another value that was part in it. `pick` asks for the way that leads there. */
export type OriginOther = OriginPlace & {
  readonly name: string;
  readonly value: string;
  readonly pick: OriginPick;
};

/** On which link another of its values is followed: the number of the link, as chains number them, and of the value. */
export type OriginPick = { readonly link: number; readonly other: number };

/** One step back. */
export type OriginLink = OriginPlace & {
  readonly kind: OriginLinkKind;
  /** What the value was put into, or the function that gave it; empty where it has no name. */
  readonly name: string;
  /** The statement as it is written. */
  readonly text: string;
  readonly type: string;
  readonly value: string;
  /** The functions and operators by which it was made, the last one first. */
  readonly through: readonly string[];
  readonly source: OriginSource | OriginWord | null;
  /** Whether what stands before was asked with this: the call of the network that gave it. */
  readonly isAsked: boolean;
  /** How many times in a row the same statement made it: a loop. */
  readonly times: number;
  /** The copies between this link and the one before. */
  readonly copies: readonly OriginCopy[];
  readonly others: readonly OriginOther[];
};

/**
 * How a chain ends: `literal` in a text that stands in the script, `unset` at a declaration, `several` at values of which nobody can
 * tell which it is (they are offered), `cut` where it is too long; else at the last link.
 */
export type OriginEnd = OriginLinkKind | 'literal' | 'unset' | 'several' | 'cut';

export type OriginChain = {
  readonly expression: string;
  /** The value itself first. */
  readonly links: readonly OriginLink[];
  /** How many copies were skipped. */
  readonly copies: number;
  readonly end: OriginEnd;
};

/** So many statements are recorded at most: all that their values were made of is held meanwhile. */
const mostStatements = 1_000_000;

/** So many statements are gone back at most. */
const mostStretches = 2000;

/**
 * Where the value comes from that an expression has before a statement: one run, which is recorded. `input` is that of the step, in
 * which a customer's words are found; `picks` follow other values than those that a chain chooses. `statement` behind the last
 * one: at the end nothing is open, so ask before the last.
 */
export function originOf(
  debuggee: Debuggee,
  input: Input,
  statement: number,
  expression: string,
  frame = 0,
  picks: readonly OriginPick[] = [],
): OriginChain | { readonly problem: CodedText } {
  if (statement > mostStatements) return { problem: coded('origin-too-long', { limit: mostStatements }) };
  let found: Origin | { readonly problem: CodedText } | undefined;
  let chain: OriginChain | undefined;
  debuggee({
    from: statement,
    records: true,
    reached: (moment) => {
      found = moment.origin(expression, frame);
      if (!('problem' in found)) chain = chainFrom(found, input, expression, picks);
      return true;
    },
  });
  if (found !== undefined && 'problem' in found) return found;
  return chain ?? { problem: coded('origin-not-reached', {}) };
}

/** Where the text of a message comes from that a script says in the step: one run, which is recorded. */
export function originOfMessage(
  debuggee: Debuggee,
  input: Input,
  seq: number,
  picks: readonly OriginPick[] = [],
): OriginChain | { readonly problem: CodedText } {
  let chain: OriginChain | undefined;
  debuggee({
    from: Infinity,
    records: true,
    reached: () => false,
    emitted: (event, during) => {
      if (event.seq !== seq || event.type !== 'message.saved') return event.seq === seq;
      const origin = during.given(event.text);
      if (origin !== null) chain = chainFrom(origin, input, event.text, picks);
      return true;
    },
  });
  return chain ?? { problem: coded('origin-no-script', {}) };
}

/** The chain from a value back. */
function chainFrom(
  origin: Origin,
  input: Input,
  expression: string,
  picks: readonly OriginPick[] = [],
): OriginChain {
  const builder = new ChainBuilder(input, picks);
  let at: StatementOrigin['next'] = { origin, isAsked: false };
  let wanted = origin.plain;
  let end: OriginEnd = 'unknown';
  let stretches = 0;
  // What a call of the network was asked with says only what leads out of the scripts.
  let isAsking = false;
  while (at !== null) {
    isAsking ||= at.isAsked;
    if (++stretches > mostStretches) {
      end = 'cut';
      break;
    }
    const stretch: StatementOrigin = exploreFrom(at.origin, wanted, builder.picked, isAsking);
    end = builder.add(stretch, at.isAsked);
    wanted = stretch.wanted;
    at = stretch.next;
  }
  return { expression, ...builder.finish(), end };
}

const placeOf = ({ statement, script, line, column }: Origin): OriginPlace => ({
  statement,
  script,
  line,
  column,
});

/** Puts links together: copies are left out, turns of a loop are one. */
class ChainBuilder {
  readonly #input: Input;
  readonly #picks: readonly OriginPick[];
  readonly #links: OriginLink[] = [];
  #copies: OriginCopy[] = [];
  #skipped = 0;
  /** The calls that a value has been followed into and that have only passed it on so far: their numbers among the copies. */
  #inside: { readonly call: OriginCopy; readonly origin: Origin }[] = [];

  constructor(input: Input, picks: readonly OriginPick[]) {
    this.#input = input;
    this.#picks = picks;
  }

  /** Which of the others is followed on the link that comes next; -1 for none. */
  get picked(): number {
    return this.#picks.find(({ link }) => link === this.#links.length)?.other ?? -1;
  }

  /** Adds what a stretch is, and says how the chain ends if it is the last. */
  add(stretch: StatementOrigin, isAsked: boolean): OriginEnd {
    const { top, source } = stretch;
    // Where all that it does is bring the value in, one link says so.
    if (this.#links.length > 0 && source !== null && stretch.at.isEqual(top)) this.#inside = [];
    else if (this.#links.length > 0 && stretch.isCopy) this.#copy(top);
    else {
      this.#inside = [];
      this.#link(stretch, isAsked);
    }
    if (source === null) return stretch.end ?? kindOf(top);
    return this.#enter(source, stretch.at, isAsked && stretch.at.isEqual(top));
  }

  /** Where it came into the scripts, a link of its own. */
  #enter(source: OriginSource, at: Origin, isAsked: boolean): OriginEnd {
    const word = source.kind === 'input' ? wordOf(this.#input, source.name, at.plain ?? '') : null;
    const kind = word?.kind ?? source.kind;
    this.#links.push(this.#made(at, kind, { source: word ?? source, isAsked }));
    return kind;
  }

  #copy(top: Origin): void {
    const copy = { ...placeOf(top), name: top.name, text: top.text };
    this.#copies.push(copy);
    if (top.how === 'returned') this.#inside.push({ call: copy, origin: top });
    if (top.how !== 'argument') return;
    const call = this.#inside.pop();
    if (call === undefined) return;
    // The outermost call that gave back what it was given is worth a word.
    if (this.#inside.length > 0) return;
    this.#copies = this.#copies.filter((other) => other !== call.call);
    const before = this.#copies;
    this.#copies = [];
    this.#links.push({ ...this.#made(call.origin, 'unchanged', {}), copies: before });
    this.#skipped += before.length;
  }

  #link({ top, through, others }: StatementOrigin, isAsked: boolean): void {
    const kind = kindOf(top);
    const before = this.#links.at(-1);
    const place = placeOf(top);
    if (
      before?.kind === kind &&
      before.script === place.script &&
      before.line === place.line &&
      before.column === place.column &&
      this.#copies.length === 0 &&
      !this.#isPicked()
    ) {
      this.#links[this.#links.length - 1] = { ...before, times: before.times + 1 };
      return;
    }
    const link = this.#links.length;
    const offered = others.slice(0, mostOthers).flatMap((other, index): OriginOther[] => {
      // What is nothing has no way; what was done to an object gave nothing and has one.
      if (other.isNothing && other.how !== 'called') return [];
      const { name, value, isNothing } = other;
      return [{ ...placeOf(other), name, value: isNothing ? '' : value, pick: { link, other: index } }];
    });
    this.#links.push(this.#made(top, kind, { through, others: offered, isAsked }));
  }

  #isPicked(): boolean {
    return this.#picks.some(({ link }) => link === this.#links.length);
  }

  #made(origin: Origin, kind: OriginLinkKind, more: Partial<OriginLink>): OriginLink {
    const copies = this.#copies;
    this.#copies = [];
    this.#skipped += copies.length;
    const { name, text, type, value } = origin;
    return {
      ...placeOf(origin),
      kind,
      name,
      text,
      type,
      value,
      through: [],
      source: null,
      isAsked: false,
      times: 1,
      copies,
      others: [],
      ...more,
    };
  }

  finish(): Pick<OriginChain, 'links' | 'copies'> {
    return { links: this.#links, copies: this.#skipped + this.#copies.length };
  }
}

/** So many other values are offered on a link. */
const mostOthers = 20;

function kindOf({ how, isNothing }: Origin): OriginLinkKind {
  switch (how) {
    case 'literal':
    case 'unset':
    case 'part':
    case 'computed':
      return 'computed';
    case 'called':
      return isNothing ? 'changed' : 'computed';
    default:
      return how;
  }
}
