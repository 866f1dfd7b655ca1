import { chosenOf, type Choice, type Choices, type Reference } from '../reference.ts';
import type { Token } from '../syntax/token.ts';
import { resultOfVariable, wantedAt, type ExpectedChoices } from './call-site.ts';
import type { Completion } from './completion.ts';
import { plain, type Description } from './describe.ts';
import type { Cursor } from './cursor.ts';

type Script = Parameters<typeof wantedAt>[0];

/** Sets of more values than this are told one by one where they are written, and not with the function that takes them. */
const fewEnough = 24;

const inShort = ({ choices }: Choices): string =>
  choices.length <= fewEnough && choices.every(({ name }) => name !== undefined)
    ? choices.map(({ text, name = '' }) => `${text} ${name}`).join(' · ')
    : '';

/** A function of the library with what the embedder's reference says of it and of what it takes. */
export function explained(description: Description, reference: Reference | undefined): Description {
  const { of, ...rest } = description;
  if (of === undefined || reference === undefined) return rest;
  const entry = reference.entry(of);
  const parameters = of.parameters.map((parameter) => {
    const about = { ...of, given: [], typed: '', parameter };
    const choices = reference.argument(about);
    const says = entry?.parameters[parameter] ?? '';
    return { name: parameter, says, values: choices === undefined ? '' : inShort(choices) };
  });
  const isSaid = parameters.some(({ says, values }) => says !== '' || values !== '');
  return {
    ...rest,
    doc: entry?.says ?? rest.doc,
    ...(isSaid && { arguments: parameters }),
  };
}

const headOf = (title: string, { text, name }: Choice): string =>
  `${title} ${text}${name === undefined ? '' : `: ${name}`}`;

const described = (title: string, choice: Choice): Description => {
  const from = choice.detail === undefined ? '' : `(${choice.detail})`;
  return { ...plain(headOf(title, choice)), doc: [choice.says ?? '', from].filter(Boolean).join('\n') };
};

/** What can stand at a place, with what it means. */
export function choiceItems(
  script: Script,
  place: Cursor,
): { readonly from: number; readonly items: readonly Completion[] } {
  const typed = script.source.slice(place.start, place.offset);
  const wanted = wantedAt(script, place, place.kind === 'text' ? typed : '');
  const quoted = wanted?.isText === true && place.kind === 'code';
  const after =
    place.kind === 'text' ? Math.max(0, ...(wanted?.choices ?? []).map((one) => one.after ?? 0)) : 0;
  const items = (wanted?.choices ?? []).flatMap(({ title, choices }) =>
    choices.map((choice) => itemOf(title, choice, quoted, wanted?.isText === true)),
  );
  return { from: place.start + after, items };
}

function itemOf(title: string, choice: Choice, quoted: boolean, isText: boolean): Completion {
  const { text, name, says, detail, distance = 0, goesOn } = choice;
  const label = name === undefined ? text : `${text} ${name}`;
  return {
    label,
    kind: isText ? 'text' : 'value',
    ...(name !== undefined && { named: name }),
    ...(detail !== undefined && { detail }),
    ...(quoted ? { insert: `"${text}"` } : label !== text && { insert: text }),
    ...(says !== undefined && { about: [{ ...plain(headOf(title, choice)), doc: says }] }),
    ...(goesOn === true && !quoted && { goesOn }),
    distance,
  };
}

const isNumber = ({ kind }: Token): boolean => kind === 'integer' || kind === 'long';

/** What a number or a text means that is written out at a place. */
export function literalAt(
  script: Script,
  place: Cursor,
): { readonly start: number; readonly end: number; readonly about: readonly Description[] } | undefined {
  const token = place.tokens[place.before];
  if (token === undefined || place.kind === 'comment') return undefined;
  if (place.kind === 'code' && (!isNumber(token) || token.start !== place.start)) return undefined;
  const wanted = wantedAt(script, place, token.text);
  const about = (wanted?.choices ?? []).flatMap((choices) =>
    chosenOf(choices, token.text.slice(choices.after ?? 0)).map((one) => described(choices.title, one)),
  );
  return about.length === 0 ? undefined : { start: token.start, end: token.end, about };
}

/** What a variable can hold, by what was put into it. */
export function valuesOfVariable(script: Script, { tokens, before }: Cursor): Description['values'] {
  const wanted: ExpectedChoices | undefined = resultOfVariable(script, tokens, before);
  const [found] = wanted?.choices ?? [];
  return found && { title: found.title, choices: found.choices };
}
