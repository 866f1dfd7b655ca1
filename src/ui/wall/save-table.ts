import type { AppContextValue } from '../context.ts';
import type { FilesClient } from '../files-client.ts';
import { canPick, download, pickFile, writeFile } from '../files/writing.ts';
import { filesWords } from '../words/files-words.ts';
import { wallWords as words } from '../words/wall-words.ts';
import type { WallState } from './wall-state.ts';
import type { CourseFile, ResultFile } from '../../protocol/course-api.ts';
import type { Row } from './grid.ts';
import type { ShownResult, Trust } from './shown-result.ts';

/** Saves the table of who passed what, with the names as the wall shows them. */
export async function saveTable(
  { files: said }: Pick<AppContextValue, 'files'>,
  wall: WallState,
  files: FilesClient,
): Promise<void> {
  const kind = { description: words.csvKind, type: 'text/csv', endings: ['.csv'] };
  const name = words.csvFile(wall.course.id);
  const tell = (text: string, bad: boolean) => {
    said.said.value = { text, bad };
  };
  // At once, as browsers want it.
  const target = canPick() ? await pickFile(name, kind) : null;
  if (target !== null && 'problem' in target) {
    if (target.problem !== filesWords.notChosen) tell(target.problem, true);
    return;
  }
  const { results, trust } = tableOf(wall.course, wall.rows.peek());
  const text = await files
    .writeResults(
      results,
      'csv',
      trust.map((one) => words.trust[one]),
    )
    .catch(() => null);
  if (text === null) {
    tell(filesWords.broken, true);
    return;
  }
  if (target === null) {
    download(name, text, kind.type);
    tell(filesWords.downloaded(name), false);
    return;
  }
  const problem = await writeFile(target, text, kind.type);
  tell(problem === '' ? filesWords.saved(target.name) : problem, problem !== '');
}

/**
 * What of a wall is shown, as results to be written: with the names and the checks that the wall shows, whatever the files
 * say. `trust` tells of each how far it can be trusted.
 */
function tableOf(
  course: CourseFile,
  rows: readonly Row[],
): { readonly results: readonly ResultFile[]; readonly trust: readonly Trust[] } {
  const all = rows.flatMap(({ name, cells }) =>
    cells.flatMap(({ shown }) => (shown === null ? [] : [{ name, shown }])),
  );
  return {
    results: all.flatMap(({ name, shown }) => asResult(course, name, shown)),
    trust: all.map(({ shown }) => shown.trust),
  };
}

function asResult(course: CourseFile, name: string, shown: ShownResult): readonly ResultFile[] {
  const seed = course.lessons.find(({ id }) => id === shown.lesson)?.seed;
  if (seed === undefined) return [];
  const { lesson, revision, hints, savedAt, file } = shown;
  return [
    {
      ...{ format: 'rehearsal-result', version: 1, course: course.id, revision, lesson, name, hints },
      at: savedAt === 0 ? '' : new Date(savedAt).toISOString(),
      checks: shown.checks.map((check) => ({ name: check.name, passed: check.state === 'passed' })),
      // A table has nothing of what was played.
      scenario: file?.scenario ?? seed,
    },
  ];
}
