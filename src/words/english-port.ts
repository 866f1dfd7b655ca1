import type { CodedText } from './catalogue.ts';

/* What is said about a port: what it lacks, and where it may differ. Only those who port load it. */

/** Why something is not ported, or may differ; of what, its note says. */
const reasons = {
  'port-missing': 'SuperOffice’s dialect has nothing of the kind. Write by hand what it is for.',
  'port-search':
    'The dialect has no SearchEngine. A search that only reads, told in one go and executed once, becomes a call of the archive; what writes to tables, groups or counts has to go through an agent of soApi.',
  'port-crypto': 'The dialect has no cryptography. Ask a service for it.',
  'port-carrier': 'The dialect has no service classes. Use the agents of soApi, or JSON in place of XML.',
  'port-generic':
    'A Generic refers to a variable by its name, which TypeScript cannot. Use an object and its members.',
  'port-walk': 'Only a loop that goes through a whole Map is ported. Write for (const [key, value] of map).',
  'port-errors': 'Scripts with errors are not ported. Mend them first.',
  'port-http-throws':
    'Where nobody answers, fetch throws; HTTP went on with an empty text. Catch it if the bot is to go on.',
  'port-utf8': 'fetch reads and writes UTF-8, so it is left out.',
  'port-place': 'errorLocation is the stack of the error, which is another text.',
  'port-ours':
    'It is a function of this app. SuperOffice’s dialect has nothing of the kind: take it out before the bot goes there.',
  'port-renamed': 'TypeScript has no overloads, and one name for a class and a function.',
  'port-option': 'fetch has no such option, so it is left out.',
} as const;

/** What a note is about, in a few words; empty where its line says it. */
export function portSubject({ code, params }: CodedText): string {
  const { what, from, to, errors } = params;
  if (code === 'port-renamed') return `${String(from)} is called ${String(to)}`;
  if (code === 'port-errors') return errors === 1 ? '1 error' : `${String(errors)} errors`;
  return typeof what === 'string' ? what : '';
}

/** Why, for all notes of a code; the code itself where it has no words. */
export const portReason = (code: string): string =>
  Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : code;

/** A note of a port, in words. */
export function portSentence(note: CodedText): string {
  const subject = portSubject(note);
  return subject === '' ? portReason(note.code) : `${subject}. ${portReason(note.code)}`;
}

/** The codes that have words. */
export const portCodes: readonly string[] = Object.keys(reasons);
