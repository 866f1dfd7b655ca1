import type { CodedText } from '../../engine/codes.ts';
import type { PackedWorkspace } from '../../protocol/engine-api.ts';
import { eventLine } from '../../scenario/event-line.ts';
import { lastingOf } from '../../storage/lasting-drafts.ts';
import type { Log } from '../../storage/log.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { recordConversation } from './record-scenario.ts';

/** A piece of events is no longer than this, in characters, so that it can be read again. */
const pieceLength = 8 * 1024 * 1024;

/** Everything of a workspace that a backup holds. @throws StorageError */
export async function packWorkspace(log: Log, workspace: string): Promise<PackedWorkspace> {
  const row = (await log.workspaces()).find(({ id }) => id === workspace);
  if (row === undefined) throw new StorageError('gone', 'There is no such workspace.');
  const pieces: string[] = [];
  const refusals: Record<string, CodedText> = {};
  let piece = '';
  const scenario = await recordConversation(log, workspace, ({ step, events, refused }) => {
    if (refused !== undefined) refusals[String(step)] = refused;
    for (const event of events) piece += `${eventLine(event)}\n`;
    if (piece.length < pieceLength) return;
    pieces.push(piece);
    piece = '';
  });
  if (piece !== '') pieces.push(piece);
  const { id, name, createdAt, openedAt, clock, began, parent, lesson } = row;
  const kept = lastingOf(await log.drafts(workspace));
  return {
    id,
    name,
    createdAt,
    openedAt,
    clock,
    ...(began === undefined ? {} : { began }),
    ...(parent === undefined ? {} : { parent }),
    ...(lesson === undefined ? {} : { lesson }),
    ...(kept.length === 0 ? {} : { kept }),
    refusals,
    scenario,
    events: pieces,
    tests: await log.tests(workspace),
  };
}
