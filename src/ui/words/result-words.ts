/** The part of the catalogue that belongs to saving one's own result. */
export const resultWords = {
  item: 'Save my result…',
  title: 'Save my result',
  kind: 'Lesson',
  name: 'Your name',
  nameHelp: 'As your trainer knows you. It stands in the file; this browser remembers it.',
  nameMissing: 'Say who you are: the trainer’s wall shows results by name.',
  what: 'What to save',
  one: 'This lesson',
  all: 'All lessons I have begun',
  form: 'As',
  forms: {
    results: 'Result, for the wall',
    exercism: 'Test results (Exercism, version 3)',
  },
  formHelp: {
    results: 'Holds what you played, so that the trainer can open it and the wall can play it again.',
    exercism: 'Holds the checks alone: a file for other tools.',
  },
  passed: (n: number, of: number) => `${String(n)} of ${String(of)} checks of this lesson passed.`,
  save: 'Save',
  saving: 'Reading…',
  showCode: 'Show as QR code',
  hideCode: 'Hide the code',
  codeName: 'QR code of your result in this lesson',
  codeHelp:
    'Name, lesson, checks and hints, for a trainer’s camera. It holds nothing of what you played: the wall marks it unverified.',
  copyCode: 'Copy its text',
  copied: 'Copied',
  notCopied: 'The browser did not let it be copied.',
  notRead: 'Your result could not be read. Nothing is lost: close this and try again.',
  fileName: (name: string, lesson: string) => `${name} ${lesson}`,
} as const;
