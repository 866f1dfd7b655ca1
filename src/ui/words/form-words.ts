import { countOf } from '../format.ts';

const changes = (n: number) => (n === 1 ? '1 change' : `${countOf(n)} changes`);

/** The words of forms, loaded with the first of them. */
export const formWords = {
  locked: 'This lesson does not let this be changed.',
  save: 'Save',
  cancel: 'Cancel',
  cancelSure: 'Really drop your changes',
  undo: 'Undo',
  undoHint: 'Takes the last change back',
  notSaved: (n: number) => `${changes(n)} not saved`,
  toMend: (n: number) => (n === 1 ? '1 field to mend' : `${countOf(n)} fields to mend`),
  mendFirst: (n: number) =>
    n === 1 ? 'Not saved: one field has to be mended.' : `Not saved: ${countOf(n)} fields have to be mended.`,
  active: 'Active',
  changed: 'Changed',
  used: (n: number, most: number) => `${countOf(n)} of ${countOf(most)}`,
  units: { minutes: 'min', customers: 'customers' },
  off: '0 is off.',
  follows: 'Follows from the others',
  clear: (label: string) => `Clear: ${label}`,
  pick: (label: string) => `Pick: ${label}`,
  needs: (label: string) => `Means something once “${label}” is on.`,
  wholeFaq: 'The whole FAQ',
  none: '–',
  gone: (what: string) => `${what} (gone)`,
  problems: {
    empty: 'Fill this in.',
    tooLong: (n: number, most: number) =>
      `${countOf(n)} characters are too long; the most is ${countOf(most)}.`,
    oneLine: 'This has to be one line.',
    noNumber: (text: string) => (text === '' ? 'Fill in a whole number.' : `“${text}” is no whole number.`),
    outOfRange: (most: number) => `From 0 to ${countOf(most)}.`,
    noColour: (text: string) => `“${text}” is no colour: write it as #0a5e58.`,
    noTime: 'Fill in a time, such as 08:00.',
    noChoice: 'Choose one of the list.',
    noZone: (zone: string) => `There is no time zone “${zone}”.`,
  },
} as const;
