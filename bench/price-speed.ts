import type { NativeCall } from '../tests/support/native-calls.ts';
import { prepareCall, type Given } from '../tests/support/price-of-call.ts';

/** Microseconds that are enough to tell. */
const enough = 2_000;

/** Nanoseconds that are suspicious for what costs as much as a statement. */
const slow = 150;

const mostPrice = 300_000;
const mostTurns = 100_000;

/**
 * How many nanoseconds a call takes for what costs as much as a statement, beyond its declarations and over enough turns to
 * be measured; undefined for what cannot be called.
 */
export function prepareSpeed(call: NativeCall): (given: Given) => number | undefined {
  const run = prepareCall(call);
  return (given) => {
    const timed = (turns: number) => {
      const start = process.cpuUsage();
      const used = run(given, turns);
      const { user, system } = process.cpuUsage(start);
      return { ...used, time: user + system };
    };
    const [first, second] = [timed(0), timed(0)];
    if (first.failure !== undefined) return undefined;
    const nothing = first.time < second.time ? first : second;
    const least = Math.max(enough, nothing.time);
    let turns = 1;
    for (; turns < mostTurns; turns *= 6) {
      const { time, price, failure } = timed(turns);
      // What ends at a limit of memory has been refused before it was done.
      if (failure !== undefined) return undefined;
      if (price - nothing.price >= mostPrice) break;
      // A pause of the machine would look like a slow call.
      if (time - nothing.time >= least && timed(turns).time - nothing.time >= least) break;
    }
    // What else the machine does can only make it longer.
    let best = Infinity;
    for (let n = 0; n < 5 && best >= slow; n++) {
      const { time, price } = timed(turns);
      best = Math.min(best, (1000 * (time - nothing.time)) / Math.max(1, price - nothing.price));
    }
    return best;
  };
}
