import * as v from 'valibot';
import { nearest } from './likeness.ts';
import { expectationKinds, kindOf } from './schema-expect.ts';
import { pathText, problemLimit } from './problem.ts';
import type { FileProblem } from './problem.ts';

type Issue = v.BaseIssue<unknown>;

/** The schema of each kind of expectation, by the field that tells it from the others. */
type Kinds = Readonly<Record<string, v.GenericSchema>>;

/** Valibot's issues as problems that a person understands and can mend. */
export function explain(
  issues: readonly Issue[],
  base: readonly (string | number)[] = [],
  kinds: Kinds = expectationKinds,
): FileProblem[] {
  return issues.flatMap((issue) => explainIssue(issue, base, kinds)).slice(0, problemLimit);
}

function explainIssue(issue: Issue, base: readonly (string | number)[], kinds: Kinds): FileProblem[] {
  const keys = [...base, ...(issue.path ?? []).map((item) => item.key as string | number)];
  const expectation = expectationProblems(issue, keys, kinds);
  if (expectation !== null) return expectation;
  return [{ path: pathText(keys), message: message(issue) }];
}

/** An expectation is one of several kinds: say what is wrong with the kind that it seems to be. */
function expectationProblems(
  issue: Issue,
  keys: readonly (string | number)[],
  kinds: Kinds,
): FileProblem[] | null {
  const isEntry = keys.at(-1) === 'expect' || (keys.at(-2) === 'expect' && typeof keys.at(-1) === 'number');
  if (!isEntry || issue.type !== 'union' || typeof issue.input !== 'object' || issue.input === null)
    return null;
  const kind = kindOf(issue.input, kinds);
  const schema = kind === undefined ? undefined : kinds[kind];
  if (schema === undefined) {
    const known = Object.keys(kinds);
    const [near] = Object.keys(issue.input).flatMap((name) => nearest(name, known) ?? []);
    const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
    return [
      { path: pathText(keys), message: `Say what is expected with one of: ${known.join(', ')}.${hint}` },
    ];
  }
  const result = v.safeParse(schema, issue.input);
  return result.success ? [] : explain(result.issues, keys, kinds);
}

function message(issue: Issue): string {
  if (issue.received === 'undefined' && issue.type !== 'variant') {
    return `This field is missing. It must be ${kind(issue)}.`;
  }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return unknownField(issue);
  }
  if (issue.type === 'variant' && issue.expected !== 'Object') return variantMessage(issue);
  return `This must be ${kind(issue)}, not ${isLength(issue) ? issue.received : shown(issue.input)}.`;
}

/** Whether it is about how long a list is, which is told in place of the list. */
const isLength = ({ type, input }: Issue): boolean => type.endsWith('_length') && Array.isArray(input);

/** The schema hands over the fields that there are (`object` in schema-shapes). */
function unknownField(issue: Issue): string {
  const key = issue.path?.at(-1)?.key;
  const name = typeof key === 'string' ? key : '';
  const near = nearest(name, issue.message.split(' '));
  return near === undefined
    ? 'There is no such field in this version of the format. Remove it, or look for a spelling mistake.'
    : `There is no such field. Did you mean “${near}”?`;
}

function variantMessage(issue: Issue): string {
  const known = (issue.expected ?? '').replaceAll(/[()"]/g, '').split(' | ');
  const near = typeof issue.input === 'string' ? nearest(issue.input, known) : undefined;
  const hint = near === undefined ? `Known are: ${known.join(', ')}.` : `Did you mean “${near}”?`;
  return issue.input === undefined
    ? `This field is missing. It says which input this is: ${known.slice(0, 3).join(', ')}, …`
    : `There is no input ${shown(issue.input)}. ${hint}`;
}

function kind(issue: Issue): string {
  const requirement = issue.requirement as number | string | RegExp | undefined;
  switch (issue.type) {
    case 'string':
      return 'text in double quotes';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list: [ … ]';
    case 'object':
    case 'strict_object':
    case 'object_with_rest':
    case 'record':
    case 'variant':
      return issue.expected === 'Object' || issue.expected === null ? 'an object: { … }' : 'given';
    case 'integer':
    case 'safe_integer':
      return 'a whole number';
    case 'min_value':
      return `a number from ${String(requirement)} up`;
    case 'max_value':
      return `a number up to ${String(requirement)}`;
    case 'min_length':
      return `at least ${String(requirement)} long`;
    case 'max_length':
      return `at most ${String(requirement)} ${typeof issue.input === 'string' ? 'characters' : 'items'} long`;
    case 'regex':
      return regexKind(String(requirement));
    case 'literal':
    case 'picklist':
    case 'union':
      return `one of ${choices(issue.expected)}`;
    default:
      return issue.expected ?? 'something else';
  }
}

function regexKind(source: string): string {
  if (source.includes('[a-z0-9-]')) return 'small letters, digits and “-”, at most 64 of them';
  if (source.includes('{2,8}')) return 'a language such as "en" or "nb-NO"';
  if (source.includes('{1,3}d)')) return 'a span of time such as "5s" or "200ms"';
  if (source.includes('(ms|s|m|h|d)'))
    return 'an offset such as "+90s" or an instant such as "2026-03-02T09:00:00Z"';
  if (source.includes('T[0-9]')) return 'an instant such as "2026-03-02T09:00:00Z"';
  if (source.includes('[0-5][0-9]$')) return 'a time of day such as "08:00"';
  if (source.includes('#')) return 'a colour such as "#0A5E58"';
  return 'the name of an event such as "message.saved"';
}

const choices = (expected: string | null): string =>
  (expected ?? '').replaceAll(/[()]/g, '').split(' | ').join(', ');

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const said = value === undefined ? 'nothing' : JSON.stringify(value);
  return said.length > 60 ? `${said.slice(0, 60)}…` : said;
}
