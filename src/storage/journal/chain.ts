import type { StoredStep } from '../rows.ts';
import { filesOf, type JournalFolder, type JournalName } from './folder.ts';
import { FromEnd, headIn } from './from-end.ts';
import { recordsIn } from './records-in.ts';
import type { BeginsIn, Head, Last, NameRecord, SnapshotRecord } from './record.ts';

/** What the files of a journal say together. */
export type Chain = {
  /** Those that count, oldest first: each goes on where the one before it was left. */
  readonly files: readonly JournalName[];
  /** The workspace as it began; null where nothing can be used. */
  readonly head: Head | null;
  readonly steps: readonly StoredStep[];
  /** Whether nothing comes after the steps: what does cannot be read, or does not follow. */
  readonly isWhole: boolean;
  /** Whole steps that come after what cannot be read, in their order, as far as they were found. */
  readonly behind: readonly StoredStep[];
  readonly snapshot: SnapshotRecord | null;
  readonly writtenAt: number;
};

/**
 * Reads all files of a workspace, and where a branch begins in the journal of another one, that. One that goes on after step k takes, with its first step, the place of what older ones
 * hold after k: a tab that was frozen may have written it when another wrote already. One that is complete takes the
 * place of all of them, unless its making was interrupted and it holds less.
 * @throws when a newer release wrote one of them: nobody knows what is in it
 */
export async function readChain(
  folder: JournalFolder,
  journals: readonly JournalName[],
  workspace: string,
): Promise<Chain> {
  let chain = nothingRead;
  for (const name of filesOf(journals, workspace)) {
    const { size, writtenAt } = await folder.read(name, 0, 0);
    if (size === 0) continue;
    const found = await readFile(folder, name);
    if (found === null) {
      chain = {
        ...chain,
        isWhole: false,
        behind: [...chain.behind, ...(await stepsBehind(folder, name, 0))],
      };
      continue;
    }
    const { beginsIn, after } = found.head;
    if (beginsIn !== undefined && !goesThrough(chain, after)) {
      const others = journals.filter((one) => one.workspace !== workspace);
      const origin = await readChain(folder, others, beginsIn.workspace).catch(() => nothingRead);
      chain = withOrigin(chain, found.head, beginsIn, origin);
    }
    chain = withFile(chain, name, found, writtenAt);
  }
  return chain;
}

const nothingRead: Chain = {
  files: [],
  head: null,
  steps: [],
  isWhole: true,
  behind: [],
  snapshot: null,
  writtenAt: 0,
};

const goesThrough = ({ steps }: Chain, { step, command }: Last): boolean =>
  steps[step - 1]?.command === command;

/** The beginning of a branch out of the journal of its origin; as much of it as there is, if that is more. */
function withOrigin(chain: Chain, head: Head, { createdAt, generation }: BeginsIn, origin: Chain): Chain {
  const { step } = head.after;
  const isSame = origin.head?.workspace.createdAt === createdAt && origin.head.generation === generation;
  const isMore = isSame && origin.steps.length < step && origin.steps.length > chain.steps.length;
  if (!goesThrough(origin, head.after) && !isMore) return { ...chain, head };
  const steps = origin.steps.slice(0, step);
  const snapshot =
    origin.snapshot !== null && origin.snapshot.last.step <= step ? origin.snapshot : chain.snapshot;
  return { ...chain, head, steps, snapshot };
}

type FileContent = Pick<Chain, 'steps' | 'isWhole' | 'behind' | 'snapshot'> & { readonly head: Head };

function withFile(chain: Chain, name: JournalName, file: FileContent, writtenAt: number): Chain {
  const { head, steps, isWhole, behind, snapshot } = file;
  const generation = chain.head?.generation ?? -1;
  const after = head.after.step;
  const isComplete = after === 0;
  if (head.generation < generation) return chain;
  if (isComplete) {
    const isInterrupted = steps.length < head.upTo && steps.length < chain.steps.length;
    return isInterrupted ? chain : { files: [name], head, steps, isWhole, behind, snapshot, writtenAt };
  }
  if (head.generation > generation || after > chain.steps.length)
    return { ...chain, isWhole: false, behind: [...chain.behind, ...steps, ...behind] };
  const isEmpty = steps.length === 0;
  const before = isEmpty ? chain.steps : chain.steps.slice(0, after);
  const earlier = (chain.snapshot?.last.step ?? 0) <= before.length ? chain.snapshot : null;
  return {
    files: [...chain.files, name],
    // It may have been given another name since.
    head: chain.head && { ...chain.head, workspace: head.workspace },
    steps: [...before, ...steps],
    isWhole: isWhole && (chain.isWhole || !isEmpty),
    behind: isEmpty ? [...chain.behind, ...behind] : behind,
    // A file that goes on before the end of the one before it, and has no step, may hold an older one.
    snapshot: (snapshot?.last.step ?? 0) >= (earlier?.last.step ?? 0) ? snapshot : earlier,
    writtenAt,
  };
}

/**
 * What one file holds, as far as each step follows on the one before it; null when even its start cannot be read.
 * @throws when a newer release wrote it
 */
export async function readFile(folder: JournalFolder, name: JournalName): Promise<FileContent | null> {
  const begun = await headIn(folder, name);
  if (begun === null) return null;
  let head = begun;
  const steps: StoredStep[] = [];
  let snapshot: SnapshotRecord | null = null;
  const records = recordsIn(folder, name);
  for (;;) {
    const found = await records.next();
    if (found.done === true) {
      const { at, isWhole } = found.value;
      // A length that is damaged looks like a record that was never written to its end.
      const behind = await stepsBehind(folder, name, at);
      return { head, steps, isWhole: isWhole && behind.length === 0, behind, snapshot };
    }
    const { record } = found.value;
    if ('snapshot' in record) snapshot = record.snapshot;
    if ('name' in record) head = { ...head, workspace: withSaid(head.workspace, record) };
    for (const step of 'steps' in record ? record.steps : []) {
      if (step.step !== head.after.step + steps.length + 1)
        return { head, steps, isWhole: false, behind: [], snapshot };
      steps.push(step);
    }
  }
}

/** The steps of the records at the end of a file, up to the first that is damaged or begins before `at`. */
async function stepsBehind(
  folder: JournalFolder,
  name: JournalName,
  at: number,
): Promise<readonly StoredStep[]> {
  const file = await FromEnd.open(folder, name);
  const groups: (readonly StoredStep[])[] = [];
  while (file.at > at) {
    const record = await (await file.previous())?.read().catch(() => null);
    if (!record) break;
    if ('steps' in record) groups.push(record.steps);
  }
  return groups.toReversed().flat();
}

/** The workspace as it is called from a record on, with the moments that are marked by then. */
export function withSaid(workspace: Head['workspace'], { name, bookmarks }: NameRecord): Head['workspace'] {
  if (bookmarks === undefined) return { ...workspace, name };
  return { ...workspace, name, about: { ...workspace.about, bookmarks } };
}
