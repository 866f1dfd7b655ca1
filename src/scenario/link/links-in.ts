/** Where the content of a link begins; some programs write `#` and `=` as they stand in addresses. */
const start = /(?:^[\s<>"'“‘(]*|#|%23)s(?:=|%3D)(?=\d)/i;
/** What mail programs put into long lines: the end of the line, with the marks of a quotation. */
const folds = /[ \t]*=?\r?\n[ \t]*(?:>[ \t]*)*/g;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/**
 * What may be the content of a link in a text, from its version on: without what mail and chat programs put into it and
 * around it. Where words follow behind a blank they may belong to it or not, so there are several. Null when there is none.
 */
export function linksIn(text: string): readonly string[] | null {
  const found = start.exec(text);
  if (found === null) return null;
  const rest = text
    .slice(found.index + found[0].length)
    .replaceAll(invisible, '')
    .replaceAll(folds, '\n');
  const end = /[^\w\s-]/.exec(rest)?.index ?? rest.length;
  const whole = rest.slice(0, end);
  const upTo = (stop: RegExp) => (whole.split(stop, 1)[0] ?? '').replaceAll(/\s/g, '');
  return [...new Set([whole.replaceAll(/\s/g, ''), upTo(/[^\S\n]/), upTo(/\s/)])];
}
