import type { Log } from '../../storage/log.ts';
import type { WorkspaceRow } from '../../storage/rows.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { aboutUpTo } from './about-up-to.ts';
import type { Ports } from '../ports.ts';
import { sampleCommand } from './samples.ts';

/** More steps than any sample of version 0.1 begins with. */
const mostOldSteps = 200;

/**
 * How many of the first steps of a workspace are its opening scene (rulings 39). Version 0.1 did not note it; what it
 * played of a sample is known by its commands.
 */
async function openingSteps(log: Log, { id, openingSteps: noted }: WorkspaceRow): Promise<number> {
  if (noted !== undefined) return noted;
  const commands = Array.from({ length: mostOldSteps }, (_, index) => sampleCommand(index + 1));
  const played = await log.applied(id, commands);
  const first = commands.findIndex((command) => !played.has(command));
  return first < 0 ? mostOldSteps : first;
}

/**
 * Back to the opening scene, as a branch: everything since then stays in the workspace that is left, so that it can be
 * gone back to. @throws StorageError
 */
export async function startOver(
  ports: Ports,
  log: Log,
  workspace: string,
  id: string,
): Promise<WorkspaceRow> {
  const row = (await log.workspaces()).find((one) => one.id === workspace);
  if (row === undefined) throw new StorageError('gone', 'There is no such workspace.');
  const step = await openingSteps(log, row);
  const parent = { workspace, step };
  return log.copy(workspace, step, {
    id,
    name: row.name,
    createdAt: ports.wall(),
    openingSteps: step,
    parent,
    began: 'branch',
    ...(row.lesson === undefined ? {} : { lesson: row.lesson }),
    ...(row.about === undefined ? {} : { about: aboutUpTo(row.about, step) }),
  });
}
