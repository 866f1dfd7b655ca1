import type { Log } from '../../storage/log.ts';
import type { WorkspaceRow } from '../../storage/rows.ts';
import { freeName } from './free-name.ts';
import { openingFile, parseOpening, type Opening } from './opening.ts';
import type { LoadFile, Ports } from '../ports.ts';

/**
 * Makes the workspace that a first visit finds: the sample with its steps as they were played, written in one transaction.
 * Two tabs that do it at once under the same id make one. Where the sample cannot be had, an empty world is
 * better than none.
 */
export async function createFirstVisit(
  ports: Ports,
  log: Log,
  loadFile: LoadFile,
  id: string,
): Promise<WorkspaceRow> {
  const made = await createSample(ports, log, loadFile, 'first-visit', id);
  if (made !== null) return made;
  const createdAt = ports.wall();
  const world = { startsAt: new Date(createdAt).toISOString() };
  return log.create({ id: ports.newId(), name: 'New workspace', createdAt, began: 'empty' }, world, []);
}

/** Makes a workspace of a sample, with its opening scene; null when that cannot be loaded. */
export async function createSample(
  ports: Ports,
  log: Log,
  loadFile: LoadFile,
  sample: string,
  id: string,
): Promise<WorkspaceRow | null> {
  const opening = await loadOpening(loadFile, sample);
  if (opening === null) return null;
  const { name, description, world, steps } = opening;
  const about = description === undefined ? {} : { about: { description } };
  const made = {
    id,
    name: await freeName(log, name, id),
    createdAt: ports.wall(),
    openingSteps: steps.length,
    began: 'sample' as const,
    ...about,
  };
  return log.create(made, world, steps);
}

async function loadOpening(loadFile: LoadFile, sample: string): Promise<Opening | null> {
  try {
    return parseOpening(await loadFile(openingFile(sample)));
  } catch {
    return null;
  }
}

/** The command of a step that a sample begins with. */
export const sampleCommand = (step: number): string => `sample ${String(step)}`;
