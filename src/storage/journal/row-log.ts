import type { WorldFile } from '../../engine/definition.ts';
import type { Test } from '../../protocol/engine-api.ts';
import type { Fence, Log } from '../log.ts';
import type { Reborn, Snapshot, StepRow, StoredStep, WorkspaceRow } from '../rows.ts';
import type { ReadFromEnd } from '../missing.ts';
import type { Last } from './record.ts';
import type { CodedText } from '../../engine/codes.ts';

/** What a log holds of a workspace, in short. */
export type Outline = {
  readonly row: WorkspaceRow;
  readonly world: WorldFile;
  readonly last: Last;
  /** The command of the step that was asked about; undefined when there is no such step. */
  readonly commandThere: string | undefined;
};

/** A log whose rows can be copied, and written after they were acknowledged. */
export interface RowLog extends Log {
  /** As `create`, with a row that there was before. */
  put(
    row: WorkspaceRow,
    world: WorldFile,
    steps: readonly StoredStep[],
    snapshot?: Snapshot | null,
    tests?: readonly Test[],
  ): Promise<WorkspaceRow>;
  /** As `put`, as soon as the newest steps are there: the others come late (`late-rows`). */
  putEnd?(
    row: WorkspaceRow,
    world: WorldFile,
    read: ReadFromEnd,
    tests?: readonly Test[],
  ): Promise<WorkspaceRow>;
  /** Knows from now on what of a workspace comes late; nothing where none does. */
  goOn?(row: WorkspaceRow, read: ReadFromEnd): void;
  /** Writes what of a workspace comes late. @throws StorageError when that cannot be done now: it is tried again later */
  fill?(workspace: string): Promise<void>;
  /** As `claim`, in the name of an epoch that comes after `above`, too. */
  claim(workspace: string, now?: number, above?: number): Promise<Fence>;
  /** The last event that the newest snapshot knows of; 0 where there is none. */
  lastSnapshot(workspace: string): Promise<number>;
  outline(workspace: string, step: number): Promise<Outline | undefined>;
  /** As `append`, with what is JSON already. */
  appendRows(fence: Fence, rows: readonly StepRow[]): Promise<void>;
  /** Takes steps in place of those that it has after `last`, up to the last of them, which it puts aside. */
  replace(
    fence: Fence,
    last: { readonly step: number },
    steps: readonly StoredStep[],
    reason: CodedText,
  ): Promise<void>;
  /** Keeps steps apart that nobody can follow to, unless it has them: for whoever wants to mend the log by hand. */
  setAside(row: Reborn, steps: readonly StoredStep[], reason: CodedText): Promise<void>;
  /** Puts steps aside that it does not take in, and counts the log as another one: the same `seq` is another event. */
  disown(fence: Fence, steps: readonly StoredStep[], reason: CodedText): Promise<void>;
  /** @throws StorageError `fenced`, `gone` or `newer` when the fence is no longer that of the one who may write */
  verify(fence: Fence): Promise<void>;
  /** The ids of all commands that were applied. */
  commands(workspace: string): Promise<readonly string[]>;
}
