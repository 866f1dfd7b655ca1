import type { EventOf, RecordedEvent } from '../../../engine/events.ts';
import { fileOf } from '../../../engine/registration.ts';
import { allScripts, scriptOf } from '../../names.ts';
import type { World } from '../../../engine/world.ts';
import { words } from '../../words/words.ts';
import { sentence } from '../../sentence.ts';

type ConsoleEvent =
  EventOf<'script.printed'> | EventOf<'script.failed'> | EventOf<'hint.raised'> | EventOf<'script.finished'>;

/** One line of the console, and the place in a script that it leads to. */
export type ConsoleLine = {
  readonly seq: number;
  readonly at: string;
  readonly kind: 'printed' | 'logged' | 'debug' | 'failed' | 'hint' | 'finished';
  readonly text: string;
  readonly script: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

/** What goes to the console; that a script came to its end does where somebody ran it by hand. */
function consoleEvents(events: readonly RecordedEvent[]): readonly ConsoleEvent[] {
  const byHand = new Set<number>();
  return events.filter((event): event is ConsoleEvent => {
    if (event.type === 'script.started' && event.role === 'manual') byHand.add(event.seq);
    if (event.type === 'script.finished') return byHand.has(event.cause);
    return event.type === 'script.printed' || event.type === 'script.failed' || event.type === 'hint.raised';
  });
}

/** Where it failed; where that is no script of the workspace, the line of the script that ran it. */
export function placeOf(
  event: EventOf<'script.failed'>,
  world: World,
): Omit<ConsoleLine, 'seq' | 'at' | 'kind' | 'text'> {
  const scripts = allScripts(world).map(({ script }) => script);
  for (const { file, line, column } of [event, ...event.stack]) {
    const named = scripts.filter((script) => fileOf(script) === file);
    const found = named.find(({ id }) => id === event.script) ?? named[0];
    if (found !== undefined) return { script: found.id, file, line, column };
  }
  const { script, file, line, column } = event;
  return { script, file, line, column };
}

const kinds = { print: 'printed', log: 'logged', debug: 'debug' } as const;

function lineOf(event: ConsoleEvent, world: World): ConsoleLine {
  const shared = { seq: event.seq, at: event.at };
  if (event.type === 'script.failed') {
    return {
      ...shared,
      kind: 'failed',
      text: `${event.kind}: ${sentence(event.failure)}`,
      ...placeOf(event, world),
    };
  }
  if (event.type === 'script.finished') {
    const { script } = event;
    const name = scriptOf(world, script)?.name ?? '';
    const text = words.byHand.done(name, words.statements(event.statements));
    return { ...shared, kind: 'finished', text, script, file: '', line: 0, column: 0 };
  }
  const { script = 0, line = 0 } = event.by ?? {};
  return {
    ...shared,
    ...(event.type === 'hint.raised'
      ? { kind: 'hint', text: sentence(event.hint) }
      : { kind: kinds[event.channel], text: event.text }),
    script,
    file: scriptOf(world, script)?.name ?? '',
    line,
    column: 1,
  };
}

/** What scripts printed, where they failed, and the traps they stepped into. */
export const consoleLines = (events: readonly RecordedEvent[], world: World): readonly ConsoleLine[] =>
  consoleEvents(events).map((event) => lineOf(event, world));

/** How often scripts failed after event `seen`. */
export const failuresSince = (
  events: readonly RecordedEvent[],
  seen: number,
): readonly EventOf<'script.failed'>[] =>
  events.filter(
    (event): event is EventOf<'script.failed'> => event.type === 'script.failed' && event.seq > seen,
  );
