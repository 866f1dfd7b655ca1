/** The words of a request that is made from a chat, loaded with it. */
export const requestWords = {
  title: 'Title of the request',
  log: 'What it holds: the chat so far',
  of: (category: string, priority: string) => [category, priority].filter((part) => part !== '').join(' · '),
  noTitle: 'Give the request a title',
  titleTooLong: 'A title has 255 characters at most',
  /** What the customer is told: put where the reply is typed, for the agent to send. */
  made: (n: number) => `Your request has number ${String(n)}.`,
  afterwards: 'Its number is put into the reply; you send it.',
  create: 'Create',
} as const;
