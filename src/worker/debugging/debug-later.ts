import type { DebugApi } from '../../protocol/debug-api.ts';
import { partLater } from '../part-later.ts';
import type { DebuggerOptions } from './debugger.ts';

/** All that is asked of it, and whether that is done before what is asked from then on. */
const isFirst: Readonly<Record<keyof DebugApi, boolean>> = {
  breakpoints: false,
  saveBreakpoints: true,
  asksForAnswers: false,
  saveAsksForAnswers: true,
  debug: false,
  leaveDebug: false,
  debugMove: false,
  debugLastChange: false,
  debugOrigin: false,
  debugUnfold: false,
  debugEvaluate: false,
  debugSet: false,
  goOn: false,
  handOf: false,
  pastStops: false,
};

type Method = (...given: readonly unknown[]) => Promise<unknown>;

/**
 * The debugger, loaded when somebody first debugs. `first` has what is asked from then on wait until something is done: whoever sets a
 * breakpoint and sends a message at once wants the message to stop there.
 */
export function debugLater(options: DebuggerOptions, first: <T>(work: Promise<T>) => Promise<T>): DebugApi {
  const part = partLater(async () => (await import('./debugger.ts')).createDebugger(options));
  const late = async (name: keyof DebugApi, given: readonly unknown[]): Promise<unknown> => {
    const to = (await part()) as unknown as Readonly<Record<keyof DebugApi, Method>>;
    return to[name](...given);
  };
  const methods = Object.entries(isFirst).map(([name, before]): [string, Method] => [
    name,
    (...given) => (before ? first : same)(late(name as keyof DebugApi, given)),
  ]);
  return Object.fromEntries(methods) as unknown as DebugApi;
}

const same = <T>(work: T): T => work;
