import type { Span } from '../../crmscript/diagnostic.ts';
import { NativeError, type NativeContext, type ScriptEnvironment } from '../../crmscript/library.ts';
import {
  defaultCallLimit,
  defaultFrameLimit,
  defaultMemory,
  Memory,
  type Count,
} from '../../crmscript/run.ts';
import type { CallSite } from '../../engine/events.ts';
import { onlineMemory } from '../../engine/online-limits.ts';
import type { CodedText } from '../../engine/codes.ts';
import { HostError, type ScriptCall, type ScriptHost, type StepMeter } from '../../engine/script-call.ts';
import type { Caller } from '../api/caller.ts';
import { nested, type Nesting } from '../api/nesting.ts';
import { EventDataValue } from '../api/event-data-value.ts';
import { BotObserver } from './bot-observer.ts';
import { perStep } from '../api/per-step.ts';
import type { CrmScriptTools } from './crmscript-tools.ts';

/** What a run inside another takes of the host's stack before its first statement. */
const loadOfRun = 100;

export type CallLimits = { readonly calls: number; readonly frames: number };

/** The world is changed by events, each of which makes a new one that shares most with the one before. */
const priceOfAct = 100;

/** What is left of the calls that can be open, for a run inside others. */
export const callLimits = ({ openCalls, load }: Nesting): CallLimits => ({
  calls: Math.max(0, defaultCallLimit - openCalls),
  frames: defaultFrameLimit - load,
});

/** Writes into the meter of a step what its scripts have used by now. */
export function countInto(meter: StepMeter, { statements, price }: Count): void {
  meter.statements = statements;
  meter.price = price;
}

/** What has been said of a thing. */
const told = new WeakSet<object>();

const memoryOfStep = perStep((limit: number) => new Memory(limit, onlineMemory));

/** The memory that all scripts of a step share, as they share the count of statements. */
export function memoryOf({ meter, host }: ScriptCall): Memory {
  const limit = host.world().options.onlineLimits ? onlineMemory : defaultMemory;
  return memoryOfStep(meter, limit);
}

/** The caller that a run is, and of which run. */
type CallerOfRun = Caller & { isOf(context: NativeContext): boolean };

/** Which script a file of a program is. */
export type FileScripts = ReadonlyMap<string, number>;

/** What one run asks of the world, and what its natives share. */
export class BotEnvironment implements ScriptEnvironment {
  readonly call: ScriptCall;
  readonly host: ScriptHost;
  readonly timeZone: string;
  readonly options: ScriptEnvironment['options'];
  readonly eventData: EventDataValue;
  /** What scripts that this one runs are compiled with. */
  readonly tools: CrmScriptTools;
  /**
   * The run that called a native last, as `callerOf` made it: natives are called often. A WeakMap by run would keep each run,
   * and with it all of its step, until the next large collection: what is remembered names the run that it is remembered for.
   */
  caller: CallerOfRun | undefined;
  #variables: Map<string, string> | undefined;
  #kept: object[] | undefined;
  #isLookedAt = false;
  #hinted: Set<string> | undefined;
  readonly #scripts: FileScripts;
  readonly #nesting: Nesting;

  constructor(
    call: ScriptCall,
    scripts: FileScripts,
    nesting: Nesting,
    tools: CrmScriptTools,
    eventData = new EventDataValue(call),
    hinted?: Set<string>,
  ) {
    const world = call.host.world();
    this.call = call;
    this.host = call.host;
    this.timeZone = world.timeZone;
    this.options = world.options;
    this.eventData = eventData;
    this.tools = tools;
    this.#scripts = scripts;
    this.#nesting = nesting;
    this.#hinted = hinted;
  }

  /** What this run began with and what `setVariable` has set in it. */
  get variables(): Map<string, string> {
    return (this.#variables ??= new Map(Object.entries(this.call.variables ?? {})));
  }

  get #saidHints(): Set<string> {
    return (this.#hinted ??= new Set<string>());
  }

  now(): number {
    this.#notes?.push('time');
    return this.host.now();
  }

  random(): number {
    this.#refuseToLook();
    this.#notes?.push('chance');
    return this.host.random();
  }

  sleep(seconds: number): void {
    this.#refuseToLook();
    refusing(() => {
      this.host.sleep(seconds);
    });
  }

  print(site: Span, channel: 'print' | 'log' | 'debug', text: string): void {
    this.#refuseToLook();
    refusing(() => {
      this.host.print(this.siteOf(site), channel, text);
    });
  }

  /** Says each thing at each place once: a loop would say it until the step has no room for events. */
  hint(site: Span, hint: CodedText): void {
    if (this.#isLookedAt) return;
    const key = `${site.file}:${String(site.start)}:${JSON.stringify(hint)}`;
    if (this.#saidHints.has(key)) return;
    this.#saidHints.add(key);
    refusing(() => {
      this.host.hint(this.siteOf(site), hint);
    });
  }

  /** Says something about a thing once, after the run, as long as there is room for it. */
  hintOnce(about: object, { file, line }: Pick<Span, 'file' | 'line'>, hint: CodedText): void {
    if (told.has(about)) return;
    told.add(about);
    try {
      this.host.hint({ script: this.scriptOf(file), line }, hint);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
  }

  /** Counts what belongs to the run and is no value of the script as held by it. */
  keep(value: object): void {
    (this.#kept ??= []).push(value);
  }

  roots(): Iterable<unknown> {
    return [this.eventData, [...this.variables.keys()], [...this.variables.values()], ...(this.#kept ?? [])];
  }

  /** Who looks on while this script runs; undefined where nobody does. */
  observer(): BotObserver | undefined {
    const { observed } = this.call.meter;
    return observed && new BotObserver(observed, this);
  }

  /** Meanwhile nothing has an effect: what would is refused. */
  looking<T>(look: () => T): T {
    this.#isLookedAt = true;
    try {
      return look();
    } finally {
      this.#isLookedAt = false;
    }
  }

  /** For a text that this script runs `from` a place, with scripts that it includes: what it prints goes to `collect`. */
  inner(
    variables: Iterable<readonly [string, string]>,
    scripts: FileScripts,
    from: Span,
    collect: (text: string) => void,
  ): BotEnvironment {
    const of = [this.call, scripts, this.#nesting, this.tools, this.eventData, this.#saidHints] as const;
    const environment = new InnerEnvironment(of, this.siteOf(from), collect);
    for (const [name, value] of variables) environment.variables.set(name, value);
    return environment;
  }

  scriptOf(file: string): number {
    return this.#scripts.get(file) ?? this.call.script.id;
  }

  /** Which script of the world a file is; 0 for a text that is none. */
  scriptIn(file: string): number {
    return this.#scripts.get(file) ?? 0;
  }

  /** The text of a script that this one is made of; undefined for one that is no script of the world. */
  sourceOf(file: string): string | undefined {
    const { script } = this.call;
    const id = this.scriptIn(file);
    if (id === script.id) return script.source;
    return this.host
      .world()
      .folders.flatMap(({ scripts }) => scripts)
      .find((one) => one.id === id)?.source;
  }

  /** Where it is written down that the script asks for the time, or for chance; undefined where nobody wants to know. */
  get #notes(): ('time' | 'chance' | object)[] | undefined {
    const { observed } = this.call.meter;
    return observed?.records === true ? observed.happened : undefined;
  }

  siteOf({ file, line }: Span): CallSite {
    const script = this.#scripts.get(file);
    return script === undefined ? this.elsewhere(line) : { script, line };
  }

  /** A place in what is no script of the world. */
  protected elsewhere(line: number): CallSite {
    return { script: this.call.script.id, line };
  }

  /**
   * Does something to the world. A HostError becomes an exception that the script can catch; whatever
   * other scripts ran meanwhile counts towards the budget and the debugger's count.
   */
  act<T>(context: NativeContext, action: (host: ScriptHost, site: CallSite) => T): T {
    this.#refuseToLook();
    context.spend(priceOfAct);
    return this.within(context, 0, () => {
      try {
        return action(this.host, this.siteOf(context.site));
      } catch (error) {
        if (error instanceof HostError) return context.fail('RunTimeException', error.message);
        throw error;
      }
    });
  }

  #refuseToLook(): void {
    if (this.#isLookedAt) throw new NativeError('This would do something, so it is not done for looking.');
  }

  /** Runs what may run scripts. It is told how many calls are open, of which `more` are its own. */
  within<T>(context: NativeContext, more: number, action: (limits: CallLimits) => T): T {
    const nesting = this.#nesting;
    const { meter } = this.call;
    countInto(meter, context.count);
    const open = { openCalls: context.depth + more, load: context.load + loadOfRun };
    return nested(nesting, open, () => {
      try {
        return action(callLimits(nesting));
      } finally {
        const { statements, price } = meter;
        context.count = { statements, price };
      }
    });
  }
}

/** What the host refuses fails the script where it stands. */
function refusing(action: () => void): void {
  try {
    action();
  } catch (error) {
    throw error instanceof HostError ? new NativeError(error.message) : error;
  }
}

/** The same script's surroundings for a text that it runs: other variables, and its output is collected. */
class InnerEnvironment extends BotEnvironment {
  readonly #from: CallSite;
  readonly #collect: (text: string) => void;

  constructor(
    of: readonly [ScriptCall, FileScripts, Nesting, CrmScriptTools, EventDataValue, Set<string>],
    from: CallSite,
    collect: (text: string) => void,
  ) {
    super(...of);
    this.#from = from;
    this.#collect = collect;
  }

  /** The text itself has no lines that anybody could look up, so the script stands for it where it runs the text. */
  protected override elsewhere(): CallSite {
    return this.#from;
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
