import type { Folder } from '../../engine/definition.ts';
import { withIncluded } from '../bots/scripts/includes.ts';
import type { Keeper } from '../window-state.ts';

/** The texts that a worker hung on, so that none is asked about again by itself: not even after a reload. */
export type TooMuch = {
  /** Whether a worker hung on this source as it stands with its includes, or on one of those. */
  has(source: string, folders: readonly Folder[]): boolean;
  add(source: string, folders: readonly Folder[]): void;
  /** Somebody wants it to be tried again. */
  forget(source: string, folders: readonly Folder[]): void;
};

const key = 'rehearsal.tooMuch';
/** More texts than anybody has that are too much. */
const most = 50;

/** Tells texts apart: their lengths and a hash of 32 bits (FNV-1a). It need not keep out who means harm. */
function markOf(texts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return [...texts.map(({ length }) => length), hash >>> 0].join('.');
}

function read(keeper: Keeper | null): readonly string[] {
  try {
    const kept: unknown = JSON.parse(keeper?.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((mark) => typeof mark === 'string') : [];
  } catch {
    return [];
  }
}

export function createTooMuch(keeper: Keeper | null): TooMuch {
  let marks = read(keeper);
  const keep = (next: readonly string[]) => {
    marks = next.slice(-most);
    try {
      keeper?.setItem(key, JSON.stringify(marks));
    } catch {
      // Then it is known until the page goes.
    }
  };
  const marksOf = (source: string, folders: readonly Folder[]) =>
    withIncluded(source, folders).map((text) => markOf(withIncluded(text, folders)));
  return {
    has: (source, folders) =>
      marks.length > 0 && marksOf(source, folders).some((mark) => marks.includes(mark)),
    add: (source, folders) => {
      keep([...marks, markOf(withIncluded(source, folders))]);
    },
    forget: (source, folders) => {
      const again = new Set(marksOf(source, folders));
      keep(marks.filter((mark) => !again.has(mark)));
    },
  };
}
