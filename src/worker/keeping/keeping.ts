import type { CopiesState } from '../../protocol/copies-api.ts';
import { Copies } from './copies.ts';
import type { Locks } from '../ports.ts';
import { createScriptFolders } from './script-folders.ts';
import type { ScriptFoldersApi } from '../../protocol/script-folder-api.ts';
import { createWorkspaceCalls, type WorkspaceCalls, type WorkspaceCallsOptions } from './workspace-calls.ts';

/** What is done with workspaces as a whole: a part of its own, which no message waits for. */
export type Keeping = {
  readonly shelf: WorkspaceCalls;
  readonly copies: Copies;
  readonly folders: ScriptFoldersApi;
};

export type KeepingOptions = WorkspaceCallsOptions & {
  /** By which tabs agree who writes copies. */
  readonly locks: Locks | null;
  readonly tellCopies: (state: CopiesState) => void;
  /** Copies are due later: another tab writes some now. */
  readonly copyLater: () => void;
};

export function createKeeping(options: KeepingOptions): Keeping {
  const { ports, log, locks, settled, tellCopies: tell, copyLater: later } = options;
  const { wall } = ports;
  return {
    shelf: createWorkspaceCalls(options),
    folders: createScriptFolders(log),
    copies: new Copies({ log, locks, wall, settled, tell, later }),
  };
}
