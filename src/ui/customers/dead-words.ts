/** The words of a widget whose channel is not there. */
export const deadWords = {
  dead: 'This channel was deleted.',
  deadHint: 'A page that still embeds it shows a widget that answers nothing.',
} as const;
