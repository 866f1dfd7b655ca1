import { useSignal } from '@preact/signals';
import type { Test } from '../../protocol/engine-api.ts';
import { useAppContext } from '../context.ts';
import { download } from '../files/writing.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { offerWayBack } from '../undo/way-back.ts';
import { sentence } from '../sentence.ts';
import { acceptTest, deleteTest, fileNameOfTest } from './acts.ts';
import { RenameForm } from './rename-form.tsx';
import type { Ran } from './step-view.ts';
import { testsOf } from './tests-state.ts';
import { testsWords as words } from '../words/tests-words.ts';

type TestActionsProps = {
  readonly test: Test;
  /** The step that is looked at. */
  readonly step: number;
  /** Null as long as it did not run to its end. */
  readonly ran: Ran | null;
};

/** What can be done with a test: run it, open it at the step, take what came as what is expected, and the rest in a menu. */
export function TestActions({ test, step, ran }: TestActionsProps) {
  const context = useAppContext();
  const { store, router } = context;
  const tests = testsOf(store);
  const refusal = useSignal('');
  const renames = useSignal(false);
  const doing = useSignal(false);
  const doIt = async (act: () => Promise<string>) => {
    if (doing.value) return;
    doing.value = true;
    refusal.value = '';
    refusal.value = await act();
    doing.value = false;
  };
  const keep = (changed: Test) => async () => {
    const problem = await tests.save([changed]);
    if (problem === null) void tests.run([changed.id]);
    return problem === null ? '' : sentence(problem.reason);
  };
  const open = async (): Promise<string> => {
    const left = store.workspace.peek();
    const played = await tests.upTo(test, step);
    if (played === null || left === null) return words.notRead;
    // The tests go along, so that mending the bot there tells at once whether they pass.
    const problem = await store.openPlayed({
      ...played,
      name: words.openedName(test.name, step),
      parent: { workspace: left.id, step: 0 },
      tests: tests.list.peek() ?? [],
    });
    if (problem !== null) return sentence(problem.reason);
    offerWayBack(context, left.id, words.opened(left.name), 'open');
    router.go('stage');
    return '';
  };
  const item = (close: () => void, label: string, act: () => void, hint?: string, checked?: boolean) => (
    <MenuItem
      hint={hint}
      {...(checked === undefined ? {} : { checked })}
      onChoose={() => {
        close();
        act();
      }}
    >
      {label}
    </MenuItem>
  );
  const other = (runsWith: Test['runsWith']) => () => void doIt(keep({ ...test, runsWith }));
  return (
    <>
      <div role="alert">{refusal.value === '' ? null : <span class="refusal">{refusal.value}</span>}</div>
      <Popover
        label={<LaterIcon name="more" size={16} />}
        name={words.more}
        title={words.more}
        class="quiet icon-button"
      >
        {(close) => (
          <>
            {item(close, words.rename, () => {
              renames.value = true;
            })}
            {item(close, words.download, () => {
              download(fileNameOfTest(test), test.text);
            })}
            <p class="menu-title">{words.runsWith}</p>
            {item(close, words.present, other('present'), words.presentHint, test.runsWith === 'present')}
            {item(close, words.own, other('own'), words.ownHint, test.runsWith === 'own')}
            <p class="menu-title" />
            {item(close, words.delete, () => void doIt(() => deleteTest(context, test)))}
          </>
        )}
      </Popover>
      <button type="button" class="plain" onClick={() => void tests.run([test.id])}>
        <LaterIcon name="play" /> {words.run}
      </button>
      {ran === null || ran.isPassed ? null : (
        <button
          type="button"
          class="plain"
          title={words.acceptHint}
          onClick={() => void doIt(() => acceptTest(context, test))}
        >
          <LaterIcon name="accept" /> {words.accept}
        </button>
      )}
      {ran === null || step < 1 ? null : (
        <button type="button" class="primary" title={words.openHint} onClick={() => void doIt(open)}>
          <LaterIcon name="openAt" /> {words.open(step)}
        </button>
      )}
      {renames.value ? (
        <RenameForm
          test={test}
          onClose={() => {
            renames.value = false;
          }}
        />
      ) : null}
    </>
  );
}
