import type { Span } from '../crmscript/diagnostic.ts';
import type { NativeContext, ScriptEnvironment } from '../crmscript/library.ts';
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
  readonly variables = new Map<string, string>();
  readonly #scripts: FileScripts;
  readonly #nesting: Nesting;

  constructor(call: ScriptCall, scripts: FileScripts, nesting: Nesting) {
    const world = call.host.world();
    this.call = call;
    this.host = call.host;
    this.timeZone = world.timeZone;
    this.options = world.options;
    this.eventData = new EventDataValue(call);
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
    const nesting = this.#nesting;
    const { openCalls, frames } = nesting;
    const { meter } = this.call;
    meter.used = context.statements;
    nesting.openCalls = openCalls + context.depth;
    nesting.frames = this.framesOf(context.frames());
    try {
      return action(this.host, this.siteOf(context.site));
    } catch (error) {
      if (error instanceof HostError) return context.fail('RunTimeException', error.message);
      throw error;
    } finally {
      nesting.openCalls = openCalls;
      nesting.frames = frames;
      context.statements = meter.used;
    }
  }
}

/** The environment of a native that only bots have. */
export function botOf(context: NativeContext): BotEnvironment {
  const { environment } = context;
  if (environment instanceof BotEnvironment) return environment;
  throw new Error('A chat function was called outside a bot.');
}
