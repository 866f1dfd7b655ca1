import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { StoryReplay } from '../../engine/story-replay.ts';
import { worldFromJson } from '../../engine/world-json.ts';
import { useStore } from '../context.ts';
import { follow, type Followed, type Read } from './following.ts';

/** What the log told of a session; null where it cannot. */
type Known = { readonly of: string; readonly read: Read | null };

/** A story that is told; another one whenever something came to it. */
export type ToldStory = { readonly telling: StoryReplay };

/** What is asked about it. */
export const tellingOf = (story: ToldStory | null): StoryReplay | null => story?.telling ?? null;

/**
 * The story of a session up to the shown moment: read once, and then followed by the events that the page hears, each of
 * which is read once. Undefined while it is being read, null where it cannot be.
 */
export function useStory(session: number): ToldStory | null | undefined {
  const store = useStore();
  const known = useSignal<Known | null>(null);
  const workspace = store.workspace.value?.id ?? '';
  const events = store.events.value;
  const shown = store.world.value?.seq ?? 0;
  const of = `${workspace} ${String(session)}`;
  const found = known.value?.of === of ? known.value : null;
  const read = found?.read;
  const made = useRef<Followed | null>(null);
  const isOn = made.current !== null && made.current.from === read?.story && made.current.upTo <= shown;
  const told = Math.max(read?.seq ?? 0, isOn ? (made.current?.upTo ?? 0) : 0);
  // Events between what was told and what is held are missing: read it again.
  const gap = read !== null && read !== undefined && (events[0]?.seq ?? shown + 1) > told + 1 && shown > told;
  const isMissing = found === null || gap;
  useEffect(() => {
    if (!isMissing) return undefined;
    let over = false;
    const keep = (next: Read | null) => {
      if (!over) known.value = { of, read: next };
    };
    store.engine.story(workspace, session).then(
      (story) => {
        keep(
          story && {
            story: { before: worldFromJson(story.before), events: story.events },
            seq: story.seq,
          },
        );
      },
      () => {
        keep(null);
      },
    );
    return () => {
      over = true;
    };
  }, [isMissing, of, known, session, store, workspace]);
  if (read !== undefined && read !== null) made.current = follow(made.current, read, events, session, shown);
  const { telling, count } = (read !== undefined && read !== null && made.current) || {
    telling: null,
    count: 0,
  };
  // eslint-disable-next-line react-hooks/exhaustive-deps -- what is told grows in its place
  const story = useMemo(() => (telling === null ? null : { telling }), [telling, count]);
  if (read === undefined) return undefined;
  return count === 0 ? null : story;
}
