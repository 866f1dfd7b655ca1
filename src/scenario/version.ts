import type { MockFile, WebhookFile } from '../engine/definition.ts';
import type { InputType } from '../engine/inputs.ts';
import type { ScenarioFile } from './format.ts';
import { pathText, type FileProblem } from './problem.ts';

/* What version 2 of the format added (rulings 46): a file that uses nothing of it says version 1. */

const fileFields = ['made', 'tags', 'opening', 'bookmarks'] as const;
const stepFields = ['stoppedAt', 'hash'] as const;
const mockFields = ['name', 'after', 'state', 'hold'] as const;
const answerFields = ['delay', 'mock'] as const;
const newInputs: ReadonlySet<string> = new Set<InputType>([
  'admin.movesMock',
  'admin.savesContact',
  'admin.deletesContact',
  'admin.savesQuickReply',
  'admin.deletesQuickReply',
  'admin.setsFileTypes',
  'admin.registersBot',
  'admin.resendsWebhook',
  'admin.resetsWebhook',
]);

/** The version that a file has to say, by what it uses. */
export function versionOf(file: Omit<ScenarioFile, 'version' | 'format'>): 1 | 2 {
  // Builds of version 1 read `rules` as well; whoever writes it wrote hashes with it.
  return file.rules !== undefined || newFields(file).next().done !== true ? 2 : 1;
}

/** A file that says version 1 and uses what came later: older builds refuse it, so it is told where. */
export function versionProblems(file: ScenarioFile): readonly FileProblem[] {
  if (file.version !== 1) return [];
  const [first] = newFields(file);
  if (first === undefined) return [];
  const message = `“${first.name}” belongs to version 2 of the format. Say "version": 2.`;
  return [{ path: pathText(first.path), message }];
}

/** Something that came with version 2: where it stands, and what it is called. */
type New = { readonly path: readonly (string | number)[]; readonly name: string };

function* newFields(file: Omit<ScenarioFile, 'version' | 'format'>): Generator<New> {
  for (const field of fileFields) if (file[field] !== undefined) yield { path: [field], name: field };
  if (file.world.personas !== undefined) yield { path: ['world', 'personas'], name: 'personas' };
  for (const [index, webhook] of file.world.webhooks?.entries() ?? [])
    yield* newInWebhook(['world', 'webhooks', index], webhook);
  for (const [index, mock] of file.world.mocks?.entries() ?? [])
    yield* newInMock(['world', 'mocks', index], mock);
  for (const [index, step] of file.steps.entries()) {
    const path = ['steps', index] as const;
    const { input } = step;
    if (newInputs.has(input.type)) yield { path: [...path, 'input', 'type'], name: input.type };
    if (input.type === 'clock.advances' && input.timers !== undefined)
      yield { path: [...path, 'input', 'timers'], name: 'timers' };
    if (input.type === 'admin.savesWebhook') {
      yield* newInWebhook([...path, 'input', 'webhook'], input.webhook);
      if (input.untested !== undefined) yield { path: [...path, 'input', 'untested'], name: 'untested' };
    }
    if (input.type === 'admin.savesMock') yield* newInMock([...path, 'input', 'mock'], input.mock);
    for (const [n, answer] of step.answers?.entries() ?? [])
      yield* newFieldsOf([...path, 'answers', n], answer, answerFields);
    for (const field of stepFields)
      if (step[field] !== undefined) yield { path: [...path, field], name: field };
    for (const [n, { within }] of step.expect?.entries() ?? [])
      if (within !== undefined) yield { path: [...path, 'expect', n, 'within'], name: 'within' };
  }
}

/** What a mock can do besides: match headers and bodies of other kinds, fail, keep a state, wait. */
function* newInMock(path: New['path'], mock: MockFile): Generator<New> {
  yield* newFieldsOf(path, mock, mockFields);
  yield* newFieldsOf([...path, 'request'], mock.request, ['bodyMatch', 'headers']);
  for (const [index, response] of mock.responses?.entries() ?? [])
    yield* newFieldsOf([...path, 'responses', index], response, ['fault']);
}

function* newFieldsOf<T extends object>(
  path: New['path'],
  thing: T,
  names: readonly (keyof T & string)[],
): Generator<New> {
  for (const name of names) if (thing[name] !== undefined) yield { path: [...path, name], name };
}

/** A target that takes its time, or whose network fails. */
function* newInWebhook(path: New['path'], { responses = [] }: WebhookFile): Generator<New> {
  for (const [index, response] of responses.entries())
    if (typeof response === 'object')
      yield { path: [...path, 'responses', index], name: Object.keys(response)[0] ?? 'responses' };
}
