import { useSignal } from '@preact/signals';
import type { KeyboardEvent } from 'preact/compat';
import { faqLink } from '../../engine/faq-link.ts';
import { insertable } from '../../engine/insertable.ts';
import { useStore, useWorld } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { isComposing } from '../parts/is-composing.ts';
import { Popover } from '../parts/popover.tsx';
import { words } from '../words.ts';

type InsertMenuProps = { readonly agent: number; readonly draftKey: string };

/** What an agent can put into the reply: own quick replies, and links to what the FAQ says (chat-domain §8.2). */
export function InsertMenu({ agent, draftKey }: InsertMenuProps) {
  return (
    <Popover
      role="dialog"
      class="quiet icon-button"
      name={words.insert}
      title={words.insertHint}
      label={<Icon name="plus" />}
    >
      {(close) => <Picker agent={agent} draftKey={draftKey} close={close} />}
    </Popover>
  );
}

/** Goes from the search field to the entries and through them; Enter in the field takes the first entry. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const stops = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('input, button'));
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

/** The line to write on, with the cursor behind what was inserted. */
function goOnWriting(from: HTMLElement): void {
  const box = from.closest('.agent-chat')?.querySelector<HTMLTextAreaElement>('.composer textarea');
  box?.focus(); // at once: the next key is meant for it
  requestAnimationFrame(() => {
    box?.setSelectionRange(box.value.length, box.value.length);
  });
}

function Picker({ agent, draftKey, close }: InsertMenuProps & { readonly close: () => void }) {
  const store = useStore();
  const wanted = useSignal('');
  const all = useWorld((world) => insertable(world, agent));
  const has = (text: string) => text.toLowerCase().includes(wanted.value.trim().toLowerCase());
  const replies = all.quickReplies.filter(({ name, text }) => has(`${name} ${text}`));
  const entries = all.faq.filter(({ title, question, keywords }) => has(`${title} ${question} ${keywords}`));
  const insert = (text: string, from: HTMLElement) => {
    const before = store.draft(draftKey);
    store.keepDraft(draftKey, before === '' || /\s$/.test(before) ? before + text : `${before} ${text}`);
    close();
    goOnWriting(from);
  };
  if (all.quickReplies.length + all.faq.length === 0)
    return <p class="insert-nothing muted">{words.nothingToInsert}</p>;
  return (
    <div class="insert" onKeyDown={walk}>
      <input
        type="search"
        aria-label={words.searchInsertable}
        placeholder={words.searchInsertable}
        value={wanted.value}
        onInput={(event) => {
          wanted.value = event.currentTarget.value;
        }}
      />
      <Group
        name={words.quickReplies}
        rows={replies.map(({ id, name, text }) => ({ id, name, text, inserts: text }))}
        insert={insert}
      />
      <Group
        name={words.faq}
        rows={entries.map(({ id, title, question }) => ({
          id,
          name: title,
          text: question,
          inserts: `${title} ${faqLink(id)}`,
        }))}
        insert={insert}
      />
      {replies.length + entries.length === 0 ? <p class="insert-nothing muted">{words.noneFound}</p> : null}
    </div>
  );
}

type Row = { readonly id: number; readonly name: string; readonly text: string; readonly inserts: string };
type GroupProps = {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly insert: (text: string, from: HTMLElement) => void;
};

function Group({ name, rows, insert }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={name}>
      <h4>{name}</h4>
      {rows.map((row) => (
        <button
          key={row.id}
          type="button"
          class="menu-item"
          onClick={(event) => {
            insert(row.inserts, event.currentTarget);
          }}
        >
          <span>{row.name}</span>
          {row.text === '' ? null : <small>{row.text}</small>}
        </button>
      ))}
    </section>
  );
}
