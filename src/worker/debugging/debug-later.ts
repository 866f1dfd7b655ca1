import type { DebugApi } from '../../protocol/debug-api.ts';
import { partLater } from '../part-later.ts';
import type { DebuggerOptions } from './debugger.ts';

/**
 * The debugger, loaded when somebody first debugs. `first` has what is asked from then on wait until something is done: whoever sets a
 * breakpoint and sends a message at once wants the message to stop there.
 */
export function debugLater(options: DebuggerOptions, first: <T>(work: Promise<T>) => Promise<T>): DebugApi {
  const part = partLater(async () => (await import('./debugger.ts')).createDebugger(options));
  const late = async <T>(work: (to: DebugApi) => Promise<T>): Promise<T> => work(await part());
  return {
    breakpoints: (...of) => late((to) => to.breakpoints(...of)),
    saveBreakpoints: (...of) => first(late((to) => to.saveBreakpoints(...of))),
    asksForAnswers: (...of) => late((to) => to.asksForAnswers(...of)),
    saveAsksForAnswers: (...of) => first(late((to) => to.saveAsksForAnswers(...of))),
    debug: (...of) => late((to) => to.debug(...of)),
    leaveDebug: (...of) => late((to) => to.leaveDebug(...of)),
    debugMove: (...of) => late((to) => to.debugMove(...of)),
    debugLastChange: (...of) => late((to) => to.debugLastChange(...of)),
    debugOrigin: (...of) => late((to) => to.debugOrigin(...of)),
    debugUnfold: (...of) => late((to) => to.debugUnfold(...of)),
    debugEvaluate: (...of) => late((to) => to.debugEvaluate(...of)),
    debugSet: (...of) => late((to) => to.debugSet(...of)),
    goOn: (...of) => late((to) => to.goOn(...of)),
    handOf: (...of) => late((to) => to.handOf(...of)),
    pastStops: (...of) => late((to) => to.pastStops(...of)),
  };
}
