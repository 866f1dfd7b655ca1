import { messageLimit } from '../../../engine/numbers.ts';
import { text, type Setting } from '../../../engine/setting-kinds.ts';
import type { World } from '../../../engine/world.ts';
import { useSending, useStore, useWorld } from '../../context.ts';
import { SelectField } from '../../form/choice-field.tsx';
import { Field } from '../../form/field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import type { SectionProps } from '../section-props.ts';
import { alsoCalled, checked, error, reference } from './field-checks.ts';
import { reordered } from './quick-reply-order.ts';
import { ThingSection } from './thing-section.tsx';
import type { BodyProps, ThingKind } from './thing-kind.ts';
import { thingWords } from '../../words/thing-words.ts';

type QuickReply = World['quickReplies'][number];
type ReplyValue = Omit<QuickReply, 'id'>;

const content: Setting<string> = { ...text(messageLimit, '', {}), hasLines: true };
const settings = { agent: reference, name: text(255, '', {}), text: content };
const words = thingWords.quickReply;

function Body({ value }: BodyProps<ReplyValue>) {
  const agents = useWorld((world) => world.agents);
  const isGone = value.agent > 0 && !agents.some(({ id }) => id === value.agent);
  return (
    <div class="fields">
      <SelectField
        path="agent"
        options={[
          { value: '0', label: words.nobody },
          ...agents.map(({ id, name }) => ({ value: String(id), label: name })),
          ...(isGone ? [{ value: String(value.agent), label: words.goneOwner(value.agent) }] : []),
        ]}
      />
      <Field path="name" />
      <TextField path="text" rows={6} />
    </div>
  );
}

export const quickReplyKind: ThingKind<QuickReply, ReplyValue> = {
  section: 'quickReplies',
  under: '',
  numbered: 'quickReply',
  all: ({ quickReplies }) => quickReplies,
  settings,
  fields: words.fields,
  words,
  fresh: ({ agents }) => ({ agent: agents[0]?.id ?? 0, name: '', text: '' }),
  valueOf: ({ id: _, ...value }) => value,
  problems: (value, _, { agents }) => [
    ...checked(settings, value, ['name', 'text']),
    ...(agents.some(({ id }) => id === value.agent)
      ? []
      : [error('agent', value.agent === 0 ? words.chooseOwner : words.ownerGone)]),
  ],
  warnings: ({ agent, name }, id, { quickReplies }) =>
    alsoCalled(
      'name',
      name,
      quickReplies.filter((one) => one.agent === agent),
      id,
    ),
  saving: (value, id) => [
    { type: 'admin.savesQuickReply', quickReply: { id, ...value, name: value.name.trim() } },
  ],
  deleting: (quickReply) => ({ type: 'admin.deletesQuickReply', quickReply }),
  nameOf: ({ name }) => name,
  Body,
};

/** By owner, in the order of the agents, then as they stand. */
const byOwner = (replies: readonly QuickReply[], { agents }: World): readonly QuickReply[] => {
  const place = new Map(agents.map(({ id }, index) => [id, index]));
  return replies.toSorted((a, b) => (place.get(a.agent) ?? Infinity) - (place.get(b.agent) ?? Infinity) || 0);
};

/** The quick replies of each agent in their order, and the form of one: `quickReplies` and its number. */
export function QuickRepliesSection({ rest }: SectionProps) {
  const store = useStore();
  const sending = useSending();
  const send = useUndoable(sending);
  return (
    <ThingSection
      kind={quickReplyKind}
      rest={rest}
      sorted={byOwner}
      rowOf={({ name, text: said, agent }, { agents }) => ({
        name,
        detail: `${agents.find((one) => one.id === agent)?.name ?? words.nobody} · ${said}`,
        group: String(agent),
      })}
      onMove={(key, before) => {
        const inputs = reordered(
          requireWorld(store).quickReplies,
          Number(key),
          before === null ? 0 : Number(before),
        );
        if (inputs.length > 0) void send(inputs, words.reordered);
      }}
    >
      <Refusal sending={sending} />
    </ThingSection>
  );
}
