import { showAtOf } from '../local-time.ts';
import { isSpecialType, specialType } from '../numbers.ts';
import { parseOptions } from '../options.ts';
import type { NewMessage } from '../script-call.ts';
import type { Because, Stage } from '../stage.ts';

/* What a script's message has that SuperOffice would not show or keep: it is saved, and its author is told. */

/** Column length of chat_message.special_param (chat-domain §1.4). */
const specialParamLength = 255;

/** When a bot message says that it wants to be shown (`showAt=`); undefined is at once. */
export function delayOf(stage: Stage, because: Because, message: NewMessage): number | undefined {
  if (message.specialType !== specialType.botMessage || message.specialParam === '') return undefined;
  const at = showAtOf(message.specialParam, stage.world.timeZone);
  if (at === null) {
    hint(
      stage,
      because,
      message.session,
      `The parameter of a bot message should read "showAt=YYYY-MM-DD HH:MM:SS", not "${message.specialParam.slice(0, 60)}". The message is shown at once.`,
    );
  }
  return at ?? undefined;
}

export function warnAboutParam(stage: Stage, because: Because, message: NewMessage): void {
  const length = message.specialParam.length;
  if (length > specialParamLength) {
    hint(
      stage,
      because,
      message.session,
      `specialParams has ${String(length)} characters, but SuperOffice stores at most ${String(specialParamLength)} (chat_message.special_param). Shorten it.`,
    );
  }
  if (message.specialType !== specialType.options) return;
  const { problem } = parseOptions(message.specialParam);
  if (problem !== '') hint(stage, because, message.session, problem);
}

/** A number that ChatMessageSpecialType does not have; no client knows how to show it (chat-domain §1.8). */
export function warnAboutSpecialType(stage: Stage, because: Because, session: number, special: number): void {
  if (isSpecialType(special)) return;
  hint(
    stage,
    because,
    session,
    `${String(special)} is no special type: there are 0 to 18, without 4 (16 is a bot message, 17 options). The message is saved with it and shown as plain text; SuperOffice may show something else.`,
  );
}

const hint = (stage: Stage, because: Because, session: number, text: string): number =>
  stage.emit(because, { type: 'hint.raised', session, text }, 'Q28');
