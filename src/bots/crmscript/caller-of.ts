import { dateTimeTextAt, payForCase, type NativeContext } from '../../crmscript/library.ts';
import type { CallSite } from '../../engine/events.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { ScriptHost } from '../../engine/script-call.ts';
import type { Caller } from '../api/caller.ts';
import { botOf } from './bot-environment.ts';

/** A run of CRMScript as the caller of what scripts may do. */
class NativeCaller implements Caller {
  readonly host: ScriptHost;
  readonly #context: NativeContext;

  constructor(context: NativeContext) {
    this.#context = context;
    this.host = botOf(context).host;
  }

  isOf(context: NativeContext): boolean {
    return this.#context === context;
  }

  charge(bytes: number): void {
    this.#context.charge(bytes);
  }

  text(length: number): void {
    this.#context.text(length);
  }

  write(length: number): void {
    this.#context.write(length);
  }

  spend(price: number): void {
    this.#context.spend(price);
  }

  work(units: number): void {
    this.#context.work(units);
  }

  payForCase(text: string): void {
    payForCase(this.#context, text);
  }

  fail(kind: string, text: string): never {
    return this.#context.fail(kind, text);
  }

  hint(hint: CodedText): void {
    this.#context.environment.hint(this.#context.site, hint);
  }

  act<T>(action: (host: ScriptHost, site: CallSite) => T): T {
    return botOf(this.#context).act(this.#context, action);
  }

  showTime(milliseconds: number): string {
    return dateTimeTextAt(this.#context, milliseconds);
  }
}

/** The run that calls a native, as what it may do sees it. */
export function callerOf(context: NativeContext): Caller {
  const environment = botOf(context);
  const known = environment.caller;
  if (known?.isOf(context) === true) return known;
  const made = new NativeCaller(context);
  environment.caller = made;
  return made;
}

/** A native of what takes a caller. */
export const by =
  <Args extends readonly unknown[], T>(action: (caller: Caller, ...args: Args) => T) =>
  (context: NativeContext, ...args: Args): T =>
    action(callerOf(context), ...args);
