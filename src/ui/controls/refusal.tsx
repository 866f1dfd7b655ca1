import type { Sending } from '../context.ts';
import { words } from '../words/words.ts';
import { Icon } from './icon.tsx';

/** Why the last input of this place was refused. */
export const Refusal = ({ sending }: { readonly sending: Pick<Sending, 'refusal' | 'clear'> }) =>
  sending.refusal === '' ? null : (
    <p class="refusal" role="alert">
      <span>{sending.refusal}</span>
      <button type="button" class="quiet" aria-label={words.dismiss} onClick={sending.clear}>
        <Icon name="close" size={13} />
      </button>
    </p>
  );
