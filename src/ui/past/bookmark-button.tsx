import { useSignal } from '@preact/signals';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Popover } from '../controls/popover.tsx';
import { SmallForm } from '../controls/small-form.tsx';
import type { Past } from './past.ts';
import { pastWords as words } from '../words/past-words.ts';

/** Marks the shown moment with a name and a note, or changes the mark that is there. */
export function BookmarkButton({ past }: { readonly past: Past }) {
  const here = past.bookmarkHere.value;
  return (
    <Popover
      label={<LaterIcon name="bookmarks" />}
      name={here === undefined ? words.mark : words.marked(here.name)}
      title={here === undefined ? words.mark : words.marked(here.name)}
      class={`quiet icon-button ${here === undefined ? '' : 'marked'}`}
      role="dialog"
    >
      {(close) => <BookmarkForm past={past} close={close} />}
    </Popover>
  );
}

function BookmarkForm({ past, close }: { readonly past: Past; readonly close: () => void }) {
  const { store } = useAppContext();
  const here = past.bookmarkHere.peek();
  const name = useSignal(here?.name ?? '');
  const note = useSignal(here?.note ?? '');
  const moment = () => {
    if (here !== undefined) return here;
    const seq = past.at.peek() ?? store.world.peek()?.seq ?? 0;
    const mark = past.marks.peek()[past.steps.peek() - 1];
    const step = mark?.step ?? 0;
    // In the middle of a step it is the event that says where.
    return mark?.seq === seq || seq === 0 ? { step } : { step: step + 1, event: seq };
  };
  const keep = async (isKept: boolean) => {
    const text = note.value.trim();
    const given = { name: name.value.trim(), ...(text === '' ? {} : { note: text }) };
    const { step, event } = moment();
    const at = event === undefined ? { step } : { step, event };
    if (await past.bookmark({ ...at, ...given }, isKept)) close();
  };
  return (
    <SmallForm
      label={words.markName}
      name={name.value}
      onName={(next) => {
        name.value = next;
      }}
      submitLabel={words.keep}
      onSubmit={async () => {
        if (name.value.trim() !== '') await keep(true);
      }}
      {...(here === undefined
        ? {}
        : {
            after: (
              <button type="button" class="quiet" onClick={() => void keep(false)}>
                {words.unmark}
              </button>
            ),
          })}
    >
      <label>
        {words.markNote}
        <textarea
          rows={2}
          value={note.value}
          maxLength={1000}
          onInput={(event) => {
            note.value = event.currentTarget.value;
          }}
        />
      </label>
    </SmallForm>
  );
}
