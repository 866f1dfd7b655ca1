import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Input } from '../../engine/inputs.ts';
import { useSending, useWorld } from '../context.ts';
import { fileNameLimit, fileOf, problemsInFile, type FileDraft } from './file-draft.ts';
import { focusWrong, InnerField, InnerForm } from '../controls/inner-form.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { sendFileWords as words } from '../words/send-file-words.ts';
import './send-file.css';

type SendFileProps = {
  readonly label: string;
  readonly compose: (file: ReturnType<typeof fileOf>) => Input;
  readonly close: () => void;
};

/** Sends a file of this computer, or one that is only named: nothing but its name, type and size goes anywhere. */
export function SendFile({ label, compose, close }: SendFileProps) {
  const sending = useSending();
  const allowed = useWorld((world) => world.fileTypes);
  const draft = useSignal<FileDraft>({ name: '', size: '', mediaType: '' });
  const tried = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const problems = tried.value ? problemsInFile(draft.value) : {};
  const change = (part: Partial<FileDraft>) => {
    draft.value = { ...draft.value, ...part };
  };
  const send = async () => {
    tried.value = true;
    if (Object.keys(problemsInFile(draft.peek())).length > 0) focusWrong(box.current);
    else if (await sending.send(compose(fileOf(draft.peek())))) close();
  };
  return (
    <div ref={box}>
      <InnerForm label={label} onSubmit={() => void send()}>
        <label class="plain file-choice">
          {words.choose}
          <input
            type="file"
            class="hidden-text"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file !== undefined)
                change({ name: file.name, size: String(file.size), mediaType: file.type });
            }}
          />
        </label>
        <InnerField
          label={words.name}
          required
          value={draft.value.name}
          problem={
            problems.name === undefined
              ? ''
              : problems.name === 'missing'
                ? words.noName
                : words.nameTooLong(fileNameLimit)
          }
          onType={(name) => {
            change({ name, mediaType: '' });
          }}
        />
        <InnerField
          label={words.size}
          inputMode="numeric"
          value={draft.value.size}
          problem={problems.size === undefined ? '' : words.badSize}
          onType={(size) => {
            change({ size });
          }}
        />
        <p class="note">{words.kept}</p>
        <p class="note">{words.allowed(allowed)}</p>
        <Refusal sending={sending} />
        <button type="button" class="primary" aria-disabled={sending.pending} onClick={() => void send()}>
          {words.send}
        </button>
      </InnerForm>
    </div>
  );
}
