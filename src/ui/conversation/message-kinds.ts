import { messageType, specialType } from '../../engine/numbers.ts';
import type { Message } from '../../engine/world.ts';

/** What the system tells in a line of its own, without a bubble. */
export const isLine = ({ type, specialType: special, sender }: Message): boolean =>
  sender === 'system' && type === messageType.special && special !== specialType.faqSuccessQuestion;

/** The welcome message is the agent's, though the system sends it. */
export const speaker = ({ specialType: special, sender }: Message): Message['sender'] =>
  special === specialType.welcome ? 'agent' : sender;

const minute = (message: Message): number => Math.floor(message.whenPosted / 60_000);

/** Whether `message` goes on where `before` ended: the same author in the same minute need not be named again. */
export const goesOn = (message: Message, before: Message | undefined): boolean =>
  before !== undefined &&
  !isLine(before) &&
  before.author === message.author &&
  speaker(before) === speaker(message) &&
  minute(before) === minute(message);
