import { checkDraft } from '../../course/check-draft.ts';
import { parseCourse } from '../../course/parse-course.ts';
import type { CourseEntry } from '../../protocol/files-api.ts';
import type { PackedCourse } from '../../protocol/packed-course.ts';
import type { Backup, BackupWriter, CourseBackedUp } from '../../scenario/backup.ts';
import type { FileProblem } from '../../scenario/problem.ts';
import { readJson } from '../../scenario/read-json.ts';

/** A course as a backup takes it. */
export function addCourse(making: BackupWriter, { id, title, text, results, ...kept }: PackedCourse): void {
  making.addCourse(id, title, {
    text,
    kept: { ...kept, progress: kept.progress.map((one) => ({ ...one, checks: [...one.checks] })) },
    results: [...results],
  });
}

/** A course of a backup, or why it cannot be restored. Its results are not checked here: the wall does that, whenever it is opened. */
export function unpackCourse(
  backup: Backup,
  of: CourseBackedUp,
): PackedCourse | { readonly problem: FileProblem } {
  const failed = (message: string) => ({ problem: { path: `courses/${of.id}`, message } });
  const found = backup.course(of);
  if (found === null) return failed('it is damaged or not all there.');
  const { text, kept, results } = found;
  const read = courseIn(text, kept.draft);
  if ('problem' in read) return failed(read.problem.message);
  const { course } = read;
  if (course.id !== of.id || results.some((one) => one.course !== of.id))
    return failed('it is another course.');
  return { id: of.id, title: course.title, text: JSON.stringify(course), ...kept, results };
}

function courseIn(text: string, isDraft: boolean): ReturnType<typeof checkDraft> {
  const parsed = parseCourse(text);
  if (parsed.ok) return parsed;
  const value = readJson(text);
  if (isDraft && value.ok) return checkDraft(value.value);
  return { problem: parsed.problems[0] ?? { path: '', message: 'it cannot be read.' } };
}

/** What courses are in a backup, for whoever decides whether to restore it. */
export const courseEntriesOf = (backup: Backup): readonly CourseEntry[] =>
  backup.courses.map((of) => {
    const found = unpackCourse(backup, of);
    return 'problem' in found
      ? { title: of.title, results: 0, problem: found.problem }
      : { title: found.title, results: found.results.length, problem: null };
  });
