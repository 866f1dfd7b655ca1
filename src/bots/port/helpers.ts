import { dateHelpers } from './helper-dates.ts';
import { listHelpers } from './helper-lists.ts';
import { serviceHelpers } from './helper-services.ts';
import { encodingHelpers } from './helper-encodings.ts';
import { textHelpers } from './helper-texts.ts';

/* The small functions that a port brings along where TypeScript has nothing of the kind: only those that it calls. */

/** A helper: what it calls itself, and its text. */
export type Helper = { readonly uses?: readonly string[]; readonly text: string };

const all = { ...listHelpers, ...textHelpers, ...encodingHelpers, ...dateHelpers, ...serviceHelpers };

export type HelperName = keyof typeof all;

const byName: ReadonlyMap<string, Helper> = new Map(Object.entries<Helper>(all));

export const isHelper = (name: string): boolean => byName.has(name);

/** Classes have to stand before what uses them; functions may follow. */
export type HelperTexts = { readonly classes: string; readonly functions: string };

/** The texts of helpers and of what these call, an empty line between them. */
export function helperTexts(names: Iterable<string>): HelperTexts {
  const wanted = new Set<string>();
  const add = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const used of byName.get(name)?.uses ?? []) add(used);
  };
  for (const name of names) add(name);
  const texts = [...byName].filter(([name]) => wanted.has(name)).map(([, { text }]) => text.trim());
  const isClass = (text: string): boolean => /^class /m.test(text);
  return {
    classes: texts.filter(isClass).join('\n\n'),
    functions: texts.filter((text) => !isClass(text)).join('\n\n'),
  };
}
