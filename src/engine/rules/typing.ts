import type { Cause, StepDraft } from '../step-draft.ts';
import type { Session } from '../world.ts';

/** Sets or clears a typing flag; the same again is nothing (chat-domain §6.4, rulings 17). */
export function setTyping(
  draft: StepDraft,
  because: Cause,
  session: Session,
  who: 'customer' | 'user',
  typing: boolean,
): void {
  const now = who === 'customer' ? session.customerTyping : session.userTyping;
  if (now !== typing) draft.emit(because, { type: 'typing.changed', session: session.id, who, typing });
}
