import type { WorldFile } from '../../engine/definition.ts';
import type { WorldJson } from '../../engine/world-json.ts';
import type { Fence, Log, NewWorkspace, ReadOptions } from '../log.ts';
import type { StepRows, StoredClock, WorkspaceRow } from '../rows.ts';
import type { JournalFolder } from './folder.ts';
import { inTime, type After } from './in-time.ts';
import { restoreLost } from './restore-lost.ts';
import type { RowLog } from './row-log.ts';
import { WorkspaceJournal } from './workspace-journal.ts';

export type JournaledLogOptions = {
  readonly log: RowLog;
  readonly folder: JournalFolder;
  readonly after: After;
};

/**
 * A log with a second copy outside the database (reliability M3): browsers throw a database away that a crash
 * has torn, without a word. What is acknowledged lies in both, and `recover` puts back what the database has lost.
 */
export class JournaledLog implements Log {
  readonly kind = 'indexedDB';
  readonly #options: JournaledLogOptions;
  readonly #journals = new Map<string, WorkspaceJournal>();

  constructor(options: JournaledLogOptions) {
    this.#options = options;
  }

  async recover() {
    const { log, folder, after } = this.#options;
    const listing = folder.workspaces().catch((): readonly string[] => []);
    return restoreLost(folder, log, await inTime(after, listing, []));
  }

  workspaces() {
    return this.#options.log.workspaces();
  }

  async create(workspace: NewWorkspace, world: WorldFile, steps: readonly StepRows[]): Promise<WorkspaceRow> {
    return this.#journaled(await this.#options.log.create(workspace, world, steps));
  }

  async copy(workspace: string, upToStep: number, as: NewWorkspace): Promise<WorkspaceRow> {
    return this.#journaled(await this.#options.log.copy(workspace, upToStep, as));
  }

  async claim(workspace: string): Promise<Fence> {
    const { log, folder, after } = this.#options;
    const fence = await log.claim(workspace);
    this.#journals.get(workspace)?.close();
    const journal = new WorkspaceJournal(folder, log, fence, after);
    this.#journals.set(workspace, journal);
    await journal.open();
    return fence;
  }

  async append(fence: Fence, steps: readonly StepRows[]): Promise<void> {
    await this.#options.log.append(fence, steps);
    await this.#journalOf(fence)?.note(steps);
  }

  async cut(
    fence: Fence,
    last: { readonly seq: number; readonly step: number },
    reason: string,
  ): Promise<void> {
    await this.#options.log.cut(fence, last, reason);
    await this.#journalOf(fence)?.bringUpToDate();
  }

  release(fence: Fence): void {
    const journal = this.#journalOf(fence);
    if (journal === null) return;
    journal.close();
    this.#journals.delete(fence.workspace);
    this.#options.log.release(fence);
  }

  touch(workspace: string, now: number) {
    return this.#options.log.touch(workspace, now);
  }

  read(workspace: string, how?: ReadOptions) {
    return this.#options.log.read(workspace, how);
  }

  events(workspace: string, from: number, to: number) {
    return this.#options.log.events(workspace, from, to);
  }

  applied(workspace: string, commands: readonly string[]) {
    return this.#options.log.applied(workspace, commands);
  }

  saveSnapshot(fence: Fence, seq: number, world: WorldJson) {
    return this.#options.log.saveSnapshot(fence, seq, world);
  }

  setClock(fence: Fence, clock: StoredClock) {
    return this.#options.log.setClock(fence, clock);
  }

  drafts(workspace: string) {
    return this.#options.log.drafts(workspace);
  }

  saveDraft(workspace: string, key: string, text: string) {
    return this.#options.log.saveDraft(workspace, key, text);
  }

  close(): void {
    for (const journal of this.#journals.values()) journal.close();
    this.#journals.clear();
    this.#options.log.close();
  }

  /** A workspace that was just made, once it lies in its journal, too. */
  async #journaled(row: WorkspaceRow): Promise<WorkspaceRow> {
    const { log, folder, after } = this.#options;
    const journal = new WorkspaceJournal(folder, log, { workspace: row.id, epoch: row.epoch }, after);
    if (!this.#journals.has(row.id)) await journal.open();
    journal.close();
    return row;
  }

  /** The journal of this very writer, not of one that has claimed the workspace since. */
  #journalOf(fence: Fence): WorkspaceJournal | null {
    const journal = this.#journals.get(fence.workspace);
    return journal?.isOf(fence) === true ? journal : null;
  }
}
