import type { TranscriptFormat } from '../../scenario/write-transcript.ts';
import { countOf } from '../format.ts';

type FormatWords = { readonly name: string; readonly about: string };

const formats: Readonly<Record<TranscriptFormat, FormatWords>> = {
  md: { name: 'Markdown', about: 'For notes, issues and wikis.' },
  html: { name: 'HTML, to print', about: 'One page without a script, laid out for paper.' },
  txt: { name: 'Plain text', about: 'For a mail or a chat.' },
  csv: { name: 'CSV', about: 'A table for spreadsheets. It can be opened here again as a scenario.' },
  transcript: {
    name: 'Bot Framework',
    about: 'For the Bot Framework Emulator. It can be opened here again as a scenario.',
  },
  'convo.txt': {
    name: 'Botium',
    about: 'A test case for Botium: what was said, and no times. One file a session.',
  },
  chat: {
    name: 'Chatdown',
    about: 'Short enough to write by hand: what was said, and when. One file a session.',
  },
};

/** The words of the transcript, loaded with it. */
export const transcriptWords = {
  formats,
  title: 'Transcript',
  which: 'Session',
  all: (count: number) => (count === 1 ? 'The one session' : `All ${countOf(count)} sessions`),
  session: (id: number, name: string) => `${countOf(id)}: ${name}`,
  format: 'Format',
  preview: 'Preview',
  lines: (shown: number, of: number) =>
    shown >= of
      ? `${countOf(of)} ${of === 1 ? 'line' : 'lines'}`
      : `The first ${countOf(shown)} of ${countOf(of)} lines`,
  wordsOnly: 'Its words; the page itself is laid out for paper.',
  firstOf: (count: number) => `The first of ${countOf(count)} files.`,
  copy: 'Copy',
  copied: 'Copied',
  copyOne: 'Choose one session to copy it.',
  notCopied: 'The browser does not let this page copy. Save it instead.',
  save: 'Save',
  saveMany: (count: number) => `Save ${countOf(count)} files`,
  saved: (file: string) => `“${file}” is with your downloads.`,
  savedMany: (count: number) => `${countOf(count)} files are with your downloads.`,
  reading: 'Reading the log…',
  notRead: 'The log could not be read. Nothing was lost; try again.',
  tryAgain: 'Try again',
  empty: 'Nobody has connected yet, so there is nothing to write down.',
} as const;
