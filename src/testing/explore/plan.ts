import { createWorld } from '../../engine/create-world.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import { senderOf } from '../../engine/fold-message.ts';
import type { Input } from '../../engine/inputs.ts';
import type { RunScript } from '../../engine/script-call.ts';
import type { World } from '../../engine/world.ts';
import type { ScenarioFile, ScenarioStep } from '../../scenario/format.ts';
import { impossibleStep, type StepFailure } from '../../scenario/replay.ts';
import { parseMoment } from '../../scenario/time.ts';
import { takeInput } from './take-input.ts';

/** A step of the file as it can be dealt anew. */
export type PlannedStep = {
  readonly entry: ScenarioStep;
  /** Who does it: an actor keeps the order of what they do. */
  readonly actor: string;
  /** Its moment in the file, in milliseconds since 1970. */
  readonly at: number;
  /** So many of the first steps lie too long before it to come after it. */
  readonly after: number;
  /** A movement of the clock is nobody's doing: it stays where it is. */
  readonly isPinned: boolean;
  /** Whether it is refused in the file. */
  readonly isRefused: boolean;
};

/** A scenario, played once as it is: all that dealing its inputs anew rests on. Steps are counted from 0 here. */
export type Plan = {
  readonly scenario: ScenarioFile;
  readonly start: World;
  readonly steps: readonly PlannedStep[];
  /** The sessions that each step creates, by their numbers in the file. */
  readonly created: readonly (readonly number[])[];
  /** Where each message of the file stands: its session, and as which of its messages, from 1. */
  readonly messages: ReadonlyMap<number, { readonly session: number; readonly nth: number }>;
  /** How often a bot says the same in a session. */
  readonly repeats: ReadonlyMap<string, number>;
};

/** What a bot says, as it is told from everything else. `session` is its number in the file. */
export const saying = (session: number, text: string, special: number, param: string): string =>
  JSON.stringify([session, text, special, param]);

/**
 * Plays a scenario as it is and finds who does what when; or says which step cannot be played at all.
 *
 * @param window inputs of different actors that lie so many milliseconds apart, or less, may change places.
 */
export function planOf(
  scenario: ScenarioFile,
  window: number,
  run: RunScript,
): Plan | { readonly failure: StepFailure } {
  const start = createWorld(scenario.world);
  const moments: number[] = [];
  const refused: boolean[] = [];
  const created: (readonly number[])[] = [];
  const events: RecordedEvent[] = [];
  let world = start;
  for (const [index, entry] of scenario.steps.entries()) {
    const number = index + 1;
    const failure = impossibleStep(entry, world, number);
    if (failure !== null) return { failure };
    const at = entry.at === undefined ? world.now : (parseMoment(entry.at, world.now) ?? world.now);
    const came = takeInput(world, { number, at, input: entry.input, entry }, run);
    moments.push(at);
    refused.push(came.refusal !== null);
    created.push(came.events.flatMap((event) => (event.type === 'session.created' ? [event.session] : [])));
    for (const event of came.events) events.push(event);
    world = came.world;
  }
  const people = peopleIn(events);
  let after = 0;
  const steps = scenario.steps.map((entry, index): PlannedStep => {
    const at = moments[index] ?? 0;
    while (at - (moments[after] ?? at) > window) after++;
    const actor = actorOf(entry.input, people, created[index]?.[0] ?? -index);
    const isPinned = entry.input.type === 'clock.advances';
    return { entry, actor, at, after, isPinned, isRefused: refused[index] === true };
  });
  return { scenario, start, steps, created, ...messagesIn(events) };
}

/** By session: the customer, by the name that they go by. Whoever comes back is the same person. */
function peopleIn(events: readonly RecordedEvent[]): ReadonlyMap<number, string> {
  return new Map(
    events.flatMap((event) =>
      event.type === 'session.created' && event.customer.alias !== ''
        ? [[event.session, event.customer.alias] as const]
        : [],
    ),
  );
}

function actorOf(input: Input, people: ReadonlyMap<number, string>, created: number): string {
  const [kind = ''] = input.type.split('.');
  if (kind === 'agent' && 'agent' in input && typeof input.agent === 'number')
    return `agent ${String(input.agent)}`;
  if (kind !== 'customer') return kind;
  const session = input.type === 'customer.connects' || !('session' in input) ? created : input.session;
  const alias = people.get(session ?? created);
  return alias === undefined ? `session ${String(session)}` : `customer ${alias}`;
}

function messagesIn(events: readonly RecordedEvent[]): Pick<Plan, 'messages' | 'repeats'> {
  const counts = new Map<number, number>();
  const messages = new Map<number, { session: number; nth: number }>();
  const repeats = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'message.saved') continue;
    const { session, message, text, specialType, specialParam } = event;
    const nth = (counts.get(session) ?? 0) + 1;
    counts.set(session, nth);
    messages.set(message, { session, nth });
    if (senderOf(event) !== 'bot') continue;
    const said = saying(session, text, specialType, specialParam);
    repeats.set(said, (repeats.get(said) ?? 0) + 1);
  }
  return { messages, repeats };
}
