import type { WorldFile } from '../engine/definition.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { Fence, Log, NewWorkspace, ReadOptions } from './log.ts';
import {
  newRow,
  type InputRow,
  type StepRows,
  type StoredClock,
  type StoredLog,
  type WorkspaceRow,
} from './rows.ts';
import { StorageError } from './storage-error.ts';

type Kept = {
  row: WorkspaceRow;
  readonly world: WorldFile;
  readonly inputs: InputRow[];
  readonly events: RecordedEvent[];
  readonly commands: Map<string, InputRow>;
  readonly drafts: Map<string, string>;
};

/** A log for browsers without a database: the same rules, and everything is forgotten with the page. */
export class MemoryLog implements Log {
  readonly kind = 'memory';
  readonly #kept = new Map<string, Kept>();

  workspaces(): Promise<WorkspaceRow[]> {
    const rows = [...this.#kept.values()].map(({ row }) => row);
    return Promise.resolve(rows.sort((a, b) => b.openedAt - a.openedAt));
  }

  recover() {
    return Promise.resolve(null);
  }

  create(workspace: NewWorkspace, world: WorldFile, steps: readonly StepRows[]): Promise<WorkspaceRow> {
    const found = this.#kept.get(workspace.id);
    if (found) return Promise.resolve(found.row);
    const row = newRow(workspace);
    const kept: Kept = { row, world, inputs: [], events: [], commands: new Map(), drafts: new Map() };
    this.#kept.set(row.id, kept);
    add(kept, steps);
    return Promise.resolve(row);
  }

  async copy(workspace: string, upToStep: number, as: NewWorkspace): Promise<WorkspaceRow> {
    const { world, inputs, events } = await this.#change(workspace, (kept) => kept);
    const steps = inputs.slice(0, upToStep).map((input, index) => ({
      input: { ...input, workspace: as.id },
      events: events.slice(inputs[index - 1]?.seq ?? 0, input.seq),
    }));
    return this.create(as, world, steps);
  }

  touch(workspace: string, now: number): Promise<void> {
    return this.#change(workspace, (kept) => {
      kept.row = { ...kept.row, openedAt: now };
    });
  }

  claim(workspace: string): Promise<Fence> {
    return this.#change(workspace, (kept) => {
      kept.row = { ...kept.row, epoch: kept.row.epoch + 1 };
      return { workspace, epoch: kept.row.epoch };
    });
  }

  release(): void {
    // Nobody else could take it.
  }

  read(workspace: string, { below = Infinity }: ReadOptions = {}): Promise<StoredLog | undefined> {
    const kept = this.#kept.get(workspace);
    if (!kept) return Promise.resolve(undefined);
    const last = kept.inputs.findLast((input) => input.seq < below);
    return Promise.resolve({
      workspace: kept.row,
      world: kept.world,
      snapshot: null,
      events: kept.events.slice(0, last?.seq ?? 0),
      seq: last?.seq ?? 0,
      step: last?.step ?? 0,
      damage: last === kept.inputs.at(-1) ? null : `event ${String(below)} does not fit the world before it`,
    });
  }

  append(fence: Fence, steps: readonly StepRows[]): Promise<void> {
    return this.#changeFenced(fence, (kept) => {
      if (steps.some(({ input }) => kept.commands.has(input.command))) {
        throw new StorageError('duplicate', 'This command was applied already.');
      }
      add(kept, steps);
    });
  }

  cut(fence: Fence, last: { readonly seq: number; readonly step: number }): Promise<void> {
    return this.#changeFenced(fence, (kept) => {
      for (const input of kept.inputs.splice(last.step)) kept.commands.delete(input.command);
      kept.events.length = last.seq;
      kept.row = { ...kept.row, generation: kept.row.generation + 1 };
    });
  }

  events(workspace: string, from: number, to: number): Promise<readonly RecordedEvent[]> {
    return Promise.resolve(this.#kept.get(workspace)?.events.slice(Math.max(0, from - 1), to) ?? []);
  }

  applied(workspace: string, commands: readonly string[]): Promise<ReadonlyMap<string, InputRow>> {
    const known = this.#kept.get(workspace)?.commands;
    const rows = commands.map((command) => known?.get(command)).filter((row) => row !== undefined);
    return Promise.resolve(new Map(rows.map((row) => [row.command, row])));
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

  close(): void {
    this.#kept.clear();
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

function add(kept: Kept, steps: readonly StepRows[]): void {
  for (const { input, events } of steps) {
    kept.inputs.push(input);
    kept.commands.set(input.command, input);
    for (const event of events) kept.events.push(event);
  }
}
