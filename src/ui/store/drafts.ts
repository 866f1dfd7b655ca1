import { signal } from '@preact/signals';
import type { Engine } from './store.ts';

const delay = 200;

export type Drafts = {
  readonly read: (key: string) => string;
  readonly keep: (key: string, text: string) => void;
  readonly flush: () => Promise<void>;
  /** The page may be gone any moment: what is not on disk is noted where the next page finds it. */
  readonly leave: () => Promise<void>;
  /** Takes the drafts as they are on disk, but for those that are newer here. */
  readonly load: (kept: Readonly<Record<string, string>>) => void;
};

type DraftsPorts = {
  readonly save: (key: string, text: string) => ReturnType<Engine['saveDraft']>;
  readonly after: (milliseconds: number, run: () => void) => void;
  readonly note: (drafts: Readonly<Record<string, string>>) => void;
  /** What an earlier page noted, and from now on nobody else finds. */
  readonly take: () => Readonly<Record<string, string>>;
};

/** Text that was typed but not sent: at once in the page, a moment later on disk. */
export function createDrafts({ save, after, note, take }: DraftsPorts): Drafts {
  const drafts = signal<Readonly<Record<string, string>>>({});
  /** Keys whose text is not on disk yet. */
  const unkept = new Set<string>();
  /** How many saves of a key are on their way. */
  const saving = new Map<string, number>();
  const textOf = (key: string): string => drafts.peek()[key] ?? '';
  const saveOne = async (key: string) => {
    saving.set(key, (saving.get(key) ?? 0) + 1);
    try {
      await save(key, textOf(key));
    } finally {
      const left = (saving.get(key) ?? 1) - 1;
      if (left > 0) saving.set(key, left);
      else saving.delete(key);
    }
  };
  const flush = async () => {
    const keys = [...unkept];
    unkept.clear();
    await Promise.all(keys.map(saveOne));
  };
  const mark = (key: string) => {
    if (unkept.size === 0) after(delay, () => void flush());
    unkept.add(key);
  };
  return {
    read: (key) => drafts.value[key] ?? '',
    keep(key, text) {
      if ((drafts.peek()[key] ?? '') === text) return;
      drafts.value = { ...drafts.peek(), [key]: text };
      mark(key);
    },
    flush,
    async leave() {
      const keys = [...new Set([...unkept, ...saving.keys()])];
      if (keys.length === 0) return;
      note(Object.fromEntries(keys.map((key) => [key, textOf(key)] as const)));
      await flush();
      // Still here, and all is on disk: the note is taken back before it grows old.
      if (unkept.size === 0 && saving.size === 0) take();
    },
    load(kept) {
      const newer = Object.fromEntries([...unkept].map((key) => [key, textOf(key)] as const));
      const noted = take();
      drafts.value = { ...kept, ...noted, ...newer };
      Object.keys(noted).forEach(mark);
    },
  };
}
