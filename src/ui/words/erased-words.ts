/** The words of the end, loaded with it. */
export const erasedWords = {
  under: 'Erasing everything…',
  gone: 'Everything is erased',
  goneWhat:
    'Rehearsal keeps nothing on this computer any more: no workspace, no setting, no copy of the app.',
  goneHint: 'Files that you saved and copies in a folder are where you put them. You can close this page.',
  notAll: 'Not everything could be erased',
  left: (parts: string) => `Left on this computer: ${parts}.`,
  leftHint:
    'Close every other tab with Rehearsal and start anew to try again, or clear the data of this site in the browser.',
  parts: {
    database: 'the database',
    journals: 'the private files',
    settings: 'settings of the window',
    app: 'the copy of the app',
  },
  anew: 'Start anew',
} as const;
