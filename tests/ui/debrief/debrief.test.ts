import { describe, expect, it } from 'vitest';
import { signal } from '@preact/signals';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import { markedAt, highlightsOf, seqOf } from '../../../src/ui/debrief/highlights.ts';
import { mostLines, readRubric, rubricOf } from '../../../src/ui/debrief/rubric-lines.ts';
import { took } from '../../../src/ui/words/debrief-words.ts';

/** A log of which only the steps matter: that of each event. */
const logOf = (...steps: readonly number[]) =>
  steps.map((step, index) => ({ step, seq: index + 1 }) as RecordedEvent);

describe('a note at a moment', () => {
  it('stands at its step, and in the middle of it where that goes on', () => {
    const log = logOf(1, 1, 2, 4);

    expect(markedAt(log, 1)).toEqual({ step: 1, event: 1 });
    expect(markedAt(log, 2)).toEqual({ step: 1 });
    expect(markedAt(log, 4)).toEqual({ step: 4 });
    for (const seq of [1, 2, 3, 4]) expect(seqOf({ name: 'A note', ...markedAt(log, seq) }, log)).toBe(seq);
  });

  it('can be pinned to what is worth talking about, in the order of the log', () => {
    const span = (seq: number) => ({ ms: 1000, from: 0, seq });
    const chat = {
      session: 1,
      customer: 'Ada',
      takenAt: 0,
      takenSeq: 2,
      waited: 0,
      messages: 1,
      endedAt: null,
      rating: null,
    };
    const told = {
      chats: [{ ...chat, firstAnswer: span(9), longestSilence: span(5) }],
      warnings: [
        { session: 2, kind: 'newChat', at: 0, seq: 7, took: null, missed: true },
        { session: 2, kind: 'newChat', at: 0, seq: 8, took: 1, missed: false },
      ],
    } as const;

    const moments = highlightsOf(
      { agent: 1, answers: [], load: [], received: none, sent: none, ...told },
      (session) => (session === 1 ? 'Ada' : 'Bo'),
    );

    expect(moments.map(({ seq, name }) => [seq, name])).toEqual([
      [2, 'Ada was taken'],
      [5, 'Longest silence towards Ada'],
      [7, 'Warning about Bo was missed'],
      [9, 'First answer to Ada'],
    ]);
  });
});

const none = { accepted: 0, rejected: 0, cancelled: 0 };

describe('the rubric', () => {
  const kept = () => {
    const texts = signal<Readonly<Record<string, string>>>({});
    return {
      draft: (place: string) => texts.value[place] ?? '',
      keepDraft: (place: string, text: string) => {
        texts.value = { ...texts.value, [place]: text };
      },
    };
  };

  it('keeps lines of each agent, each once, ticked or not', () => {
    const keeps = kept();
    const rubric = rubricOf(keeps, 1);
    rubric.add('Greeted', ' Greeted ', '', 'Said goodbye');
    rubric.tick('Greeted', true);

    expect(rubricOf(keeps, 1).lines.value).toEqual([
      { text: 'Greeted', ticked: true },
      { text: 'Said goodbye', ticked: false },
    ]);
    expect(rubricOf(keeps, 2).lines.value).toEqual([]);
    rubric.remove('Greeted');
    rubric.remove('Said goodbye');
    expect(keeps.draft('debrief.rubric.1')).toBe('');
  });

  it('takes what it does not understand for nothing, and holds no more than so many lines', () => {
    for (const text of ['{', '3', '[{"text":1,"ticked":true},null,{"text":"x"}]'])
      expect(readRubric(text)).toEqual([]);
    const rubric = rubricOf(kept(), 1);
    rubric.add(...Array.from({ length: 50 }, (_, index) => `Line ${String(index)}`));
    expect(rubric.lines.value).toHaveLength(mostLines);
  });
});

describe('how long something took', () => {
  it('is told with its units, and no more of them than matter', () => {
    expect([0, 48_400, 60_000, 80_000, 3_600_000, 7_500_000].map(took)).toEqual([
      '0 s',
      '48 s',
      '1 min',
      '1 min 20 s',
      '1 h',
      '2 h 5 min',
    ]);
  });
});
