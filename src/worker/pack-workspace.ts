import type { Said } from '../engine/said.ts';
import type { PackedWorkspace } from '../protocol/engine-api.ts';
import { eventLine } from '../scenario/event-line.ts';
import type { Log } from '../storage/log.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { Engine } from './ports.ts';
import { recordScenario } from './record-scenario.ts';

/** So many steps are read at a time. */
const portion = 500;
/** A piece of events is no longer than this, in characters, so that it can be read again. */
const pieceLength = 8 * 1024 * 1024;

/** Everything of a workspace that a backup holds. @throws StorageError */
export async function packWorkspace(engine: Engine, log: Log, workspace: string): Promise<PackedWorkspace> {
  const row = (await log.workspaces()).find(({ id }) => id === workspace);
  if (row === undefined) throw new StorageError('gone', 'There is no such workspace.');
  const scenario = await recordScenario(engine, log, workspace, 'conversation');
  const pieces: string[] = [];
  const refusals: Record<string, Said> = {};
  let piece = '';
  for (let next = 1; next <= scenario.steps.length;) {
    const steps = await log.steps(workspace, next, Math.min(scenario.steps.length, next + portion - 1));
    if (steps.length === 0) throw new StorageError('write', 'A step of the log cannot be read.');
    for (const { step, events, refused } of steps) {
      if (refused !== undefined) refusals[String(step)] = refused;
      for (const event of events) piece += `${eventLine(event)}\n`;
      if (piece.length < pieceLength) continue;
      pieces.push(piece);
      piece = '';
    }
    next += steps.length;
  }
  if (piece !== '') pieces.push(piece);
  const { id, name, createdAt, openedAt, clock, began, parent } = row;
  return {
    id,
    name,
    createdAt,
    openedAt,
    clock,
    ...(began === undefined ? {} : { began }),
    ...(parent === undefined ? {} : { parent }),
    refusals,
    scenario,
    events: pieces,
  };
}
