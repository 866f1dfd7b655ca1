/** What leads from what happened into the debugger. */
export const openRunWords = {
  debug: 'Debug',
  open: 'Open in the debugger',
  origin: 'Where does this come from?',
  originHint: 'Down to what the customer wrote, the mock, the row or the text in the script',
  openHint: 'Runs the step again, with all that its scripts held; nothing of it is kept',
} as const;
