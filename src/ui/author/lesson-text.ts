/** How the last paragraph of a lesson's text begins, which says what to do. */
const opening = '**Your turn.**';

/** A lesson's text as its author writes it: what is explained, and what to do, in words. */
export type TextParts = { readonly body: string; readonly goal: string };

/** The two parts of a text; the goal is empty where no last paragraph is one. */
export function partsOf(text: string): TextParts {
  const at = text.lastIndexOf(opening);
  const begins = at === 0 || /\n[ \t]*\n[ \t]*$/.test(text.slice(0, Math.max(0, at)));
  const goal = text.slice(at + opening.length);
  if (at < 0 || !begins || /\n[ \t]*\n\s*\S/.test(goal)) return { body: text, goal: '' };
  return { body: text.slice(0, at).trimEnd(), goal: goal.trim() };
}

/** The text of two parts. A goal is one paragraph, so empty lines in it become line breaks. */
export function textOf({ body, goal }: TextParts): string {
  const said = goal.replaceAll(/\s*\n\s*/g, '\n').trim();
  if (said === '') return body;
  const before = body.trimEnd();
  return `${before}${before === '' ? '' : '\n\n'}${opening} ${said}`;
}
