import type { Session } from '../../engine/world.ts';
import { words } from '../words/words.ts';

/** Stands beside a chat for which a warning was raised (chat-domain §7). */
export const AlertMark = ({ session }: { readonly session: Session }) =>
  session.alertLevel > 0 ? (
    <span class="badge bad" role="img" aria-label={words.alert} title={words.alert}>
      !
    </span>
  ) : null;
