import { IDBKeyRange } from 'fake-indexeddb';
import { asText } from '../../src/engine/codes.ts';
import { Database } from '../../src/storage/database.ts';
import type { JournaledLog } from '../../src/storage/journal/journaled-log.ts';
import type { Fence } from '../../src/storage/log.ts';
import { Machine, recovered } from './machine.ts';
import { worldFile } from './stand-in-engine.ts';
import { storedStep } from './stored-step.ts';

type Tree = { commands: readonly string[]; isDeleted: boolean };

/** Workspaces that are branches of each other, and what each of them has to hold. */
export class Grove {
  readonly machine = new Machine();
  log!: JournaledLog;
  readonly trees = new Map<string, Tree>();
  #fences = new Map<string, Fence>();
  #count = 0;
  #ids = 0;

  async begin(): Promise<void> {
    this.machine.mostMerged = 3;
    await this.#open();
    await this.#plant();
  }

  async #open(): Promise<void> {
    this.#fences = new Map();
    this.log = this.machine.open();
    await recovered(this.log);
  }

  async #plant(): Promise<string> {
    const id = `tree ${String(++this.#ids)}`;
    const steps = Array.from({ length: 5 }, (_, n) => this.#step(n));
    await this.log.create({ id, name: id, createdAt: this.#ids }, worldFile, steps);
    this.trees.set(id, { commands: steps.map(({ command }) => command), isDeleted: false });
    return id;
  }

  /** Step after so many: each has one event, but for every third, which has none. */
  #step(after: number) {
    const step = after + 1;
    const has = (n: number) => (n % 3 === 0 ? 0 : 1);
    const before = Array.from({ length: after }, (_, n) => has(n + 1)).filter((count) => count > 0).length;
    return storedStep(step, before + 1, has(step), `command ${String(++this.#count)}`);
  }

  pick(n: number): string {
    const there = [...this.trees].filter(([, { isDeleted }]) => !isDeleted).map(([id]) => id);
    return there[n % there.length] ?? '';
  }

  async #fence(id: string): Promise<Fence> {
    const known = this.#fences.get(id) ?? (await this.until(this.log.claim(id)));
    this.#fences.set(id, known);
    return known;
  }

  async append(id: string): Promise<void> {
    const tree = this.trees.get(id);
    if (tree === undefined) return;
    const step = this.#step(tree.commands.length);
    await this.log.append(await this.#fence(id), [step]);
    tree.commands = [...tree.commands, step.command];
  }

  async fork(id: string, share: number, isOpen: boolean): Promise<string> {
    const { commands } = this.trees.get(id) ?? { commands: [] };
    if (isOpen) await this.#fence(id);
    const as = `tree ${String(++this.#ids)}`;
    const upTo = Math.round(commands.length * share);
    await this.until(this.log.copy(id, upTo, { id: as, name: as, createdAt: this.#ids }));
    this.trees.set(as, { commands: commands.slice(0, upTo), isDeleted: false });
    return as;
  }

  async cut(id: string, share: number): Promise<void> {
    const tree = this.trees.get(id);
    if (tree === undefined) return;
    const step = Math.floor(tree.commands.length * share);
    const seq = (await this.log.steps(id, 1, step)).at(-1)?.seq ?? 0;
    const fence = await this.#fence(id);
    await this.until(this.log.cut(fence, { step, seq }, asText('cut off')));
    tree.commands = tree.commands.slice(0, step);
  }

  async saveSnapshot(id: string): Promise<void> {
    const fence = await this.#fence(id);
    const seq = (await this.log.read(id))?.seq ?? 0;
    await this.log.saveSnapshot(fence, seq, { seq, sessions: [], of: id } as never);
  }

  async release(id: string): Promise<void> {
    const fence = this.#fences.get(id);
    this.#fences.delete(id);
    if (fence !== undefined) await this.until(this.log.release(fence));
  }

  async remove(id: string): Promise<void> {
    const tree = this.trees.get(id);
    if (tree === undefined) return;
    await this.log.setDeleted(id, 5);
    tree.isDeleted = true;
    if (this.pick(0) === '') await this.#plant();
  }

  async putBack(): Promise<void> {
    for (const [id, tree] of this.trees) {
      await this.log.setDeleted(id, null);
      tree.isDeleted = false;
    }
  }

  async sweep(): Promise<void> {
    for (const [id, { isDeleted }] of this.trees) {
      if (!isDeleted) continue;
      await this.until(this.log.purge(id));
      this.#fences.delete(id);
      this.trees.delete(id);
    }
  }

  /** The browser is killed; a database that it finds torn is filled again, with what was deleted and not thrown away. */
  async crash(wipe: boolean): Promise<void> {
    this.machine.crash(wipe);
    if (wipe) for (const tree of this.trees.values()) tree.isDeleted = false;
    await this.#open();
    // Whoever opens them brings what only the journals have.
    for (const id of this.trees.keys()) {
      await this.#fence(id);
      await this.release(id);
    }
  }

  /** What the work gives, while time passes as long as it takes. */
  until<T>(work: Promise<T>): Promise<T> {
    return this.machine.time.during(work);
  }

  /** The steps of which there are rows in the database, by the log that they belong to. */
  async rows(): Promise<readonly string[]> {
    const database = new Database({ indexedDB: this.machine.indexedDB, IDBKeyRange });
    await database.open();
    const rows = await database.steps.toArray();
    database.close();
    return rows.map(({ workspace, step }) => `${workspace}: ${String(step)}`);
  }
}
