import { showAtOf } from '../local-time.ts';
import { isSpecialType, specialType } from '../numbers.ts';
import { parseOptions } from '../options.ts';
import { coded, type CodedText } from '../codes.ts';
import type { NewMessage } from '../script-call.ts';
import type { Cause, StepDraft } from '../step-draft.ts';

/* What a script's message has that SuperOffice would not show or keep: it is saved, and its author is told. */

/** Column length of chat_message.special_param (chat-domain §1.4). */
const specialParamLength = 255;

/** When a bot message says that it wants to be shown (`showAt=`); undefined is at once. */
export function delayOf(draft: StepDraft, because: Cause, message: NewMessage): number | undefined {
  if (message.specialType !== specialType.botMessage || message.specialParam === '') return undefined;
  const at = showAtOf(message.specialParam, draft.world.timeZone);
  if (at === null) {
    hint(
      draft,
      because,
      message.session,
      coded('show-at-unread', { given: message.specialParam.slice(0, 60) }),
    );
  }
  return at ?? undefined;
}

export function warnAboutParam(draft: StepDraft, because: Cause, message: NewMessage): void {
  const length = message.specialParam.length;
  if (length > specialParamLength) {
    hint(draft, because, message.session, coded('special-param-long', { length, limit: specialParamLength }));
  }
  if (message.specialType !== specialType.options) return;
  const { problem } = parseOptions(message.specialParam);
  if (problem !== undefined) hint(draft, because, message.session, problem);
}

/** A number that ChatMessageSpecialType does not have; no client knows how to show it (chat-domain §1.8). */
export function warnAboutSpecialType(
  draft: StepDraft,
  because: Cause,
  session: number,
  special: number,
): void {
  if (isSpecialType(special)) return;
  hint(draft, because, session, coded('no-special-type', { specialType: special }));
}

const hint = (draft: StepDraft, because: Cause, session: number, said: CodedText): number =>
  draft.emit(because, { type: 'hint.raised', session, hint: said }, 'Q28');
