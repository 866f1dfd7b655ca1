/** The words of a widget whose channel is not there. */
export const deadWords = {
  dead: 'This channel was deleted.',
  deadPage: (channel: number) => `There is no channel ${String(channel)}: it was deleted, or never was.`,
  deadPageHint: 'The page shows a widget that answers nothing. No chat began.',
  deadHint: 'A page that still embeds it shows a widget that answers nothing.',
} as const;
