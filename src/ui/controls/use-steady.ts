import { useCallback, useRef } from 'preact/hooks';

/**
 * A function that stays the same one and does what that of the newest drawing does: for parts that are drawn again only
 * when they are given something else.
 */
export function useSteady<Given extends readonly unknown[], Result>(
  act: (...given: Given) => Result,
): (...given: Given) => Result {
  const newest = useRef(act);
  newest.current = act;
  return useCallback((...given: Given) => newest.current(...given), []);
}
