import type { CourseFile } from '../../protocol/course-api.ts';
import type { KeyValueStorage } from '../browser-storage.ts';

/** What a course was when it was saved as a file last, or came from one: which revision, and a sum of all that is in it. */
type Mark = { readonly revision: number; readonly sum: string };

const keyOf = (id: string) => `rehearsal.author.saved.${id}`;

/** A sum of everything in a course but its revision. */
async function sumOf({ revision: _, ...course }: CourseFile): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(course));
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(sum.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function markOf(keeper: KeyValueStorage | null, id: string): Mark | null {
  try {
    const read: unknown = JSON.parse(keeper?.getItem(keyOf(id)) ?? 'null');
    if (typeof read !== 'object' || read === null) return null;
    const { revision, sum } = read as Record<string, unknown>;
    return typeof revision === 'number' && typeof sum === 'string' ? { revision, sum } : null;
  } catch {
    return null;
  }
}

function keep(keeper: KeyValueStorage | null, id: string, mark: Mark): void {
  try {
    keeper?.setItem(keyOf(id), JSON.stringify(mark));
  } catch {
    // The next file has the same revision then, as nobody knows of this one.
  }
}

/** Remembers what is in the file that was written. */
export async function noteSaved(keeper: KeyValueStorage | null, course: CourseFile): Promise<void> {
  keep(keeper, course.id, { revision: course.revision, sum: await sumOf(course) });
}

/** Remembers that nobody has a course yet that is made here. */
export const noteNew = (keeper: KeyValueStorage | null, id: string): void => {
  keep(keeper, id, { revision: 0, sum: '' });
};

const noted = new Set<string>();

/** Before the first change of a course that was here already: others may have it as it is. */
export async function noteFirst(keeper: KeyValueStorage | null, course: CourseFile): Promise<void> {
  if (noted.has(course.id)) return;
  noted.add(course.id);
  if (markOf(keeper, course.id) === null) await noteSaved(keeper, course);
}

/** The revision that a file of the course has to say: one more than the last file's where something is otherwise by now. */
export async function nextRevision(keeper: KeyValueStorage | null, course: CourseFile): Promise<number> {
  const mark = markOf(keeper, course.id);
  if (mark === null) return course.revision;
  return (await sumOf(course)) === mark.sum ? mark.revision : Math.max(mark.revision + 1, course.revision);
}
