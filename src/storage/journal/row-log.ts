import type { WorldFile } from '../../engine/definition.ts';
import type { Log } from '../log.ts';
import type { StepRows, WorkspaceRow } from '../rows.ts';
import type { Last } from './journal-file.ts';

/** What a log holds of a workspace, in short. */
export type Outline = {
  readonly row: WorkspaceRow;
  readonly world: WorldFile;
  readonly last: Last;
  /** The command of the step that was asked about; undefined when there is no such step. */
  readonly commandThere: string | undefined;
};

/** A log whose rows can be copied. */
export interface RowLog extends Log {
  /** As `create`, with a row that there was before. */
  put(row: WorkspaceRow, world: WorldFile, steps: readonly StepRows[]): Promise<WorkspaceRow>;
  outline(workspace: string, step: number): Promise<Outline | undefined>;
  /** At most `count` steps after step `after`, without a gap. */
  steps(workspace: string, after: number, count: number): Promise<readonly StepRows[]>;
}
