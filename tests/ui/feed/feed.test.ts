import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import type { Publication } from '../../../src/protocol/engine-api.ts';
import { attempts, Feed, patience } from '../../../src/ui/feed/feed.ts';
import { FakeTime, settle } from '../../support/fake-time.ts';

/** What is told apart by its number and the generation of its log. */
const eventOf = (seq: number, generation = 0): RecordedEvent => ({
  type: 'script.printed',
  text: `${String(seq)} of log ${String(generation)}`,
  channel: 'print',
  seq,
  at: '2026-01-05T08:00:00Z',
  step: seq,
  cause: 0,
  depth: 0,
});
const stretch = (from: number, to: number, generation = 0): RecordedEvent[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => eventOf(from + index, generation));

/** A page over a log that others write, with what a real page has: it opens again what the feed says is out of date. */
class Page {
  readonly time = new FakeTime();
  readonly disk: { generation: number; events: RecordedEvent[]; fails: number } = {
    generation: 0,
    events: [],
    fails: 0,
  };
  /** The log as it is shown. */
  shown: RecordedEvent[] = [];
  readonly others: Publication[] = [];
  opened = 0;
  reads = 0;
  readonly feed = new Feed({
    read: async (_, from, to) => {
      this.reads += 1;
      await settle(1);
      if (this.disk.fails-- > 0) throw new Error('The disk cannot be read.');
      return this.disk.events.slice(from - 1, to);
    },
    show: (publication) => {
      if (publication.type === 'events') {
        for (const event of publication.events) {
          expect(event.seq).toBe(this.shown.length + 1);
          this.shown.push(event);
        }
      } else if (publication.type === 'reopen') void this.open();
      else this.others.push(publication);
    },
    after: this.time.after,
  });

  async open(workspace = 'w'): Promise<void> {
    this.feed.opening();
    await settle(1);
    const { generation, events } = this.disk;
    this.shown = [...events];
    this.opened += 1;
    this.feed.opened({
      workspace: { id: workspace, name: '', createdAt: 0, openedAt: 0 },
      generation,
      world: { seq: events.length } as never,
    });
  }

  /** Events are written, and not told yet. */
  write(count: number): RecordedEvent[] {
    const { generation, events } = this.disk;
    const more = stretch(events.length + 1, events.length + count, generation);
    this.disk.events = [...events, ...more];
    return more;
  }

  tell(events: readonly RecordedEvent[], generation = this.disk.generation): void {
    this.feed.receive({ type: 'events', workspace: 'w', generation, events });
  }
}

describe('the feed', () => {
  it('shows what comes twice once, and what comes too soon after what is before it', async () => {
    const page = new Page();
    await page.open();
    const [one, two, three] = stretch(1, 3) as [RecordedEvent, RecordedEvent, RecordedEvent];
    page.disk.events = [one, two, three];

    page.tell([one]);
    page.tell([one, two]);
    page.tell([three, three]);
    page.tell([two]);

    expect(page.shown).toEqual([one, two, three]);
    expect(page.reads).toBe(0);
  });

  it('reads at once what was lost before something else came', async () => {
    const page = new Page();
    await page.open();
    const [, , three] = page.write(3);

    page.tell(three === undefined ? [] : [three]);
    await settle();

    expect(page.shown).toEqual(stretch(1, 3));
    expect([page.reads, page.opened, page.time.now]).toEqual([1, 1, 0]);
  });

  it('reads at once what it is told that the log holds, though nobody told the events', async () => {
    const page = new Page();
    await page.open();
    page.write(2);

    page.feed.receive({ type: 'reached', workspace: 'w', generation: 0, seq: 2 });
    await settle();

    expect(page.shown).toEqual(stretch(1, 2));
  });

  it('lets an answer wait for its events, and reads them when they do not come', async () => {
    const page = new Page();
    await page.open();
    const [one] = page.write(2);
    const resolved: number[] = [];
    for (const seq of [1, 2]) void page.feed.reach('w', seq).then(() => resolved.push(seq));

    page.tell(one === undefined ? [] : [one]);
    await settle();
    expect([resolved, page.reads]).toEqual([[1], 0]);

    await page.time.pass(patience);
    expect([resolved, page.reads]).toEqual([[1, 2], 1]);
  });

  it('reads what somebody waits for since the workspace was being opened, though nobody tells of it', async () => {
    const page = new Page();
    const opening = page.open();
    let resolved = 0;
    void page.feed.reach('w', 1).then(() => (resolved += 1));
    await opening;
    page.write(1);
    expect([page.shown, resolved]).toEqual([[], 0]);

    await page.time.pass(patience);

    expect([page.shown, resolved]).toEqual([stretch(1, 1), 1]);
  });

  it('goes on trying for a while what cannot be read yet', async () => {
    const page = new Page();
    await page.open();
    page.write(1);
    page.disk.fails = attempts - 1;
    let resolved = 0;
    void page.feed.reach('w', 1).then(() => (resolved += 1));

    await page.time.pass(patience * (attempts - 1));
    expect(resolved).toBe(0);
    await page.time.pass(patience);

    expect([resolved, page.opened]).toEqual([1, 1]);
  });

  it('has the workspace opened again when what is missing cannot be had, and lets nobody wait for ever', async () => {
    const page = new Page();
    await page.open();
    const resolved: number[] = [];
    void page.feed.reach('w', 1).then(() => resolved.push(1)); // said to be on disk, and is not

    await page.time.pass(patience * (attempts + 1));

    expect([resolved, page.opened]).toEqual([[1], 2]);
    await page.time.pass(60_000);
    expect([page.opened, page.reads]).toEqual([2, attempts]);
    page.tell(page.write(1));
    expect(page.shown).toEqual(stretch(1, 1));
  });

  it('opens the workspace again rather than read more than it would hold', async () => {
    const page = new Page();
    await page.open();
    page.write(5000);

    page.feed.receive({ type: 'reached', workspace: 'w', generation: 0, seq: 5000 });
    await settle();

    expect([page.shown.length, page.reads, page.opened]).toEqual([5000, 0, 2]);
  });

  it('opens the workspace again when its log was cut, and heeds no event of the log before', async () => {
    const page = new Page();
    await page.open();
    page.tell(page.write(3));
    page.disk.generation = 1;
    page.disk.events = stretch(1, 1);
    const [two] = page.write(1);

    page.tell(two === undefined ? [] : [two]);
    page.tell(stretch(3, 4, 0), 0);
    await settle();

    expect(page.shown).toEqual([eventOf(1), eventOf(2, 1)]);
    expect(page.opened).toBe(2);
  });

  it('keeps what is told of a workspace until that is shown, and heeds nothing of another one', async () => {
    const page = new Page();
    const clock = { type: 'clock', workspace: 'w', clock: { speed: 2, paused: false }, now: 1 } as const;
    page.feed.receive(clock);
    page.feed.receive({ ...clock, workspace: 'other' });
    const opening = page.open();
    page.tell(page.write(1));
    page.feed.receive({ type: 'tabs', tabs: { writes: true, tabs: 1 } });
    expect(page.others.map(({ type }) => type)).toEqual(['tabs']);

    await opening;

    expect(page.others).toEqual([{ type: 'tabs', tabs: { writes: true, tabs: 1 } }, clock]);
    expect(page.shown).toEqual(stretch(1, 1));
  });

  it('answers those who wait for a workspace that is left, and no others', async () => {
    const page = new Page();
    await page.open();
    const resolved: string[] = [];
    void page.feed.reach('w', 1).then(() => resolved.push('w'));
    await page.open('x');
    void page.feed.reach('w', 9).then(() => resolved.push('w again'));
    void page.feed.reach('x', 1).then(() => resolved.push('x'));

    await settle();

    expect(resolved).toEqual(['w', 'w again']);
  });

  it('goes on with what was shown when another workspace cannot be opened', async () => {
    const page = new Page();
    await page.open();
    const resolved: number[] = [];
    void page.feed.reach('w', 1).then(() => resolved.push(1));
    page.feed.opening();
    page.tell(page.write(1));
    await settle();
    expect(page.shown).toEqual([]);

    page.feed.notOpened();
    await settle();

    expect([page.shown, resolved]).toEqual([stretch(1, 1), [1]]);
  });
});

/** What happens to a page: each step of the log is written, told and answered, in whatever order and how often. */
type Happening =
  | { readonly what: 'write'; readonly count: number }
  | { readonly what: 'tell' | 'answer'; readonly from: number; readonly count: number }
  | { readonly what: 'reached' | 'takeover' | 'reopen' | 'open' | 'wait' | 'fail' };

const happenings = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ what: fc.constant('write' as const), count: fc.integer({ min: 1, max: 4 }) }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        what: fc.constantFrom('tell' as const, 'answer' as const),
        from: fc.nat(30),
        count: fc.integer({ min: 1, max: 5 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constantFrom(
          'reached' as const,
          'takeover' as const,
          'reopen' as const,
          'open' as const,
          'wait' as const,
          'fail' as const,
        ),
      }),
    },
  ),
  { maxLength: 60 },
);

class Run {
  readonly page = new Page();
  readonly resolutions: { readonly seq: number; times: number }[] = [];

  happen(happening: Happening): Promise<void> | void {
    const { page } = this;
    const { feed, disk } = page;
    switch (happening.what) {
      case 'write':
        page.write(happening.count);
        return;
      case 'tell':
        page.tell(disk.events.slice(happening.from, happening.from + happening.count));
        return;
      case 'answer':
        this.#answer(Math.min(disk.events.length, happening.from + happening.count));
        return;
      case 'reached':
        feed.receive({
          type: 'reached',
          workspace: 'w',
          generation: disk.generation,
          seq: disk.events.length,
        });
        return;
      // Another tab goes on with the same log, under an epoch of its own: it tells what it read, and what it writes.
      case 'takeover':
        feed.receive({
          type: 'reached',
          workspace: 'w',
          generation: disk.generation,
          seq: disk.events.length,
        });
        page.tell(page.write(1));
        page.tell(disk.events.slice(-3));
        return;
      case 'reopen':
        feed.receive({ type: 'reopen', workspace: 'w' });
        return;
      case 'open':
        return page.open();
      case 'wait':
        return page.time.pass(patience);
      case 'fail':
        disk.fails = 2;
    }
  }

  #answer(seq: number): void {
    const one = { seq, times: 0 };
    this.resolutions.push(one);
    void this.page.feed.reach('w', seq).then(() => {
      one.times += 1;
      expect(this.page.shown.length).toBeGreaterThanOrEqual(seq);
    });
  }
}

describe('publications and answers in any order, twice, with gaps, over a takeover', () => {
  it('show the same log, and let each answer go once, never before its events are shown', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (list) => {
        const run = new Run();
        await run.page.open();
        for (const happening of list) {
          await run.happen(happening);
          const { shown, disk } = run.page;
          expect(shown).toEqual(disk.events.slice(0, shown.length));
          for (const { seq, times } of run.resolutions)
            if (times > 0) expect(shown.length).toBeGreaterThanOrEqual(seq);
        }
        await run.happen({ what: 'reached' });
        await settle();
        await run.page.time.pass(patience * attempts);

        expect(run.page.shown).toEqual(run.page.disk.events);
        expect(run.resolutions.map(({ times }) => times)).toEqual(run.resolutions.map(() => 1));
      }),
      { numRuns: 200 },
    );
  });
});
