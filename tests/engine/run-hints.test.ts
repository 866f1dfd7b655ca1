import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { ChannelFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { nearness, limitsOf, runUsages, worstOf } from '../../src/engine/limits-seen.ts';
import { runHintsOf } from '../../src/engine/run-hints.ts';
import { replay } from '../../src/scenario/replay.ts';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import { tables } from '../crmscript/tables.ts';

type Scripts = Readonly<Record<string, string>>;

const connects: Input = { type: 'customer.connects', channel: 1, customer: { alias: 'Ada', name: 'Ada' } };
const writes = (text: string): Input => ({ type: 'customer.writes', session: 1, text });
const post = 'addChatMessage(session, "Hi", 1, "Eko", 16, "");';

/** What came of some inputs, with a bot of these scripts. */
function played(
  scripts: Scripts,
  inputs: readonly Input[],
  channel: Partial<ChannelFile> = {},
  onlineLimits = false,
) {
  const own = Object.entries({ register: '', ...scripts }).map(([role, body], index) => ({
    id: index + 1,
    name: `my bot ${role}`,
    source: `#setLanguageLevel 3;\nEventData event = getEventData();\nInteger session = 1;\nString text = event.getInputValue("chatMessage.message");\n${body}`,
  }));
  const { events } = replay(
    {
      format: 'rehearsal-scenario',
      version: 2,
      name: 'Hints',
      world: {
        startsAt: '2026-03-02T09:00:00Z',
        agents: [{ id: 1, name: 'Kari', present: true }],
        channels: [
          {
            id: 1,
            name: 'Support',
            members: [{ agent: 1, canRespond: true }],
            bot: { enabled: true, folder: 'My bot', name: 'Eko' },
            ...channel,
          },
        ],
        folders: [{ id: 1, name: 'My bot', scripts: own }],
        mocks: [{ id: 1, request: { url: 'https://x.example/' }, responses: [{ body: 'y', delay: 2000 }] }],
        options: { onlineLimits },
      },
      steps: inputs.map((input) => ({ input })),
    },
    createRunScript(tables),
    { matcher: matchesRegexp },
  );
  return events;
}

const codes = (...args: Parameters<typeof played>): readonly string[] =>
  runHintsOf(played(...args)).map(({ hint, rule, line }) => `${hint.code} ${rule} ${String(line)}`);

describe('a run shows', () => {
  const withForm = { preChatForm: { enabled: true } };

  it('that the pre-chat form was skipped, and at which line', () => {
    expect(codes({ 'session created': post }, [connects], withForm)).toEqual(['forms-were-skipped T14 5']);
    expect(codes({ 'session created': post }, [connects])).toEqual([]);
  });

  it('that a script wrote after the hand-over', () => {
    const overFirst = `if (text == "human") { resetChat(session); }\n${post}`;
    const overLast = `${post}\nif (text == "human") { resetChat(session); }`;

    expect(codes({ 'message received': overFirst }, [connects, writes('human')])).toEqual([
      'wrote-after-hand-over T13 6',
    ]);
    expect(codes({ 'message received': overLast }, [connects, writes('human')])).toEqual([]);
    expect(codes({ 'message received': overFirst }, [connects, writes('hello')])).toEqual([]);
  });

  it('that a chat was ended without a word, unless the word came in the same moment', () => {
    const end = 'setChatStatus(session, 7);';

    expect(codes({ 'message received': end }, [connects, writes('quit')])).toEqual([
      'ended-without-word T17 5',
    ]);
    expect(codes({ 'message received': `${post}\n${end}` }, [connects, writes('quit')])).toEqual([]);
    expect(codes({ 'message received': `${end}\n${post}` }, [connects, writes('quit')])).toEqual([]);
  });

  it('what scripts were hinted at for SuperOffice Online', () => {
    const calls = `HTTP h; h.get("https://x.example:8443/"); sleep(61);`;

    expect(codes({ 'message received': calls }, [connects, writes('x')])).toEqual([
      'online-port rulings 40 5',
      'online-run-time rulings 40 0',
    ]);
  });

  it('nothing of what lies before the events at hand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('human', 'quit', 'hello'), { maxLength: 6 }),
        fc.nat(40),
        (texts, from) => {
          const body = `if (text == "human") { resetChat(session); ${post} }\nif (text == "quit") { setChatStatus(session, 7); }`;
          const events = played({ 'message received': body }, [connects, ...texts.map(writes)]);
          const all = new Set(runHintsOf(events).map(({ hint, seq }) => `${String(seq)} ${hint.code}`));
          const some = runHintsOf(events.slice(from)).map(({ hint, seq }) => `${String(seq)} ${hint.code}`);

          // Less is known, so it may be a weaker word for the same event, and never one for another.
          const seqs = new Set([...all].map((one) => one.split(' ')[0]));
          expect(some.filter((one) => !seqs.has(one.split(' ')[0]))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what a run cost', () => {
  it('is told by its events: statements, calls, time, and memory where it is much', () => {
    const body = `HTTP h; h.get("https://x.example/"); h.get("https://x.example/"); sleep(30);\nString t = "0123456789"; for (Integer i = 0; i < 14; i++) { t = t + t; }`;
    const events = played({ 'message received': body }, [connects, writes('x')]);

    const [run] = runUsages(events).filter(({ calls }) => calls > 0);

    expect(run).toMatchObject({ calls: 2, took: 34_000, failed: false });
    expect(run?.statements).toBeGreaterThan(30);
    expect(run?.memory).toBeGreaterThan(300_000);
    expect(run?.memory).toBeLessThan(8 * 1024 * 1024);
  });

  it('is no word in the log where there is little', () => {
    const ends = played({ 'message received': post }, [connects, writes('x')]).filter(
      ({ type }) => type === 'script.finished',
    );

    expect(ends.length).toBeGreaterThan(0);
    for (const end of ends) expect(Object.keys(end)).not.toEqual(expect.arrayContaining(['took']));
    for (const end of ends) expect(Object.keys(end)).not.toEqual(expect.arrayContaining(['memory']));
  });

  it('is near its limit from half of it on, and very near from nine tenths', () => {
    const share = (used: number) => nearness({ used, limit: 100 });

    expect([50, 51, 90, 91, 300].map(share)).toEqual(['far', 'near', 'near', 'very-near', 'very-near']);
  });

  it('is worst, of each script, where it is most; the script nearest to a limit comes first', () => {
    const run = { failed: false, calls: 0, took: 0, memory: 0 };
    const runs = [
      { ...run, seq: 1, end: 2, script: 1, statements: 10 },
      { ...run, seq: 3, end: 4, script: 2, statements: 5, took: 40_000 },
      { ...run, seq: 5, end: 6, script: 1, statements: 900, calls: 2 },
    ];

    const worst = worstOf(runs, 1000);

    expect(worst.map(({ script, runs: n, end, statements }) => [script, n, end, statements])).toEqual([
      [1, 2, 6, 900],
      [2, 1, 4, 5],
    ]);
    expect(
      worst
        .slice(0, 1)
        .flatMap((one) => limitsOf(one, 1000))
        .map(({ of, used, limit }) => [of, used, limit]),
    ).toEqual([
      ['time', 0, 60_000],
      ['memory', 0, 8_388_608],
      ['statements', 900, 1000],
    ]);
  });
});
