import type { CrowdPlan } from '../../course/crowd/crowd.ts';
import type { Log } from '../../storage/log.ts';
import { crowdPrefix } from '../debugging/kept.ts';

/* The plan of puppets lies beside the workspace, among the drafts: what they have done is in the log, and how far they are follows from it. */

export type KeptCrowd = {
  readonly plan: CrowdPlan;
  /** When they began, in milliseconds since 1970. */
  readonly from: number;
  /** The last event and the last step before they began. */
  readonly seq: number;
  readonly step: number;
  /** How many sessions there were then. */
  readonly above: number;
};

const key = `${crowdPrefix}plan`;

/** The puppets of a workspace; null where there are none, or what is kept is of another build. @throws StorageError */
export async function readKeptCrowd(log: Log, workspace: string): Promise<KeptCrowd | null> {
  const { [key]: text } = await log.drafts(workspace);
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<KeptCrowd> | null;
    const { plan, from, seq, step, above } = kept ?? {};
    if (plan === undefined || [from, seq, step, above].some((one) => !Number.isSafeInteger(one))) return null;
    return kept as KeptCrowd;
  } catch {
    return null;
  }
}

export const keepCrowd = (log: Log, workspace: string, kept: KeptCrowd | null): Promise<void> =>
  log.saveDraft(workspace, key, kept === null ? '' : JSON.stringify(kept));
