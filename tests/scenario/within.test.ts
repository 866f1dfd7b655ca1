import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunScript } from '../../src/engine/script-call.ts';
import type { Expectation, ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { versionOf } from '../../src/scenario/version.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { helpDesk, problemsOf } from './scenarios.ts';

const none: RunScript = () => ({ data: { outputs: {}, state: {}, blocked: false, message: '' } });
const connects = { type: 'customer.connects', channel: 1 } as const;
const vanishes = { type: 'customer.disconnects', session: 1 } as const;

/** A customer waits and vanishes: sixty seconds later the session is closed by itself. */
const vanishing = (expected: readonly Expectation[], ...after: ScenarioStep[]): ScenarioFile =>
  helpDesk({ input: connects }, { input: vanishes, expect: expected }, ...after);

const failures = (file: ScenarioFile): readonly string[] =>
  replay(file, none).steps.flatMap((step) => step.failures.map(({ message }) => message));

describe('an expectation with "within"', () => {
  it('holds when it does at some moment until then, of a status, a queue, a session and an event', () => {
    const closed = { event: 'session.statusChanged', from: 4 };
    const file = vanishing([
      { status: 4 },
      { queue: [1] },
      { ...closed, within: '60s' },
      { queue: [], within: '1m' },
      { session: { connected: false }, within: '60s' },
      { ...closed, times: 1, within: '60s' },
    ]);

    expect(failures(file)).toEqual([]);
  });

  it('says what it was until then when it does not', () => {
    const file = vanishing([
      { queue: [], within: '59s' },
      { event: 'session.statusChanged', within: '59999ms' },
      { event: 'session.statusChanged', times: 2, within: '2h' },
    ]);

    expect(failures(file)).toEqual([
      'Not within 59s: Expected the sessions waiting to be []; they are [1].',
      expect.stringMatching(/^Expected session.statusChanged within 59999ms\. There was no/) as string,
      'Not within 2h: Expected session.statusChanged 2 times, found it once.',
    ]);
  });

  it('of "no" holds when it does at every moment until then', () => {
    const no = { event: 'session.statusChanged' };

    expect(failures(vanishing([{ no }, { no, within: '59s' }]))).toEqual([]);
    expect(failures(vanishing([{ no, within: '60s' }]))[0]).toMatch(
      /^Expected no session.statusChanged within 60s, but event \d+ is one\.$/,
    );
  });

  it('finds events in their order, later ones after those of the step', () => {
    const left = { event: 'customer.disconnected' };
    const closed = { event: 'session.statusChanged', within: '60s' };

    expect(failures(vanishing([left, closed]))).toEqual([]);
    expect(failures(vanishing([closed, left]))).toHaveLength(1);
  });

  it('knows a status that only stood for a while', () => {
    const file = helpDesk({ input: connects, expect: [{ status: 4, within: '1h' }] });

    expect(failures(file)).toEqual([]);
  });

  it('counts nothing of its own moving of the clock', () => {
    const no = { event: 'clock.advanced' };

    expect(failures(vanishing([{ no, within: '3h' }]))).toEqual([]);
  });

  it('changes nothing for the steps after it, whatever it looks for', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.constantFrom('ms', 's', 'm', 'h'));
    fc.assert(
      fc.property(span, fc.integer({ min: 1, max: 90 }), ([amount, unit], seconds) => {
        const within = `${String(amount)}${unit}`;
        const next = { at: `+${String(seconds)}s`, input: connects };
        const asked = vanishing(
          [
            { status: 4, within },
            { no: { event: 'hint.raised' }, within },
          ],
          next,
          next,
        );
        const plain = vanishing([], next, next);

        const [came, without] = [replay(asked, none), replay(plain, none)];

        expect(came.ok).toBe(true);
        expect(came.events).toEqual(without.events);
        expect(came.world.now).toBe(without.world.now);
      }),
    );
  });

  it('sees what the next step would bring if it came so much later', () => {
    const later = replay(vanishing([], { input: { type: 'clock.advances', by: 60_000 } }), none);
    const closed = later.events.find(({ type }) => type === 'session.statusChanged');

    expect(closed).toBeDefined();
    expect(
      failures(vanishing([{ event: 'session.statusChanged', at: closed?.at ?? '', within: '60s' }])),
    ).toEqual([]);
  });
});

describe('"within" in a file', () => {
  const file = { ...vanishing([{ status: 4, within: '5s' }]), version: 2 } as const;

  it('belongs to version 2 of the format', () => {
    expect(versionOf(file)).toBe(2);
    expect(versionOf(vanishing([{ status: 4 }]))).toBe(1);
    expect(problemsOf({ ...file, version: 1 })).toEqual([
      {
        path: 'steps[1].expect[0].within',
        message: '“within” belongs to version 2 of the format. Say "version": 2.',
      },
    ]);
  });

  it('is written as it was read', () => {
    const entries: Expectation[] = [
      { event: 'message.saved', times: 2, within: '5s', text: 'hi' },
      { no: { event: 'message.saved' }, within: '5s' },
      { refused: false, within: '1ms' },
    ];
    const text = writeScenario({ ...vanishing(entries), version: 2 });
    const read = parseScenario(text);

    expect(read.ok && writeScenario(read.scenario)).toBe(text);
  });

  it.each(['5', '5 s', '+5s', '-5s', '', '9999d', '12345678901ms'])(
    'is refused when it is “%s”',
    (within) => {
      expect(problemsOf({ ...vanishing([{ status: 4, within }]), version: 2 })).toEqual([
        {
          path: 'steps[1].expect[0].within',
          message: expect.stringContaining('This must be a span of time such as "5s" or "200ms"') as string,
        },
      ]);
    },
  );
});
