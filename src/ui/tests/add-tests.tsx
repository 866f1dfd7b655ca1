import type { Signal } from '@preact/signals';
import type { Test } from '../../protocol/engine-api.ts';
import { useAppContext } from '../context.ts';
import { exploreOrders } from '../explore/explore-state.ts';
import { download } from '../files/writing.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { addTests } from './acts.ts';
import { testsOf } from './tests-state.ts';
import { words as pageWords } from '../words/words.ts';
import { testsWords as words } from '../words/tests-words.ts';

type AddTestsProps = {
  /** It is shown large, in the place of the list. */
  readonly isEmpty: boolean;
  /** What could not be done, in words. */
  readonly problems: Signal<readonly string[]>;
  /** The test that is looked at. */
  readonly open?: Test | undefined;
};

/** Where tests come from, and what can be taken from here. */
export function AddTests({ isEmpty, problems, open }: AddTestsProps) {
  const context = useAppContext();
  const tests = testsOf(context.store);
  const samples = async () => {
    const found = await tests.samples(Date.now());
    problems.value = found === null ? [words.noSamples] : given(await addTests(context, found));
  };
  const addFiles = async (files: readonly File[]) => {
    const texts = await Promise.all(
      files.map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    const read = await tests.read(texts, Date.now());
    if (read === null) problems.value = [words.notRead];
    else {
      const refused = read.refused.map(({ name, problems: [first] }) =>
        words.refused(name, first === undefined ? '' : `${first.path} ${first.message}`.trim()),
      );
      problems.value = [...refused, ...given(await addTests(context, read.tests))];
    }
  };
  const pick = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.json,.rehearsal';
    input.addEventListener('change', () => void addFiles(Array.from(input.files ?? [])));
    input.click();
  };
  const junit = async () => {
    const hasRun = tests.outcomes.peek().size > 0;
    const text = hasRun ? await tests.junit() : null;
    problems.value = text === null ? [words.noJunit] : [];
    if (text !== null) download('tests.xml', text, 'application/xml');
  };
  const kind = isEmpty ? 'plain' : 'quiet';
  return (
    <div class={isEmpty ? 'test-add empty' : 'test-add'}>
      <div role="alert" class="test-problems">
        {problems.value.map((problem) => (
          <p key={problem} class="refusal">
            {problem}
          </p>
        ))}
      </div>
      <div class="row">
        <button
          type="button"
          class={kind}
          onClick={() => {
            context.files.shows.value = 'saveTest';
          }}
        >
          <LaterIcon name="tests" /> {pageWords.saveTest}
        </button>
        <button type="button" class={kind} title={words.addFilesHint} onClick={pick}>
          <LaterIcon name="open" /> {words.addFiles}
        </button>
        {isEmpty ? (
          <button type="button" class={kind} title={words.addSamplesHint} onClick={() => void samples()}>
            <LaterIcon name="sample" /> {words.addSamples}
          </button>
        ) : (
          <>
            <button
              type="button"
              class={kind}
              disabled={open === undefined}
              title={words.exploreHint}
              onClick={() => {
                exploreOrders(context, open ?? null);
              }}
            >
              <LaterIcon name="orders" /> {words.explore}
            </button>
            <button type="button" class={kind} title={words.junitHint} onClick={() => void junit()}>
              <LaterIcon name="download" /> {words.junit}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

const given = (problem: string): readonly string[] => (problem === '' ? [] : [problem]);
