import type { AppContextValue } from '../context.ts';
import type { FilesClient } from '../files-client.ts';
import { canPick, download, pickFile, writeFile } from '../files/writing.ts';
import { filesWords } from '../words/files-words.ts';
import { wallWords as words } from '../words/wall-words.ts';
import { tableOf } from './table.ts';
import type { WallState } from './wall-state.ts';

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
