import type { LessonOf, ResultFile } from '../../protocol/course-api.ts';
import type { ResultsForm } from '../../protocol/course-files.ts';
import { safeFileName } from '../../scenario/file-name.ts';
import type { FilesClient } from '../files-client.ts';
import { canPick, download, pickFile, writeFile } from '../files/writing.ts';
import { coursesOf } from '../lessons/courses.ts';
import { sentence } from '../sentence.ts';
import type { Engine } from '../store/store.ts';
import { filesWords } from '../words/files-words.ts';
import { resultWords as words } from '../words/result-words.ts';

export type ResultChoice = {
  readonly name: string;
  readonly lesson: LessonOf;
  /** All lessons that were begun, and not this one alone. */
  readonly all: boolean;
  readonly form: Exclude<ResultsForm, 'csv'>;
};

type Writer = Pick<FilesClient, 'writeResults'>;

/** Writes a result to a file that is asked for, or to the downloads: what is to be said of it, or why not, in words. */
export async function saveResult(
  engine: Engine,
  client: Writer,
  choice: ResultChoice,
): Promise<{ readonly said: string } | { readonly problem: string }> {
  const file = fileNameOf(choice);
  // At once, as browsers want it.
  const target = canPick() ? await pickFile(file) : null;
  if (target !== null && 'problem' in target) return target;
  const results = await ownResults(engine, choice);
  if ('problem' in results) return results;
  const text = await client.writeResults(results, choice.form).catch(() => null);
  if (text === null) return { problem: words.notRead };
  if (target === null) {
    download(file, text);
    return { said: filesWords.downloaded(file) };
  }
  const problem = await writeFile(target, text);
  return problem === '' ? { said: filesWords.saved(target.name) } : { problem };
}

/** What somebody has made of a lesson, or of all. */
export async function ownResults(
  engine: Engine,
  { lesson, all, name }: Pick<ResultChoice, 'lesson' | 'all' | 'name'>,
): Promise<readonly ResultFile[] | { readonly problem: string }> {
  const result = await coursesOf(engine).result(lesson.course, all ? null : lesson.lesson, name);
  if ('problem' in result) return { problem: sentence(result.problem.reason) };
  return 'results' in result ? result.results : [result];
}

/** `Ada Berg hello.rehearsal-result.json` */
export function fileNameOf({ name, lesson, all, form }: ResultChoice): string {
  const of = words.fileName(name, all ? lesson.course : lesson.lesson);
  const ending = form === 'exercism' ? 'results.json' : 'rehearsal-result.json';
  return `${safeFileName(of, 80, 'result')}.${ending}`;
}
