import { WarningSwitch } from '../agents/warning-switch.tsx';
import { useAppContext } from '../context.ts';
import { NoPlace } from '../frame/no-place.tsx';
import { LettersSwitch } from '../palette/letters-switch.tsx';
import type { SectionProps } from './section-props.ts';
import { SettingsHead } from './settings-head.tsx';
import { settingsWords } from '../words/settings-words.ts';

const words = settingsWords.window;

/** What belongs to this browser and to no workspace: which keys there are, and from where the look is taken. */
export function WindowSection({ rest }: SectionProps) {
  const { palette } = useAppContext();
  if (rest.length > 0) return <NoPlace path={['settings', 'window', ...rest]} />;
  return (
    <section class="settings-form" aria-labelledby="window-title">
      <SettingsHead id="window-title" title={settingsWords.sections.window} />
      <p class="note">{words.intro}</p>
      <h3>{words.keys}</h3>
      <LettersSwitch />
      <button
        type="button"
        class="plain"
        onClick={() => {
          palette.shows.value = 'keys';
        }}
      >
        {words.showKeys}
      </button>
      <h3>{words.sound}</h3>
      <WarningSwitch />
      <h3>{words.look}</h3>
      <dl class="settings-facts">
        <dt>{words.colours}</dt>
        <dd class="note">{words.coloursHelp}</dd>
        <dt>{words.motion}</dt>
        <dd class="note">{words.motionHelp}</dd>
      </dl>
    </section>
  );
}
