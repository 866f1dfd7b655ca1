import type { Json } from '../../engine/definition.ts';
import type { EventOf, RecordedEvent } from '../../engine/events.ts';
import { specialType } from '../../engine/numbers.ts';
import { parseOptions } from '../../engine/options.ts';
import type { ForeignTurn } from './foreign.ts';
import type { Expectation } from '../format.ts';
import type { PlayedStep } from './playing.ts';
import { saysWords } from './readable.ts';

/** Something that is to be said, after which step of its session. */
export type ExpectedTurn = { readonly turn: ForeignTurn; readonly session: number; readonly step: number };

type Saved = EventOf<'message.saved'>;

/**
 * The expectations of each step, by its index. A chat has what was said in the order in which people saw it, and bots
 * say some of it later than they save it; so each stands with the step that saves it when the chat is played, and in the
 * order of that. What is not said then stands where the chat has it, last, and will fail: that is the difference.
 */
export function placed(
  said: readonly ExpectedTurn[],
  played: readonly PlayedStep[],
): ReadonlyMap<number, readonly Expectation[]> {
  const used = new Set<number>();
  const found = said.map((one) => {
    const match = one.turn.negated === true ? undefined : findSaved(one, played, used);
    if (match !== undefined) used.add(match.event.seq);
    return {
      expect: expectationFor(one.turn, match?.event),
      step: match?.step ?? one.step,
      seq: match?.event.seq ?? Infinity,
    };
  });
  const steps = new Map<number, Expectation[]>();
  for (const { expect, step } of found.sort((a, b) => a.step - b.step || compare(a.seq, b.seq))) {
    steps.set(step, [...(steps.get(step) ?? []), expect]);
  }
  return steps;
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** The message that says it: of the step that it follows, of one before, or of the step after. */
function findSaved(
  { turn, session, step }: ExpectedTurn,
  played: readonly PlayedStep[],
  used: ReadonlySet<number>,
) {
  for (const index of nearby(step, played, session)) {
    const event = played[index]?.events.find(
      (candidate): candidate is Saved => !used.has(candidate.seq) && isSaid(candidate, turn),
    );
    if (event !== undefined) return { step: index, event };
  }
  return undefined;
}

/** How many steps back a message may have been saved that was only shown later. */
const reach = 20;

function nearby(step: number, played: readonly PlayedStep[], session: number): readonly number[] {
  const own: number[] = [];
  for (let index = step; index >= 0 && own.length < reach; index--) {
    if (played[index]?.session === session) own.push(index);
  }
  const next = played.findIndex((one, index) => index > step && one.session === session);
  return next < 0 ? own : [...own, next];
}

function isSaid(event: RecordedEvent, { text, options = [], isPart = false }: ForeignTurn): boolean {
  if (event.type !== 'message.saved' || event.by === undefined) return false;
  const isThere = isPart ? event.text.includes(text) : saysWords(event.text, text);
  if (!isThere || options.length === 0) return isThere;
  const offered = event.specialType === specialType.options ? parseOptions(event.specialParam).options : [];
  return options.every((label) => offered.includes(label));
}

/** Exact where it is, else by its words, so that markup does not count. */
function expectationFor(turn: ForeignTurn, event: Saved | undefined): Expectation {
  const { text, options = [], negated = false, isPart = false } = turn;
  const words: Json = isPart ? { contains: text } : event?.text === text ? text : { says: text };
  const fields = {
    ...(text !== '' && { text: words }),
    ...(options.length > 0 && {
      specialType: specialType.options,
      specialParam: event?.specialParam ?? JSON.stringify(options),
    }),
  };
  const pattern = { event: 'message.saved', ...fields };
  return negated ? { no: pattern } : pattern;
}
