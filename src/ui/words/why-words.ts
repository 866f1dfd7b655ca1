/** The words of Why?, loaded with it. */
export const whyWords = {
  label: 'Why? or Why not?',
  whyNot: 'Why not?',
  empty: 'Nothing has happened in this session yet.',
  failure: 'Script failed',
  status: 'Last change',
  event: (seq: number) => `Event ${String(seq)}`,
  backToStatus: 'Last change',
};
