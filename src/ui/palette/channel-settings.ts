import { leavesOf, valueAt } from '../../engine/setting-kinds.ts';
import type { FieldWords } from '../words/field-words.ts';
import { channelFormSettings } from '../settings/channels/channel-form-value.ts';
import { channelWords } from '../words/channel-words.ts';
import type { Command, CommandContext } from './command.ts';
import { paletteWords as words } from '../words/palette-words.ts';

/** Channels are many with many settings each: they are offered from so many letters on. */
const leastLetters = 3;

/** The settings that every channel has, and the words by which they are known. */
const known = leavesOf(channelFormSettings).flatMap(({ path }) => {
  const [tab = '', ...field] = path.split('.');
  if (field.length === 0) return [];
  return [{ path: [tab, ...field], label: (valueAt(channelWords.fields, path) as FieldWords).label }];
});

/** Every setting of every channel that has the words. */
export function channelSettingsToGo({ now, router }: CommandContext, query: string): readonly Command[] {
  const [first = ''] = query.toLowerCase().split(/\s+/);
  if (first.length < leastLetters) return [];
  const found = known.filter(({ label }) => label.toLowerCase().includes(first));
  return now.channels.flatMap(({ id, name }) =>
    found.map(({ path, label }): Command => ({
      id: `channel ${String(id)} ${path.join('.')}`,
      group: 'goTo',
      title: label,
      detail: words.kinds.settingOf(name),
      icon: 'settings',
      run: () => {
        router.go('settings', 'channels', String(id), ...path);
        return '';
      },
    })),
  );
}
