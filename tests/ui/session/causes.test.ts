import { describe, expect, it } from 'vitest';
import type { Envelope, RecordedEvent } from '../../../src/engine/events.ts';
import {
  causalList,
  chainOf,
  lastStatusChange,
  missingCause,
  whyRows,
} from '../../../src/ui/session/causes.ts';
import { openFailure } from '../../../src/ui/session/failures.ts';

const at = '2026-03-02T09:00:00.000Z';
const envelope = (seq: number, cause: number, more: Pick<Envelope, 'rule'> = {}) => ({
  seq,
  at,
  step: 2,
  cause,
  depth: 0,
  ...more,
});
const said = { session: 1, messageType: 1, specialType: 0, specialParam: '', whenPosted: at } as const;

/** A customer writes, the bot's script answers on its line 14. */
const events: readonly RecordedEvent[] = [
  { type: 'message.saved', ...said, message: 1, text: 'hi', author: 'Ada', ...envelope(1, 0) },
  { type: 'session.statusChanged', session: 1, from: 6, to: 5, ...envelope(2, 1, { rule: 'T15' }) },
  {
    type: 'script.started',
    script: 4,
    name: 'bot message received',
    role: 'messageReceived',
    session: 1,
    ...envelope(3, 1),
  },
  {
    type: 'message.saved',
    ...said,
    message: 2,
    text: 'yes?',
    author: 'Eko',
    ...envelope(4, 3),
    by: { script: 4, line: 14 },
  },
  {
    type: 'session.statusChanged',
    session: 1,
    from: 5,
    to: 6,
    ...envelope(5, 4),
    by: { script: 4, line: 14 },
  },
];
const nowhere = () => ({ script: 0, line: 0 });
const lookUp = (seq: number) => events[seq - 1];
const [, , , , answer] = events as [
  RecordedEvent,
  RecordedEvent,
  RecordedEvent,
  RecordedEvent,
  RecordedEvent,
];

describe('the causal list', () => {
  it('walks up the causes to the input', () => {
    expect(chainOf(answer, lookUp).map(({ seq }) => seq)).toEqual([1, 3, 4, 5]);
  });

  it('adds the status changes of the same step, so that the statuses add up', () => {
    expect(causalList(answer, events, lookUp).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('names the line of the script once for all that it did, instead of the start of the script', () => {
    const rows = whyRows(causalList(answer, events, lookUp), nowhere);

    expect(rows.map((row) => (row.kind === 'line' ? `line ${String(row.line)}` : row.event.seq))).toEqual([
      1,
      2,
      'line 14',
      4,
      5,
    ]);
  });

  it('tells which cause has to be fetched', () => {
    const held = (seq: number) => (seq >= 4 ? lookUp(seq) : undefined);

    expect(missingCause(answer, held)).toBe(3);
    expect(missingCause(answer, lookUp)).toBe(0);
  });

  it('ends where a cause does not lie before its event', () => {
    const own: RecordedEvent = { ...answer, cause: 5 };

    expect(chainOf(own, lookUp)).toEqual([own]);
  });

  it('begins with the last status change of the session', () => {
    expect(lastStatusChange(events, 1)?.seq).toBe(5);
    expect(lastStatusChange(events, 2)).toBeUndefined();
  });
});

describe('a script that failed', () => {
  const run = { script: 4, statements: 3, session: 1 };
  const failure = { code: 'thrown', params: { text: 'x is NULL' } };
  const how = { kind: 'NullError', failure, file: 'part', line: 9, column: 1, stack: [] };
  const failed = { type: 'script.failed', ...run, ...how, ...envelope(6, 3) } as const;
  const finished = { type: 'script.finished', ...run, ...envelope(7, 3) } as const;

  it('is explained with the line where it failed', () => {
    const rows = whyRows(causalList(failed, [...events, failed], lookUp), () => ({ script: 7, line: 9 }));

    expect(rows.map((row) => (row.kind === 'line' ? [row.script, row.line] : row.event.type))).toEqual([
      'message.saved',
      'session.statusChanged',
      [4, 14],
      'session.statusChanged',
      [7, 9],
      'script.failed',
    ]);
  });

  it('stays open until it runs to its end for the same session', () => {
    const other = { ...finished, session: 2 };

    expect(openFailure([...events, failed], 1)).toBe(failed);
    expect(openFailure([failed, other, { ...finished, script: 5 }], 1)).toBe(failed);
    expect(openFailure([failed], 2)).toBeUndefined();
    expect(openFailure([failed, finished], 1)).toBeUndefined();
  });
});
