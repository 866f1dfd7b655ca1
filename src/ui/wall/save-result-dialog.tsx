import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo } from 'preact/hooks';
import type { LessonOf } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { createFilesClient } from '../files/save.ts';
import { resultWords as words } from '../words/result-words.ts';
import { words as pageWords } from '../words/words.ts';
import { ResultCode } from './result-code.tsx';
import { saveResult, type ResultChoice } from './save-result.ts';
import './save-result.css';
import type { Keeper } from '../window-state.ts';

const kept = 'rehearsal.trainee';

/** So much of a name is taken: it has to stand in a row. */
const longestName = 100;

/** How somebody at this browser calls themselves; empty as long as nobody was asked. */
function traineeName(keeper: Keeper | null): string {
  try {
    return (keeper?.getItem(kept) ?? '').slice(0, longestName);
  } catch {
    return '';
  }
}

function rememberTrainee(keeper: Keeper | null, name: string): void {
  try {
    keeper?.setItem(kept, name);
  } catch {
    // It is asked for again the next time.
  }
}

/** What somebody has made of the lesson that is open, or of all, to be given to a trainer. */
export function SaveResultDialog() {
  const { store, files } = useAppContext();
  const lesson = store.workspace.value?.lesson;
  useEffect(() => {
    // Another workspace was opened meanwhile.
    if (lesson === undefined) files.shows.value = 'nothing';
  }, [lesson, files]);
  return lesson === undefined ? null : <Form lesson={lesson} />;
}

function Form({ lesson }: { readonly lesson: LessonOf }) {
  const app = useAppContext();
  const { store, files, keepers } = app;
  const client = useMemo(createFilesClient, []);
  useEffect(
    () => () => {
      client.stop();
    },
    [client],
  );
  const name = useSignal(traineeName(keepers.local));
  const all = useSignal(false);
  const form = useSignal<ResultChoice['form']>('results');
  const problem = useSignal('');
  const isMissing = useSignal(false);
  const busy = useSignal(false);
  const id = useId();
  const close = () => {
    files.shows.value = 'nothing';
  };
  /** The name, once it is one; else it says that one is missing. */
  const named = (): string => {
    const given = name.value.trim();
    isMissing.value = given === '';
    if (given === '') document.getElementById(id)?.focus();
    else rememberTrainee(keepers.local, given);
    return given;
  };
  const save = async () => {
    const given = named();
    if (given === '' || busy.value) return;
    busy.value = true;
    const choice = { name: given, form: form.value, lesson, all: all.value };
    const done = await saveResult(store.engine, client, choice);
    busy.value = false;
    if ('problem' in done) problem.value = done.problem;
    else {
      close();
      files.said.value = { text: done.said, bad: false };
    }
  };
  return (
    <Dialog
      icon="save"
      title={words.title}
      about={store.workspace.value?.name}
      onClose={close}
      footer={
        <>
          <button type="button" class="plain" onClick={close}>
            {pageWords.cancel}
          </button>
          <button type="button" class="primary" aria-disabled={busy.value} onClick={() => void save()}>
            <LaterIcon name="download" /> {busy.value ? words.saving : words.save}
          </button>
        </>
      }
    >
      <form
        class="save-result"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label class="save-result-name">
          <b>{words.name}</b>
          <input
            id={id}
            type="text"
            dir="auto"
            autocomplete="name"
            maxLength={longestName}
            value={name.value}
            aria-invalid={isMissing.value}
            aria-describedby={`${id}-help`}
            onInput={(event) => {
              name.value = event.currentTarget.value;
              isMissing.value = false;
            }}
          />
          <small id={`${id}-help`} class={isMissing.value ? 'bad' : ''}>
            {isMissing.value ? words.nameMissing : words.nameHelp}
          </small>
        </label>
        <fieldset>
          <legend>{words.what}</legend>
          <Radio label={words.one} on={!all.value} choose={() => (all.value = false)} group={`${id}-what`} />
          <Radio label={words.all} on={all.value} choose={() => (all.value = true)} group={`${id}-what`} />
        </fieldset>
        <fieldset>
          <legend>{words.form}</legend>
          {(['results', 'exercism'] as const).map((one) => (
            <Radio
              key={one}
              label={words.forms[one]}
              help={words.formHelp[one]}
              on={form.value === one}
              choose={() => (form.value = one)}
              group={`${id}-form`}
            />
          ))}
        </fieldset>
        <ResultCode lesson={lesson} client={client} named={named} />
        <div role="alert">{problem.value === '' ? null : <p class="refusal">{problem.value}</p>}</div>
      </form>
    </Dialog>
  );
}

type RadioProps = {
  readonly label: string;
  readonly help?: string;
  readonly on: boolean;
  readonly choose: () => void;
  readonly group: string;
};

const Radio = ({ label, help, on, choose, group }: RadioProps) => (
  <label class="save-result-choice">
    <input type="radio" name={group} checked={on} onChange={choose} />
    <span>
      {label}
      {help === undefined ? null : <small>{help}</small>}
    </span>
  </label>
);
