/** The line that an offset is on, from 1: CR, LF and CR LF each end one. */
export const lineOf = (source: string, offset: number): number =>
  source.slice(0, offset).split(/\r\n|\r|\n/).length;
