import { describe, expect, it } from 'vitest';
import type { RunScript } from '../../src/engine/script-call.ts';
import { replay } from '../../src/scenario/replay.ts';
import { helpDesk } from './scenarios.ts';

const none: RunScript = () => ({ data: { outputs: {}, state: {}, blocked: false, message: '' } });
const connects = { type: 'customer.connects', channel: 1 } as const;
const messages = (result: ReturnType<typeof replay>) => result.steps.flatMap(({ failures }) => failures);

describe('replay', () => {
  it('numbers steps from 1 and events over all of them', () => {
    const { ok, events, steps, world } = replay(
      helpDesk({ input: connects }, { at: '+5s', input: connects }),
      none,
    );

    expect(ok).toBe(true);
    expect(steps.map(({ index, outcome }) => [index, outcome])).toEqual([
      [1, 'committed'],
      [2, 'committed'],
    ]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)).toMatchObject({ step: 2, at: '2026-03-02T09:00:05.000Z' });
    expect(world.sessions.length).toBe(2);
  });

  it('counts an offset from the clock as the last step left it', () => {
    const scenario = helpDesk(
      { input: { type: 'clock.advances', by: 60_000 } },
      { at: '+5s', input: connects },
    );

    expect(replay(scenario, none).events.at(-1)?.at).toBe('2026-03-02T09:01:05.000Z');
  });

  it('refuses an instant in the past, with the number of the step', () => {
    const scenario = helpDesk({ input: connects }, { at: '2026-03-02T08:59:59Z', input: connects });

    expect(messages(replay(scenario, none))).toEqual([
      {
        path: 'steps[1].at',
        message: expect.stringMatching(
          /^Step 2: .* is in the past; the clock stands at 2026-03-02T09:00:00.000Z/,
        ) as string,
      },
    ]);
  });

  it('fails when a step is refused that should not be', () => {
    const writes = { type: 'customer.writes', session: 7, text: 'hi' } as const;

    expect(replay(helpDesk({ input: writes }), none).ok).toBe(false);
    expect(replay(helpDesk({ input: writes, expect: [{ refused: true }] }), none).ok).toBe(true);
    expect(replay(helpDesk({ input: connects, expect: [{ refused: true }] }), none).ok).toBe(false);
  });

  it('lets later steps be played after one that failed', () => {
    const scenario = helpDesk(
      { input: connects, expect: [{ status: 7 }] },
      { input: connects, expect: [{ queue: [1, 2] }] },
    );

    expect(messages(replay(scenario, none))).toEqual([
      { path: 'steps[0].expect[0]', message: 'Expected session 1 in status 7 Finished; it is in 4 InQueue.' },
    ]);
  });

  it('counts what timers did on the way for what the step expects', () => {
    const scenario = helpDesk(
      { input: connects },
      { input: { type: 'customer.disconnects', session: 1 } },
      {
        at: '+2m',
        input: connects,
        expect: [{ event: 'session.statusChanged', session: 1, to: 11 }, { event: 'session.created' }],
      },
    );

    expect(messages(replay(scenario, none))).toEqual([]);
  });

  it('takes a step about no session to be about the only one', () => {
    const advances = { type: 'clock.advances', by: 1000 } as const;
    const one = helpDesk({ input: connects }, { input: advances, expect: [{ status: 4 }] });
    const two = helpDesk(
      { input: connects },
      { input: connects },
      { input: advances, expect: [{ status: 4 }] },
    );

    expect(messages(replay(one, none))).toEqual([]);
    expect(messages(replay(two, none))).toEqual([
      { path: 'steps[2].expect[0]', message: 'This input is about no session. Name one with "session".' },
    ]);
  });

  it('fails when an answer was recorded for a call that nobody makes', () => {
    const answers = [{ method: 'GET', url: 'https://example.com/', status: 200 }];

    expect(messages(replay(helpDesk({ input: connects, answers }), none))).toEqual([
      {
        path: 'steps[0].answers[0]',
        message: 'Recorded was GET https://example.com/, but the script made no call.',
      },
    ]);
  });

  it('fails when a variable was changed, or the step stopped, at a statement that nothing comes to', () => {
    const edits = [{ statement: 1, frame: 0, variable: 'x', value: '1' }];

    expect(messages(replay(helpDesk({ input: connects, edits, stoppedAt: 3 }), none))).toMatchObject([
      { path: 'steps[0].edits', message: expect.stringContaining('which no script came to') as string },
      { path: 'steps[0].stoppedAt' },
    ]);
  });
});
