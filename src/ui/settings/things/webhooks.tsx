import { webhookState } from '../../../engine/numbers.ts';
import { findHandler } from '../../../engine/registration.ts';
import { choice, some, text, type Setting } from '../../../engine/setting-kinds.ts';
import type { World } from '../../../engine/world.ts';
import { useWorld } from '../../context.ts';
import { SelectField } from '../../form/choice-field.tsx';
import { Field } from '../../form/field.tsx';
import type { FieldProblem } from '../../form/field-problem.ts';
import { TextField } from '../../form/text-field.tsx';
import type { SectionProps } from '../section-props.ts';
import { AnswerList } from './answer-list.tsx';
import { alsoCalled, checked, error, ownPart, reference, warning } from './field-checks.ts';
import { OpenScript } from './script-options.tsx';
import { ThingSection } from './thing-section.tsx';
import type { BodyProps, ThingKind } from './thing-kind.ts';
import { thingWords } from '../../words/thing-words.ts';
import { answerProblem, type AnswerDraft } from './webhook-answers.ts';
import { chatEvents, readLines, webhookOf, webhookValue, type WebhookValue } from './webhook-value.ts';

type Webhook = World['webhooks'][number];

const lines = (max: number): Setting<string> => ({ ...text(max, '', {}), hasLines: true });
const settings = {
  name: text(100, '', {}),
  type: choice(['webhook', 'crmscript'], {}),
  url: text(2000, '', {}),
  events: some(chatEvents, [], {}),
  otherEvents: text(2000, '', {}),
  state: reference,
  secret: text(255, '', {}),
  headers: lines(8000),
  properties: lines(8000),
  responses: ownPart,
};
const words = thingWords.webhook;

function Body({ value }: BodyProps<WebhookValue>) {
  const folders = useWorld((world) => world.folders);
  const scripts = folders.flatMap((folder) => folder.scripts.map((one) => one.includeName || one.name));
  const isScript = value.type === 'crmscript';
  return (
    <div class="fields">
      <Field path="name" />
      <Field path="type" />
      <TextField path="url" isCode offers={isScript ? scripts : []} />
      {isScript ? <OpenScript script={findHandler(folders, value.url)?.id ?? 0} /> : null}
      <Field path="events" />
      <TextField path="otherEvents" isCode />
      <SelectField
        path="state"
        options={[webhookState.active, webhookState.stopped, webhookState.tooManyErrors].map((state) => ({
          value: String(state),
          label: words.states[state],
        }))}
      />
      {isScript ? null : <AnswerList />}
      <TextField path="secret" isCode />
      <TextField path="headers" isCode />
      <TextField path="properties" isCode />
    </div>
  );
}

function targetProblem({ type, url }: WebhookValue, { folders }: World): readonly FieldProblem[] {
  if (type !== 'crmscript' || url.trim() === '') return [];
  return findHandler(folders, url.trim()) === undefined ? [error('url', words.noSuchScript(url.trim()))] : [];
}

function lineProblem(path: 'headers' | 'properties', said: string): readonly FieldProblem[] {
  const { wrong } = readLines(said);
  return wrong === null ? [] : [error(path, words.noLine(wrong.trim()))];
}

function answerProblems({ type, responses }: WebhookValue): readonly FieldProblem[] {
  if (type !== 'webhook') return [];
  const said = responses.map(answerProblem);
  const at = said.findIndex((one) => one !== '');
  return at < 0 ? [] : [error('responses', `${words.answers.number(at + 1)}: ${said[at] ?? ''}`)];
}

/** Whether the test that a save sends gets something else than 200. */
const testFails = (first: AnswerDraft): boolean =>
  answerProblem(first) === '' && (first.kind !== 'status' || Number(first.status) !== 200);

export const webhookKind: ThingKind<Webhook, WebhookValue> = {
  section: 'webhooks',
  under: '',
  numbered: 'webhook',
  named: 'webhook',
  all: ({ webhooks }) => webhooks,
  settings,
  fields: words.fields,
  words,
  fresh: () =>
    webhookValue({
      id: 0,
      name: '',
      type: 'webhook',
      url: '',
      events: [...chatEvents],
      state: webhookState.active,
      secret: '',
      headers: {},
      properties: {},
      responses: [200],
    }),
  valueOf: webhookValue,
  problems: (value, _, world) => [
    ...checked(settings, value, ['name', 'url']),
    ...targetProblem(value, world),
    ...lineProblem('headers', value.headers),
    ...lineProblem('properties', value.properties),
    ...answerProblems(value),
  ],
  warnings: (value, id, { webhooks }) => {
    const [first] = value.responses;
    return [
      ...alsoCalled('name', value.name, webhooks, id),
      ...(value.type === 'webhook' && !/^https:\/\/./i.test(value.url)
        ? [warning('url', words.noHttps)]
        : []),
      ...(value.events.length === 0 && value.otherEvents.trim() === ''
        ? [warning('events', words.noEvents)]
        : []),
      ...(value.type === 'webhook' && first !== undefined && testFails(first)
        ? [warning('responses', words.testFails)]
        : []),
    ];
  },
  saving: (value, id) => [{ type: 'admin.savesWebhook', webhook: webhookOf(value, id) }],
  deleting: (webhook) => ({ type: 'admin.deletesWebhook', webhook }),
  nameOf: ({ name }) => name,
  Body,
};

/** The webhooks, and the form of one: `webhooks` and its number. */
export const WebhooksSection = ({ rest }: SectionProps) => (
  <ThingSection
    kind={webhookKind}
    rest={rest}
    rowOf={({ name, state, url }) => ({
      name,
      detail: state === webhookState.active ? url : `${words.states[state]} · ${url}`,
    })}
  />
);
