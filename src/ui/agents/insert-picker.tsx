import { useSignal } from '@preact/signals';
import type { KeyboardEvent } from 'preact/compat';
import { useRef } from 'preact/hooks';
import type { QuickReply } from '../../engine/definition.ts';
import { faqLink } from '../../engine/faq-link.ts';
import { insertable } from '../../engine/insertable.ts';
import type { Session } from '../../engine/world.ts';
import { useStore, useWorld } from '../context.ts';
import { isComposing } from '../conversation/is-composing.ts';
import { SendFile } from '../conversation/send-file.tsx';
import { useFocusKept } from '../controls/use-focus-kept.ts';
import { InsertRows } from './insert-rows.tsx';
import { goOnWriting, insertText } from './insert-text.ts';
import { insertWords as words } from '../words/insert-words.ts';
import { QuickReplyForm } from './quick-reply-form.tsx';
import './insert.css';

type InsertPickerProps = {
  readonly agent: number;
  readonly session: Session;
  readonly draftKey: string;
  readonly close: () => void;
};

/** Goes from the search field to the entries and through them; Enter in the field takes the first entry. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const stops = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('input, .menu-item'));
  if (isComposing(event)) return;
  if (event.key === 'Enter' && document.activeElement === stops[0]) {
    event.preventDefault(); // it would send the reply, whose form this stands in
    stops[1]?.click();
  }
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  stops[(stops.indexOf(document.activeElement as HTMLElement) + step + stops.length) % stops.length]?.focus();
}

/** What can be inserted, and where quick replies are kept and files are sent from. */
export function InsertPicker(props: InsertPickerProps) {
  const root = useRef<HTMLDivElement>(null);
  useFocusKept(root);
  return (
    <div ref={root}>
      <Inside {...props} />
    </div>
  );
}

function Inside({ agent, session, draftKey, close }: InsertPickerProps) {
  const store = useStore();
  const wanted = useSignal('');
  const shows = useSignal<'list' | 'file' | QuickReply>('list');
  const all = useWorld((world) => insertable(world, agent));
  const back = () => {
    shows.value = 'list';
  };
  if (shows.value === 'file') {
    return (
      <SendFile
        label={words.sendFile}
        compose={(file) => ({ type: 'agent.sendsFile', agent, session: session.id, ...file })}
        close={close}
      />
    );
  }
  if (shows.value !== 'list') return <QuickReplyForm reply={shows.value} onDone={back} />;
  const has = (text: string) => text.toLowerCase().includes(wanted.value.trim().toLowerCase());
  const replies = all.quickReplies.filter(({ name, text }) => has(`${name} ${text}`));
  const entries = all.faq.filter(({ title, question, keywords }) => has(`${title} ${question} ${keywords}`));
  const templates = all.templates.filter(({ name, text }) => has(`${name} ${text}`));
  const insert = (text: string, from: HTMLElement) => {
    insertText(store, draftKey, text);
    close();
    goOnWriting(from);
  };
  const isEmpty = all.quickReplies.length + all.faq.length + all.templates.length === 0;
  return (
    <div class="insert" onKeyDown={walk}>
      {isEmpty ? null : (
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={wanted.value}
          onInput={(event) => {
            wanted.value = event.currentTarget.value;
          }}
        />
      )}
      <InsertRows
        name={words.quickReplies}
        rows={replies.map((reply) => ({
          id: reply.id,
          name: reply.name,
          text: reply.text,
          inserts: reply.text,
          edit: () => {
            shows.value = reply;
          },
        }))}
        insert={insert}
      />
      <InsertRows
        name={words.faq}
        rows={entries.map(({ id, title, question }) => ({
          id,
          name: title,
          text: question,
          inserts: `${title} ${faqLink(id)}`,
        }))}
        insert={insert}
      />
      <InsertRows
        name={words.templates}
        rows={templates.map((template) => ({ ...template, inserts: template.text }))}
        insert={insert}
      />
      {replies.length + entries.length + templates.length > 0 ? null : (
        <p class="insert-nothing muted">{isEmpty ? words.nothing : words.noneFound}</p>
      )}
      <div class="insert-more">
        <button
          type="button"
          class="menu-item"
          onClick={() => {
            shows.value = { id: 0, agent, name: '', text: '' };
          }}
        >
          {words.newReply}
        </button>
        <button
          type="button"
          class="menu-item"
          onClick={() => {
            shows.value = 'file';
          }}
        >
          {words.sendFile}
        </button>
      </div>
    </div>
  );
}
