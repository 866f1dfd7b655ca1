/** What the worker says by itself. */
export const ofTheWorker = {
  'changed-meanwhile': () =>
    'This was changed somewhere else a moment ago. Nothing was overwritten, and what you have is kept. Look at what it is now, then do it again if you still want to.',
  'no-timer-set': () => 'No timer is set: nothing will happen by itself.',
  'nothing-due': () => 'Nothing is due.',
};
