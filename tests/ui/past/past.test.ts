import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import { fold } from '../../../src/engine/fold.ts';
import { worldToJson } from '../../../src/engine/world-json.ts';
import type { StepMark, Workspace } from '../../../src/protocol/engine-api.ts';
import { familyOf } from '../../../src/ui/past/family.ts';
import { Moments } from '../../../src/ui/past/moments.ts';
import { markAt, momentOf, stepsUpTo } from '../../../src/ui/past/places-in-time.ts';
import { pauseOf } from '../../../src/ui/past/play.ts';

const at = '2026-03-02T09:00:00.000Z';
const file = { startsAt: at, agents: [{ id: 1, name: 'Kari' }] };
const event = (seq: number): RecordedEvent => ({
  seq,
  at,
  step: Math.ceil(seq / 3),
  cause: 0,
  depth: 0,
  type: 'presence.changed',
  agent: 1,
  present: seq % 2 === 0,
});

/** A log of so many events, and how often it was asked for what. */
function logOf(count: number, readable = count) {
  const events = Array.from({ length: count }, (_, n) => event(n + 1));
  const folded = (seq: number) => events.slice(0, seq).reduce(fold, createWorld(file));
  const asked: number[] = [];
  const read: number[] = [];
  const moments = new Moments({
    ask: (seq) => {
      asked.push(seq);
      const upTo = Math.min(seq, readable);
      return Promise.resolve({
        world: worldToJson(folded(upTo)),
        events: events.slice(Math.max(0, upTo - 1000), upTo),
      });
    },
    read: (from, to) => {
      read.push(from);
      return Promise.resolve(events.slice(from - 1, Math.min(to, readable)));
    },
    idle: () => Promise.resolve(),
  });
  return { events, folded, asked, read, moments };
}

describe('a moment of the log', () => {
  it('is the world folded up to its event, with the events before it, wherever one comes from', async () => {
    const { moments, folded, events } = logOf(2600);

    for (const seq of [2599, 1, 0, 1337, 250, 249, 251, 2000, 1999, 1336]) {
      const moment = await moments.at(seq);

      expect(moment && worldToJson(moment.world)).toEqual(worldToJson(folded(seq)));
      expect(moment?.events).toEqual(events.slice(Math.max(0, seq - 1000), seq));
    }
  });

  it('is asked for once in a stretch of the log, however often one goes to and fro in it', async () => {
    const { moments, asked } = logOf(1000);

    for (let seq = 500; seq < 750; seq += 1) await moments.at(seq);
    for (let seq = 749; seq >= 500; seq -= 7) await moments.at(seq);

    expect(asked).toEqual([500]);
  });

  it('is folded on from a world that is near, and asked for from further away', async () => {
    const { moments, asked, folded } = logOf(4000);

    for (const seq of [0, 900, 1800, 3900, 2000]) {
      const moment = await moments.at(seq);
      expect(moment && worldToJson(moment.world)).toEqual(worldToJson(folded(seq)));
    }

    expect(asked).toEqual([0, 3750]);
  });

  it('is there at once in a short log that somebody has turned to', async () => {
    const { moments, asked, read, folded } = logOf(3000);
    await moments.warm(3000);
    const before = read.length;

    for (const seq of [2999, 1, 1500, 1499, 30]) {
      const moment = await moments.at(seq);
      expect(moment && worldToJson(moment.world)).toEqual(worldToJson(folded(seq)));
    }

    expect(asked).toEqual([0]);
    expect(read.length).toBe(before);
  });

  it('is the last one before the damage where the log cannot be read so far', async () => {
    const { moments } = logOf(600, 300);

    const moment = await moments.at(590);

    expect(moment?.world.seq).toBe(300);
  });
});

describe('the steps of the log', () => {
  const marks: readonly StepMark[] = [3, 6, 10].map((seq, n) => ({
    step: n + 1,
    seq,
    at: 0,
    by: ['customer'],
  }));

  it('are over when their last event has happened', () => {
    expect([0, 2, 3, 5, 6, 9, 10, 99].map((seq) => stepsUpTo(marks, seq))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('are gone through one by one, from within a step to its borders', () => {
    expect([0, 3, 4, 6, 9].map((seq) => markAt(marks, seq, 1))).toEqual([3, 6, 6, 10, 10]);
    expect(markAt(marks, 10, 1)).toBe(Infinity);
    expect([10, 9, 6, 4, 3, 2, 0].map((seq) => markAt(marks, seq, -1))).toEqual([6, 6, 3, 3, 0, 0, 0]);
  });

  it('are found by a bookmark, or by the event that it names', () => {
    expect(momentOf({ step: 2, name: 'a' }, marks)).toBe(6);
    expect(momentOf({ step: 2, event: 5, name: 'a' }, marks)).toBe(5);
    expect(momentOf({ step: 0, name: 'a' }, marks)).toBeUndefined();
  });
});

describe('playing', () => {
  const said = (text: string): RecordedEvent => ({
    seq: 1,
    at,
    step: 1,
    cause: 0,
    depth: 0,
    type: 'message.saved',
    session: 1,
    message: 1,
    messageType: 1,
    text,
    author: 'Eko',
    specialType: 0,
    specialParam: '',
    whenPosted: at,
  });

  it('goes at the speed of the log, but keeps nobody waiting and flickers for nobody', () => {
    expect(pauseOf('1', 2000, [])).toBe(2000);
    expect(pauseOf('4', 2000, [])).toBe(500);
    expect(pauseOf('1', 3_600_000, [])).toBe(4000);
    expect(pauseOf('16', 1, [])).toBe(120);
  });

  it('leaves time to read what was said, at reading speed', () => {
    const short = pauseOf('reading', 0, [said('Hi')]);
    const long = pauseOf('reading', 0, [said('x'.repeat(80))]);

    expect(long).toBeGreaterThan(short + 3000);
    expect(pauseOf('reading', 0, [said('x'.repeat(9000))])).toBe(8000);
  });
});

describe('branches', () => {
  const workspace = (id: string, parent?: string, createdAt = 1): Workspace => ({
    id,
    name: id,
    createdAt,
    openedAt: 1,
    began: parent === undefined ? 'sample' : 'branch',
    ...(parent === undefined ? {} : { parent, parentStep: 2 }),
  });
  const named = (all: readonly Workspace[], id: string) =>
    familyOf(all, id).map((branch) => `${'-'.repeat(branch.depth)}${branch.workspace.id}`);

  it('stand behind the one that they left, whichever of them is open', () => {
    const all = [
      workspace('other'),
      workspace('c', 'a', 3),
      workspace('b', 'a', 2),
      workspace('d', 'b', 4),
      workspace('a'),
    ];

    for (const id of ['a', 'b', 'c', 'd']) expect(named(all, id)).toEqual(['a', '-b', '--d', '-c']);
    expect(named(all, 'other')).toEqual(['other']);
    expect(named(all, 'unknown')).toEqual([]);
  });

  it('stand alone where the one that they left is gone, and never in a circle', () => {
    expect(named([workspace('b', 'gone'), workspace('c', 'b')], 'c')).toEqual(['b', '-c']);
    expect(named([workspace('x', 'y'), workspace('y', 'x')], 'x').length).toBe(2);
  });
});
