import { HostFailure, type Json } from './javascript.ts';

/** Values nest no deeper than this on their way: what works on them may be written the plain way, by calling itself. */
const mostDeep = 200;

/** What a script sends: it has had a hand in the text, so that can be anything. */
export function argumentsIn(json: string): readonly Json[] {
  if (depthOf(json) > mostDeep)
    throw new HostFailure(`A value nests deeper than ${String(mostDeep)}`, 'RangeError');
  try {
    const value = JSON.parse(json, json.includes('__proto__') ? withoutPrototype : undefined) as unknown;
    return Array.isArray(value) ? (value as readonly Json[]) : [];
  } catch {
    return [];
  }
}

/** A field of that name would be a trap for whoever copies the object. */
const withoutPrototype = (name: string, value: unknown): unknown =>
  name === '__proto__' ? undefined : value;

/** The deepest nesting of lists and objects in a JSON text. */
function depthOf(json: string): number {
  let deepest = 0;
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (isText) {
      if (sign === '\\') at++;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, (depth += 1));
    else if (sign === ']' || sign === '}') depth -= 1;
  }
  return deepest;
}

export type GuestError = { readonly name: string; readonly text: string; readonly stack: string };

/** What the guest says of something that was thrown, of which no word needs to be true. */
export function guestErrorIn(json: string): GuestError {
  const told = JSON.parse(json) as { readonly [name in keyof GuestError]?: unknown };
  return { name: textIn(told.name), text: textIn(told.text), stack: textIn(told.stack) };
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
