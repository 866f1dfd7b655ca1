import { createWorld } from '../../src/engine/create-world.ts';
import type { EventBody, RecordedEvent } from '../../src/engine/events.ts';
import { fold } from '../../src/engine/fold.ts';
import type { Outcome, StepRequest } from '../../src/engine/step-request.ts';
import type { World } from '../../src/engine/world.ts';
import type { Engine } from '../../src/worker/ports.ts';
import { coded } from '../../src/engine/codes.ts';

/*
 * Real worlds, real events, few rules: agents come and go, and a table named `due` sets a timer that makes
 * agent 1 present. Enough to see whether the worker loses, doubles or reorders anything.
 */

export const startsAt = '2026-01-05T08:00:00.000Z';
export const worldFile = {
  startsAt,
  agents: [
    { id: 1, name: 'Ann' },
    { id: 2, name: 'Bo' },
  ],
};

export const standInEngine: Engine = {
  createWorld,
  fold,
  step,
  nextTimer: due,
};

function due(world: World): number | null {
  const at = world.tables['due']?.[0]?.['at'];
  return typeof at === 'number' ? at : null;
}

function step(start: World, request: StepRequest): Outcome {
  let world = start;
  const events: RecordedEvent[] = [];
  const emit = (body: EventBody, at: number) => {
    const envelope = {
      seq: world.seq + 1,
      at: new Date(at).toISOString(),
      step: request.step,
      cause: 0,
      depth: 0,
    };
    const event: RecordedEvent = { ...body, ...envelope };
    events.push(event);
    world = fold(world, event);
  };
  const moveTo = (to: number) => {
    const timer = due(world);
    if (timer !== null && timer <= to) {
      emit({ type: 'table.deleted', table: 'due' }, timer);
      emit({ type: 'presence.changed', agent: 1, present: true }, timer);
    }
    if (to > world.now) emit({ type: 'clock.advanced', to: new Date(to).toISOString() }, to);
  };

  moveTo(request.at ?? world.now);
  const { input } = request;
  if (input.type === 'agent.setsPresence') {
    if (!world.agents.some(({ id }) => id === input.agent)) {
      return { kind: 'refused', reason: coded('no-agent', { agent: input.agent }), events, world };
    }
    emit({ type: 'presence.changed', agent: input.agent, present: input.present }, world.now);
  } else if (input.type === 'admin.savesTable') {
    if (input.table === 'bug') throw new Error('a rule that is wrong');
    emit({ type: 'table.saved', table: input.table, rows: input.rows }, world.now);
  } else if (input.type === 'clock.advances') {
    moveTo(world.now + input.by);
  }
  return { kind: 'committed', events, world };
}
