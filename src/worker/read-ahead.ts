import type { Log } from '../storage/log.ts';
import type { StoredLog } from '../storage/rows.ts';

/** What the log says of a workspace, as it was read for somebody to begin with. */
export type Beginning = {
  readonly id: string;
  readonly stored: Promise<StoredLog | undefined>;
  readonly drafts: Promise<Readonly<Record<string, string>>>;
};

/** Begins to read it; what fails is told to whoever awaits it. */
export function readBeginning(log: Log, id: string): Beginning {
  const stored = log.read(id);
  const drafts = log.drafts(id);
  stored.catch(() => undefined);
  drafts.catch(() => undefined);
  return { id, stored, drafts };
}
