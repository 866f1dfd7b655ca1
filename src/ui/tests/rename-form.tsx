import { useSignal } from '@preact/signals';
import type { Test } from '../../protocol/engine-api.ts';
import { useStore } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { sentence } from '../sentence.ts';
import { testsOf } from './tests-state.ts';
import { testsWords as words } from '../words/tests-words.ts';

/** The name of a test, and its tags. */
export function RenameForm({ test, onClose }: { readonly test: Test; readonly onClose: () => void }) {
  const tests = testsOf(useStore());
  const name = useSignal(test.name);
  const tags = useSignal(test.tags.join(', '));
  const refusal = useSignal('');
  const save = async () => {
    const list = [...new Set(tags.value.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
    const changed = await tests.rename(test, name.value.trim(), list);
    const problem = changed === null ? null : await tests.save([changed]);
    if (changed !== null && problem === null) onClose();
    else refusal.value = problem === null ? words.notRead : sentence(problem.reason);
  };
  return (
    <Dialog
      icon="rename"
      title={words.rename.replace('…', '')}
      about={test.name}
      onClose={onClose}
      footer={
        <button type="submit" form="test-rename" class="primary" disabled={name.value.trim() === ''}>
          {words.save}
        </button>
      }
    >
      <form
        id="test-rename"
        class="test-rename"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label>
          {words.name}
          <input
            maxLength={255}
            value={name.value}
            onInput={(event) => {
              name.value = event.currentTarget.value;
            }}
          />
        </label>
        <label>
          {words.tags}
          <input
            maxLength={400}
            value={tags.value}
            onInput={(event) => {
              tags.value = event.currentTarget.value;
            }}
          />
        </label>
        <div role="alert">{refusal.value === '' ? null : <p class="refusal">{refusal.value}</p>}</div>
      </form>
    </Dialog>
  );
}
