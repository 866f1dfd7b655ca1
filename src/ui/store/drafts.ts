import { batch, signal, type Signal } from '@preact/signals';
import type { DraftOwner } from './draft-owner.ts';
import type { DraftsBridge } from './drafts-bridge.ts';

/* On disk, unsent text lies under the tab that it belongs to and the place where it was typed. */

/** The key of a place in a tab: `@tab/customer:1`; without a tab, as older releases wrote it, just the place. */
const draftKey = (owner: string, place: string): string => (owner === '' ? place : `@${owner}/${place}`);

/** Which tab's it is, empty for nobody's, and the place. */
function partsOf(key: string): { readonly owner: string; readonly place: string } {
  const parts = /^@([^/]*)\/(.*)$/s.exec(key);
  return { owner: parts?.[1] ?? '', place: parts?.[2] ?? key };
}

type Texts = Readonly<Record<string, string>>;

/** Unsent text that a tab left behind which is open no more. */
export type LeftDraft = { readonly key: string; readonly text: string };

/** Unsent text of this tab by the place where it was typed, and what other tabs left there. */
export type Drafts = {
  readonly read: (place: string) => string;
  readonly keep: (place: string, text: string) => void;
  /** What closed tabs left at a place and nobody has taken up. */
  readonly left: (place: string) => readonly LeftDraft[];
  /** Takes up what was left; what stands there is left in its place. */
  readonly takeUp: (left: LeftDraft) => void;
  readonly drop: (left: LeftDraft) => void;
  readonly flush: () => Promise<void>;
  /** The page may be gone any moment: what is not on disk is noted where the next page finds it. */
  readonly leave: () => Promise<void>;
  /** Learns which tabs are open; to be called before `load`. */
  readonly lookAround: () => Promise<void>;
  /** Takes the drafts of a workspace as they are on disk, but for those that are newer here. */
  readonly load: (workspace: string, kept: Texts) => void;
};

export type DraftsPorts = {
  /** Whether it is on disk now. */
  readonly save: (workspace: string, key: string, text: string) => Promise<boolean>;
  readonly after: (milliseconds: number, run: () => void) => void;
  readonly bridge: DraftsBridge;
  readonly owner: Promise<DraftOwner>;
};

const delay = 200;
const retryAfter = 2000;
/** A tab that is being reloaded is not open for a moment. After this, who is not open was closed. */
export const grace = 5000;

/**
 * Text that was typed but not sent: at once in the page, a moment later on disk. Each tab has its own. A tab that
 * was opened anew takes up what closed tabs have left; what finds its place taken is offered there, never lost.
 */
export function createDrafts({ save, after, bridge, owner: finding }: DraftsPorts): Drafts {
  let texts: Texts = {};
  /** What is shown of each place by itself: who types draws the line that is typed on, and no other. */
  const shown = new Map<string, Signal<string>>();
  /** Changes with what other tabs have left. */
  const others = signal(0);
  const closed = signal<ReadonlySet<string>>(new Set());
  /** Keys whose text is not on disk yet. */
  const unkept = new Set<string>();
  /** How many saves of a key are on their way. */
  const saving = new Map<string, number>();
  /** Tabs whose notes can be cleared when everything is on disk. */
  const noted = new Set<string>();
  /** Taken up from tabs that seemed closed: their own is dropped when they prove to be. */
  const adopted = new Map<string, string>();
  const entered = new Set<string>();
  let workspace = '';
  let owner: DraftOwner | null = null;
  let open: ReadonlySet<string> = new Set();
  let isTimed = false;

  const mine = (place: string): string => draftKey(owner?.id ?? '', place);
  const textOf = (key: string): string => texts[key] ?? '';
  const shownAt = (key: string): Signal<string> => {
    const known = shown.get(key) ?? signal(textOf(key));
    shown.set(key, known);
    return known;
  };
  const show = (key: string) => {
    const place = shown.get(key);
    if (place !== undefined) place.value = textOf(key);
    if (partsOf(key).owner !== owner?.id) others.value += 1;
  };
  const isClosed = (key: string): boolean => !open.has(partsOf(key).owner);

  const mark = (key: string, wait = delay) => {
    unkept.add(key);
    if (isTimed) return;
    isTimed = true;
    after(wait, () => {
      isTimed = false;
      void flush();
    });
  };
  const put = (key: string, text: string) => {
    if (textOf(key) === text) return;
    texts = { ...texts, [key]: text };
    mark(key);
    show(key);
  };
  const unsaved = (): Texts =>
    Object.fromEntries([...unkept, ...saving.keys()].map((key) => [key, textOf(key)] as const));
  const note = () => {
    if (owner === null || unkept.size + saving.size === 0) return;
    bridge.note(workspace, owner.id, unsaved());
    noted.add(owner.id);
  };
  const saveOne = async (key: string) => {
    const from = workspace;
    saving.set(key, (saving.get(key) ?? 0) + 1);
    const isKept = await save(from, key, textOf(key)).catch(() => false);
    if (from !== workspace) return; // noted as it was left
    const left = (saving.get(key) ?? 1) - 1;
    if (left > 0) saving.set(key, left);
    else saving.delete(key);
    if (isKept) return;
    mark(key, retryAfter);
    note();
  };
  const flush = async () => {
    const keys = [...unkept];
    unkept.clear();
    await Promise.all(keys.map(saveOne));
    if (unkept.size > 0 || saving.size > 0) return;
    for (const tab of noted) bridge.clear(workspace, tab);
    noted.clear();
  };

  /** The newest first: ids of tabs grow. */
  const leftByOthers = (): readonly (readonly [string, string])[] =>
    Object.entries(texts)
      .filter(([key, text]) => text !== '' && isClosed(key))
      .sort(([a], [b]) => (partsOf(a).owner < partsOf(b).owner ? 1 : -1));
  const adopt = () => {
    for (const [key, text] of leftByOthers()) {
      const own = mine(partsOf(key).place);
      if (textOf(own) !== '') continue;
      put(own, text);
      adopted.set(key, text);
    }
  };
  /** Now it is clear which tabs are gone for good; one that was just closing as this one opened still seemed open. */
  const settle = async (at: string, takesUp: boolean) => {
    open = (await owner?.open()) ?? open;
    if (at !== workspace) return;
    for (const [tab, drafts] of bridge.read(at)) {
      if (open.has(tab)) continue;
      for (const [key, text] of Object.entries(drafts)) if (adopted.get(key) !== text) put(key, text);
      for (const key of Object.keys(drafts)) mark(key);
      noted.add(tab);
    }
    if (takesUp) adopt();
    for (const [key, text] of adopted) if (isClosed(key) && textOf(key) === text) put(key, '');
    adopted.clear();
    closed.value = new Set(leftByOthers().map(([key]) => partsOf(key).owner));
  };
  const leaveWorkspace = () => {
    note();
    unkept.clear();
    saving.clear();
    noted.clear();
    adopted.clear();
  };

  return {
    read: (place) => shownAt(mine(place)).value,
    keep: (place, text) => {
      put(mine(place), text);
    },
    left: (place) =>
      // Read for the sake of who shows it: the texts themselves tell nobody that they changed.
      Object.entries(others.value >= 0 ? texts : {})
        .filter(([key, text]) => text !== '' && partsOf(key).place === place)
        .filter(([key]) => closed.value.has(partsOf(key).owner))
        .map(([key, text]) => ({ key, text })),
    takeUp({ key, text }) {
      const own = mine(partsOf(key).place);
      const before = textOf(own);
      put(own, text);
      put(key, before);
    },
    drop: ({ key }) => {
      put(key, '');
    },
    flush,
    async leave() {
      note();
      await flush();
    },
    async lookAround() {
      owner ??= await finding;
      open = await owner.open();
    },
    load(next, kept) {
      if (next !== workspace) leaveWorkspace();
      workspace = next;
      const newer = unsaved();
      const notes = bridge.read(next);
      const own = notes.get(owner?.id ?? '') ?? {};
      const left = [...notes].filter(([tab]) => !open.has(tab)).map(([, drafts]) => drafts);
      texts = merged([kept, ...left, own, newer]);
      batch(() => {
        for (const key of shown.keys()) show(key);
        others.value += 1;
      });
      if (notes.has(owner?.id ?? '')) noted.add(owner?.id ?? '');
      for (const key of Object.keys(own)) mark(key);
      const takesUp = owner?.isNew === true && !entered.has(next);
      if (takesUp) adopt();
      entered.add(next);
      after(grace, () => void settle(next, takesUp));
    },
  };
}

const merged = (all: readonly Texts[]): Texts =>
  Object.fromEntries(all.flatMap((some) => Object.entries(some)));
