/** What leads from what happened into the debugger. */
export const openRunWords = {
  debug: 'Debug',
  open: 'Open in the debugger',
  openHint: 'Runs the step again, with all that its scripts held; nothing of it is kept',
} as const;
