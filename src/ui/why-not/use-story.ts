import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { belongsTo, type Story } from '../../engine/story.ts';
import { worldFromJson } from '../../engine/world-json.ts';
import { useStore } from '../context.ts';

/** A story with what came after it was read. */
type Made = { readonly from: Story; readonly story: Story };

type Read = { readonly of: string; readonly story: Story | null; readonly seq: number };

/**
 * The story of a session up to the shown moment: read once, and then followed by the events that the page hears.
 * Undefined while it is being read, null where it cannot be.
 */
export function useStory(session: number): Story | null | undefined {
  const store = useStore();
  const read = useSignal<Read | null>(null);
  const workspace = store.workspace.value?.id ?? '';
  const events = store.events.value;
  const shown = store.world.value?.seq ?? 0;
  const of = `${workspace} ${String(session)}`;
  const known = read.value?.of === of ? read.value : null;
  // Events between what was read and what is held are missing: read it again.
  const gap = known !== null && (events[0]?.seq ?? shown + 1) > known.seq + 1 && shown > known.seq;
  const isMissing = known === null || gap;
  useEffect(() => {
    if (!isMissing) return undefined;
    let over = false;
    store.engine.story(workspace, session).then(
      (found) => {
        if (over) return;
        const story = found && { before: worldFromJson(found.before), events: found.events };
        read.value = { of, story, seq: found?.seq ?? Infinity };
      },
      () => {
        if (!over) read.value = { of, story: null, seq: Infinity };
      },
    );
    return () => {
      over = true;
    };
  }, [isMissing, of, read, session, store, workspace]);
  const made = useRef<Made | null>(null);
  const story = known?.story;
  if (story === undefined || story === null) return story;
  const later = events.filter((event) => event.seq > (known?.seq ?? 0) && belongsTo(event, session));
  const all = [...story.events, ...later].filter(({ seq }) => seq <= shown);
  if (all.length === 0) return null;
  // What the session is not about leaves its story as it is.
  if (made.current?.from !== story || made.current.story.events.length !== all.length) {
    made.current = { from: story, story: { before: story.before, events: all } };
  }
  return made.current.story;
}
