import { useId } from 'preact/hooks';
import type { Cast } from '../checks/cast.ts';
import { Segmented } from '../controls/segmented.tsx';
import { customerName } from '../names.ts';
import { statusShort } from '../statuses.ts';
import { testsWords } from '../words/tests-words.ts';
import { authorWords as words } from '../words/author-words.ts';
import { formKinds, screens, type CheckForm, type FormKind, type Screen } from './check-form.ts';

type FieldsProps = {
  readonly form: CheckForm;
  readonly cast: Cast;
  readonly onChange: (form: CheckForm) => void;
};

const statuses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const webhookEvents = ['chatsession.created', 'chatsession.changed', 'chatsession.message'];
/** Kinds that may also be something that must not happen; silence is that already. */
const deniable: readonly FormKind[] = [
  'status',
  'said',
  'handOver',
  'answered',
  'rated',
  'request',
  'webhook',
];

/** The customers whom a lesson knows by the end of its solution, and one more that may still come. */
function customersOf({ sessions }: Cast): readonly (readonly [number, string])[] {
  const found: (readonly [number, string])[] = [];
  for (let id = 1; id <= 50; id += 1) {
    const session = sessions.get(id);
    if (session === undefined) return [...found, [id, words.customer(id)]];
    found.push([id, customerName(session)]);
  }
  return found;
}

/** What a check waits for, in plain fields. */
export function CheckFields({ form, cast, onChange }: FieldsProps) {
  const { kind } = form;
  const set = (part: Partial<CheckForm>) => {
    onChange({ ...form, ...part });
  };
  const scripts = cast.folders.flatMap((folder) => folder.scripts);
  const number = (field: 'session' | 'agent' | 'webhook' | 'script' | 'status') => (value: string) => {
    set({ [field]: Number(value) });
  };
  const who = (
    <Choice
      label={words.who}
      value={String(form.session)}
      onChoose={number('session')}
      options={[
        ['0', words.anyCustomer],
        ...customersOf(cast).map(([id, name]) => [String(id), name] as const),
      ]}
    />
  );
  return (
    <>
      <Choice
        label={words.what}
        value={kind}
        onChoose={(next) => {
          const script = form.script === 0 ? (scripts[0]?.id ?? 0) : form.script;
          const eventName =
            next === 'webhook' && form.eventName === '' ? (webhookEvents[0] ?? '') : form.eventName;
          set({ kind: next as FormKind, script, eventName });
        }}
        options={formKinds.map((name) => [name, words.kinds[name]] as const)}
      />
      <div class="author-pair">
        {kind === 'covered' || kind === 'webhook' ? null : who}
        {kind === 'status' || kind === 'stands' ? (
          <Choice
            label={words.status}
            value={String(form.status)}
            onChoose={number('status')}
            options={statuses.map((status) => [String(status), statusShort(status)] as const)}
          />
        ) : null}
        {kind === 'shows' ? (
          <Choice
            label={words.screen}
            value={form.shows}
            onChoose={(shows) => {
              set({ shows: shows as Screen });
            }}
            options={screens.map((name) => [name, testsWords.screens[name]] as const)}
          />
        ) : null}
        {kind === 'answered' ? (
          <Choice
            label={words.agent}
            value={String(form.agent)}
            onChoose={number('agent')}
            options={[
              ['0', words.anyAgent],
              ...cast.agents.map(({ id, name }) => [String(id), name] as const),
            ]}
          />
        ) : null}
        {kind === 'webhook' ? (
          <>
            <Choice
              label={words.webhook}
              value={String(form.webhook)}
              onChoose={number('webhook')}
              options={[
                ['0', words.anyWebhook],
                ...cast.webhooks.map(({ id, name }) => [String(id), name] as const),
              ]}
            />
            <Choice
              label={words.eventName}
              value={form.eventName}
              onChoose={(eventName) => {
                set({ eventName });
              }}
              options={[['', words.anyEvent], ...webhookEvents.map((name) => [name, name] as const)]}
            />
          </>
        ) : null}
        {kind === 'covered' ? (
          <>
            <Choice
              label={words.script}
              value={String(form.script)}
              onChoose={number('script')}
              options={scripts.map(({ id, name }) => [String(id), name] as const)}
            />
            <Text
              label={words.percent}
              isNumber
              value={String(form.percent)}
              onText={(text) => {
                const percent = Math.round(Number(text));
                if (percent >= 1 && percent <= 100) set({ percent });
              }}
            />
          </>
        ) : null}
        {kind === 'said' || kind === 'silence' ? (
          <Text
            label={words.speaker}
            value={form.author}
            placeholder={words.anybody}
            onText={(author) => {
              set({ author });
            }}
          />
        ) : null}
      </div>
      {kind === 'said' ? (
        <Text
          label={words.contains}
          help={words.containsHelp}
          value={form.text}
          onText={(text) => {
            set({ text });
          }}
        />
      ) : null}
      {deniable.includes(kind) ? (
        <Segmented
          label={words.must}
          choices={[
            { name: 'yes', label: `${words.must} ${words.mustHappen}` },
            { name: 'no', label: `${words.must} ${words.mustNot}` },
          ]}
          chosen={form.never ? 'no' : 'yes'}
          onChoose={(name) => {
            set({ never: name === 'no' });
          }}
        />
      ) : null}
    </>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
};

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div class="author-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          onChoose(event.currentTarget.value);
        }}
      >
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

type TextProps = {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly placeholder?: string;
  readonly help?: string;
  readonly isNumber?: boolean;
};

function Text({ label, value, onText, placeholder, help, isNumber = false }: TextProps) {
  const id = useId();
  return (
    <div class="author-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        dir="auto"
        maxLength={500}
        {...(isNumber ? { inputMode: 'numeric' } : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(help === undefined ? {} : { 'aria-describedby': `${id}-help` })}
        value={value}
        onInput={(event) => {
          onText(event.currentTarget.value);
        }}
      />
      {help === undefined ? null : (
        <p class="note" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
