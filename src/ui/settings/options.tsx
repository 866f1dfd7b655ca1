import { useSignal } from '@preact/signals';
import type { Options } from '../../engine/definition.ts';
import { useSending, useStore, useWorld, type Sending } from '../context.ts';
import { NoPlace } from '../frame/no-place.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { requireWorld } from '../store/store.ts';
import { fits } from './list/list-row.ts';
import { optionWords } from '../words/option-words.ts';
import { SavedField } from './saved-field.tsx';
import type { SectionProps } from './section-props.ts';
import { SettingsHead } from './settings-head.tsx';
import { settingsWords } from '../words/settings-words.ts';
import { SwitchField } from '../controls/switch-field.tsx';
import { meanwhileWords } from '../words/meanwhile-words.ts';

/** How each option is set; numbers as the scenario file takes them. */
const kinds = {
  botInQueue: 'listed',
  strictDiagram: 'switch',
  botSeesFinished: 'switch',
  repeatForms: 'switch',
  clickAsText: 'switch',
  idleSeconds: '\\d{1,9}',
  parseJsonEmptyArrayBug: 'switch',
  nullIntegerText: 'text',
  onlineLimits: 'switch',
  statementBudget: '[1-9]\\d{0,6}|1\\d{7}|20000000',
} as const satisfies Record<keyof Options, string>;

const groups = [
  [
    optionWords.groups.chat,
    ['botInQueue', 'strictDiagram', 'botSeesFinished', 'repeatForms', 'clickAsText', 'idleSeconds'],
  ],
  [optionWords.groups.language, ['parseJsonEmptyArrayBug', 'nullIntegerText']],
  [optionWords.groups.limits, ['onlineLimits', 'statementBudget']],
] as const satisfies readonly (readonly [string, readonly (keyof Options)[]])[];

const isFound = (name: keyof Options | 'fileTypes', query: string): boolean =>
  fits({ name: optionWords[name].label, detail: optionWords[name].help }, query.trim());

/** Where SuperOffice is silent or has a known fault, a workspace may behave one way or the other (rulings 27). */
export function OptionsSection({ rest }: SectionProps) {
  const options = useWorld((world) => world.options);
  const sending = useSending();
  const set = (part: Partial<Options>) => sending.send({ type: 'admin.setsOptions', options: part });
  const query = useSignal('');
  if (rest.length > 0) return <NoPlace path={['settings', 'options', ...rest]} />;
  const showsFiles = isFound('fileTypes', query.value);
  const found = groups.flatMap(([title, names]) => {
    const some = names.filter((name) => isFound(name, query.value));
    return some.length === 0 ? [] : [[title, some] as const];
  });
  return (
    <section class="settings-form" aria-labelledby="options-title">
      <SettingsHead id="options-title" title={settingsWords.sections.options} />
      <p class="note">{optionWords.intro}</p>
      <input
        type="search"
        class="options-search"
        aria-label={settingsWords.options.search}
        placeholder={settingsWords.options.find}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
        }}
      />
      <Refusal sending={sending} />
      {found.length === 0 && !showsFiles ? <p class="note">{settingsWords.options.none}</p> : null}
      {found.map(([title, names]) => (
        <section key={title} class="option-group" aria-label={title}>
          <h3>{title}</h3>
          {names.map((name) => (
            <Option key={name} name={name} options={options} set={set} />
          ))}
        </section>
      ))}
      {showsFiles ? (
        <section class="option-group" aria-label={optionWords.groups.files}>
          <h3>{optionWords.groups.files}</h3>
          <FileTypes sending={sending} />
        </section>
      ) : null}
    </section>
  );
}

/** Endings without the dot, as the world has them. */
const endings = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[\s,;]+/)
      .map((one) => one.replace(/^\.+/, '').toLowerCase())
      .filter((one) => one !== ''),
  ),
];

/** The endings of files that customers and agents may send. */
function FileTypes({ sending }: { readonly sending: Sending }) {
  const store = useStore();
  const types = useWorld((world) => world.fileTypes);
  const { label, help } = optionWords.fileTypes;
  return (
    <SavedField
      label={label}
      help={help}
      stored={types.join(', ')}
      now={() => requireWorld(store).fileTypes.join(', ')}
      what={optionWords.fileTypes.what}
      field={{ spellcheck: false, maxLength: 2000 }}
      onSave={(typed) => sending.send({ type: 'admin.setsFileTypes', fileTypes: endings(typed) })}
    />
  );
}

type OptionProps = {
  readonly name: keyof Options;
  readonly options: Options;
  readonly set: (part: Partial<Options>) => Promise<boolean>;
};

function Option({ name, options, set }: OptionProps) {
  const store = useStore();
  const kind = kinds[name];
  const { label, help } = optionWords[name];
  if (kind === 'switch' || kind === 'listed') {
    const [on, off] = kind === 'listed' ? ['listed', 'hidden'] : [true, false];
    return (
      <SwitchField
        label={label}
        help={help}
        on={options[name] === on}
        onSwitch={(next) => void set({ [name]: next ? on : off })}
      />
    );
  }
  const isText = kind === 'text';
  return (
    <SavedField
      label={label}
      help={help}
      stored={String(options[name])}
      now={() => String(requireWorld(store).options[name])}
      what={meanwhileWords.option}
      field={
        isText
          ? { maxLength: 20 }
          : { inputMode: 'numeric', pattern: kind, title: optionWords.wholeNumber, required: true }
      }
      onSave={(text) => set({ [name]: isText ? text : Number(text) })}
    />
  );
}
