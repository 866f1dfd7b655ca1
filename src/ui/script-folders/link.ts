import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { freeId } from '../../engine/free-id.ts';
import type { KeptScriptFolder } from '../../protocol/script-folder-api.ts';
import {
  compareFolder,
  folderInputs,
  giveRows,
  nextExchange,
  takeRows,
  type AgreedState,
  type Exchange,
  type Path,
  type ComparedScript,
  type ScriptFolder,
} from '../../scenario/script-folder.ts';
import type { AppContextValue } from '../context.ts';
import { rowKey } from './choices.ts';
import { followFolder } from './follow.ts';
import { FolderReader } from './reader.ts';
import { sendUndoable } from './send.ts';
import { diskSource, zipSource } from './source.ts';
import { permissionOf, troubleOf, type Trouble } from './trouble.ts';
import { watchFolder } from './watch.ts';

/** How the folder of the open workspace stands. */
export type LinkState =
  | { readonly kind: 'none' }
  /** The browser wants to be asked again, in a click. */
  | { readonly kind: 'asks'; readonly name: string }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'open'; readonly name: string; readonly there: ScriptFolder; readonly isZip: boolean }
  | { readonly kind: 'lost'; readonly name: string; readonly why: Trouble };

/** The folder of script files that the open workspace goes with, on the disk or in a zip. */
export type ScriptFolderLink = {
  readonly state: ReadonlySignal<LinkState>;
  /** Every script of either side; empty as long as no folder is open. */
  readonly rows: ReadonlySignal<readonly ComparedScript[]>;
  /** Why an exchange was not done, or not to its end; null from the next one on that somebody asks for. */
  readonly trouble: ReadonlySignal<Trouble | null>;
  /** The names of the scripts that it could not write, as no file can hold their text. */
  readonly unwritable: ReadonlySignal<readonly string[]>;
  /** What the engine says of what it refused; empty when it took all. As long as `trouble`. */
  readonly refusal: ReadonlySignal<string>;
  readonly isBusy: ReadonlySignal<boolean>;
  /** Has the open workspace go with this folder from now on, or with none. */
  readonly bind: (at: KeptScriptFolder['at'] | null, name: string, exchange?: Exchange) => Promise<void>;
  /** Puts a newer zip in the place of the one that was taken in: both are compared by what they had in common. */
  readonly renew: (at: KeptScriptFolder['at']) => Promise<void>;
  /** Asks the browser for the folder again, in a click. */
  readonly askAgain: () => Promise<void>;
  readonly look: () => Promise<void>;
  /** Makes these scripts what they are in the folder; `text` says what was done, where it is taken back. */
  readonly take: (rows: readonly ComparedScript[], text: string) => Promise<void>;
  /** Makes the folder what these scripts are here. */
  readonly give: (rows: readonly ComparedScript[]) => Promise<void>;
  /** The zip with what was written into it; undefined where the folder lies on the disk. */
  readonly packed: () => Uint8Array<ArrayBuffer> | undefined;
};

type Open = { kept: KeptScriptFolder; readonly reader: FolderReader; readonly workspace: string };

const links = new WeakMap<AppContextValue['store'], ScriptFolderLink>();

/** One for the window, from the first time that somebody asks. */
export function linkOf(context: AppContextValue): ScriptFolderLink {
  const link = links.get(context.store) ?? createLink(context);
  links.set(context.store, link);
  return link;
}

function createLink(context: AppContextValue): ScriptFolderLink {
  const { store } = context;
  const state = signal<LinkState>({ kind: 'none' });
  const exchange = signal<Exchange>([]);
  const trouble = signal<Trouble | null>(null);
  const unwritable = signal<readonly string[]>([]);
  const refusal = signal('');
  const isBusy = signal(false);
  let kept: KeptScriptFolder | null = null;
  /** Where it cannot be kept, nobody else knows better. */
  let isKept = true;
  let open: Open | null = null;
  let stopWatching = () => {};
  let working: Promise<void> = Promise.resolve();

  const folders = computed(() => store.live.value?.world.folders ?? []);
  const rows = computed<readonly ComparedScript[]>(() =>
    state.value.kind === 'open' ? compareFolder(state.value.there, folders.value, exchange.value) : [],
  );
  const here = () => store.workspace.peek()?.id ?? '';

  /** One after the other: whoever looks next sees what was written. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    working = working.then(work).catch(() => undefined);
    return working;
  }

  /** Takes away what was said of the exchange before. */
  function unsay(): void {
    trouble.value = null;
    unwritable.value = [];
    refusal.value = '';
  }

  async function begin(workspace: string): Promise<void> {
    stopWatching();
    stopWatching = () => {};
    open = null;
    unsay();
    if (kept === null) {
      state.value = { kind: 'none' };
      return;
    }
    const { name, at } = kept;
    exchange.value = kept.exchange;
    if (!(at instanceof Uint8Array) && (await permissionOf(at)) !== 'granted') {
      state.value = { kind: 'asks', name };
      return;
    }
    const source = at instanceof Uint8Array ? zipSource(at) : diskSource(at);
    if (typeof source === 'string') {
      state.value = { kind: 'lost', name, why: source };
      return;
    }
    open = { kept, reader: new FolderReader(source, name), workspace };
    state.value = { kind: 'reading', name };
    await lookNow();
    if (!(at instanceof Uint8Array)) stopWatching = watchFolder(at, () => inTurn(lookNow));
  }

  async function lookNow(): Promise<void> {
    const now = open;
    if (now === null) return;
    const { name, at } = now.kept;
    try {
      const there = await now.reader.look();
      const known = isKept ? await store.engine.scriptFolder(now.workspace) : kept;
      if (open !== now || now.workspace !== here()) return;
      if (known?.bound !== now.kept.bound) {
        // Another tab has it lie somewhere else, or nowhere.
        kept = known;
        await begin(now.workspace);
        return;
      }
      batch(() => {
        exchange.value = known?.exchange ?? [];
        if (there !== null) state.value = { kind: 'open', name, there, isZip: at instanceof Uint8Array };
      });
      await settle(now);
    } catch (error) {
      if (open !== now) return;
      const why = troubleOf(error);
      now.reader.forget([]);
      state.value = why === 'denied' ? { kind: 'asks', name } : { kind: 'lost', name, why };
    }
  }

  /** What came to be the same on both sides is in common from now on, and kept for the next visit. */
  async function settle(now: Open, agreed: AgreedState = { scripts: [], gone: [] }): Promise<void> {
    // Of the scripts of another workspace nothing is in common with this folder.
    if (now.workspace !== here() || state.peek().kind !== 'open') return;
    const next = nextExchange(exchange.peek(), rows.peek(), agreed);
    if (JSON.stringify(next) === JSON.stringify(exchange.peek())) return;
    exchange.value = next;
    const zip = now.reader.source.packed?.();
    now.kept = { ...now.kept, exchange: next, ...(zip && { at: zip, bound: crypto.randomUUID() }) };
    kept = now.kept;
    isKept = await store.engine.keepScriptFolder(now.workspace, kept);
  }

  /** Has the open workspace go with it from now on, and tells other tabs. */
  async function keepAnew(next: KeptScriptFolder | null): Promise<void> {
    kept = next === null ? null : { ...next, bound: crypto.randomUUID() };
    isKept = await store.engine.keepScriptFolder(here(), kept);
    await begin(here());
  }

  /** Those rows that still are what somebody chose of: while one looks, both sides go on. */
  function stillSo(chosen: readonly ComparedScript[]): readonly ComparedScript[] {
    const now = new Map(rows.peek().map((row) => [rowKey(row), row]));
    return chosen.flatMap((row) => {
      const found = now.get(rowKey(row));
      return found !== undefined && isSameRow(found, row) ? [found] : [];
    });
  }

  const during = (isAsked: boolean, work: (now: Open) => Promise<void>): Promise<void> =>
    inTurn(async () => {
      if (open?.workspace !== here()) return;
      isBusy.value = true;
      // What nobody asked for takes nothing away that somebody may not have read yet.
      if (isAsked) unsay();
      await work(open).catch((error: unknown) => {
        trouble.value = troubleOf(error);
      });
      isBusy.value = false;
    });

  const take = (wanted: readonly ComparedScript[], text: string, isChosen = true) =>
    during(isChosen, async (now) => {
      const world = store.live.peek()?.world;
      const chosen = stillSo(wanted);
      if (isChosen && chosen.length < wanted.length) trouble.value = 'changed';
      if (world === undefined || chosen.length === 0) return;
      const taken = takeRows(world.folders, chosen, freeId(world, 'script'));
      const why = await sendUndoable(context, folderInputs(world.folders, taken.folders), text);
      if (why === '') await settle(now, taken.agreed);
      else refusal.value = why;
    });

  const give = (wanted: readonly ComparedScript[]) =>
    during(true, async (now) => {
      if (state.value.kind !== 'open') return;
      const { source } = now.reader;
      const chosen = stillSo(wanted);
      const { isMoved, paths } = await now.reader.check(
        chosen.flatMap(({ path }) => (path === '' ? [] : [path])),
      );
      if (isMoved || chosen.length < wanted.length) {
        // What somebody else wrote since the last look is seen first.
        trouble.value = 'changed';
        await lookNow();
        return;
      }
      const { writes, removes, agreed, unwritable: left } = giveRows(state.value.there, chosen, paths);
      unwritable.value = left.map(({ script }) => script.name);
      const done = new Set<Path>();
      const unlessChanged = async (path: Path, work: () => Promise<void>) => {
        if (!(await now.reader.isAsSeen(path))) {
          trouble.value = 'changed';
          return;
        }
        await work();
        done.add(path);
      };
      try {
        for (const { path, bytes } of writes) await unlessChanged(path, () => source.write(path, bytes));
        for (const path of removes) await unlessChanged(path, () => source.remove(path));
      } finally {
        now.reader.forget(done);
        await settle(now, {
          scripts: agreed.scripts.filter(({ path }) => done.has(path)),
          gone: agreed.gone.filter((path) => done.has(path)),
        });
      }
      await lookNow();
    });

  // Whoever opens another workspace sees its own folder.
  effect(() => {
    const workspace = store.workspace.value?.id ?? '';
    void inTurn(async () => {
      const found = workspace === '' ? null : await store.engine.scriptFolder(workspace);
      if (here() !== workspace) return;
      kept = found;
      isKept = true;
      await begin(workspace);
    });
  });
  followFolder({ store, rows, take: (changed, text) => take(changed, text, false) });

  return {
    state,
    rows,
    trouble,
    unwritable,
    refusal,
    isBusy,
    bind: (at, name, common = []) =>
      inTurn(() => keepAnew(at === null ? null : { name, at, exchange: common })),
    renew: (at) =>
      inTurn(async () => {
        if (kept !== null) await keepAnew({ ...kept, at });
      }),
    askAgain: () => {
      const at = kept?.at;
      if (at === undefined || at instanceof Uint8Array) return Promise.resolve();
      // At once: browsers take it for what was clicked on only then.
      const asked = at.requestPermission?.({ mode: 'readwrite' }) ?? Promise.resolve();
      return inTurn(async () => {
        await asked.catch(() => undefined);
        await begin(here());
      });
    },
    look: () => inTurn(lookNow),
    take,
    give,
    packed: () => open?.reader.source.packed?.(),
  };
}

const isSameRow = (one: ComparedScript, other: ComparedScript): boolean =>
  one.kind === other.kind &&
  one.file?.sum === other.file?.sum &&
  one.here?.script.source === other.here?.script.source;
