import type { CopiesState, CopyFile, CopyFolder } from '../../protocol/copies-api.ts';
import { safeFileName } from '../../scenario/file-name.ts';
import { writeScenario } from '../../scenario/write.ts';
import type { Log } from '../../storage/log.ts';
import type { Locks } from '../ports.ts';
import { recordConversation } from './record-scenario.ts';
import { coded } from '../codes.ts';

/** Under this name the folder is kept in this browser. */
const keptAs = 'copies';
/** Whoever holds it writes copies: each tab would take what another one wrote for changed by somebody else. */
const lockName = 'rehearsal copies';

/** What was written of a workspace: whoever changes the file later makes another one of it. */
type Written = {
  readonly file: string;
  readonly size: number;
  readonly lastModified: number;
  readonly steps: number;
};

type Kept = {
  readonly folder: CopyFolder;
  readonly last: number | null;
  readonly written: Readonly<Record<string, Written>>;
};

export type CopiesOptions = {
  readonly log: () => Promise<Log>;
  readonly locks: Locks | null;
  readonly wall: () => number;
  /** Resolves when what was acknowledged of a workspace lies in the log. */
  readonly settled: (workspace: string) => Promise<void>;
  readonly tell: (state: CopiesState) => void;
  /** Has `write` called again later. */
  readonly later: () => void;
};

/**
 * Keeps a copy of every workspace in a folder of the disk, a file each, with the id of the workspace in its name. It
 * never writes over a file that somebody else has changed: such a one is left, and the copy lies beside it.
 */
export class Copies {
  readonly #options: CopiesOptions;
  #kept: Kept | null = null;
  #isKnown = false;
  #asks = false;
  #problem: ReturnType<typeof coded> | null = null;
  #changed: readonly string[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(options: CopiesOptions) {
    this.#options = options;
  }

  async state(): Promise<CopiesState> {
    await this.#know();
    return this.#state();
  }

  async keep(folder: CopyFolder | null): Promise<CopiesState> {
    await this.#know();
    const before = this.#kept;
    const goesOn = folder !== null && before !== null && (await isSame(folder, before.folder));
    this.#changed = [];
    this.#problem = null;
    this.#kept = folder && (goesOn ? { ...before, folder } : { folder, last: null, written: {} });
    await this.#remember();
    this.#asks = folder !== null && (await permissionOf(folder)) !== 'granted';
    if (folder !== null) await this.write();
    return this.#state();
  }

  #state(): CopiesState {
    if (this.#kept === null) return { kind: 'off' };
    const { folder, last } = this.#kept;
    if (this.#asks) return { kind: 'asks', folder, last };
    return { kind: 'on', folder: folder.name, last, problem: this.#problem, changed: this.#changed };
  }

  async #know(): Promise<void> {
    if (this.#isKnown) return;
    const kept = (await (await this.#options.log()).kept(keptAs)) as Kept | null | undefined;
    this.#kept = kept ?? null;
    this.#isKnown = true;
    if (this.#kept !== null) this.#asks = (await permissionOf(this.#kept.folder)) !== 'granted';
  }

  /** For the next start; a browser that cannot keep a folder is asked for it again then. */
  async #remember(): Promise<void> {
    const log = await this.#options.log();
    await log.keep(keptAs, this.#kept).catch(() => undefined);
  }

  /** Writes what is new, where somebody wants copies. One after the other: two would write into the same file. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeAll().catch(() => undefined));
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    await this.#know();
    const { locks, later } = this.#options;
    const held = locks === null ? null : await locks.tryToTake(lockName);
    if (locks !== null && held === null) {
      later();
      return;
    }
    try {
      await this.#learn();
      if (this.#kept !== null && !this.#asks) await this.#copyAll(this.#kept.folder);
    } finally {
      held?.release();
    }
  }

  /** What other tabs have written or chosen since. */
  async #learn(): Promise<void> {
    const log = await this.#options.log();
    const kept = (await log.kept(keptAs).catch(() => undefined)) as Kept | null | undefined;
    if (kept === undefined) return;
    this.#kept = kept;
    this.#asks = kept !== null && (await permissionOf(kept.folder)) !== 'granted';
  }

  /** One that cannot be copied does not keep the others from it, unless none can. */
  async #copyAll(folder: CopyFolder): Promise<void> {
    const { log, wall, tell } = this.#options;
    const from = await log();
    this.#problem = null;
    for (const { id, name } of await from.workspaces()) {
      try {
        await this.#copy(from, id, name);
      } catch (error) {
        this.#asks = (await permissionOf(folder)) !== 'granted';
        this.#problem ??= coded('no-copy', {
          name,
          error: error instanceof Error ? error.message : String(error),
        });
        if (this.#asks) break;
      }
    }
    if (this.#problem === null && this.#kept !== null) this.#kept = { ...this.#kept, last: wall() };
    await this.#remember();
    tell(this.#state());
  }

  async #copy(from: Log, id: string, name: string): Promise<void> {
    const kept = this.#kept;
    if (kept === null) return;
    await this.#options.settled(id);
    const { steps } = await from.census(id);
    const before = kept.written[id];
    const wanted = fileNameOf(name, id);
    const isWritten = before?.steps === steps && before.file.startsWith(stem(wanted));
    // Somebody may have taken it away, or the whole folder.
    if (isWritten && (await existing(kept.folder, before.file)) !== null) return;
    const scenario = await recordConversation(from, id);
    const file = await this.#freeFile(kept.folder, wanted, before);
    const handle = await kept.folder.getFileHandle(file, { create: true });
    await write(handle, writeScenario(scenario));
    const { size, lastModified } = await handle.getFile();
    const written = { ...kept.written, [id]: { file, size, lastModified, steps } };
    this.#kept = { ...kept, written };
  }

  /** The file of the workspace, or the next one beside it where somebody else wrote or changed that. */
  async #freeFile(folder: CopyFolder, wanted: string, before: Written | undefined): Promise<string> {
    for (let n = 1; ; n += 1) {
      const name = n === 1 ? wanted : `${stem(wanted)} (${String(n)})${ending}`;
      const found = await existing(folder, name);
      if (found === null) return name;
      const isOurs =
        before?.file === name && before.size === found.size && before.lastModified === found.lastModified;
      if (isOurs) return name;
      if (!this.#changed.includes(name)) this.#changed = [...this.#changed, name];
    }
  }
}

const ending = '.rehearsal.json';
const stem = (file: string): string => file.slice(0, -ending.length);

/** `Parcel shop-1f3a90c2.rehearsal.json`: what every system takes in a name, and enough of the id to tell it by. */
const fileNameOf = (name: string, id: string): string =>
  `${safeFileName(name, 60, 'Workspace')}-${id.slice(0, 16)}${ending}`;

const permissionOf = async (folder: CopyFolder) =>
  (await folder.queryPermission?.({ mode: 'readwrite' }).catch(() => 'denied' as const)) ?? 'granted';

/** Two folders may have the same name. */
const isSame = async (one: CopyFolder, other: CopyFolder): Promise<boolean> =>
  one.isSameEntry === undefined ? one.name === other.name : await one.isSameEntry(other).catch(() => false);

async function existing(folder: CopyFolder, name: string) {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    if ((error as Partial<DOMException> | null)?.name === 'NotFoundError') return null;
    throw error;
  }
}

/** Whole or not at all: what is there stays until the new text is. */
async function write(handle: CopyFile, text: string): Promise<void> {
  const stream = await handle.createWritable();
  try {
    await stream.write(text);
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
  await stream.close();
}
