import type { StepMeter } from '../../engine/script-call.ts';

/**
 * What the scripts of one step share, made when the first of them asks. Steps run one after the other, so that of the
 * last one is all that has to be remembered: a WeakMap by step costs a message several microseconds, most of it later,
 * when memory is tidied.
 */
export function perStep<T, Given>(make: (given: Given) => T): (meter: StepMeter, given: Given) => T {
  let last: { readonly meter: StepMeter; readonly shared: T } | null = null;
  return (meter, given) => {
    if (last?.meter !== meter) last = { meter, shared: make(given) };
    return last.shared;
  };
}
