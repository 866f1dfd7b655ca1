/** The words of a stage that nobody has come to, loaded with it. */
export const nobodyWords = {
  none: 'Nobody is chatting.',
  hint: 'Open the chat by its badge as a customer would, or press “+ Customer” for somebody with a name.',
  open: (badge: string, channel: string) => (badge === '' ? channel : `${badge}: ${channel}`),
} as const;
