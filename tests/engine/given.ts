import { createWorld } from '../../src/engine/create-world.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { EventName, EventOf, RecordedEvent } from '../../src/engine/events.ts';
import type { Input } from '../../src/engine/inputs.ts';
import type { RunScript } from '../../src/engine/script-call.ts';
import type { Outcome, StepRequest } from '../../src/engine/step-request.ts';
import { step } from '../../src/engine/step.ts';
import type { World } from '../../src/engine/world.ts';
import { runTinyScript } from './tiny-scripts.ts';

export const connects: Input = { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } };
export const writes = (text: string): Input => ({ type: 'customer.writes', session: 1, text });

/** A channel with one agent and a bot whose scripts are written in the tiny language. */
export function worldWith(
  scripts: { created?: string; changed?: string; received?: string },
  more: Partial<WorldFile> = {},
) {
  return createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    agents: [{ id: 1, name: 'Kari Nord' }],
    channels: [
      { id: 1, name: 'Help', members: [{ agent: 1 }], bot: { enabled: true, folder: 'Bot', name: 'Eko' } },
    ],
    folders: [
      {
        name: 'Bot',
        scripts: [
          { id: 1, name: 'bot register' },
          { id: 2, name: 'bot session created', source: scripts.created ?? 'post 1 hello' },
          { id: 3, name: 'bot session changed', source: scripts.changed ?? '' },
          { id: 4, name: 'bot message received', source: scripts.received ?? '' },
        ],
      },
    ],
    ...more,
  });
}

/** Applies an input as the next step. */
export function take(
  world: World,
  input: Input,
  more: Partial<StepRequest> = {},
  run: RunScript = runTinyScript,
): Outcome {
  return step(world, { step: world.step + 1, input, ...more }, run);
}

export function committed(outcome: Outcome): { world: World; events: readonly RecordedEvent[] } {
  if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
  return outcome;
}

export const ofType = <T extends EventName>(events: readonly RecordedEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

/** Applies inputs one after the other, each of which has to be possible. */
export function after(world: World, ...inputs: readonly Input[]): World {
  return inputs.reduce((before, input) => committed(take(before, input)).world, world);
}
