import type { Session } from '../../engine/world.ts';
import { useAtSecond } from '../context.ts';
import { lengthOf } from '../format.ts';

/** How long somebody has waited for an answer by now; in red once a warning was raised. Nothing for who does not wait. */
export function Waited({ session: { waitingSince, alertLevel } }: { readonly session: Session }) {
  const time = useAtSecond((now) => (waitingSince === null ? '' : lengthOf(now - waitingSince)));
  return time === '' ? null : (
    <span class={alertLevel > 0 ? 'waited number late' : 'waited number'}>{time}</span>
  );
}
