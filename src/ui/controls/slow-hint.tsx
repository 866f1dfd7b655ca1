import { words } from '../words/words.ts';
import { useLasting } from './use-lasting.ts';

/** Says that something is under way, but only when it takes long enough to be noticed. */
export function SlowHint({ pending }: { readonly pending: boolean }) {
  const slow = useLasting(pending, 100);
  const verySlow = useLasting(pending, 3000);
  if (!slow) return null;
  return (
    <p class="note" role="status">
      {verySlow ? words.stillWorking : words.sending}
    </p>
  );
}
