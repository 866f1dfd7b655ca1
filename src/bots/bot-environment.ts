import type { Span } from '../crmscript/diagnostic.ts';
import type { Library, NativeContext, ScriptEnvironment } from '../crmscript/library.ts';
import type { Snapshot } from '../crmscript/run.ts';
import type { CallSite } from '../engine/events.ts';
import { HostError, type ScriptCall, type ScriptHost } from '../engine/script-call.ts';
import { EventDataValue } from './event-data-value.ts';

/**
 * What the runs of one step share: runs nest, because what a script does may call the next script. A run
 * learns here how deep the host's stack already is, and what a debugger shows around it.
 */
export type Nesting = {
  /** Calls that are open in the runs around this one. */
  openCalls: number;
  /** The frames of the runs around this one, innermost first. */
  frames: ScriptFrames;
};

export type ScriptFrames = readonly (Snapshot['frames'][number] & { readonly script: number })[];

/** Which script a file of a program is. */
export type FileScripts = ReadonlyMap<string, number>;

/** What one run asks of the world, and what its natives share. */
export class BotEnvironment implements ScriptEnvironment {
  readonly call: ScriptCall;
  readonly host: ScriptHost;
  readonly timeZone: string;
  readonly options: ScriptEnvironment['options'];
  readonly eventData: EventDataValue;
  /** What `setVariable` has set in this run. */
  readonly variables: Map<string, string>;
  /** What scripts that this one runs are compiled with. */
  readonly library: Library;
  readonly #scripts: FileScripts;
  readonly #nesting: Nesting;

  constructor(
    call: ScriptCall,
    scripts: FileScripts,
    nesting: Nesting,
    library: Library,
    eventData = new EventDataValue(call),
  ) {
    const world = call.host.world();
    this.call = call;
    this.host = call.host;
    this.timeZone = world.timeZone;
    this.options = world.options;
    this.eventData = eventData;
    this.variables = new Map(Object.entries(call.variables ?? {}));
    this.library = library;
    this.#scripts = scripts;
    this.#nesting = nesting;
  }

  now(): number {
    return this.host.now();
  }

  random(): number {
    return this.host.random();
  }

  sleep(seconds: number): void {
    this.host.sleep(seconds);
  }

  print(site: Span, channel: 'print' | 'log' | 'debug', text: string): void {
    this.host.print(this.siteOf(site), channel, text);
  }

  hint(site: Span, text: string): void {
    this.host.hint(this.siteOf(site), text);
  }

  /** What a debugger that stops at a statement needs; undefined when none does. */
  watch() {
    const { stopAt } = this.call.meter;
    if (stopAt === 0) return undefined;
    return {
      stopAt,
      stopped: ({ statement, frames }: Snapshot): never =>
        this.host.stopped({ statement, frames: this.framesOf(frames) }),
    };
  }

  /** For a text that this script runs: what it prints goes to `collect`. */
  inner(variables: Iterable<readonly [string, string]>, collect: (text: string) => void): BotEnvironment {
    const of = [this.call, this.#scripts, this.#nesting, this.library, this.eventData] as const;
    const environment = new InnerEnvironment(of, collect);
    for (const [name, value] of variables) environment.variables.set(name, value);
    return environment;
  }

  scriptOf(file: string): number {
    return this.#scripts.get(file) ?? this.call.script.id;
  }

  siteOf({ file, line }: Span): CallSite {
    return { script: this.scriptOf(file), line };
  }

  framesOf(frames: Snapshot['frames']): ScriptFrames {
    return [
      ...frames.map((frame) => ({ ...frame, script: this.scriptOf(frame.file) })),
      ...this.#nesting.frames,
    ];
  }

  /**
   * Does something to the world. A HostError becomes an exception that the script can catch; whatever
   * other scripts ran meanwhile counts towards the budget and the debugger's count.
   */
  act<T>(context: NativeContext, action: (host: ScriptHost, site: CallSite) => T): T {
    return this.within(context, 0, () => {
      try {
        return action(this.host, this.siteOf(context.site));
      } catch (error) {
        if (error instanceof HostError) return context.fail('RunTimeException', error.message);
        throw error;
      }
    });
  }

  /** Runs what may run scripts. It is told how many calls are open, of which `more` are its own. */
  within<T>(context: NativeContext, more: number, action: (openCalls: number) => T): T {
    const nesting = this.#nesting;
    const { openCalls, frames } = nesting;
    const { meter } = this.call;
    meter.used = context.statements;
    nesting.openCalls = openCalls + context.depth + more;
    nesting.frames = this.framesOf(context.frames());
    try {
      return action(nesting.openCalls);
    } finally {
      nesting.openCalls = openCalls;
      nesting.frames = frames;
      context.statements = meter.used;
    }
  }
}

/** The same script's surroundings for a text that it runs: other variables, and its output is collected. */
class InnerEnvironment extends BotEnvironment {
  readonly #collect: (text: string) => void;

  constructor(
    of: readonly [ScriptCall, FileScripts, Nesting, Library, EventDataValue],
    collect: (text: string) => void,
  ) {
    super(...of);
    this.#collect = collect;
  }

  override print(site: Span, channel: 'print' | 'log' | 'debug', text: string): void {
    if (channel === 'print') this.#collect(text);
    else super.print(site, channel, text);
  }
}

/** The environment of a native that only bots have. */
export function botOf(context: NativeContext): BotEnvironment {
  const { environment } = context;
  if (environment instanceof BotEnvironment) return environment;
  throw new Error('A chat function was called outside a bot.');
}
