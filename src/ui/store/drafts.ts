import { signal } from '@preact/signals';
import type { Engine } from './store.ts';

const delay = 200;

export type Drafts = {
  readonly read: (key: string) => string;
  readonly keep: (key: string, text: string) => void;
  readonly flush: () => Promise<void>;
  /** Takes the drafts as they are on disk, but for those that are newer here. */
  readonly load: (kept: Readonly<Record<string, string>>) => void;
};

type DraftsPorts = {
  readonly save: (key: string, text: string) => ReturnType<Engine['saveDraft']>;
  readonly after: (milliseconds: number, run: () => void) => void;
};

/** Text that was typed but not sent: at once in the page, a moment later on disk. */
export function createDrafts({ save, after }: DraftsPorts): Drafts {
  const drafts = signal<Readonly<Record<string, string>>>({});
  /** Keys whose text is not on disk yet. */
  const unkept = new Set<string>();
  const flush = async () => {
    const keys = [...unkept];
    unkept.clear();
    await Promise.all(keys.map((key) => save(key, drafts.peek()[key] ?? '')));
  };
  return {
    read: (key) => drafts.value[key] ?? '',
    keep(key, text) {
      if ((drafts.peek()[key] ?? '') === text) return;
      drafts.value = { ...drafts.peek(), [key]: text };
      if (unkept.size === 0) after(delay, () => void flush());
      unkept.add(key);
    },
    flush,
    load: (kept) => {
      const newer = Object.fromEntries([...unkept].map((key) => [key, drafts.peek()[key] ?? ''] as const));
      drafts.value = { ...kept, ...newer };
    },
  };
}
