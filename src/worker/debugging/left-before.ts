import type { OriginChain, OriginLink } from '../../debug/origin.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import type { DebugOrigin } from '../../protocol/debug-api.ts';
import type { Log } from '../../storage/log.ts';

/** So many steps are read at once, from the last one back. */
const atOnce = 200;

type Left = { readonly link: number; readonly isBy: (event: RecordedEvent) => boolean };

/** The steps before one that left what the links of a chain were read from: a variable of the world, a row of a table. */
export async function stepsBefore(
  log: Log,
  workspace: string,
  step: number,
  { links }: OriginChain,
): Promise<DebugOrigin['before']> {
  const found: Record<number, { step: number; seq: number }> = {};
  let wanted = links.flatMap((link, index) => leftAs(link, index));
  for (let to = step - 1; to >= 1 && wanted.length > 0; to -= atOnce) {
    const steps = await log.steps(workspace, Math.max(1, to - atOnce + 1), to);
    for (const stored of steps.toReversed()) {
      for (const event of stored.events.toReversed()) {
        for (const { link, isBy } of wanted)
          if (isBy(event)) found[link] ??= { step: stored.step, seq: event.seq };
        wanted = wanted.filter(({ link }) => found[link] === undefined);
      }
    }
  }
  return found;
}

function leftAs({ source }: OriginLink, link: number): Left[] {
  if (source?.kind === 'variable') {
    const { scope, name } = source;
    return [
      {
        link,
        isBy: (event) => event.type === 'variable.set' && event.scope === scope && event.name === name,
      },
    ];
  }
  if (source?.kind === 'row' && source.row > 0) {
    const { table, row } = source;
    return [
      {
        link,
        isBy: (event) =>
          event.type === 'table.changed' &&
          event.id === row &&
          event.table.toLowerCase() === table.toLowerCase(),
      },
    ];
  }
  return [];
}
