import type { Test } from '../../protocol/engine-api.ts';
import { safeFileName } from '../../scenario/file-name.ts';
import type { AppContextValue } from '../context.ts';
import { sentence } from '../sentence.ts';
import { oneLine } from '../format.ts';
import { testsOf } from './tests-state.ts';
import { testsWords as words } from '../words/tests-words.ts';

type Here = Pick<AppContextValue, 'store' | 'undo'>;

/** Offers to put tests back as they were; `text` says what was done. */
function offerBack({ store, undo }: Here, before: readonly Test[], text: string): void {
  const tests = testsOf(store);
  undo.offer(store.workspace.peek()?.id ?? '', {
    text,
    act: async () => {
      const problem = await tests.save(before);
      if (problem !== null) return sentence(problem.reason);
      void tests.run(before.map(({ id }) => id));
      return '';
    },
  });
}

/** Makes what came what is expected; says why not, in words, or nothing when it is done. */
export async function acceptTest(here: Here, test: Test): Promise<string> {
  const tests = testsOf(here.store);
  const changed = await tests.accept(test);
  if (changed === null) return words.notAccepted;
  const problem = await tests.save([changed]);
  if (problem !== null) return sentence(problem.reason);
  void tests.run([test.id]);
  offerBack(here, [test], words.accepted(oneLine(test.name, 48)));
  return '';
}

export async function deleteTest(here: Here, test: Test): Promise<string> {
  const problem = await testsOf(here.store).remove([test.id]);
  if (problem !== null) return sentence(problem.reason);
  offerBack(here, [test], words.deleted(oneLine(test.name, 48)));
  return '';
}

/** Adds tests; says why not. What has an id that is there already stays as it is. */
export async function addTests({ store }: Here, added: readonly Test[]): Promise<string> {
  const tests = testsOf(store);
  const there = new Set((tests.list.peek() ?? []).map(({ id }) => id));
  const fresh = added.filter(({ id }) => !there.has(id));
  if (fresh.length === 0) return '';
  const problem = await tests.save(fresh);
  if (problem !== null) return sentence(problem.reason);
  void tests.run(fresh.map(({ id }) => id));
  return '';
}

/** A name for the file of a test that every system takes. */
export const fileNameOfTest = ({ name }: Pick<Test, 'name'>): string =>
  `${safeFileName(name, 80, 'test')}.rehearsal.json`;
