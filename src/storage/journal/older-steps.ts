import type { RestoredWorkspace } from '../../protocol/engine-api.ts';
import type { ReadFromEnd } from '../missing.ts';
import type { KnownSnapshot, Reborn, StoredStep } from '../rows.ts';
import { readChain } from './chain.ts';
import { commandsIn } from './commands-in.ts';
import type { SnapshotRecord } from './record.ts';
import { filesOf, isGoingOn, type JournalFolder } from './folder.ts';

type Older = { readonly steps: readonly StoredStep[]; readonly isWhole: boolean };

/** What a journal holds before the steps that were read from its end: read once, when it is first needed. */
export class OlderSteps implements ReadFromEnd {
  readonly #folder: JournalFolder;
  readonly #row: Reborn;
  readonly steps: readonly StoredStep[];
  readonly snapshot: KnownSnapshot | null;
  #older: Promise<Older> | null = null;
  #commands: Promise<ReadonlySet<string>> | null = null;

  constructor(
    folder: JournalFolder,
    row: Reborn,
    { steps, snapshot }: { readonly steps: readonly StoredStep[]; readonly snapshot: SnapshotRecord | null },
  ) {
    this.#folder = folder;
    this.#row = row;
    this.steps = steps;
    this.snapshot = snapshot && { seq: snapshot.last.seq, format: snapshot.format, world: snapshot.world };
  }

  readonly rest = async (): Promise<readonly StoredStep[]> => (await this.#read()).steps;

  readonly commands = (): Promise<ReadonlySet<string>> =>
    (this.#commands ??= this.#findCommands().catch((error: unknown) => {
      this.#commands = null;
      throw error;
    }));

  /** How many messages all steps hold, and whether there are all. */
  async counted(): Promise<Pick<RestoredWorkspace, 'messages' | 'isWhole' | 'hasGap'>> {
    const { steps, isWhole } = await this.#read();
    return {
      messages: messagesIn(steps) + messagesIn(this.steps),
      isWhole,
      ...(isWhole ? {} : { hasGap: true }),
    };
  }

  #read(): Promise<Older> {
    return (this.#older ??= this.#readNow().catch((error: unknown) => {
      this.#older = null;
      throw error;
    }));
  }

  /** @throws when it cannot be read now: what is damaged for good is left out */
  async #readNow(): Promise<Older> {
    const { id, createdAt, generation } = this.#row;
    const { head, steps, behind, isWhole } = await readChain(this.#folder, await this.#folder.list(), id);
    if (head?.generation !== generation || head.workspace.createdAt !== createdAt)
      throw new Error('This journal is that of another log.');
    const before = this.steps[0]?.step ?? Infinity;
    const found: StoredStep[] = [];
    for (const step of [...steps, ...behind])
      if (step.step < before && step.step > (found.at(-1)?.step ?? 0)) found.push(step);
    const last = found.at(-1)?.step ?? 0;
    const isComplete = last === found.length && (before === Infinity || last === before - 1);
    if (isWhole && !isComplete) throw new Error('The journal holds less than it did.');
    return { steps: found, isWhole: isComplete };
  }

  /** In its own files and, where its beginning may lie in those of others, in all. */
  async #findCommands(): Promise<ReadonlySet<string>> {
    const journals = await this.#folder.list();
    const own = filesOf(journals, this.#row.id);
    return commandsIn(this.#folder, own.some(isGoingOn) ? journals : own);
  }
}

/** How many messages steps tell of. */
export const messagesIn = (steps: readonly StoredStep[]): number =>
  steps.reduce((sum, { events }) => sum + events.filter(({ type }) => type === 'message.saved').length, 0);
