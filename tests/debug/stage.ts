import { createRunScript } from '../../src/bots/run-script.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { ScriptFile, TriggerFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { step } from '../../src/engine/step.ts';
import type { Outcome, StepRequest } from '../../src/engine/step-request.ts';
import type { World } from '../../src/engine/world.ts';
import { oneBot } from '../support/one-bot.ts';

/** A channel whose bot greets with a script, number 2; more scripts and triggers stand beside it. */
export const worldOf = (
  source: string,
  scripts: readonly ScriptFile[] = [],
  triggers: readonly TriggerFile[] = [],
): World =>
  createWorld({
    ...oneBot([{ id: 2, name: 'bot session created', source }, ...scripts]),
    triggers,
    tables: {
      animal: [
        { id: 1, name: 'Fox' },
        { id: 2, name: 'Owl' },
      ],
    },
  });

export const connects: Input = { type: 'customer.connects', channel: 1 };

/** Connects a customer, as often as it is called, in the same world. */
export const stepOf =
  (world: World, more: Partial<StepRequest> = {}) =>
  (again: Partial<StepRequest> = {}): Outcome =>
    step(world, { step: 1, input: connects, ...more, ...again }, createRunScript());

export const printedBy = (outcome: Outcome): string =>
  outcome.events.flatMap((event) => (event.type === 'script.printed' ? [event.text] : [])).join('');
