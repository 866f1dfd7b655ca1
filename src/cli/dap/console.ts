import type { DebugProtocol } from '@vscode/debugprotocol';
import { eventsBefore } from '../../debug/calls-inside.ts';
import type { Session } from '../../debug/session.ts';
import type { LogLine } from '../../debug/stops.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import { findInclude } from '../../engine/registration.ts';
import type { World } from '../../engine/world.ts';
import { conversationLine, inputText } from '../../scenario/conversation.ts';
import { sentence } from '../../words/sentence.ts';
import type { Client } from './client.ts';
import type { LaunchedSession } from './launch.ts';
import type { Sources } from './sources.ts';

export type Output = DebugProtocol.OutputEvent['body'];

/** What came of a step by now, with its statements where they are known. */
type Came = {
  readonly step: number;
  readonly events: readonly RecordedEvent[];
  readonly session?: Session | undefined;
  readonly log: readonly LogLine[];
};

/** Says what happens, each thing once: whoever goes back and forwards again has read it. */
export class Console {
  readonly #launched: LaunchedSession;
  readonly #sources: Sources;
  readonly #client: Client;
  readonly #send: (output: Output) => void;
  #step = 0;
  /** The number of the last event that was said, and how many lines of log points of the step. */
  #seq = 0;
  #logged = 0;

  constructor(launched: LaunchedSession, sources: Sources, client: Client, send: (output: Output) => void) {
    this.#launched = launched;
    this.#sources = sources;
    this.#client = client;
    this.#send = send;
  }

  /** Something in a few words. */
  say(category: 'console' | 'stderr' | 'important', text: string, place: Omit<Output, 'output'> = {}): void {
    this.#send({ category, output: `${text}\n`, ...place });
  }

  /** What has come of a step; `world` is the one in which its scripts are looked for. */
  came({ step, events, session, log }: Came, world: World): void {
    if (step < this.#step) return;
    if (step > this.#step) this.#begin(step);
    const before = session === undefined ? [] : eventsBefore(session.trace, events);
    let logged = 0;
    events.forEach((event, index) => {
      while ((log[logged]?.statement ?? Infinity) <= (before[index] ?? 0))
        this.#log(log[logged], logged++, world);
      if (event.seq > this.#seq) {
        this.#seq = event.seq;
        this.#event(event, world);
      }
    });
    for (; logged < log.length; logged++) this.#log(log[logged], logged, world);
  }

  /** A variable was changed by hand: what comes behind it is new. */
  again(step: number, events: readonly RecordedEvent[], logged: number): void {
    this.#step = step;
    this.#seq = events.at(-1)?.seq ?? 0;
    this.#logged = logged;
  }

  #begin(step: number): void {
    this.#step = step;
    this.#logged = 0;
    const entry = this.#launched.steps[step - 1];
    if (entry === undefined || this.#launched.kind === 'script') return;
    this.say('console', `step ${String(step)}  ${inputText(entry.input)}`, this.#inScenario(step, 'input'));
  }

  #inScenario = (step: number, field: string) =>
    this.#sources.inScenario(`steps[${String(step - 1)}].${field}`);

  #log(line: LogLine | undefined, index: number, world: World): void {
    if (line === undefined || index < this.#logged) return;
    this.#logged = index + 1;
    const text = line.parts
      .map((part) =>
        typeof part === 'string' ? part : 'problem' in part ? sentence(part.problem) : bare(part.value),
      )
      .join('');
    this.say('console', text, this.#place(line.script, line.line, world));
  }

  #event(event: RecordedEvent, world: World): void {
    const place = event.by === undefined ? {} : this.#place(event.by.script, event.by.line, world);
    switch (event.type) {
      case 'script.printed':
        this.#send(
          event.channel === 'print'
            ? { category: 'stdout', output: event.text, ...place }
            : { category: 'console', output: `${event.channel}: ${event.text.trimEnd()}\n`, ...place },
        );
        return;
      case 'script.failed': {
        const { file, line, column, kind, failure, script } = event;
        const at = `${file}:${String(line)}:${String(column)}`;
        const own = findInclude(world.folders, file)?.id ?? script;
        this.say('stderr', `${at}: ${kind}: ${sentence(failure)}`, this.#place(own, line, world, column));
        return;
      }
      case 'hint.raised':
        this.say('console', `hint: ${sentence(event.hint)}`, place);
        return;
      default: {
        const line = conversationLine(event);
        if (line !== null) this.say('console', line, place);
      }
    }
  }

  #place(script: number, line: number, world: World, column?: number) {
    const source = this.#sources.of(script, world);
    if (source === undefined || line < 1) return {};
    return {
      source,
      line: this.#client.line(line),
      ...(column !== undefined && { column: this.#client.column(column) }),
    };
  }
}

/** A text without its quotation marks, as a log point prints it. */
function bare(value: string): string {
  try {
    const read: unknown = value.startsWith('"') ? JSON.parse(value) : value;
    return typeof read === 'string' ? read : value;
  } catch {
    return value;
  }
}
