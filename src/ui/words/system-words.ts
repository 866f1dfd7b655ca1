import { specialType } from '../../engine/numbers.ts';
import { words } from './words.ts';

/** What a system line says when its message brings no text of its own (chat-domain §6.3). */
export const systemWords: Readonly<Record<number, string>> = {
  [specialType.block]: words.system.blocked,
  [specialType.newSession]: words.system.newSession,
  [specialType.transferedSession]: words.system.transferred,
  [specialType.error]: words.system.error,
  [specialType.sessionDeleted]: words.system.deleted,
  [specialType.closedByUser]: words.system.byUser,
  [specialType.closedByCustomer]: words.system.byCustomer,
  [specialType.closedByIdle]: words.system.byIdle,
  [specialType.transferRejected]: words.system.rejected,
  [specialType.reopenedByCustomer]: words.system.reopened,
  [specialType.illegalFileType]: words.system.fileType,
};
