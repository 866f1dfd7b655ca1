import type { PendingText } from '../store/outbox.ts';
import { SlowHint } from '../controls/slow-hint.tsx';
import { useLasting } from '../controls/use-lasting.ts';

/** So many letters of a text are enough to know it again. */
const most = 200;

/** What was sent and is not on disk yet: said only when it takes long enough to be noticed, so that nothing seems lost. */
export function OnTheWay({ waiting }: { readonly waiting: readonly PendingText[] }) {
  const isSlow = useLasting(waiting.length > 0, 100);
  return (
    <>
      {isSlow ? (
        <ul class="on-the-way">
          {waiting.map(({ id, input }) => (
            <li key={id} dir="auto">
              {input.text.slice(0, most)}
            </li>
          ))}
        </ul>
      ) : null}
      <SlowHint pending={waiting.length > 0} />
    </>
  );
}
