import { useEffect, useMemo } from 'preact/hooks';
import type { Channel } from '../../engine/definition.ts';
import { settingOf } from '../../engine/setting.ts';
import type { World } from '../../engine/world.ts';
import { useStore, useWorld } from '../context.ts';
import { createFilesClient } from '../files/save.ts';
import { secondOf } from '../store/second.ts';
import { requireWorld } from '../store/store.ts';
import { previewTexts } from '../words/preview-words.ts';
import { Previewing, type PreviewState } from './previewing.ts';

const after = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

/** What of a world the preview of a channel depends on: whatever somebody may have saved, and nothing that was said. */
const settingParts = ({ agents, channels, folders, triggers, faqFolders, faqEntries, ...world }: World) =>
  [
    agents,
    channels,
    folders,
    triggers,
    faqFolders,
    faqEntries,
    world.tables,
    world.mocks,
    world.options,
    world.leftOut,
  ] as const;

/** The picture of a channel as it stands in the form, played in a worker of its own as long as somebody looks at it. */
export function usePreview(channel: Channel): PreviewState {
  const store = useStore();
  const parts = useWorld((world) => settingParts(world));
  const previewing = useMemo(() => new Previewing({ client: createFilesClient(), after }), []);
  useEffect(
    () => () => {
      previewing.end();
    },
    [previewing],
  );
  useEffect(() => {
    const world = requireWorld(store);
    previewing.want({
      setting: settingOf(world),
      channel,
      now: Math.max(world.now, secondOf(store).peek()),
      leftOut: world.leftOut,
      texts: previewTexts,
    });
  }, [previewing, channel, parts, store]);
  return previewing.state.value;
}
