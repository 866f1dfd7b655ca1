import type { ScenarioFile } from './format.ts';
import { pathText } from './problem.ts';
import { isSecretName, keysIn } from './privacy/key-shapes.ts';
import { rewriteTexts } from './privacy/texts.ts';
import { withoutHashes } from './record.ts';

export type SecretKind = 'webhookSecret' | 'header' | 'key' | 'answers' | 'table';

/** Something in a file that its maker may not want to hand on. */
export type Secret = {
  /** `world.webhooks[0].secret`; of a key in a longer text with its line and column: `….source:12:5`. */
  readonly path: string;
  readonly kind: SecretKind;
  /** What it is called or about: a webhook, a header, a script, an address, a table. */
  readonly of: string;
  /** Its first characters, if it is long enough that they give nothing away; empty for answers and tables. */
  readonly preview: string;
  /** Characters, or how many answers or rows. */
  readonly size: number;
};

type SecretAtPath = Secret & { readonly at: string; readonly value: string };
type Key = string | number;

/**
 * What a file holds that whoever gets it could use elsewhere: secrets and headers of webhooks, what looks like a key in
 * scripts, mocks and addresses, recorded answers of real servers, rows of tables. By shape, so there may be more.
 */
export const secretsIn = (file: ScenarioFile): readonly Secret[] =>
  [...found(file)].map(({ at: _at, value: _value, ...secret }) => secret);

/**
 * The file with the secrets at these paths emptied: keys wherever they stand in it, answers of what they said, tables of
 * their rows. Its hashes are gone, as other events may come of it.
 */
export function withoutSecrets(file: ScenarioFile, paths: Iterable<string>): ScenarioFile {
  const chosen = new Set(paths);
  const secrets = [...found(file)].filter(({ path }) => chosen.has(path));
  if (secrets.length === 0) return file;
  const here = new Map<string, string[]>();
  for (const { at, value } of secrets) here.set(at, [...(here.get(at) ?? []), value]);
  const everywhere = secrets.filter(({ kind, value }) => kind !== 'answers' && value.length >= 8);
  const values = longestFirst([...new Set(everywhere.map(({ value }) => value))]);
  const emptied = rewriteTexts(file, (text, { path }) => {
    const own = here.get(pathText(path)) ?? [];
    return [...longestFirst(own), ...values].reduce((rest, value) => rest.replaceAll(value, ''), text);
  });
  return withoutRowsAndAnswers(withoutHashes(emptied), chosen);
}

const longestFirst = (texts: readonly string[]): readonly string[] =>
  texts.toSorted((a, b) => b.length - a.length);

function withoutRowsAndAnswers(file: ScenarioFile, chosen: ReadonlySet<string>): ScenarioFile {
  const tables = Object.entries(file.world.tables ?? {}).map(
    ([table, rows]) => [table, chosen.has(tablePath(table)) ? [] : rows] as const,
  );
  const steps = file.steps.map((step, index) => {
    const { answers, input } = step;
    const isEmptied =
      input.type === 'admin.savesTable' && chosen.has(pathText(['steps', index, 'input', 'rows']));
    return {
      ...step,
      input: isEmptied ? { ...input, rows: [] } : input,
      ...(answers !== undefined && {
        answers: chosen.has(answersPath(index))
          ? answers.map(({ headers: _headers, body: _body, ...answer }) => answer)
          : answers,
      }),
    };
  });
  const world =
    file.world.tables === undefined ? file.world : { ...file.world, tables: Object.fromEntries(tables) };
  return { ...file, world, steps };
}

const tablePath = (table: string): string => pathText(['world', 'tables', table]);
const answersPath = (step: number): string => pathText(['steps', step, 'answers']);

function* found({ description, world, steps }: ScenarioFile): Generator<SecretAtPath> {
  yield* inTexts(description, ['description'], '');
  for (const list of ['webhooks', 'folders', 'mocks', 'contacts', 'quickReplies'] as const)
    yield* inTexts(world[list], ['world', list], '');
  for (const [table, rows] of Object.entries(world.tables ?? {}))
    if (rows.length > 0) yield whole('table', tablePath(table), table, rows.length);
  for (const [index, { input, answers = [], expect, note }] of steps.entries()) {
    const path = ['steps', index, 'input'];
    if (input.type === 'admin.savesTable') {
      if (input.rows.length > 0)
        yield whole('table', pathText([...path, 'rows']), input.table, input.rows.length);
    } else if (input.type.startsWith('admin.')) {
      yield* inTexts(input, path, '');
    }
    // What they say goes as a whole; their addresses stay, as do expectations and notes.
    for (const [at, { url }] of answers.entries())
      yield* inTexts(url, ['steps', index, 'answers', at, 'url'], url);
    yield* inTexts({ note, expect }, ['steps', index], '');
    const real = answers.filter(({ headers, body }) => headers !== undefined || body !== undefined);
    if (real.length > 0) yield whole('answers', answersPath(index), real[0]?.url ?? '', real.length);
  }
}

const whole = (kind: SecretKind, path: string, of: string, size: number): SecretAtPath => ({
  path,
  kind,
  of,
  preview: '',
  size,
  at: path,
  value: '',
});

/** `of`: the name of the thing that the texts belong to. */
function* inTexts(value: unknown, path: readonly Key[], of: string): Generator<SecretAtPath> {
  if (typeof value === 'string') yield* inText(value, path, of);
  if (typeof value !== 'object' || value === null) return;
  const name = nameOf(value) ?? of;
  for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value))
    yield* inTexts(part, [...path, key], name);
}

function nameOf(value: object): string | undefined {
  if ('name' in value && typeof value.name === 'string') return value.name;
  const request: unknown = 'request' in value ? value.request : undefined;
  const url = typeof request === 'object' && request !== null && 'url' in request ? request.url : undefined;
  return typeof url === 'string' ? url : undefined;
}

function* inText(text: string, path: readonly Key[], of: string): Generator<SecretAtPath> {
  const key = path.at(-1);
  const at = pathText(path);
  const owner = path.at(-2);
  const isNamed = typeof key === 'string' && isSecretName(key);
  if (text === '' || key === 'name') return;
  if (key === 'secret') yield secret('webhookSecret', at, of, text, at);
  else if (isNamed && owner === 'headers') yield secret('header', at, key, text, at);
  else if (isNamed && (owner === 'properties' || owner === 'inputValues') && !/\s/.test(text))
    yield secret('key', at, key, text, at);
  else yield* keysInText(text, at, of, key === 'source');
}

function* keysInText(text: string, at: string, of: string, isCode: boolean): Generator<SecretAtPath> {
  let line = 1;
  let lineStart = 0;
  for (const { value, start } of keysIn(text, isCode)) {
    for (
      let end = text.indexOf('\n', lineStart);
      end >= 0 && end < start;
      end = text.indexOf('\n', lineStart)
    ) {
      line++;
      lineStart = end + 1;
    }
    const place = value === text ? at : `${at}:${String(line)}:${String(start - lineStart + 1)}`;
    yield secret('key', place, of, value, at);
  }
}

const secret = (kind: SecretKind, path: string, of: string, value: string, at: string): SecretAtPath => ({
  path,
  kind,
  of,
  preview: value.length < 12 ? '…' : `${value.slice(0, 3)}…`,
  size: value.length,
  at,
  value,
});
