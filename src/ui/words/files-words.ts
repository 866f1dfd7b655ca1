import { amountOf } from '../amount.ts';
import { countOf } from '../format.ts';
import { openWords } from './open-words.ts';

const many = (n: number, one: string, more = `${one}s`): string => `${countOf(n)} ${n === 1 ? one : more}`;

/** The words of Save, Share and Open, loaded with them. */
export const filesWords = {
  ...openWords,
  size: amountOf,
  linkRemoved: (scheme: string) => (scheme === '' ? 'link removed' : `link removed: ${scheme}`),

  shareTitle: 'Share this rehearsal',
  name: 'Name',
  nameMissing: 'Give it a name',
  description: 'Description',
  descriptionHelp: 'What it shows, in Markdown',
  by: 'Saved by',
  byHelp: 'As you want to be called, or empty. Remembered on this computer',
  more: 'Description and who it is from',

  whatIsIn: 'What is in it',
  notCounted: '…',
  setting: 'The setting',
  settingHas: (channels: number, agents: number, scripts: number) =>
    [many(channels, 'channel'), many(agents, 'agent'), many(scripts, 'script')].join(', '),
  conversation: 'The conversation',
  conversationHas: (steps: number, customers: number) =>
    `${many(steps, 'step')} of ${many(customers, 'customer')}`,
  conversationWithout: 'Left out: others begin with the setting as it is now',
  notes: 'Notes and bookmarks',
  notesHas: (notes: number, bookmarks: number) =>
    notes + bookmarks === 0
      ? 'There are none'
      : [notes > 0 ? many(notes, 'note') : '', bookmarks > 0 ? many(bookmarks, 'bookmark') : '']
          .filter((one) => one !== '')
          .join(', '),
  expectations: 'Expectations',
  expectationsHas: (n: number) => (n === 0 ? 'There are none' : many(n, 'expectation')),

  personal: 'Personal details',
  replace: 'Replace personal details',
  replaceHelp: 'Everywhere they occur, in scripts too',
  nothingToReplace: 'No names, addresses or numbers of customers were found.',
  replacing: 'Looking for them…',
  becomes: 'becomes',
  allPlaces: (n: number) => `All ${many(n, 'place')}`,
  fewerPlaces: 'Fewer places',
  placesTitle: 'What is replaced, and where',
  andMore: (n: number) => `and ${many(n, 'place')} more`,

  secrets: 'Secrets',
  secretsHelp: 'Ticked ones are emptied before it leaves this page.',
  secretsShown: (n: number) => `${many(n, 'secret')} can be read in it.`,
  empty: (path: string) => `Empty ${path}`,
  emptyAll: 'Empty all',
  keepAll: 'Keep all',

  differencesTitle: (n: number) =>
    n === 1
      ? 'With other details one step goes otherwise:'
      : `With other details ${countOf(n)} steps go otherwise:`,
  difference: (step: number) => `Step ${countOf(step)}`,
  was: 'was',
  now: 'now',

  working: 'Putting it together…',
  broken: 'It could not be put together. What you have is kept; try again.',
  tryAgain: 'Try again',
  notOpenable: (path: string, message: string) =>
    `Nobody could open this again: ${path === '' ? '' : `${path}: `}${message}`,
  settingOnly: 'The setting only: there is nothing to replay',

  save: 'Save',
  saveAs: 'Save as…',
  saveAsFile: 'Save as file',
  saveTo: (file: string) => `Save to “${file}”`,
  saved: (file: string) => `Saved to “${file}”.`,
  downloaded: (file: string) => `“${file}” is with your downloads.`,
  notChosen: 'Nothing was saved: no file was chosen.',
  notAllowed: 'The browser did not let this page write that file. Nothing was lost; choose another file.',
  noRoom:
    'There is no room for the file on that disk. Nothing was lost; free some space or choose another disk.',
  notWritten: (why: string) => `The file could not be written (${why}). Nothing was lost; try again.`,
  notRead: 'The workspace could not be read. Nothing was lost; try again.',
  fileKind: 'Rehearsal',

  ways: 'How',
  way: { link: 'Link', file: 'File', transcript: 'Transcript' },
  wholeInLink: 'The whole rehearsal is in the link',
  link: 'Link',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyByHand: 'The browser does not let this page copy. The link is selected: press Ctrl+C.',
  characters: (n: number) => many(n, 'character'),
  cutAt: (n: number) => `some programs cut at ${countOf(n)}`,
  mayBeCut: (n: number) =>
    `Some programs cut links at ${countOf(n)} characters. Whoever gets a cut one is told so; a file is safer.`,
  parts: {
    scripts: 'Scripts',
    conversation: 'Conversation',
    expectations: 'Expectations and notes',
    setting: 'Setting',
    rest: 'Name and description',
  },
  tooLong: (n: number, limit: number) =>
    `It would be a link of ${countOf(n)} characters, and the most is ${countOf(limit)}. Send the file instead.`,
  whoCanRead: 'Nothing is sent to us. Whoever has the link can read what is in it.',
  whoCanReadFile: 'Nothing is sent to us. Whoever has the file can read what is in it.',
  qrLarger: 'Show the code larger',
  qrSmaller: 'Show the code smaller',
  qrName: 'The link as a QR code',
  sendWith: 'Send with…',
  notSent: 'It was not sent. Copy the link, or save the file and send that.',
  fileHas: (file: string, size: string) => `${file}, ${size}`,

  notInFile: 'Not in it is what you wrote and have not saved in',
  notSaved: 'not saved',
  unsavedScripts: (names: readonly string[]) =>
    `${names.length === 1 ? 'A script is not saved, and goes' : 'Scripts are not saved, and go'} into no file: ${names.join(', ')}`,
  changed: 'Changed',
  changedSince: (steps: number, file: string) => `${many(steps, 'step')} since “${file}” was saved`,
  changedName: 'Changed since it was saved',
  revert: 'Revert',
  revertTo: (step: number) => `Revert to step ${countOf(step)}`,
  revertHint: 'In a branch of its own: what you have now is kept',
  reverted: 'Went back to what was saved',
  dismiss: 'Dismiss',
} as const;
