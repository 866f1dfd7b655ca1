import type { Restored, RestoredWorkspace, Test } from '../../protocol/engine-api.ts';
import type { LastingDraft } from '../lasting-drafts.ts';
import type { Recovery } from '../log.ts';
import { newRow, rowOfSnapshot, type WorkspaceRow } from '../rows.ts';
import { coded } from '../codes.ts';
import { readChain } from './chain.ts';
import { filesOf, type JournalFolder, type JournalName } from './folder.ts';
import { readEnd } from './journal-end.ts';
import { messagesIn, OlderSteps } from './older-steps.ts';
import type { RowLog } from './row-log.ts';

/** What lies beside the journal of a workspace. */
export type Beside = {
  readonly tests: (workspace: string) => Promise<readonly Test[]>;
  readonly drafts: (workspace: string) => Promise<readonly LastingDraft[]>;
};

type Back = { readonly name: string; readonly counted: () => Promise<Counted> };
type Counted = Omit<RestoredWorkspace, 'id' | 'name'>;

/**
 * Puts workspaces back that have a journal and are not in the log: a browser has lost its database (reliability
 * L1, D10). The one that was used last comes first, from the end of its journal, then the others, and what lies before those
 * ends in the end. One that cannot be put back does not keep the others from it.
 */
export class RestoreLost implements Recovery {
  readonly #folder: JournalFolder;
  readonly #log: RowLog;
  readonly #journals: readonly JournalName[];
  readonly #beside: Beside;
  /** What is still to be put back, the one that was used last in the end. */
  #lost: readonly { readonly id: string; readonly usedAt: number }[] = [];
  #wasEmpty = false;
  readonly #back = new Map<string, Back>();
  readonly #failed: string[] = [];
  #all: Promise<void> | null = null;
  #restored: Promise<Restored | null> | null = null;
  /** Those of whose journal the end was read, and not what lies before it. */
  readonly #long = new Set<string>();
  #isClosed = false;

  constructor(folder: JournalFolder, log: RowLog, journals: readonly JournalName[], beside: Beside) {
    this.#folder = folder;
    this.#log = log;
    this.#journals = journals;
    this.#beside = beside;
  }

  /** Puts the one back that was used last. @throws StorageError */
  async begin(): Promise<this> {
    await this.#goOnWithLate();
    const there = await rowsIn(this.#log);
    this.#wasEmpty = there.size === 0;
    const ids = new Set(this.#journals.map(({ workspace }) => workspace));
    const lost = [...ids]
      .filter((id) => !there.has(id))
      .map(async (id) => ({ id, usedAt: await this.#usedAt(id).catch(() => 0) }));
    this.#lost = (await Promise.all(lost)).toSorted((a, b) => a.usedAt - b.usedAt);
    while (this.#lost.length > 0 && !(await this.#next()));
    return this;
  }

  get isRead(): boolean {
    return this.#lost.length === 0 && this.#long.size === 0;
  }

  all(): Promise<void> {
    return (this.#all ??= this.#putBackAll().catch((error: unknown) => {
      this.#all = null;
      throw error;
    }));
  }

  restored(): Promise<Restored | null> {
    return (this.#restored ??= this.#readAll().catch((error: unknown) => {
      this.#restored = null;
      throw error;
    }));
  }

  close(): void {
    this.#isClosed = true;
  }

  async #putBackAll(): Promise<void> {
    while (this.#lost.length > 0 && !this.#isClosed) await this.#next();
    // Another tab may have put back some of them meanwhile.
    await this.#goOnWithLate();
  }

  /** What was left where it is at an earlier start, while the log goes on, is not spoken of again. */
  async #readAll(): Promise<Restored | null> {
    await this.all();
    const workspaces: RestoredWorkspace[] = [];
    for (const [id, { name, counted }] of this.#back) {
      if (this.#isClosed) return null;
      // What cannot be read now is read with the next start: until then it is not whole.
      workspaces.push({ id, name, ...(await counted().catch(() => ({ messages: 0, isWhole: false }))) });
    }
    const now = await rowsIn(this.#log);
    for (const id of new Set([...now.keys(), ...this.#long])) this.#log.fill?.(id).catch(() => undefined);
    // Somebody may have deleted one meanwhile.
    const there = workspaces.filter(({ id }) => now.has(id));
    if (there.length === 0 && (this.#failed.length === 0 || !this.#wasEmpty)) return null;
    // Another tab may have been faster, which disturbs reading.
    return { workspaces: there, left: this.#failed.filter((id) => !now.has(id)).length };
  }

  /** Whether the one whose turn it is can be opened now. */
  async #next(): Promise<boolean> {
    const next = this.#lost.at(-1);
    this.#lost = this.#lost.slice(0, -1);
    if (next === undefined) return false;
    try {
      const row = (await rowsIn(this.#log)).get(next.id);
      if (row === undefined) return await this.#putBack(next.id, next.usedAt);
      await this.#goOn(row);
      return true;
    } catch {
      this.#failed.push(next.id);
      return false;
    }
  }

  /** What an earlier start began to bring back is brought to its end. */
  async #goOnWithLate(): Promise<void> {
    for (const row of (await rowsIn(this.#log)).values()) await this.#goOn(row);
  }

  async #goOn(row: WorkspaceRow): Promise<void> {
    if (row.late === undefined) return;
    this.#long.add(row.id);
    const end = await readEnd(this.#folder, this.#journals, row.id).catch(() => null);
    const isOfIt = end?.head.generation === row.generation && end.head.workspace.createdAt === row.createdAt;
    const older = new OlderSteps(this.#folder, row, isOfIt ? end : { steps: [], snapshot: null });
    this.#log.goOn?.(row, older);
  }

  /** False for one that nothing was ever written to. @throws when it cannot be read */
  async #putBack(id: string, usedAt: number): Promise<boolean> {
    const end = this.#log.putEnd === undefined ? null : await readEnd(this.#folder, this.#journals, id);
    const read = end ?? (await readChain(this.#folder, this.#journals, id));
    const { head, steps } = read;
    if (head === null && 'isWhole' in read && read.isWhole) return false;
    if (head === null) throw new Error('The start of the journal cannot be read.');
    const { workspace, generation, world } = head;
    // Whoever claims it begins files that come after these.
    const epoch = Math.max(...filesOf(this.#journals, id).map((name) => name.epoch));
    // It may have had another name at first, which the next writer's journal is to know as well.
    const row = { ...newRow(workspace), generation, epoch, openedAt: usedAt, isRenamed: true };
    // A workspace without its tests is better than none.
    const tests = await this.#beside.tests(id).catch(() => []);
    const older = new OlderSteps(this.#folder, row, read);
    if ((steps[0]?.step ?? 1) > 1) this.#long.add(id);
    const reason = coded('step-missing', { step: steps.length + 1 });
    if ('isWhole' in read && read.behind.length > 0) await this.#log.setAside(row, read.behind, reason);
    if (this.#log.putEnd !== undefined) await this.#log.putEnd(row, world, older, tests);
    else await this.#log.put(row, world, steps, rowOfSnapshot(older.snapshot), tests);
    for (const { place, text } of await this.#beside.drafts(id).catch(() => []))
      await this.#log.saveDraft(id, place, text);
    const found = { messages: messagesIn(steps), isWhole: 'isWhole' in read && read.isWhole };
    const counted = 'isWhole' in read ? () => Promise.resolve(found) : () => older.counted();
    this.#back.set(id, { name: workspace.name, counted });
    return true;
  }

  /** When it was last written to. */
  async #usedAt(id: string): Promise<number> {
    const times = filesOf(this.#journals, id).map(async (name) => {
      const { size, writtenAt } = await this.#folder.read(name, 0, 0);
      return size === 0 ? 0 : writtenAt;
    });
    return Math.max(...(await Promise.all(times)));
  }
}

/** All workspaces by their id: what is deleted is not lost. */
const rowsIn = async (log: RowLog): Promise<Map<string, WorkspaceRow>> =>
  new Map([...(await log.workspaces()), ...(await log.deleted())].map((row) => [row.id, row]));
