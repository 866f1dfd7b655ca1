import { portBot } from '../../bots/port.ts';
import type { PortRequest, Ported } from '../../protocol/port.ts';
import type { Engine, LoadFile } from '../ports.ts';
import { ScriptTables } from '../scripts/script-tables.ts';
import { sourcesOf } from '../scripts/script-sources.ts';

/** What the include names of a port end with: those of the scripts beside it stay as they are. */
const ending = '.ts';

/** Ports scripts of a world. Runs nothing. */
export async function portOf(
  engine: Engine,
  load: LoadFile,
  { setting, scripts }: PortRequest,
): Promise<Ported> {
  const world = engine.createWorld(setting);
  const tables = new ScriptTables();
  await tables.prepare(sourcesOf(world), load);
  const wanted = new Set(scripts);
  const all = world.folders.flatMap((folder) => folder.scripts).filter(({ id }) => wanted.has(id));
  return portBot(world, all, { ending }, tables.source);
}
