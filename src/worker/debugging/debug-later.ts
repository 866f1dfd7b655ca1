import type { DebugApi } from '../../protocol/debug-api.ts';
import { partLater } from '../part-later.ts';
import type { DebuggerOptions } from './debugger.ts';

/** The debugger, loaded when somebody first debugs. */
export function debugLater(options: DebuggerOptions): DebugApi {
  const part = partLater(async () => (await import('./debugger.ts')).createDebugger(options));
  const late = async <T>(work: (to: DebugApi) => Promise<T>): Promise<T> => work(await part());
  return {
    breakpoints: (...of) => late((to) => to.breakpoints(...of)),
    saveBreakpoints: (...of) => late((to) => to.saveBreakpoints(...of)),
    asksForAnswers: (...of) => late((to) => to.asksForAnswers(...of)),
    saveAsksForAnswers: (...of) => late((to) => to.saveAsksForAnswers(...of)),
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
