import type { TriggerEvent } from '../../../engine/numbers.ts';
import { findScript } from '../../../engine/registration.ts';
import { toggle } from '../../../engine/setting-kinds.ts';
import type { World } from '../../../engine/world.ts';
import { SelectField } from '../../form/choice-field.tsx';
import { Field } from '../../form/field.tsx';
import type { SectionProps } from '../section-props.ts';
import { checked, error, reference, warning } from './field-checks.ts';
import { OpenScript, useScriptOptions } from './script-options.tsx';
import { ThingSection } from './thing-section.tsx';
import type { BodyProps, ThingKind } from './thing-kind.ts';
import { thingWords } from '../../words/thing-words.ts';

type Trigger = World['triggers'][number];
type TriggerValue = Omit<Trigger, 'id'>;

const settings = { event: reference, script: reference, enabled: toggle(true, {}) };
const words = thingWords.trigger;
const events = [400, 401, 402, 403] as const satisfies readonly TriggerEvent[];

function Body({ value }: BodyProps<TriggerValue>) {
  const scripts = useScriptOptions(value.script);
  return (
    <div class="fields">
      <SelectField
        path="event"
        options={events.map((event) => ({ value: String(event), label: words.events[event] }))}
      />
      <SelectField path="script" options={[{ value: '0', label: words.noScript }, ...scripts]} />
      <OpenScript script={value.script} />
      <Field path="enabled" />
    </div>
  );
}

const nameOf = ({ event, script }: TriggerValue, { folders }: World): string =>
  `${String(event)} · ${findScript(folders, script)?.name ?? words.noScript}`;

export const triggerKind: ThingKind<Trigger, TriggerValue> = {
  section: 'triggers',
  under: '',
  numbered: 'trigger',
  all: ({ triggers }) => triggers,
  settings,
  fields: words.fields,
  words,
  fresh: () => ({ event: 400, script: 0, enabled: true }),
  valueOf: ({ id: _, ...value }) => value,
  problems: (value, _, { folders }) => [
    ...checked(settings, value, []),
    ...(findScript(folders, value.script) !== undefined
      ? []
      : [error('script', value.script === 0 ? words.chooseScript : words.scriptGone)]),
  ],
  warnings: ({ event, script }, id, { triggers }) =>
    triggers.some((one) => one.id !== id && one.event === event && one.script === script)
      ? [warning('script', words.runsTwice)]
      : [],
  saving: (value, id) => [{ type: 'admin.savesTrigger', trigger: { id, ...value } }],
  deleting: (trigger) => ({ type: 'admin.deletesTrigger', trigger }),
  nameOf,
  Body,
};

/** The triggers, and the form of one: `triggers` and its number. */
export const TriggersSection = ({ rest }: SectionProps) => (
  <ThingSection
    kind={triggerKind}
    rest={rest}
    rowOf={(trigger, world) => ({
      name: nameOf(trigger, world),
      detail: trigger.enabled
        ? words.eventNames[trigger.event]
        : `${words.off} · ${words.eventNames[trigger.event]}`,
    })}
  />
);
