/* Where a name stands in a text. Names come from scripts, so no pattern is made of them. */

const word = /[A-Za-z_]\w*/g;

/** What stands behind each occurrence of a name. */
export const behind = (text: string, name: string): readonly string[] =>
  [...text.matchAll(word)]
    .filter(([found]) => found === name)
    .map(({ index }) => text.slice(index + name.length));

export const hasWord = (text: string, name: string): boolean => behind(text, name).length > 0;
