import { expect, it } from 'vitest';
import type { WorldFile } from '../../../src/engine/definition.ts';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import { whyNoScreen, whyUnheard } from '../../../src/engine/why-not.ts';
import { follow } from '../../../src/ui/why-not/following.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import { StoryTeller } from '../../../src/engine/story.ts';
import { played } from '../../engine/why-not/given.ts';

const file: WorldFile = {
  startsAt: '2026-03-02T09:00:00Z',
  agents: [{ id: 1, name: 'Kari Nord', present: true }],
  channels: [{ id: 1, name: 'Help', members: [{ agent: 1, canRespond: true }] }],
};

/** A session in which customer and agent have said this much. */
function longChat(messages: number): readonly RecordedEvent[] {
  const { events } = played(file, [
    { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } },
    { type: 'agent.picksUp', agent: 1, session: 1 },
    { type: 'customer.writes', session: 1, text: 'Hello' },
    { type: 'agent.writes', session: 1, agent: 1, text: 'Hi' },
  ]);
  const begun = events.filter(({ step }) => step < 3);
  const turn = events.filter(({ step }) => step > 2);
  const all = [...begun];
  for (let step = 3; step < messages + 3; step += 2) {
    const shift = (all.at(-1)?.seq ?? 0) - (begun.at(-1)?.seq ?? 0);
    all.push(
      ...turn.map((event) => ({
        ...event,
        seq: event.seq + shift,
        step: event.step + step - 3,
        cause: event.cause === 0 ? 0 : event.cause + shift,
      })),
    );
  }
  return all;
}

/** The events, and how often a field of one of them was read. */
function counted(events: readonly RecordedEvent[]) {
  const reads = { count: 0 };
  const watched = events.map(
    (event) =>
      new Proxy(event, {
        get(target, field) {
          reads.count += 1;
          return Reflect.get(target, field) as unknown;
        },
      }),
  );
  return { reads, watched };
}

it('reads for a new event what is new, not the 20,000 messages before it', () => {
  const all = longChat(20_000);
  expect(all.filter(({ type }) => type === 'message.saved').length).toBeGreaterThanOrEqual(20_000);
  const newest = all.filter(({ step }) => step === all.at(-1)?.step);
  const { reads, watched } = counted(all.slice(0, -newest.length));
  const teller = new StoryTeller(createWorld(file), 1);
  for (const event of watched) teller.add(event);
  const story = teller.story;
  if (story === null) throw new Error('The session has no story.');
  const seq = watched.at(-1)?.seq ?? 0;
  const read = { story, seq };
  const before = follow(null, read, watched.slice(-1000), 1, seq);
  const answers = whyNoScreen(before.telling);
  reads.count = 0;

  const heard = [...watched.slice(-1000), ...newest];
  const then = follow(before, read, heard, 1, newest.at(-1)?.seq ?? 0);
  const asked = [whyNoScreen(then.telling), whyUnheard(then.telling).event];

  expect(asked).toEqual([answers, newest.find(({ type }) => type === 'message.saved')?.seq]);
  expect(then.count).toBe(all.length);
  expect(reads.count).toBeLessThan(50);
});
