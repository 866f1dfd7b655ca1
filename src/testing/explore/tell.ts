import type { RecordedEvent } from '../../engine/events.ts';
import type { Input } from '../../engine/inputs.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { World } from '../../engine/world.ts';
import { doerOf, linesOf, nameIn, type Doer, type LineOf } from './lines.ts';
import type { Plan } from './plan.ts';
import type { Frame, Turn } from './run-orders.ts';

/** A turn of an order, as people are told of it. */
export type ExploredStep = {
  /** Its step in the file, from 1; 0 is the time after the last one. */
  readonly step: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As it is said in this order. */
  readonly input: Input;
  readonly refused: CodedText | null;
  readonly events: readonly RecordedEvent[];
  readonly who: Doer;
  /** The other session that it is about, where it is no customer's own, by its customer's name. */
  readonly about: string;
  /** What those who talk notice of it. */
  readonly lines: readonly LineOf[];
  /** Whether it stands the other way round to another step than in the order beside it. */
  readonly isSwapped: boolean;
  /** False for what comes after the breach: it was not played. */
  readonly isReached: boolean;
};

/** A turn that was taken. */
export function told(frame: Frame, swapped: ReadonlySet<number>): ExploredStep {
  const { step, at, before, input, refusal, events, world, subjects } = frame;
  const session = 'session' in input ? (input.session ?? 0) : (subjects[step] ?? 0);
  return {
    step: step + 1,
    at: Math.max(at, before),
    input,
    refused: refusal,
    events,
    ...namesIn(input, session, world),
    lines: linesOf(events, input, session, world),
    isSwapped: swapped.has(step),
    isReached: true,
  };
}

function namesIn(input: Input, session: number, world: World): Pick<ExploredStep, 'who' | 'about'> {
  const who = doerOf(input, session, world);
  return { who, about: who.kind === 'customer' ? '' : nameIn(world, session) };
}

/** What would have come after the breach, in the world in which it broke. */
export const notReached = (
  { steps }: Plan,
  { step, at }: Turn,
  { world, numbers }: Pick<Frame, 'world' | 'numbers'>,
  swapped: ReadonlySet<number>,
): ExploredStep => {
  const said: Input = steps[step]?.entry.input ?? { type: 'clock.advances', by: 0 };
  const named = 'session' in said ? said.session : undefined;
  const session = named === undefined ? 0 : (numbers[named] ?? named);
  const input = session === 0 ? said : ({ ...said, session } as Input);
  const nothing = { refused: null, events: [], lines: [] };
  return {
    step: step + 1,
    at,
    input,
    ...nothing,
    ...namesIn(input, session, world),
    isSwapped: swapped.has(step),
    isReached: false,
  };
};
