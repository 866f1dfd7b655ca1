import { nr } from './phrases.ts';

/* What holds in every order of a scenario's inputs, and is said where it does not. Only those who explore orders load it. */

type Place = { readonly session: number; readonly text: string };

/** The end of a sentence with somebody's words. */
const said = (text: string): string => (text === '' ? '.' : `: “${text}”${/[.!?…]$/.test(text) ? '' : '.'}`);

const sentences: Readonly<Record<string, (place: Place) => string>> = {
  'bot-after-hand-off': ({ session, text }) =>
    `A bot speaks in session ${nr(session)} after it was handed over${said(text)}`,
  'two-owners': ({ session, text }) => `Two agents are in the chat of session ${nr(session)}${said(text)}`,
  'message-lost': ({ session, text }) =>
    `What was written in session ${nr(session)} is not there${said(text)}`,
  'message-doubled': ({ session, text }) => `The same is said twice in session ${nr(session)}${said(text)}`,
  'not-in-queue': ({ session }) =>
    `The queue and the status of session ${nr(session)} do not agree: in status 4 it stands in the queue, in every other it does not.`,
  'nobody-has-it': ({ session }) =>
    `Session ${nr(session)} goes on with neither a bot nor an agent: nobody will answer.`,
};

/** Which rule that always holds is broken, in words; the rule's own name where it has none. */
export function builtInSentence(rule: string, place: Place): string {
  return Object.hasOwn(sentences, rule) ? (sentences[rule]?.(place) ?? rule) : rule;
}

/** The rules that have words. */
export const builtInRules: readonly string[] = Object.keys(sentences);
