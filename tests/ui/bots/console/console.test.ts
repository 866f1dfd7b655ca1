import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../../src/engine/events.ts';
import { consoleLines } from '../../../../src/ui/bots/console/console-lines.ts';
import { filteredConsole, type ConsoleFilter } from '../../../../src/ui/bots/console/console-filter.ts';
import { worldWith } from '../../../engine/given.ts';

const by = { script: 4, file: 'bot message received', line: 3, column: 1 };
const said = (seq: number, type: string, rest: object): RecordedEvent =>
  ({ ...by, seq, at: '2026-03-02T09:00:00Z', step: 1, depth: 0, cause: 0, type, by, ...rest }) as never;

const lines = consoleLines(
  [
    said(1, 'script.printed', { channel: 'print', text: 'Order 1042' }),
    said(2, 'script.printed', { channel: 'log', text: 'asked the order service' }),
    said(3, 'script.printed', { channel: 'debug', text: 'order = 1042' }),
    said(4, 'hint.raised', { hint: { code: 'text', params: { text: 'A message of 300 characters' } } }),
    said(5, 'script.failed', {
      kind: 'RunTimeException',
      failure: { code: 'thrown', params: { text: 'No order' } },
      stack: [],
    }),
    said(6, 'script.printed', { channel: 'print', text: 'Order 1043' }),
  ],
  worldWith({}),
);
const wide: ConsoleFilter = { level: 'all', text: '', clearedTo: 0, pausedAt: 0 };
const seqs = (part: Partial<ConsoleFilter>) =>
  filteredConsole(lines, { ...wide, ...part }).lines.map(({ seq }) => seq);

describe('the Console', () => {
  it.each([
    ['all', [1, 2, 3, 4, 5, 6]],
    ['printed', [1, 6]],
    ['logged', [2]],
    ['debug', [3]],
    ['hint', [4]],
    ['failed', [5]],
  ] as const)('of level %s shows those lines and counts the others', (level, expected) => {
    expect(seqs({ level })).toEqual(expected);
    expect(filteredConsole(lines, { ...wide, level }).counts).toEqual({
      all: 6,
      printed: 2,
      logged: 1,
      debug: 1,
      hint: 1,
      failed: 1,
    });
  });

  it('finds lines by all words of them and of their place, whatever their case', () => {
    expect(seqs({ text: ' ORDER  104' })).toEqual([1, 3, 6]);
    expect(seqs({ text: 'received:3', level: 'printed' })).toEqual([1, 6]);
    expect(seqs({ text: 'nowhere' })).toEqual([]);
  });

  it('paused, holds back what comes later and says how much that is', () => {
    const found = filteredConsole(lines, { ...wide, pausedAt: 4 });

    expect(found.lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(found.waiting).toBe(2);
  });

  it('cleared, hides what was there, says how much that is, and has it all again when that is wanted', () => {
    const found = filteredConsole(lines, { ...wide, clearedTo: 5 });

    expect(found.lines.map(({ seq }) => seq)).toEqual([6]);
    expect(found.cleared).toBe(5);
    expect(seqs({ clearedTo: 0 })).toHaveLength(6);
  });
});
