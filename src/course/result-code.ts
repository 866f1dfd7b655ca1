import type { ResultFile } from './result.ts';

/** What a QR code of a result holds. Nobody can replay it, so nobody can tell whether it is true. */
export type ResultCode = Pick<ResultFile, 'course' | 'revision' | 'lesson' | 'name' | 'hints'> & {
  /** Of each check, in the order of the lesson, whether it passed. */
  readonly passed: readonly boolean[];
  /** The hash of the last step; empty where there is none. */
  readonly hash: string;
};

const start = 'rehearsal-result;1;';

/** So much of a name stands in a code: a code that holds more is hard to read for a camera. */
const nameLength = 60;

/** A result as the text of a QR code: `rehearsal-result;1;course;revision;lesson;hints;1011;hash;name;`. */
export function writeResultCode(result: ResultFile): string {
  const { course, revision, lesson, hints, checks, scenario, name } = result;
  const passed = checks.map((check) => (check.passed ? '1' : '0')).join('');
  const hash = scenario.steps.at(-1)?.hash ?? '';
  const short = Array.from(name)
    .slice(0, nameLength)
    .join('')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  return `${start}${[course, revision, lesson, hints, passed, hash, encodeURIComponent(short)].join(';')};`;
}

const form =
  /^([a-z0-9-]{1,64});([1-9][0-9]{0,9});([a-z0-9-]{1,64});([0-9]{1,9});([01]{0,30});([0-9a-f]{8}|);([^;\s]{1,900});$/;

/** Whether a text says that it is the code of a result. */
export const isResultCode = (text: string): boolean => text.trim().startsWith('rehearsal-result;');

/** What the text of a code says; null where it is none, or not whole. */
export function readResultCode(text: string): ResultCode | null {
  const trimmed = text.trim();
  const parts = trimmed.startsWith(start) ? form.exec(trimmed.slice(start.length)) : null;
  if (parts === null) return null;
  const [, course = '', revision, lesson = '', hints, passed = '', hash = '', encoded = ''] = parts;
  const name = decoded(encoded);
  if (name === null || name === '') return null;
  return {
    course,
    revision: Number(revision),
    lesson,
    hints: Number(hints),
    passed: Array.from(passed, (one) => one === '1'),
    hash,
    name,
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
