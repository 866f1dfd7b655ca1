/** The words of a widget that has a window of its own, loaded with it. */
export const aloneWords = {
  title: (customer: string, channel: string) => `${customer} · ${channel}`,
  gone: 'This conversation is not in the workspace that is open.',
  goneHint: 'It may belong to another one, or to a run before it was started over.',
  toStage: 'Go to the stage',
} as const;
