import type { ContactProblem, Guess } from '../agents/contacts.ts';

/** The words of the panel that says who a customer is, loaded with it. */
export const contactWords = {
  panel: (name: string) => `Contact of ${name}`,
  close: 'Close the contact',
  linkedGone: 'The contact that was linked is not there any more.',
  couldBe: 'This contact could be…',
  mightWorkAt: (company: string) => `… might work at ${company}`,
  by: { email: 'same e-mail', name: 'same name', company: 'same company' } satisfies Record<
    Guess['by'],
    string
  >,
  nobody: 'Nobody that is known has this e-mail or name.',
  link: 'Link',
  linkName: (name: string) => `Link ${name}`,
  change: 'Change contact',
  keep: 'Keep it',
  search: 'Find a contact',
  noneFound: 'No contact has these words.',
  someMore: (n: number) => `${String(n)} more: write more of the name`,
  create: 'New contact…',
  save: 'Save and link',
  cancel: 'Cancel',
  field: { name: 'Name', email: 'E-mail', phone: 'Phone', company: 'Company' },
  said: 'What the customer says',
  nothingSaid: 'Nothing but a name.',
  country: 'Country',
  earlier: (n: number) => `Earlier chats (${String(n)})`,
  noEarlier: 'No earlier chat of this person.',
  requests: (n: number) => `Requests (${String(n)})`,
  request: (n: number, title: string) => `${String(n)} · ${title}`,
  onlyOwner: 'Who handles the chat links its contact.',
  problem: {
    missing: 'A contact needs a name',
    tooLong: '255 characters at most',
    email: 'That does not look like an e-mail address',
    taken: 'Another contact has this address',
  } satisfies Record<ContactProblem, string>,
} as const;
