/* Among the unsent texts of a workspace lies also what people made there and mean to keep: kinds of customers, and a trainer's lines about an agent. */

/** Where people's own kinds of customers lie (`ui/crowd/kept-personas`). */
export const personasPlace = 'crowd.personas';

/** Whether what lies in this place is kept wherever the workspace itself is: beside a lost database, and in backups. */
export const isLasting = (place: string): boolean =>
  place === personasPlace || place.startsWith('debrief.rubric.');

/** What is kept with a workspace, by its place. */
export type LastingDraft = { readonly place: string; readonly text: string };

export const lastingOf = (drafts: Readonly<Record<string, string>>): readonly LastingDraft[] =>
  Object.entries(drafts)
    .filter(([place]) => isLasting(place))
    .map(([place, text]) => ({ place, text }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));
