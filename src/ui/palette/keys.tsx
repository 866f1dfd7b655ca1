import { useShowOnStage, useAppContext } from '../context.ts';
import { keysAndVerbs } from '../debug/debug-keys.ts';
import { debugWords } from '../words/debug-words.ts';
import { nameOfVerb } from '../debug/verb-name.ts';
import { DoctorLink } from '../doctor/doctor-link.tsx';
import { Icon } from '../controls/icon.tsx';
import { requireWorld } from '../store/store.ts';
import { words as pageWords } from '../words/words.ts';
import { allCommands } from './find.ts';
import { placesToGo } from './go-to.ts';
import { takeTour } from '../tour/tour-command.ts';
import { tourWords } from '../words/tour-words.ts';
import { LettersSwitch } from './letters-switch.tsx';
import { paletteWords as words } from '../words/palette-words.ts';

/** Those of the debugger, whether something is looked at or not. */
const debugKeys = keysAndVerbs.map(([key, verb]) => [key, nameOfVerb(verb)] as const);

/** The keys of where one is: those of the window, and those of a single letter with what each does now. */
export function Keys() {
  const context = useAppContext();
  const { palette, store } = context;
  const showOnStage = useShowOnStage();
  const here = {
    ...context,
    now: requireWorld(store),
    show: (part: Parameters<typeof showOnStage>[0]) => {
      showOnStage(part);
      return '' as const;
    },
  };
  const letters = [...allCommands(here), ...placesToGo(here)].flatMap(({ key, title }) =>
    key === undefined ? [] : [[key.toUpperCase(), title] as const],
  );
  return (
    <div class="keys">
      <header class="pane-head">
        <h2>{words.keysTitle}</h2>
        <span class="push" />
        <button
          type="button"
          class="plain small"
          onClick={() => {
            palette.shows.value = 'nothing';
            void takeTour(here);
          }}
        >
          {tourWords.command}
        </button>
        <button
          type="button"
          class="quiet icon-button"
          autofocus
          aria-label={pageWords.close}
          title={pageWords.close}
          onClick={() => {
            palette.shows.value = 'nothing';
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="keys-lists">
        <KeyList title={words.keyGroups.everywhere} keys={words.fixedKeys.everywhere} />
        <KeyList title={words.keyGroups.writing} keys={words.fixedKeys.writing} />
        <KeyList title={words.keyGroups.lists} keys={words.fixedKeys.lists} />
        <KeyList title={debugWords.keysTitle} keys={debugKeys} />
        <KeyList title={words.keyGroups.letters} keys={letters} />
      </div>
      <LettersSwitch />
      <DoctorLink />
    </div>
  );
}

type KeyListProps = {
  readonly title: string;
  readonly keys: readonly (readonly [key: string, does: string])[];
};

const KeyList = ({ title, keys }: KeyListProps) => (
  <section>
    <h3>{title}</h3>
    <dl>
      {keys.map(([key, does]) => (
        <div key={`${key} ${does}`}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </section>
);
