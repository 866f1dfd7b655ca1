import type { WorldFile } from '../engine/definition.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { Bookmark, WorkspaceCounts, Test } from '../protocol/engine-api.ts';
import { withBookmark } from './bookmarks.ts';
import type { CourseStore } from './course-store.ts';
import { emptyCensus, withRows } from './count-rows.ts';
import type { Fence, Log, ReadOptions } from './log.ts';
import { rowOf } from './readable.ts';
import {
  newRow,
  type StoredClock,
  type StoredLog,
  type StoredStep,
  type WorkspaceRow,
  type NewWorkspace,
} from './rows.ts';
import { coded } from './codes.ts';
import { StorageError } from './storage-error.ts';
import { inOrder } from './test-rows.ts';

type Kept = {
  row: WorkspaceRow;
  readonly world: WorldFile;
  readonly steps: StoredStep[];
  readonly commands: Map<string, StoredStep>;
  readonly drafts: Map<string, string>;
  readonly tests: Map<string, Test>;
};

/** A log for browsers without a database: the same rules, and everything is forgotten with the page. */
export class MemoryLog implements Log {
  readonly kind = 'memory';
  readonly #kept = new Map<string, Kept>();
  readonly #values = new Map<string, unknown>();
  #courses: Promise<CourseStore> | null = null;

  workspaces(): Promise<WorkspaceRow[]> {
    return Promise.resolve(this.#rows().filter(({ deletedAt }) => deletedAt === undefined));
  }

  deleted(): Promise<WorkspaceRow[]> {
    return Promise.resolve(this.#rows().filter(({ deletedAt }) => deletedAt !== undefined));
  }

  #rows(): WorkspaceRow[] {
    return [...this.#kept.values()].map(({ row }) => row).sort((a, b) => b.openedAt - a.openedAt);
  }

  recover() {
    return Promise.resolve(null);
  }

  create(
    workspace: NewWorkspace,
    world: WorldFile,
    steps: readonly StoredStep[],
    tests: readonly Test[] = [],
  ): Promise<WorkspaceRow> {
    const found = this.#kept.get(workspace.id);
    if (found) return Promise.resolve(found.row);
    const row = newRow(workspace);
    const byId = new Map(tests.map((test) => [test.id, test]));
    const kept: Kept = { row, world, steps: [], commands: new Map(), drafts: new Map(), tests: byId };
    this.#kept.set(row.id, kept);
    add(kept, steps);
    return Promise.resolve(row);
  }

  async copy(workspace: string, upToStep: number, as: NewWorkspace): Promise<WorkspaceRow> {
    const { world, steps, tests } = await this.#change(workspace, (kept) => kept);
    return this.create(as, world, steps.slice(0, upToStep), [...tests.values()]);
  }

  touch(workspace: string, now: number): Promise<void> {
    return this.#changeRow(workspace, { openedAt: now });
  }

  rename(workspace: string, name: string): Promise<void> {
    return this.#changeRow(workspace, { name });
  }

  bookmark(workspace: string, bookmark: Bookmark, isKept: boolean): Promise<readonly Bookmark[]> {
    return this.#change(workspace, (kept) => {
      const { about, bookmarks } = withBookmark(kept.row.about, bookmark, isKept);
      kept.row = { ...kept.row, about };
      return bookmarks;
    });
  }

  tests(workspace: string): Promise<readonly Test[]> {
    return Promise.resolve(inOrder([...(this.#kept.get(workspace)?.tests.values() ?? [])]));
  }

  saveTests(workspace: string, tests: readonly Test[]): Promise<void> {
    return this.#change(workspace, (kept) => {
      for (const test of tests) kept.tests.set(test.id, test);
    });
  }

  deleteTests(workspace: string, ids: readonly string[]): Promise<void> {
    return this.#change(workspace, (kept) => {
      for (const id of ids) kept.tests.delete(id);
    });
  }

  setDeleted(workspace: string, at: number | null): Promise<void> {
    return this.#changeRow(workspace, { deletedAt: at ?? undefined });
  }

  purge(workspace: string): Promise<void> {
    if (this.#kept.get(workspace)?.row.deletedAt !== undefined) this.#kept.delete(workspace);
    return Promise.resolve();
  }

  census(workspace: string): Promise<WorkspaceCounts> {
    return this.#change(workspace, ({ steps }) =>
      withRows(
        emptyCensus,
        steps.map((step) => rowOf(workspace, step)),
      ),
    );
  }

  claim(workspace: string, now?: number): Promise<Fence> {
    return this.#change(workspace, (kept) => {
      kept.row = { ...kept.row, epoch: kept.row.epoch + 1, openedAt: Math.max(kept.row.openedAt, now ?? 0) };
      return { workspace, epoch: kept.row.epoch };
    });
  }

  release(): Promise<void> {
    return Promise.resolve(); // nobody else could take it
  }

  settle(): Promise<void> {
    return Promise.resolve();
  }

  mend(): Promise<boolean> {
    return Promise.resolve(false);
  }

  read(workspace: string, { below = Infinity }: ReadOptions = {}): Promise<StoredLog | undefined> {
    const kept = this.#kept.get(workspace);
    if (!kept) return Promise.resolve(undefined);
    const last = kept.steps.findLast(({ seq }) => seq < below);
    return Promise.resolve({
      workspace: kept.row,
      world: kept.world,
      snapshot: null,
      events: kept.steps.slice(0, last?.step ?? 0).flatMap(({ events }) => events),
      seq: last?.seq ?? 0,
      step: last?.step ?? 0,
      damage: last === kept.steps.at(-1) ? null : coded('event-misfits', { seq: below }),
    });
  }

  append(fence: Fence, steps: readonly StoredStep[]): Promise<void> {
    return this.#changeFenced(fence, (kept) => {
      if (steps.some(({ command }) => kept.commands.has(command))) {
        throw new StorageError('duplicate', 'This command was applied already.');
      }
      add(kept, steps);
    });
  }

  cut(fence: Fence, last: { readonly step: number }): Promise<void> {
    return this.#changeFenced(fence, (kept) => {
      for (const { command } of kept.steps.splice(last.step)) kept.commands.delete(command);
      kept.row = { ...kept.row, generation: kept.row.generation + 1 };
    });
  }

  steps(workspace: string, from: number, to: number): Promise<readonly StoredStep[]> {
    return Promise.resolve(this.#kept.get(workspace)?.steps.slice(Math.max(0, from - 1), to) ?? []);
  }

  lastStep(workspace: string): Promise<number> {
    return Promise.resolve(this.#kept.get(workspace)?.steps.length ?? 0);
  }

  events(workspace: string, from: number, to: number): Promise<readonly RecordedEvent[]> {
    const steps = this.#kept.get(workspace)?.steps ?? [];
    const within = steps.filter(({ seq, events }) => seq >= from && seq - events.length < to);
    return Promise.resolve(
      within.flatMap(({ events }) => events).filter(({ seq }) => seq >= from && seq <= to),
    );
  }

  applied(workspace: string, commands: readonly string[]): Promise<ReadonlyMap<string, StoredStep>> {
    const known = this.#kept.get(workspace)?.commands;
    const steps = commands.map((command) => known?.get(command)).filter((step) => step !== undefined);
    return Promise.resolve(new Map(steps.map((step) => [step.command, step])));
  }

  /** Needless here: opening a workspace again in the same worker folds what is in memory. */
  saveSnapshot(): Promise<void> {
    return Promise.resolve();
  }

  setClock(fence: Fence, clock: StoredClock): Promise<void> {
    return this.#changeFenced(fence, (kept) => {
      kept.row = { ...kept.row, clock };
    });
  }

  drafts(workspace: string): Promise<Readonly<Record<string, string>>> {
    return Promise.resolve(Object.fromEntries(this.#kept.get(workspace)?.drafts ?? []));
  }

  saveDraft(workspace: string, key: string, text: string): Promise<void> {
    return this.#change(workspace, ({ drafts }) => {
      if (text === '') drafts.delete(key);
      else drafts.set(key, text);
    });
  }

  kept(name: string): Promise<unknown> {
    return Promise.resolve(this.#values.get(name));
  }

  keep(name: string, value: unknown): Promise<void> {
    this.#values.set(name, value);
    return Promise.resolve();
  }

  courses(): Promise<CourseStore> {
    return (this.#courses ??= import('./memory-courses.ts').then(({ MemoryCourses }) => new MemoryCourses()));
  }

  close(): Promise<void> {
    this.#kept.clear();
    return Promise.resolve();
  }

  #changeRow(workspace: string, changes: Partial<WorkspaceRow>): Promise<void> {
    return this.#change(workspace, (kept) => {
      kept.row = { ...kept.row, ...changes };
    });
  }

  #change<T>(workspace: string, work: (kept: Kept) => T): Promise<T> {
    return new Promise((resolve) => {
      const kept = this.#kept.get(workspace);
      if (!kept) throw new StorageError('gone', 'This workspace was deleted.');
      resolve(work(kept));
    });
  }

  #changeFenced<T>(fence: Fence, work: (kept: Kept) => T): Promise<T> {
    return this.#change(fence.workspace, (kept) => {
      if (kept.row.epoch !== fence.epoch) throw new StorageError('fenced', 'Another writer has it now.');
      return work(kept);
    });
  }
}

function add(kept: Kept, steps: readonly StoredStep[]): void {
  for (const step of steps) {
    kept.steps.push(step);
    kept.commands.set(step.command, step);
  }
}
