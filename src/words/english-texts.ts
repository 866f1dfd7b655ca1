import { nr } from './phrases.ts';

type Text = { readonly text: string };

/** What is a text as it stands: what a script threw, and whatever a log from before the codes says. */
export const texts = {
  text: ({ text }: Text) => text,
  thrown: ({ text }: Text) => text,
};

/** Why a message cannot be sent, which is said while it is typed. */
export const ofMessages = {
  'message-empty': () => 'A message needs some text.',
  'message-too-long': ({ length, limit }: { length: number; limit: number }) =>
    `The message has ${nr(length)} characters; the most is ${nr(limit)}. It was not sent. Shorten it, or send it in parts.`,
};
