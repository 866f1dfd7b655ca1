import type { Input } from '../engine/inputs.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { ScenarioFile, ScenarioStep } from '../scenario/format.ts';
import { replay } from '../scenario/replay.ts';
import { parseInstant } from '../scenario/time.ts';

/** What was said in each step, in the order of the messages. */
type TextsByStep = readonly (readonly string[])[];

/** What was said in the place of each message when the run was another one. */
export type Variants = {
  /** The texts in the place of the `n`-th message of a step, of those runs that said as much in it. Steps count from 0. */
  textsOf(step: number, n: number, of: number): readonly string[];
};

/**
 * Plays a conversation four weeks and a minute later, with another chance, and after somebody else was there: what is
 * said otherwise then comes from the clock, from chance or from counting. What goes another way then tells nothing.
 */
export function variantsOf(file: ScenarioFile, runScript: RunScript): Variants {
  const runs = [later(file), otherChance(file), secondCustomer(file, runScript)].flatMap(
    (variant): TextsByStep[] => {
      if (variant === null) return [];
      const { steps } = replay(variant.file, runScript);
      return [steps.slice(variant.before).map(({ events }) => saidIn(events))];
    },
  );
  return {
    textsOf: (step, n, of) =>
      runs.flatMap((run) => {
        const said = run[step] ?? [];
        const text = said[n];
        return said.length === of && text !== undefined ? [text] : [];
      }),
  };
}

/** The texts that were saved in a step. */
export const saidIn = (events: readonly RecordedEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'message.saved' ? [event.text] : []));

type Variant = { readonly file: ScenarioFile; readonly before: number };

const weeks = 28 * 86_400_000 + 61_000;

/** The same weekday and nearly the same hour, so that opening hours and greetings stay what they are. */
function later(file: ScenarioFile): Variant | null {
  const moved = (instant: string): string | null => {
    const at = parseInstant(instant);
    return at === null ? null : new Date(at + weeks).toISOString();
  };
  const startsAt = moved(file.world.startsAt);
  if (startsAt === null) return null;
  const steps = file.steps.map((step) =>
    step.at === undefined || step.at.startsWith('+') ? step : { ...step, at: moved(step.at) ?? step.at },
  );
  return { file: bare({ ...file, world: { ...file.world, startsAt }, steps }), before: 0 };
}

const otherChance = (file: ScenarioFile): Variant => ({
  file: bare({ ...file, world: { ...file.world, seed: (file.world.seed ?? 1) + 7919 } }),
  before: 0,
});

/** Somebody came to a channel of nobody's and left: all numbers are one or a few higher. */
function secondCustomer(file: ScenarioFile, runScript: RunScript): Variant | null {
  const { channels = [] } = file.world;
  const id = Math.max(0, ...channels.map((channel) => channel.id)) + 1;
  const world = { ...file.world, channels: [...channels, { id, name: 'Elsewhere' }] };
  const before: readonly ScenarioStep[] = [
    { input: { type: 'customer.connects', channel: id } },
    { input: { type: 'customer.leaves', session: 1 } },
  ];
  const first = replay({ ...file, world, steps: before }, runScript);
  if (!first.ok) return null;
  const shift = { session: first.world.sessions.length, message: first.world.messages.length };
  const steps = file.steps.map((step) => ({ ...step, input: renumbered(step.input, shift) }));
  return { file: bare({ ...file, world, steps: [...before, ...steps] }), before: before.length };
}

/** The input about sessions and messages whose numbers are that much higher. */
export function renumbered(
  input: Input,
  shift: { readonly session: number; readonly message: number },
): Input {
  const session =
    'session' in input && input.session !== undefined ? { session: input.session + shift.session } : {};
  const message = 'message' in input ? { message: input.message + shift.message } : {};
  return { ...input, ...session, ...message };
}

/** Inputs alone: nothing is expected of a run that is held beside another one. */
const bare = ({ steps, ...file }: ScenarioFile): ScenarioFile => ({
  ...file,
  steps: steps.map(({ at, input, answers, leftOut }) => ({
    ...(at === undefined ? {} : { at }),
    input,
    answers,
    leftOut,
  })),
});
