import type { Edit } from '../edited-text.ts';
import type { Place } from '../place.ts';
import type { Answer } from '../rule.ts';

const message = 'CRMScript has no "switch". Write if … else if … else.';

/** What stands behind one or several labels, by the places of its tokens. */
type Branch = {
  /** The ranges of the values that it is for; none for the default alone. */
  readonly labels: readonly (readonly [from: number, past: number])[];
  readonly isDefault: boolean;
  /** The first token behind the last colon, and behind the braces that may stand there. */
  readonly from: number;
  readonly inside: number;
  /** Past the last statement that stays, and past all of it. */
  readonly end: number;
  readonly past: number;
};

/** A `switch` where each branch ends before the next begins is an if … else if … else; any other one is skipped. */
export function switchStatement(place: Place): Answer {
  const { token, index } = place;
  const head = place.pastPair(index + 1);
  const past = head > 0 && place.is('{', head) ? place.pastPair(head, 4000) : -1;
  const branches =
    past > 0 && isPlace(place, index + 2, head - 1) ? branchesOf(place, head + 1, past - 1) : undefined;
  const isChain = branches?.every(
    ({ isDefault }, at) => !isDefault || (at > 0 && at === branches.length - 1),
  );
  const found = { code: 'not-crmscript', message, span: token } as const;
  if (branches === undefined || branches.length === 0 || isChain !== true) {
    const end = past > 0 ? past : head > 0 ? place.pastStatement(index) : index + 1;
    return {
      ...found,
      repair: [{ start: token.start, end: place.at(end - 1).end, text: ';' }],
      isGuess: true,
    };
  }
  const subject = place.written(index + 2, head - 1);
  const text = textOf(place, branches, subject, head, past);
  const fix = { label: 'Write if … else', start: token.start, end: place.at(past - 1).end, text };
  return { ...found, fix, repair: edits(place, branches, subject), isOfItsOwn: true };
}

/** What can be asked again and again: no call is made. */
function isPlace(place: Place, from: number, past: number): boolean {
  for (let at = from; at < past; at++) {
    const { kind, text } = place.at(at);
    const fits = (at - from) % 2 === 0 ? kind === 'name' || text === 'this' : text === '.';
    if (!fits) return false;
  }
  return (past - from) % 2 === 1;
}

const isLabel = (place: Place, index: number): boolean =>
  place.isName(index) &&
  (place.at(index).text === 'case' ||
    (place.at(index).text === 'default' && place.at(index + 1).text === ':'));

function branchesOf(place: Place, from: number, past: number): Branch[] | undefined {
  const branches: Branch[] = [];
  for (let at = from; at < past;) {
    const branch = branchAt(place, at, past);
    if (branch === undefined) return undefined;
    branches.push(branch);
    at = branch.past;
  }
  return branches;
}

function branchAt(place: Place, start: number, limit: number): Branch | undefined {
  const labels: [number, number][] = [];
  let isDefault = false;
  let at = start;
  while (at < limit && isLabel(place, at)) {
    if (place.at(at).text === 'default') {
      isDefault = true;
      at += 2;
      continue;
    }
    const value = place.expression(at + 1);
    if (value === undefined || place.at(value.past).text !== ':') return undefined;
    labels.push([at + 1, value.past]);
    at = value.past + 1;
  }
  return at === start ? undefined : bodyOf(place, { labels, isDefault }, at, limit);
}

/** The statements up to the next label, of which the last leaves the switch. */
function bodyOf(
  place: Place,
  labels: Pick<Branch, 'labels' | 'isDefault'>,
  from: number,
  limit: number,
): Branch | undefined {
  let at = from;
  const braces = place.is('{', at);
  if (braces) at += 1;
  const inside = at;
  let left = false;
  let last = at;
  while (at < limit && !isLabel(place, at) && !place.is('}', at) && !isBreak(place, at)) {
    last = at;
    const past = pastItem(place, at, limit);
    if (past === undefined) return undefined;
    at = past;
  }
  const end = at;
  const { text } = place.at(last);
  left = end > inside && ['return', 'throw', 'continue'].includes(text);
  const skipBreak = (): void => {
    if (!isBreak(place, at)) return;
    left = true;
    at += 2;
  };
  skipBreak();
  if (braces) {
    if (!place.is('}', at) || at >= limit) return undefined;
    at += 1;
  }
  skipBreak();
  const ends = at === limit || isLabel(place, at);
  return ends && (left || at === limit) ? { ...labels, from, inside, end, past: at } : undefined;
}

const isBreak = (place: Place, index: number): boolean =>
  place.is('break', index) && place.is(';', index + 1);

/** Past a statement; undefined where it leaves the switch from inside. */
function pastItem(place: Place, index: number, limit: number): number | undefined {
  const loops = ['while', 'for', 'foreach'].includes(place.at(index).text);
  let past = place.pastStatement(index);
  while (place.is('else', past)) past = place.pastStatement(past + 1);
  if (place.is('catch', past)) past = place.pastStatement(past);
  if (past > limit) return undefined;
  for (let at = index; !loops && at < past; at++)
    if (place.is('break', at) && !isInLoop(place, index, at)) return undefined;
  return past;
}

function isInLoop(place: Place, from: number, index: number): boolean {
  for (let at = from; at < index; at++)
    if (['while', 'for', 'foreach'].includes(place.at(at).text)) return true;
  return false;
}

const remarks = (place: Place, index: number): string =>
  place.source.slice(place.at(index - 1).end, place.at(index).start).trimEnd();

function testOf(place: Place, { labels }: Branch, subject: string): string {
  return labels.map(([from, past]) => `${subject} == ${operandOf(place, from, past)}`).join(' || ');
}

/** A label as it stands behind `==`. */
function operandOf(place: Place, from: number, past: number): string {
  const written = place.written(from, past);
  const kind = place.expression(from)?.node.kind;
  return kind === 'chain' || kind === 'assignment' ? `(${written})` : written;
}

function textOf(
  place: Place,
  branches: readonly Branch[],
  subject: string,
  open: number,
  past: number,
): string {
  const lines = place.written(place.index, past).includes('\n');
  const indent = lines ? ' '.repeat(place.indentOf(place.index) - 1) : undefined;
  const lead = remarks(place, open + 1).trim();
  const before = lead === '' ? '' : lead + (indent === undefined ? ' ' : `\n${indent}`);
  const close = indent === undefined ? ' ' : `\n${indent}`;
  const texts = branches.map((branch) => {
    const text = bodyText(place, branch);
    const head = branch.isDefault ? '' : `if (${testOf(place, branch, subject)}) `;
    // A remark up to the end of its line would take the brace with it.
    return /\n|\/\//.test(text) ? `${head}{${text}${close}}` : `${head}{ ${text.trim()} }`;
  });
  return before + texts.join(' else ');
}

/** The statements as they stand, and the remarks behind what is left out after them. */
function bodyText(place: Place, { inside, end, past }: Branch): string {
  let text = place.source.slice(place.at(inside - 1).end, place.at(end).start).trimEnd();
  for (let at = end + 1; at <= past; at++) {
    const { text: before } = place.at(at - 1);
    if (before === ';' || before === '}') text += remarks(place, at);
  }
  return text;
}

/** The same in pieces, so that what stands in the branches stays where it is. */
function edits(place: Place, branches: readonly Branch[], subject: string): readonly Edit[] {
  let start = place.token.start;
  return [
    ...branches.map((branch, index): Edit => {
      const head = branch.isDefault ? '{' : `if (${testOf(place, branch, subject)}) {`;
      const end =
        branch.end > branch.inside ? place.at(branch.inside).start : place.at(branch.inside - 1).end;
      const edit = { start, end, text: `${index === 0 ? '' : '} else '}${head} ` };
      start = branch.end > branch.inside ? place.at(branch.end - 1).end : end;
      return edit;
    }),
    { start, end: place.at(branches.at(-1)?.past ?? 0).end, text: ' }' },
  ];
}
