/** The words of running a conversation again by itself, after every save. */
export const onSaveWords = {
  label: 'Run again on every save',
  off: 'No longer run again on every save',
  help: 'Plays this conversation to what was saved, beside this one. The bar below says “same” or where it differs.',
  waits: 'Runs again on save',
  hint: 'After the next save, this says whether the conversation would be the same.',
  running: 'Running again…',
  same: 'Same as before',
  sameHint: 'Run again after the last save, everybody would see the same. Shows it',
  showHint: 'Shows both runs beside each other',
  differs: (step: number) => `Differs at step ${String(step)}`,
  long: 'Too long to run by itself: Run again…',
  slow: 'Run again: not done in 10 s, so it was stopped',
  stopped: 'Run again was stopped',
  broken: 'Run again broke off',
  lost: 'Run again: the workspace could not be read',
  stop: 'Stop',
} as const;
