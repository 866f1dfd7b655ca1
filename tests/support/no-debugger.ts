import { asText } from '../../src/engine/codes.ts';
import type { DebugApi } from '../../src/protocol/debug-api.ts';
import type { NetworkApi } from '../../src/protocol/network-api.ts';

/** For engines of tests of other things: nothing waits, nothing can be looked at, and nobody is asked. */
export const noDebugger: DebugApi & NetworkApi = {
  asksServices: () => Promise.resolve(),
  breakpoints: () => Promise.resolve([]),
  saveBreakpoints: () => Promise.resolve(null),
  asksForAnswers: () => Promise.resolve(false),
  saveAsksForAnswers: () => Promise.resolve(null),
  debug: () => Promise.resolve({ problem: asText('Nothing is looked at here.') }),
  leaveDebug: () => Promise.resolve(),
  debugMove: () => Promise.resolve(null),
  debugLastChange: () => Promise.resolve(null),
  debugOrigin: () => Promise.resolve({ problem: asText('Nothing is looked at here.') }),
  debugUnfold: () => Promise.resolve([]),
  debugEvaluate: () => Promise.resolve([]),
  debugSet: () => Promise.resolve({ problem: 'no-frame' }),
  goOn: () => Promise.resolve(false),
  handOf: () => Promise.resolve({}),
  pastStops: () => Promise.resolve(),
};
