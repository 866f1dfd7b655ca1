import type { NewWorkspace, StoredStep } from '../rows.ts';
import { recentEvents, snapshotFormat } from '../rows.ts';
import { withSaid } from './chain.ts';
import type { JournalFolder, JournalName } from './folder.ts';
import { FromEnd } from './from-end.ts';
import { planOf, type Part, type Plan } from './journal-plan.ts';
import { nothing, type Head, type Last, type NameRecord, type SnapshotRecord } from './record.ts';

/** The end of the log in a journal: enough to open the workspace. */
export type JournalEnd = {
  /** The workspace as it began, as it is called now. */
  readonly head: Head;
  /** The newest steps, without a gap: at least those that the snapshot does not know of. */
  readonly steps: readonly StoredStep[];
  /** Null where the steps are all that there are. */
  readonly snapshot: SnapshotRecord | null;
};

/**
 * Reads the journal of a workspace from its end, up to its newest snapshot and as many events as are read with a workspace. Null
 * where it has to be read from its start, as something in it is not as it should be. @throws when it cannot be read
 */
export async function readEnd(
  folder: JournalFolder,
  journals: readonly JournalName[],
  workspace: string,
): Promise<JournalEnd | null> {
  const plan = await planOf(folder, journals, workspace);
  return plan === null ? null : new Reading(folder, plan).read();
}

class Reading {
  readonly #folder: JournalFolder;
  readonly #plan: Plan;
  /** As they lie in records, the newest first. */
  readonly #groups: (readonly StoredStep[])[] = [];
  #snapshot: SnapshotRecord | null = null;
  #name: NameRecord | null = null;
  #bookmarks: NameRecord['bookmarks'];

  constructor(folder: JournalFolder, plan: Plan) {
    this.#folder = folder;
    this.#plan = plan;
  }

  async read(): Promise<JournalEnd | null> {
    const { head, newest, parts } = this.#plan;
    const last = parts.at(-1)?.name;
    if (last === undefined) return null;
    // It may hold nothing but a name.
    const isPart =
      last.workspace === newest.workspace && last.epoch === newest.epoch && last.serial === newest.serial;
    if (!isPart && !(await this.#readName(await FromEnd.open(this.#folder, newest)))) return null;
    let after = nothing;
    for (const part of parts.toReversed()) {
      if (!(await this.#readPart(part, after, isPart && part.name === last))) return null;
      if (this.#isEnough) break;
      after = part.head.after;
    }
    const steps = this.#groups.toReversed().flat();
    if (this.#snapshot === null && steps[0]?.step !== 1) return null;
    return { head: { ...head, workspace: this.#said(head.workspace) }, steps, snapshot: this.#snapshot };
  }

  get #isEnough(): boolean {
    const first = this.#groups.at(-1)?.[0];
    const last = this.#groups[0]?.at(-1);
    if (this.#snapshot === null || first === undefined || last === undefined) return false;
    // What is read begins with the step that the snapshot ends with.
    if (first.step > this.#snapshot.last.step) return false;
    return last.seq - (first.seq - first.events.length) >= recentEvents;
  }

  /** False where something is not as it should be. `next` is what the part behind this one goes on after. */
  async #readPart({ name, head, upTo }: Part, next: Last, saysName: boolean): Promise<boolean> {
    const file = await FromEnd.open(this.#folder, name);
    while (!this.#isEnough && !file.isAtStart) {
      const record = await (await file.previous())?.read();
      if (!record) return false;
      if ('name' in record && saysName) this.#note(record);
      if ('snapshot' in record && this.#snapshot === null && isUsable(record.snapshot, upTo))
        this.#snapshot = record.snapshot;
      if (
        'steps' in record &&
        !this.#take(
          record.steps.filter(({ step }) => step <= upTo),
          next,
          head,
        )
      )
        return false;
    }
    return !saysName || this.#readName(file);
  }

  /** Whether steps come right before those that were read. */
  #take(steps: readonly StoredStep[], next: Last, { after }: Head): boolean {
    const [first] = steps;
    const last = steps.at(-1);
    if (first === undefined || last === undefined) return true;
    const follower = this.#groups.at(-1)?.[0];
    if (follower === undefined ? last.step !== this.#plan.last : last.step + 1 !== follower.step)
      return false;
    if (last.step === next.step && last.command !== next.command) return false;
    if (first.step <= after.step || steps.some(({ step }, index) => step !== first.step + index))
      return false;
    this.#groups.push(steps);
    return true;
  }

  #note({ name, last, bookmarks }: NameRecord): void {
    this.#name ??= { name, last };
    this.#bookmarks ??= bookmarks;
  }

  /** Goes on, without looking into what is not asked for, until it is known what the workspace is called. */
  async #readName(file: FromEnd): Promise<boolean> {
    while ((this.#name === null || this.#bookmarks === undefined) && !file.isAtStart) {
      const found = await file.previous();
      if (found === null) return false;
      const record = found.isName ? await found.read() : undefined;
      if (record === null) return false;
      if (record !== undefined && 'name' in record) this.#note(record);
    }
    return true;
  }

  #said(workspace: NewWorkspace): NewWorkspace {
    const named = this.#name === null ? workspace : withSaid(workspace, this.#name);
    const bookmarks = this.#bookmarks;
    return bookmarks === undefined ? named : withSaid(named, { name: named.name, last: nothing, bookmarks });
  }
}

const isUsable = ({ last, format }: SnapshotRecord, upTo: number): boolean =>
  format === snapshotFormat && last.step <= upTo;
