import { useAtSecond } from '../context.ts';
import { lengthOf } from '../format.ts';

/** How long it is since a moment, by the shown clock. */
export const Since = ({ at }: { readonly at: number }) => (
  <span class="number">{useAtSecond((now) => lengthOf(now - at))}</span>
);
