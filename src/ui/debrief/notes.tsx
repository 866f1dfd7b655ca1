import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Debrief } from '../../course/debrief.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import { useStore, useWorld } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { secondOf } from '../format.ts';
import { pastOf } from '../past/past.ts';
import { debriefWords as words } from '../words/debrief-words.ts';
import { MomentLink } from './moment-link.tsx';
import { markedAt, highlightsOf, seqOf } from './highlights.ts';
import { useNames } from './use-names.ts';

type NotesProps = { readonly told: Debrief; readonly log: readonly RecordedEvent[] };

/** What a trainer says about moments: bookmarks with notes, in the order of the log. */
export function Notes({ told, log }: NotesProps) {
  const store = useStore();
  const past = pastOf(store);
  const zone = useWorld((world) => world.timeZone);
  const marks = past.bookmarks.value
    .map((mark) => ({ mark, seq: seqOf(mark, log) }))
    .toSorted((a, b) => a.seq - b.seq);
  return (
    <section class="card debrief-notes" aria-labelledby="debrief-notes">
      <h3 id="debrief-notes">{words.notes}</h3>
      <p class="note">{words.notesHelp}</p>
      {marks.length === 0 ? <p class="muted">{words.noNotes}</p> : null}
      <ul>
        {marks.map(({ mark, seq }) => {
          const event = log[seq - 1];
          return (
            <li key={`${String(mark.step)} ${String(mark.event)}`}>
              <span class="number">
                <MomentLink
                  seq={seq}
                  session={event !== undefined && 'session' in event ? (event.session ?? 0) : 0}
                  what={mark.name}
                >
                  {event === undefined ? words.noValue : secondOf(Date.parse(event.at), zone)}
                </MomentLink>
              </span>
              <div dir="auto">
                <b>{mark.name}</b>
                {mark.note === undefined ? null : <p>{mark.note}</p>}
              </div>
              <button
                type="button"
                class="quiet icon-button small"
                aria-label={words.unpin(mark.name)}
                title={words.unpin(mark.name)}
                onClick={() => void past.bookmark(mark, false)}
              >
                <LaterIcon name="close" />
              </button>
            </li>
          );
        })}
      </ul>
      <NewNote told={told} log={log} />
    </section>
  );
}

function NewNote({ told, log }: NotesProps) {
  const store = useStore();
  const id = useId();
  const moments = highlightsOf(told, useNames());
  const chosen = useSignal(0);
  const text = useSignal('');
  const moment = moments.find(({ seq }) => seq === chosen.value);
  const keep = async () => {
    const note = text.value.trim();
    const seq = moment?.seq ?? log.at(-1)?.seq ?? 0;
    if (note === '' || seq === 0) return;
    const name = moment?.name ?? words.moments.now;
    if (await pastOf(store).bookmark({ ...markedAt(log, seq), name, note }, true)) text.value = '';
  };
  return (
    <form
      class="debrief-new"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label for={`${id}-at`}>{words.noteTo}</label>
      <select
        id={`${id}-at`}
        value={chosen.value}
        onChange={(event) => {
          chosen.value = Number(event.currentTarget.value);
        }}
      >
        <option value={0}>{words.moments.now}</option>
        {moments.map(({ seq, name }, index) => (
          <option key={`${String(seq)} ${String(index)}`} value={seq}>
            {name}
          </option>
        ))}
      </select>
      <label for={`${id}-note`}>{words.note}</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        maxLength={1000}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="plain" aria-disabled={text.value.trim() === ''}>
        <LaterIcon name="bookmarks" /> {words.pin}
      </button>
    </form>
  );
}
