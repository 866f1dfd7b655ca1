import type { CallSite } from '../../engine/events.ts';
import { localTimeOf } from '../../engine/local-time.ts';
import { onlineMemory } from '../../engine/online-limits.ts';
import { thrown, type CodedText } from '../../engine/codes.ts';
import { HostError, type ScriptCall, type ScriptHost } from '../../engine/script-call.ts';
import { HostFailure, type SourceLocation } from '../../javascript/javascript.ts';
import type { Caller } from '../api/caller.ts';
import { nested, type Nesting } from '../api/nesting.ts';
import { perStep } from '../api/per-step.ts';
import { coded } from '../codes.ts';
import { StoppedByHand } from './running-javascript.ts';

/** The step has used all that it may: ends the run, and no script can catch it. */
export class BudgetSpent extends Error {
  override readonly name = 'Spent';
}

/** More was written into the world at once than a script may. */
export class TooMuchWritten extends Error {
  override readonly name = 'TooMuchWritten';
}

/** The world is changed by events, each of which makes a new one that shares most with the one before. */
const priceOfAct = 100;
const workOfStatement = 256;
const workOfCase = 8;
const mostWritten = 16 * 1024 * 1024;

/** What a run takes of the host's stack, in calls of CRMScript. */
export const loadOfRun = 300;

const writtenInStep = perStep(() => ({ bytes: 0 }));

/** A run of JavaScript as the caller of what scripts may do. */
export class ScriptCaller implements Caller {
  readonly host: ScriptHost;
  /** Where the script calls. */
  site: SourceLocation;
  /** Bytes that the run took, once it is over. */
  memory = 0;
  readonly #call: ScriptCall;
  readonly #scripts: ReadonlyMap<string, number>;
  readonly #nesting: Nesting;
  readonly #hinted = new Set<string>();
  #work = 0;

  constructor(
    call: ScriptCall,
    scripts: ReadonlyMap<string, number>,
    nesting: Nesting,
    begin: SourceLocation,
  ) {
    this.host = call.host;
    this.site = begin;
    this.#call = call;
    this.#scripts = scripts;
    this.#nesting = nesting;
  }

  get callSite(): CallSite {
    return { script: this.#scripts.get(this.site.file) ?? this.#call.script.id, line: this.site.line };
  }

  charge(bytes: number): void {
    this.work(bytes);
  }

  text(length: number): void {
    this.charge(32 + 2 * length);
  }

  write(length: number): void {
    const written = writtenInStep(this.#call.meter, undefined);
    written.bytes += 2 * length;
    const limit = this.host.world().options.onlineLimits ? onlineMemory : mostWritten;
    if (written.bytes > limit) throw new TooMuchWritten(String(limit));
  }

  spend(price: number): void {
    const { meter } = this.#call;
    meter.price += price;
    if (meter.price <= meter.limit) return;
    meter.price = meter.limit;
    throw new BudgetSpent();
  }

  work(units: number): void {
    this.#work += units;
    if (this.#work < workOfStatement) return;
    const price = Math.floor(this.#work / workOfStatement);
    this.#work -= price * workOfStatement;
    this.spend(price);
  }

  payForCase(text: string): void {
    this.work(workOfCase * text.length);
  }

  fail(kind: string, text: string): never {
    throw new HostFailure(text, kind);
  }

  /** Says each thing at each place once: a loop would say it until the step has no room for events. */
  hint(hint: CodedText): void {
    const site = this.callSite;
    const key = JSON.stringify([site, hint]);
    if (this.#hinted.has(key)) return;
    this.#hinted.add(key);
    refusing(() => {
      this.host.hint(site, hint);
    });
  }

  /** As `hint`, when the run is over, as long as there is room for it. */
  remark(hint: CodedText): void {
    try {
      this.host.hint(this.callSite, hint);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
  }

  act<T>(action: (host: ScriptHost, site: CallSite) => T): T {
    this.spend(priceOfAct);
    return nested(this.#nesting, { openCalls: 1, load: loadOfRun }, () =>
      refusing(() => action(this.host, this.callSite)),
    );
  }

  showTime(milliseconds: number): string {
    return localTimeOf(milliseconds, this.host.world().timeZone);
  }
}

/** What the host refuses a script can catch. */
export function refusing<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof HostError ? new HostFailure(error.message, 'RunTimeException') : error;
  }
}

/** What there is to say of the end that a run came to by its own account. */
export const endOf = (error: unknown, call: ScriptCall): { kind: string; failure: CodedText } | undefined => {
  if (error instanceof BudgetSpent) {
    const { price: used, limit: budget } = call.meter;
    return { kind: 'StatementLimit', failure: coded('javascript-too-costly', { used, budget }) };
  }
  if (error instanceof TooMuchWritten) {
    const mebibytes = Number(error.message) / 1024 ** 2;
    return { kind: 'MemoryLimit', failure: coded('javascript-too-much-written', { mebibytes }) };
  }
  if (error instanceof StoppedByHand) return { kind: 'Stopped', failure: error.why };
  if (!(error instanceof HostFailure)) return undefined;
  return { kind: error.name, failure: thrown(error.message) };
};
