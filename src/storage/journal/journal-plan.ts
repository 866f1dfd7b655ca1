import { filesOf, type JournalFolder, type JournalName } from './folder.ts';
import { headIn, lastIn } from './from-end.ts';
import type { Head, Last } from './record.ts';

/** Steps of one file: those that it begins with are its first, and the last is the one of that number. */
export type Part = { readonly name: JournalName; readonly head: Head; readonly upTo: number };

/** Which steps of which files are the log of a workspace, as far as both ends of them tell. */
export type Plan = {
  /** In the order of the log. */
  readonly parts: readonly Part[];
  readonly head: Head;
  /** The file that was begun last: what it says of the workspace holds. */
  readonly newest: JournalName;
  readonly last: number;
};

/**
 * What `readChain` finds in the files of a workspace, without reading them: from the start and the end of each. Null where that
 * does not tell, as something is torn, damaged or does not go together: then all has to be read.
 */
export async function planOf(
  folder: JournalFolder,
  journals: readonly JournalName[],
  workspace: string,
): Promise<Plan | null> {
  let plan: Plan | null = null;
  for (const name of filesOf(journals, workspace)) {
    if ((await folder.read(name, 0, 0)).size === 0) continue;
    const head = await headIn(folder, name);
    const last: Last | null = head && (await lastIn(folder, name, head));
    if (head === null || last === null) return null;
    if (head.generation < (plan?.head.generation ?? -1)) continue;
    const own: Part = { name, head, upTo: last.step };
    if (head.after.step === 0) {
      const isInterrupted: boolean = last.step < head.upTo && last.step < (plan?.last ?? 0);
      if (!isInterrupted) plan = { parts: [own], head, newest: name, last: last.step };
      continue;
    }
    const before: Plan | null = await beginning(folder, journals, head, plan);
    if (before === null) return null;
    const isEmpty = last.step === head.after.step;
    plan = {
      parts: isEmpty ? before.parts : [...partsUpTo(before, head.after.step), own],
      head: { ...before.head, workspace: head.workspace },
      newest: name,
      last: isEmpty ? before.last : last.step,
    };
  }
  return plan;
}

/** What comes before a file that goes on after a step: files of the workspace, or those of another one, whose branch it is. */
async function beginning(
  folder: JournalFolder,
  journals: readonly JournalName[],
  head: Head,
  plan: Plan | null,
): Promise<Plan | null> {
  const { after, beginsIn, workspace, generation } = head;
  if (plan !== null && plan.last >= after.step) return plan.head.generation === generation ? plan : null;
  if (beginsIn === undefined) return null;
  const others = journals.filter((name) => name.workspace !== workspace.id);
  const origin = await planOf(folder, others, beginsIn.workspace);
  const isSame =
    origin?.head.workspace.createdAt === beginsIn.createdAt && origin.head.generation === beginsIn.generation;
  if (!isSame || origin.last < after.step) return null;
  return { parts: partsUpTo(origin, after.step), head, newest: origin.newest, last: after.step };
}

const partsUpTo = ({ parts }: Plan, step: number): readonly Part[] =>
  parts
    .filter(({ head }) => head.after.step < step)
    .map((part) => ({ ...part, upTo: Math.min(part.upTo, step) }));
