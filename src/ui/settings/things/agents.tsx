import type { Member } from '../../../engine/definition.ts';
import { text } from '../../../engine/setting-kinds.ts';
import type { World } from '../../../engine/world.ts';
import { useSending, useWorld } from '../../context.ts';
import { Field } from '../../form/field.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import { SwitchField } from '../../controls/switch-field.tsx';
import { words as pageWords } from '../../words/words.ts';
import type { Undoable } from '../../undo/undoing.ts';
import type { SectionProps } from '../section-props.ts';
import { rightsByChannel, withRights, type Rights } from './agent-rights.ts';
import { AgentRights } from './agent-rights-table.tsx';
import { alsoCalled, checked, emailProblem, ownPart } from './field-checks.ts';
import { ThingSection } from './thing-section.tsx';
import type { BodyProps, ThingKind } from './thing-kind.ts';
import { thingWords } from '../../words/thing-words.ts';

type AgentValue = {
  readonly name: string;
  readonly firstName: string;
  readonly email: string;
  /** By the number of the channel, as text. */
  readonly rights: Readonly<Record<string, Rights>>;
};

const settings = {
  name: text(255, '', {}),
  firstName: text(255, '', {}),
  email: text(255, '', {}),
  rights: ownPart,
};
const words = thingWords.agent;

function Body({ value, id, set }: BodyProps<AgentValue>) {
  return (
    <div class="fields">
      <Field path="name" />
      <div class="fields">
        <Field path="firstName" />
        <Field path="email" />
      </div>
      {id > 0 ? <Presence id={id} /> : null}
      <AgentRights
        rights={value.rights}
        onChange={(rights) => {
          set('rights', rights);
        }}
      />
    </div>
  );
}

/** Whether somebody is there acts at once: it is nothing that is prepared. */
function Presence({ id }: { readonly id: number }) {
  const sending = useSending();
  const isPresent = useWorld(({ agents }) => agents.find((one) => one.id === id)?.present ?? false);
  return (
    <div>
      <SwitchField
        label={words.presence}
        help={words.presenceHelp}
        on={isPresent}
        onSwitch={(present) => void sending.send({ type: 'agent.setsPresence', agent: id, present })}
      />
      <Refusal sending={sending} />
    </div>
  );
}

const allRights: Rights = ['canRespond', 'notifications', 'canListen'];

export const agentKind: ThingKind<World['agents'][number], AgentValue> = {
  section: 'agents',
  under: '',
  numbered: 'agent',
  named: 'agent',
  all: ({ agents }) => agents,
  settings,
  fields: words.fields,
  words,
  fresh: ({ channels }) => ({
    name: '',
    firstName: '',
    email: '',
    rights: Object.fromEntries(channels.map(({ id }) => [String(id), allRights])),
  }),
  valueOf: ({ id, name, firstName, email }, world) => ({
    name,
    firstName,
    email,
    rights: rightsByChannel(world, id),
  }),
  problems: (value) => [...checked(settings, value, ['name']), ...emailProblem('email', value.email)],
  warnings: ({ name }, id, { agents }) => alsoCalled('name', name, agents, id),
  saving: ({ name, firstName, email, rights }, id, world): readonly Undoable[] => {
    const there = world.agents.find((one) => one.id === id);
    const agent = {
      id,
      name: name.trim(),
      ...(firstName.trim() === '' ? {} : { firstName: firstName.trim() }),
      email: email.trim(),
      present: there?.present ?? true,
    };
    return [{ type: 'admin.savesAgent', agent }, ...withRights(world, id, rights)];
  },
  deleting: (agent) => ({ type: 'admin.deletesAgent', agent }),
  nameOf: ({ name }) => name,
  Body,
};

/** The agents, and the form of one: `agents` and its number. */
export const AgentsSection = ({ rest }: SectionProps) => (
  <ThingSection
    kind={agentKind}
    rest={rest}
    rowOf={(agent, { channels }) => {
      const member = ({ members }: { readonly members: readonly Member[] }) =>
        members.some((one) => one.agent === agent.id);
      return {
        name: agent.name,
        detail: `${agent.present ? pageWords.present : pageWords.away} · ${words.channels(channels.filter(member).length)}`,
      };
    }}
  />
);
