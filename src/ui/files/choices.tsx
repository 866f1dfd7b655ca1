import { useId } from 'preact/hooks';
import { limits } from '../../scenario/limits.ts';
import { Box } from './box.tsx';
import { filesWords as words } from '../words/files-words.ts';
import type { Way } from './form.ts';
import { longestRead } from './markdown.ts';
import { Personal } from './personal.tsx';
import { Secrets } from './secrets.tsx';
import type { Leaving } from './use-leaving.ts';

type ChoicesProps = { readonly leaving: Leaving; readonly way: Way };

/** What of a rehearsal leaves the page: how it is called, what is in it, and what of people and secrets. */
export function Choices({ leaving, way }: ChoicesProps) {
  const { form, change } = leaving;
  const details = (
    <>
      <Field label={words.description} help={words.descriptionHelp}>
        {(id, help) => (
          <textarea
            id={id}
            aria-describedby={help}
            rows={3}
            dir="auto"
            maxLength={longestRead}
            value={form.description}
            onInput={(event) => {
              change({ description: event.currentTarget.value });
            }}
          />
        )}
      </Field>
      <Field label={words.by} help={words.byHelp}>
        {(id, help) => (
          <input
            id={id}
            aria-describedby={help}
            autocomplete="name"
            maxLength={limits.name}
            dir="auto"
            value={form.by}
            onInput={(event) => {
              change({ by: event.currentTarget.value });
            }}
          />
        )}
      </Field>
    </>
  );
  return (
    <>
      <Field label={words.name} problem={form.name.trim() === '' ? words.nameMissing : ''}>
        {(id, help) => (
          <input
            id={id}
            aria-describedby={help}
            required
            maxLength={limits.name}
            dir="auto"
            value={form.name}
            onInput={(event) => {
              change({ name: event.currentTarget.value });
            }}
          />
        )}
      </Field>
      {way === 'file' ? (
        details
      ) : (
        <details class="files-more">
          <summary>{words.more}</summary>
          {details}
        </details>
      )}
      <div class="files-columns">
        <Contents leaving={leaving} />
        <Personal leaving={leaving} />
      </div>
      <Secrets leaving={leaving} way={way} />
    </>
  );
}

type FieldProps = {
  readonly label: string;
  readonly help?: string;
  readonly problem?: string;
  readonly children: (id: string, help: string) => preact.ComponentChildren;
};

function Field({ label, help = '', problem = '', children }: FieldProps) {
  const id = useId();
  const said = problem === '' ? help : problem;
  return (
    <div class="files-field">
      <label for={id}>{label}</label>
      {children(id, `${id}-help`)}
      <p id={`${id}-help`} class={problem === '' ? 'note' : 'note danger'} hidden={said === ''}>
        {said}
      </p>
    </div>
  );
}

function Contents({ leaving: { taken, form, change } }: { readonly leaving: Leaving }) {
  const title = useId();
  const { conversation, setting } = taken ?? {};
  const file = form.conversation ? conversation : setting;
  const { channels = [], agents = [], folders = [] } = file?.world ?? {};
  const steps = conversation?.steps ?? [];
  const count = (has: (step: (typeof steps)[number]) => number) =>
    steps.reduce((sum, step) => sum + has(step), 0);
  const notes = count(({ note }) => (note === undefined ? 0 : 1));
  const expectations = count(({ expect = [] }) => expect.length);
  const bookmarks = conversation?.bookmarks?.length ?? 0;
  const customers = count(({ input }) => (input.type === 'customer.connects' ? 1 : 0));
  const scripts = folders.reduce((sum, folder) => sum + (folder.scripts?.length ?? 0), 0);
  const onceTaken = (says: string): string => (taken === null ? words.notCounted : says);
  return (
    <section class="files-contents" aria-labelledby={title}>
      <h3 id={title}>{words.whatIsIn}</h3>
      <Box
        label={words.setting}
        help={onceTaken(words.settingHas(channels.length, agents.length, scripts))}
        on
        always
      />
      <Box
        label={words.conversation}
        help={
          form.conversation
            ? onceTaken(words.conversationHas(steps.length, customers))
            : words.conversationWithout
        }
        on={form.conversation}
        onTick={(on) => {
          change({ conversation: on });
        }}
      />
      <Box
        label={words.notes}
        help={onceTaken(words.notesHas(notes, bookmarks))}
        on={form.conversation && form.notes}
        disabled={!form.conversation || notes + bookmarks === 0}
        onTick={(on) => {
          change({ notes: on });
        }}
      />
      <Box
        label={words.expectations}
        help={onceTaken(words.expectationsHas(expectations))}
        on={form.conversation && form.expectations}
        disabled={!form.conversation || expectations === 0}
        onTick={(on) => {
          change({ expectations: on });
        }}
      />
    </section>
  );
}
