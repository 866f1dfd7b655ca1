import type { DebugProtocol } from '@vscode/debugprotocol';
import { statementLines } from '../../bots/statement-lines.ts';
import {
  placeOnLine,
  type Breakpoint,
  type StopEvent,
  type BreakpointOptions,
} from '../../debug/breakpoints.ts';
import type { WatchedExpression } from '../../debug/breakpoints.ts';
import { findScript } from '../../engine/registration.ts';
import type { World } from '../../engine/world.ts';
import { tables } from '../tables.ts';
import type { Client } from './client.ts';
import { RequestError, type RequestArguments } from './request-arguments.ts';
import type { Sources } from './sources.ts';

type Kind = 'function' | 'exception' | 'data';

/** What was asked of one source: its breakpoints are placed as soon as it is known what is played. */
type Asked = {
  readonly source: RequestArguments;
  readonly wanted: readonly (BreakpointOptions & { readonly id: number; readonly line: number })[];
};

/** The protocol's exception filters. Those with an `event` stop at something that happens in the chat, which is no failure. */
export const filters: readonly (DebugProtocol.ExceptionBreakpointsFilter & { readonly event?: StopEvent })[] =
  [
    { filter: 'uncaught', label: 'Failures that nothing catches', default: true },
    { filter: 'all', label: 'All failures', default: false },
    { filter: 'message', label: 'Chat: a message is saved', default: false, event: 'message' },
    { filter: 'status', label: 'Chat: a status changes', default: false, event: 'status' },
    { filter: 'http', label: 'Chat: HTTP is called', default: false, event: 'http' },
  ];

/** The breakpoints that an editor has set, with the numbers by which it knows them. */
export class BreakpointBook {
  readonly #client: Client;
  readonly #bySource = new Map<string, Asked>();
  readonly #others = new Map<Kind, readonly Breakpoint[]>();
  #next = 1;

  constructor(client: Client) {
    this.#client = client;
  }

  /** All breakpoints, those on lines placed in the scripts of a world. */
  all(sources: Sources, world: World): readonly Breakpoint[] {
    const lines = [...this.#bySource.values()].flatMap((asked) =>
      this.#placed(asked, sources, world).flatMap(({ breakpoints }) => breakpoints),
    );
    return [...lines, ...[...this.#others.values()].flat()];
  }

  /** What a number stands for; those on lines are not told apart. */
  find(id: number): Exclude<Breakpoint, { kind: 'line' }> | { readonly kind: 'line' } {
    for (const others of this.#others.values())
      for (const one of others) if (one.id === id && one.kind !== 'line') return one;
    return { kind: 'line' };
  }

  /** Those of one source take the place of those that it had. */
  setLines(given: RequestArguments): Asked {
    const source = given.object('source');
    const wanted = given.list('breakpoints').map((one) => ({
      id: this.#next++,
      line: this.#client.lineFrom(one.number('line')),
      ...when(one),
      ...optional('logMessage', one),
    }));
    const asked = { source, wanted };
    this.#bySource.set(this.#keyOf(source), asked);
    return asked;
  }

  /** Where the breakpoints of a source stand. */
  shown(asked: Asked, sources: Sources, world: World): readonly DebugProtocol.Breakpoint[] {
    return this.#placed(asked, sources, world).map(({ shown }) => shown);
  }

  /** Before anything is launched nobody knows where they stand. */
  pending({ wanted }: Asked): readonly DebugProtocol.Breakpoint[] {
    return wanted.map(({ id, line }) => ({
      id,
      verified: false,
      line: this.#client.line(line),
      message: 'It is placed once something is launched.',
    }));
  }

  /** Those that were set before anything was launched, as they stand now. */
  allShown(sources: Sources, world: World): readonly DebugProtocol.Breakpoint[] {
    return [...this.#bySource.values()].flatMap((asked) => this.shown(asked, sources, world));
  }

  setFunctions(
    given: RequestArguments,
    names: ReadonlySet<string> | null,
  ): readonly DebugProtocol.Breakpoint[] {
    const set = given.list('breakpoints').map((one) => ({
      kind: 'function' as const,
      id: this.#next++,
      name: one.text('name').trim(),
      ...when(one),
    }));
    this.#others.set('function', set);
    return set.map(({ id, name }) => {
      const isKnown = names === null || names.has(name);
      return { id, verified: isKnown, ...(!isKnown && { message: `No script has a function “${name}”.` }) };
    });
  }

  setExceptions(given: RequestArguments): readonly DebugProtocol.Breakpoint[] {
    const wanted = given.texts('filters');
    const set = wanted.map((name): Breakpoint => {
      const filter = filters.find((one) => one.filter === name);
      if (filter === undefined) throw new RequestError(`There is no exception filter “${name}”.`);
      const id = this.#next++;
      if (filter.event !== undefined) return { kind: 'event', id, event: filter.event };
      return { kind: 'exception', id, filter: name === 'all' ? 'all' : 'uncaught' };
    });
    this.#others.set('exception', set);
    return set.map(({ id }) => ({ id, verified: true }));
  }

  setData(given: RequestArguments): readonly DebugProtocol.Breakpoint[] {
    const set = given.list('breakpoints').map((one) => ({
      kind: 'data' as const,
      id: this.#next++,
      ...readDataId(one.text('dataId')),
      ...when(one),
    }));
    this.#others.set('data', set);
    return set.map(({ id }) => ({ id, verified: true }));
  }

  #placed({ source, wanted }: Asked, sources: Sources, world: World) {
    const scripts = sources.scriptsOf(source, world).flatMap((id) => findScript(world.folders, id) ?? []);
    const places = scripts.map((script) => ({ script, lines: statementLines(world, script, tables) }));
    return wanted.map(({ id, line, ...rest }) => {
      const found = places.flatMap(({ script, lines }) => {
        const placed = lines === null ? null : placeOnLine(line, lines);
        return placed === null ? [] : [{ script, ...placed }];
      });
      const [first] = found;
      const breakpoints = found.map((place): Breakpoint => ({
        kind: 'line',
        id,
        script: place.script.id,
        line: place.line,
        ...rest,
      }));
      const message =
        first === undefined
          ? whyNowhere(places)
          : !first.isMoved
            ? undefined
            : first.script.language === 'javascript'
              ? 'To the debugger a script in JavaScript is one statement: it stops before the script.'
              : `No statement begins on line ${String(line)}: it stands on line ${String(first.line)}.`;
      const shown: DebugProtocol.Breakpoint = {
        id,
        verified: first !== undefined,
        line: this.#client.line(first?.line ?? line),
        ...(first !== undefined && { source: sources.of(first.script.id, world) ?? {} }),
        ...(message !== undefined && { message }),
      };
      return { shown, breakpoints };
    });
  }

  #keyOf(source: RequestArguments): string {
    const reference = source.maybeNumber('sourceReference') ?? 0;
    if (reference > 0) return String(reference);
    return this.#client.keyOf(this.#client.pathFrom(source.text('path')));
  }
}

function whyNowhere(places: readonly { readonly lines: readonly number[] | null }[]): string {
  if (places.length === 0) return 'No script that is played has this text.';
  return places.some(({ lines }) => lines === null)
    ? 'The script has an error: nothing in it can run.'
    : 'The script has no statement.';
}

const when = (given: RequestArguments): BreakpointOptions => ({
  ...optional('condition', given),
  ...optional('hitCondition', given),
});

/** An empty text is none: editors send it where somebody has cleared a field. */
function optional<Name extends string>(
  name: Name,
  given: RequestArguments,
): { readonly [Key in Name]?: string } {
  const text = given.maybeText(name);
  return (text === undefined || text.trim() === '' ? {} : { [name]: text }) as {
    readonly [Key in Name]?: string;
  };
}

/** By what an editor asks for a breakpoint on a variable. */
export const dataIdOf = ({ script, routine, expression }: WatchedExpression): string =>
  JSON.stringify([script, routine, expression]);

function readDataId(text: string): WatchedExpression {
  try {
    const read: unknown = JSON.parse(text);
    if (Array.isArray(read)) {
      const [script, routine, expression] = read as readonly unknown[];
      if (typeof script === 'number' && typeof routine === 'string' && typeof expression === 'string')
        return { script, routine, expression };
    }
  } catch {
    // It is none of ours.
  }
  throw new RequestError(`“${text}” names no variable. Ask with dataBreakpointInfo first.`);
}
