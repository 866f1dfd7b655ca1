import type { Test } from '../../protocol/engine-api.ts';
import type { MadeTest, TestChoices } from '../../protocol/test-making.ts';
import type { AppContextValue } from '../context.ts';
import type { FilesClient } from '../files-client.ts';
import { fileNameOf } from '../files/form.ts';
import { download } from '../files/writing.ts';
import { oneLine } from '../format.ts';
import { sentence } from '../sentence.ts';
import { testsOf } from '../tests/tests-state.ts';
import { saveTestWords as words } from '../words/save-test-words.ts';

type Here = Pick<AppContextValue, 'store' | 'undo' | 'files'>;

/** The test as it was made, or why not, in words. */
type Made = Pick<MadeTest, 'text' | 'steps' | 'runsWith'> | { readonly problem: string };

/** Makes the test and runs it once: what would fail at once is not saved. */
export async function makeTest(client: FilesClient, choices: TestChoices): Promise<Made> {
  const made = await client.makeTest(choices, new AbortController().signal);
  if ('because' in made) return { problem: made.because === 'slow' ? words.slow : words.broken };
  const [first] = made.failures;
  if (first !== undefined) return { problem: words.failing(made.failures.length, first.step, first.message) };
  if (made.problem !== null) return { problem: words.unfit(`${made.problem.path} ${made.problem.message}`) };
  const { text, steps, runsWith } = made;
  return { text, steps, runsWith };
}

/** Keeps a test with the workspace, with the way back; says why not, or nothing when it is kept. */
export async function keepTest(
  { store, undo }: Here,
  made: Pick<MadeTest, 'text' | 'steps' | 'runsWith'>,
  { name, tags }: Pick<TestChoices, 'name' | 'tags'>,
): Promise<string> {
  const tests = testsOf(store);
  const id = crypto.randomUUID();
  const test: Test = { id, madeAt: Date.now(), name, tags, isWatched: false, ...made };
  const problem = await tests.save([test]);
  if (problem !== null) return sentence(problem.reason);
  void tests.run([id]);
  undo.offer(store.workspace.peek()?.id ?? '', {
    text: words.saved(oneLine(name, 48)),
    act: async () => {
      const left = await tests.remove([id]);
      return left === null ? '' : sentence(left.reason);
    },
  });
  return '';
}

export function downloadTest({ files }: Here, { text }: { readonly text: string }, name: string): void {
  const file = fileNameOf(name);
  download(file, text);
  files.said.value = { text: words.savedFile(file), bad: false };
}
