import { limits } from '../limits.ts';
import type { ScenarioFile } from '../format.ts';

type Key = string | number;
export type Where = {
  readonly path: readonly Key[];
  /** `code`: a script, in which only what it says to people is text. `own`: a field that holds what a customer is called. */
  readonly kind: 'text' | 'code' | 'own' | 'address';
};
export type Rewrite = (text: string, where: Where) => string;

/** Fields that hold a word of the format, a moment, or the name of another thing: no text that anybody wrote. */
const wordsOfTheFormat = new Set(
  'format type form event events startsAt at timeZone language theme size color badgeColor badgeTextColor customerColor customerTextColor agentColor agentTextColor buttonColor buttonTextColor font fontSize logo state method status required shows to hash includeName folder botInQueue country mediaType made'.split(
    ' ',
  ),
);
/** Below these the names of fields are anybody's. */
const anybodys = new Set(['tables', 'rows', 'headers', 'inputValues']);
const ownFields = new Set(['alias', 'name', 'email', 'phone', 'company']);

/** The file with each of its texts rewritten, and everything else as it was. Agents are no customers: theirs stays. */
export const rewriteTexts = (file: ScenarioFile, rewrite: Rewrite): ScenarioFile =>
  walk(file, [], false, rewrite) as ScenarioFile;

function walk(value: unknown, path: readonly Key[], isFree: boolean, rewrite: Rewrite): unknown {
  if (typeof value === 'string') return rewritten(value, { path, kind: kindOf(path) }, rewrite);
  if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index], isFree, rewrite));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const below = [...path, key];
      if (!isFree && isLeftAlone(below)) return [key, item as unknown];
      return [key, walk(item, below, isFree || isAnybodys(below), rewrite)];
    }),
  );
}

function rewritten(text: string, where: Where, rewrite: Rewrite): string {
  const most = where.kind === 'code' ? limits.source : Math.max(limits.text, text.length);
  return rewrite(text, where).slice(0, most);
}

/** The properties of a channel are the format's, those of a webhook are anybody's. */
function isAnybodys(path: readonly Key[]): boolean {
  const key = path.at(-1);
  if (key === 'properties') return path.at(-3) === 'webhooks' || path.at(-2) === 'webhook';
  return typeof key === 'string' && anybodys.has(key);
}

function isLeftAlone(path: readonly Key[]): boolean {
  const key = path.at(-1);
  if (path[0] === 'world' && path[1] === 'agents') return true;
  if (path[2] === 'input' && key === 'agent') return true;
  if (key === 'name' && isNameOfThing(path)) return true;
  return typeof key === 'string' && wordsOfTheFormat.has(key);
}

/** Folders and scripts are found by their names. */
const isNameOfThing = (path: readonly Key[]): boolean => {
  const [owner, list] = [path.at(-2), path.at(-3)];
  return owner === 'script' || owner === 'folder' || list === 'scripts' || list === 'folders';
};

function kindOf(path: readonly Key[]): Where['kind'] {
  const key = path.at(-1);
  if (key === 'source') return 'code';
  if (key === 'url') return 'address';
  const isOwn = typeof key === 'string' && ownFields.has(key) && isOfCustomer(path);
  return isOwn ? 'own' : 'text';
}

const isOfCustomer = (path: readonly Key[]): boolean =>
  path.at(-2) === 'customer' ||
  path.at(-2) === 'fields' ||
  path.at(-3) === 'contacts' ||
  path.at(-2) === 'contact';
