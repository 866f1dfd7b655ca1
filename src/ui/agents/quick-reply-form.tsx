import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { QuickReply } from '../../engine/definition.ts';
import { useSending, useAppContext, useWorld } from '../context.ts';
import { agentName } from '../names.ts';
import { focusWrong, InnerField, InnerForm } from '../controls/inner-form.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { SureButton } from '../controls/sure-button.tsx';
import { refusalText } from '../refusal-text.ts';
import { insertWords as words } from '../words/insert-words.ts';
import { nextReply, problemsInReply } from './quick-reply-draft.ts';

type QuickReplyFormProps = {
  /** With number 0 it is a new one. */
  readonly reply: QuickReply;
  /** Saved, deleted, or left as it was. */
  readonly onDone: () => void;
};

const saying = {
  name: { missing: words.noName, tooLong: words.nameTooLong, taken: words.nameTaken },
  text: { missing: words.noText, tooLong: words.textTooLong },
} as const;

/** A quick reply as its owner keeps it: added, changed, deleted, which can be taken back (chat-domain §8.2). */
export function QuickReplyForm({ reply, onDone }: QuickReplyFormProps) {
  const { store, undo } = useAppContext();
  const sending = useSending();
  const all = useWorld((world) => world.quickReplies);
  const owner = useWorld((world) => agentName(world, reply.agent));
  const draft = useSignal(reply);
  const tried = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const problems = tried.value ? problemsInReply(draft.value, all) : {};
  const save = async () => {
    tried.value = true;
    const { id, agent, name, text } = draft.peek();
    if (Object.keys(problemsInReply(draft.peek(), all)).length > 0) {
      focusWrong(box.current);
      return;
    }
    const quickReply = { id: id === 0 ? nextReply(all) : id, agent, name: name.trim(), text };
    if (await sending.send({ type: 'admin.savesQuickReply', quickReply })) onDone();
  };
  const remove = async () => {
    if (!(await sending.send({ type: 'admin.deletesQuickReply', quickReply: reply.id }))) return;
    undo.offer(store.workspace.peek()?.id ?? '', {
      text: words.deleted(reply.name),
      act: async () => {
        const answer = await store.dispatch({ type: 'admin.savesQuickReply', quickReply: reply });
        return refusalText(answer);
      },
    });
    onDone();
  };
  return (
    <div ref={box}>
      <InnerForm
        label={reply.id === 0 ? words.newReply : words.edit(reply.name)}
        onSubmit={() => void save()}
      >
        <InnerField
          label={words.name}
          required
          value={draft.value.name}
          problem={problems.name === undefined ? '' : saying.name[problems.name]}
          onType={(name) => {
            draft.value = { ...draft.value, name };
          }}
        />
        <InnerField
          label={words.text}
          required
          rows={4}
          value={draft.value.text}
          problem={problems.text === undefined ? '' : saying.text[problems.text]}
          onType={(text) => {
            draft.value = { ...draft.value, text };
          }}
        />
        <p class="note">
          {words.nameHelp} {words.own(owner)}
        </p>
        <Refusal sending={sending} />
        <div class="row">
          <button type="button" class="primary" aria-disabled={sending.pending} onClick={() => void save()}>
            {words.save}
          </button>
          <button type="button" class="plain" onClick={onDone}>
            {words.cancel}
          </button>
          {reply.id === 0 ? null : (
            <SureButton label={words.delete} sure={words.deleteSure} onSure={() => void remove()} quiet />
          )}
        </div>
      </InnerForm>
    </div>
  );
}
