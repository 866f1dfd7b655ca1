import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Folder, Script } from '../../../engine/definition.ts';
import { useSending, useAppContext } from '../../context.ts';
import { isComposing } from '../../conversation/is-composing.ts';
import { Popover } from '../../controls/popover.tsx';
import { LeftDrafts } from '../../conversation/left-drafts.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import { requireWorld } from '../../store/store.ts';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { draftedSource, runDraftKey, sourceDraft } from '../folders/script-names.ts';
import { readValues, roleByName, textOfValues, valuesFor } from './script-role.ts';

type RunScriptProps = {
  readonly folder: Folder;
  readonly script: Script;
  /** Saves what is not saved yet; false when that was refused. */
  readonly save: () => Promise<boolean>;
};

/** Runs the script by hand, with values for its EventData: a bot script with those of the selected session. */
export const RunScript = (props: RunScriptProps) => (
  <Popover label={words.byHand.button} title={words.byHand.hint} role="dialog" class="plain small">
    {(close) => <RunForm {...props} close={close} />}
  </Popover>
);

function RunForm({ folder, script, save, close }: RunScriptProps & { readonly close: () => void }) {
  const { store, windowState } = useAppContext();
  const sending = useSending();
  const role = roleByName(folder, script);
  const start = useSignal(startValues());
  const key = runDraftKey(script.id);
  const values = draftedSource(store.draft(key)) ?? start.value;
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.setSelectionRange(0, 0);
    if (box.current !== null) box.current.scrollTop = 0;
  }, []);
  function startValues(): string {
    if (role === undefined) return '';
    const world = requireWorld(store);
    const session = world.sessions.get(windowState.view.value.session);
    return textOfValues(valuesFor(world, role, session) ?? []);
  }
  const run = async () => {
    if (!(await save())) return;
    const inputValues = readValues(values);
    if (!(await sending.send({ type: 'admin.runsScript', script: script.id, inputValues }))) return;
    // The next run of a bot script begins with what the session is then.
    if (role !== undefined) store.keepDraft(key, '');
    windowState.change({ bottom: 'console' });
    close();
  };
  return (
    <form
      class="small-form run-form"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
      onKeyDown={(event) => {
        if (isComposing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void run();
      }}
    >
      <LeftDrafts place={key} />
      <label>
        {words.byHand.values}
        <textarea
          ref={box}
          class="mono"
          rows={8}
          spellcheck={false}
          placeholder={words.byHand.example}
          value={values}
          onInput={(event) => {
            store.keepDraft(key, sourceDraft(event.currentTarget.value, start.value));
          }}
        />
      </label>
      <p class="note">
        {role === undefined ? words.byHand.noRole : words.byHand.asRole(botWords.roles[role])}
      </p>
      <Refusal sending={sending} />
      <button type="submit" class="primary" title={words.byHand.keys}>
        {words.byHand.go}
      </button>
    </form>
  );
}
