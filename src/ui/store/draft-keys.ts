/* On disk, unsent text lies under the tab that it belongs to and the place where it was typed. */

/** The key of a place in a tab: `@tab/customer:1`; without a tab, as older releases wrote it, just the place. */
export const draftKey = (owner: string, place: string): string =>
  owner === '' ? place : `@${owner}/${place}`;

/** Which tab's it is, empty for nobody's, and the place. */
export function partsOf(key: string): { readonly owner: string; readonly place: string } {
  const parts = /^@([^/]*)\/(.*)$/s.exec(key);
  return { owner: parts?.[1] ?? '', place: parts?.[2] ?? key };
}
