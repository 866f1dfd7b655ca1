import { saysTheSame } from '../../engine/replaced-by.ts';

/** Something that is being written and not saved, and what it began from; null began from nothing. */
export type Edit<T> = {
  readonly mine: T;
  /** Undefined where nobody noted it: a draft of version 0.1. */
  readonly base: T | null | undefined;
};

/** No text begins with it, so drafts of version 0.1 can be told from those that know what they began from. */
const mark = '\u0001';

export const keptEdit = <T>({ mine, base }: Edit<T>): string => mark + JSON.stringify({ mine, base });

/** What a draft holds; undefined is none. `older` reads one of version 0.1. */
export function readEdit<T>(kept: string, older?: (kept: string) => Edit<T>): Edit<T> | undefined {
  if (kept === '') return undefined;
  return kept.startsWith(mark) ? (JSON.parse(kept.slice(mark.length)) as Edit<T>) : older?.(kept);
}

export type EditState<T> = {
  /** What the editor shows: what was written, else what is stored. */
  readonly value: T | null;
  readonly unsaved: boolean;
  /** Whether something else is stored by now than what was written began from: saving would overwrite it. */
  readonly changed: boolean;
};

/** How what was written stands to what is stored; null is stored nowhere. */
export function editStateOf<T>(edit: Edit<T> | undefined, stored: T | null): EditState<T> {
  if (edit === undefined || saysTheSame(edit.mine, stored)) {
    return { value: stored, unsaved: false, changed: false };
  }
  const changed = edit.base !== undefined && !saysTheSame(edit.base, stored);
  return { value: edit.mine, unsaved: true, changed };
}

/** The draft once the editor holds `next`; nothing when that is what it began from. */
export function written<T>(edit: Edit<T> | undefined, next: T, stored: T | null): string {
  const base = edit === undefined ? stored : edit.base;
  const began = base === undefined ? stored : base;
  return saysTheSame(next, began) ? '' : keptEdit({ mine: next, base });
}

/** The draft once what was `sent` is stored: what was written on meanwhile stays, and stands on what is `stored` now. */
export function afterSaving<T>(edit: Edit<T> | undefined, sent: T, stored: T): string {
  return edit === undefined || saysTheSame(edit.mine, sent)
    ? ''
    : keptEdit({ mine: edit.mine, base: stored });
}
