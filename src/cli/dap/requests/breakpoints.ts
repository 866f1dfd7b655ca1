import { functionsIn, statementLines } from '../../../bots/statement-lines.ts';
import { findScript } from '../../../engine/registration.ts';
import { tables } from '../../tables.ts';
import type { Reply, RequestContext, Handlers } from './request.ts';
import { rehearsalOf } from './request.ts';

/** Where it stops. An editor may set breakpoints before anything is launched. */
export const breakpointHandlers: Handlers = {
  setBreakpoints: (asked, given) => {
    const { book, rehearsal } = asked;
    const set = book.setLines(given);
    if (rehearsal === null) return { body: { breakpoints: book.pending(set) } };
    rehearsal.takeBreakpoints();
    return { body: { breakpoints: book.shown(set, rehearsal.sources, rehearsal.world) } };
  },
  setFunctionBreakpoints: (asked, given) =>
    taken(asked, asked.book.setFunctions(given, functionNames(asked))),
  setExceptionBreakpoints: (asked, given) => taken(asked, asked.book.setExceptions(given)),
  setDataBreakpoints: (asked, given) => taken(asked, asked.book.setData(given)),

  breakpointLocations: (asked, given) => {
    const { sources, world } = rehearsalOf(asked);
    const { client } = asked;
    const first = client.lineFrom(given.number('line'));
    const last = client.lineFrom(given.maybeNumber('endLine') ?? given.number('line'));
    const lines = sources
      .scriptsOf(given.object('source'), world)
      .flatMap((id) => findScript(world.folders, id) ?? [])
      .flatMap((script) => statementLines(world, script, tables) ?? [])
      .filter((line) => line >= first && line <= last);
    const breakpoints = [...new Set(lines)].map((line) => ({ line: client.line(line) }));
    return { body: { breakpoints } };
  },
};

function taken({ rehearsal }: RequestContext, breakpoints: readonly object[]): Reply {
  rehearsal?.takeBreakpoints();
  return { body: { breakpoints } };
}

/** Null before anything is launched: nobody knows. */
function functionNames({ rehearsal }: RequestContext): ReadonlySet<string> | null {
  if (rehearsal === null) return null;
  const { sources, world } = rehearsal;
  return new Set(sources.scripts(world).flatMap((script) => [...functionsIn(world, script, tables)]));
}
