import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../../src/bots/run-script.ts';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import { replay } from '../../../src/scenario/replay.ts';
import type { Store } from '../../../src/ui/store/store.ts';
import { filesIn, previewOf, transcriptFiles } from '../../../src/ui/files/transcript-files.ts';
import { wholeLog } from '../../../src/ui/files/whole-log.ts';
import { helpDesk } from '../../scenario/scenarios.ts';

/** A log of a customer who types a lot, so that it is longer than what is read at once. */
const typed = Array.from({ length: 2100 }, (_, index) => ({
  input: { type: 'customer.types', session: 1, typing: index % 2 === 0 } as const,
}));
const played = replay(
  helpDesk(
    { input: { type: 'customer.connects', channel: 1, customer: { name: 'A/B: "C"\u202E' } } },
    ...typed,
    { input: { type: 'customer.writes', session: 1, text: 'hello' } },
    { input: { type: 'customer.connects', channel: 1 } },
  ),
  createRunScript(),
);

function storeThat(read: (from: number, to: number) => readonly RecordedEvent[]): Store {
  const store: Pick<Store, 'world' | 'workspace'> & { readonly engine: Pick<Store['engine'], 'events'> } = {
    world: signal(played.world),
    workspace: signal({ id: 'w', name: 'Desk', createdAt: 0, openedAt: 0 } as Store['workspace']['value']),
    engine: { events: (_, from, to) => Promise.resolve(read(from, to)) },
  };
  return store as Store;
}

describe('the transcript of a workspace', () => {
  it('is made of the whole log, of which the window holds the newest events only', async () => {
    const reads: string[] = [];
    const store = storeThat((from, to) => {
      reads.push(`${String(from)}-${String(to)}`);
      return played.events.slice(from - 1, to);
    });

    const log = await wholeLog(store);

    expect(log?.events).toEqual(played.events);
    expect(reads).toEqual(['1-2000', `2001-${String(played.events.length)}`]);
  });

  it('is none when the log cannot be read to its end', async () => {
    expect(
      await wholeLog(storeThat((from, to) => played.events.slice(from - 1, Math.min(to, 500)))),
    ).toBeNull();
  });

  it('is named after workspace and customer, by a name that every system takes', () => {
    const name = (session: number, format: 'md' | 'chat') =>
      transcriptFiles(played, ' ../Desk ', { session, format }).map((file) => file.name);

    expect(name(1, 'md')).toEqual(['Desk - 1 A B C.md']);
    expect(name(0, 'md')).toEqual(['Desk.md']);
    expect(name(0, 'chat')).toEqual(['Desk - 1 A B C.chat', 'Desk - 2 Customer 2.chat']);
  });

  it('is shown by its first lines, a page to print by its words', () => {
    const preview = previewOf(played, 'Desk', { session: 1, format: 'html' });

    expect(preview.text).toMatch(/^Transcript: Desk\nTimes in UTC\. 1 session\./);
    expect(preview.text).toContain('hello');
    expect(filesIn(played, { session: 0, format: 'convo.txt' })).toBe(2);
    expect(filesIn(played, { session: 0, format: 'csv' })).toBe(1);
  });
});
