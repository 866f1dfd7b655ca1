import type { Said } from './said.ts';
import { sentenceFrom } from './sentence-from.ts';

/* What is said about a port: what it lacks, and where it may differ. Only those who port load it. */

type What = { readonly what: string };

const ofPorts = {
  'port-missing': ({ what }: What) =>
    `SuperOffice’s dialect has nothing for ${what}. Write by hand what it is for.`,
  'port-search': ({ what }: What) =>
    `${what} is not ported. The dialect has no SearchEngine: a search that only reads, told in one go and executed once, becomes a call of the archive; what writes to tables, groups or counts has to go through an agent of soApi.`,
  'port-crypto': ({ what }: What) =>
    `The dialect has no cryptography, so ${what} is not ported. Ask a service for it.`,
  'port-carrier': ({ what }: What) =>
    `The dialect has no service classes, so ${what} is not ported. Use the agents of soApi, or JSON in place of XML.`,
  'port-generic': ({ what }: What) =>
    `${what} is not ported: a Generic refers to a variable by its name, which TypeScript cannot. Use an object and its members.`,
  'port-walk': ({ what }: What) =>
    `${what} is not ported: only a loop that goes through a whole Map is. Write for (const [key, value] of map).`,
  'port-errors': ({ errors }: { readonly errors: number }) =>
    errors === 1
      ? 'The script has an error. Mend it, then port it.'
      : `The script has ${String(errors)} errors. Mend them, then port it.`,
  'port-http-throws': () =>
    'Where nobody answers, fetch throws; HTTP went on with an empty text. Catch it if the bot is to go on.',
  'port-utf8': ({ what }: What) => `fetch reads and writes UTF-8, so ${what}() is left out.`,
  'port-place': () => 'errorLocation is the stack of the error, which is another text.',
  'port-ours': ({ what }: What) =>
    `${what} is a function of this app. SuperOffice’s dialect has nothing of the kind: take it out before the bot goes there.`,
  'port-exit': () => 'exitWithMessage ends the script by an error that carries the message.',
  'port-renamed': ({ from, to }: { readonly from: string; readonly to: string }) =>
    `${from} is called ${to} here: TypeScript has no overloads, and one name for a class and a function.`,
  'port-option': ({ what }: What) => `fetch has no option “${what}”, so it is left out.`,
};

/** A note of a port, in words. */
export const portSentence = (note: Said): string => sentenceFrom(ofPorts, note);

/** The codes that have a sentence. */
export const portCodes: readonly string[] = Object.keys(ofPorts);
