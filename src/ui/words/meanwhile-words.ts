/** What was changed somewhere else while it was being written. */
export const meanwhileWords = {
  changed: (what: string) =>
    `${what} was saved somewhere else since you began. What you wrote is kept here and not saved.`,
  gone: (what: string) =>
    `${what} was deleted somewhere else since you began. What you wrote is kept here and not saved.`,
  script: 'This script',
  scriptName: 'The name of this script',
  folderName: 'The name of this folder',
  mock: 'This mock',
  table: 'This table',
  option: 'This option',
  both: 'See both',
  bothOf: (what: string) => `${what}: theirs and yours`,
  keep: 'Keep mine',
  keepHint: 'Saves what you wrote in its place',
  take: 'Take theirs',
  takeHint: 'Shows what is saved now instead of what you wrote',
  letGo: 'Let it go',
  letGoHint: 'Forgets what you wrote',
  putBack: 'Put mine back',
  theirs: 'Only in theirs',
  mine: 'Only in yours',
  same: (lines: number) => `${String(lines)} equal lines`,
  compared: 'Theirs and yours',
  nothing: 'They say the same.',
} as const;
