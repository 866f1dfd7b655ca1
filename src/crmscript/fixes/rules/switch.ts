import type { Edit } from '../edited-text.ts';
import type { FaultSite } from '../fault-site.ts';
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
export function switchStatement(site: FaultSite): Answer {
  const { token, index } = site;
  const head = site.pastPair(index + 1);
  const past = head > 0 && site.is('{', head) ? site.pastPair(head, 4000) : -1;
  const branches =
    past > 0 && isPlace(site, index + 2, head - 1) ? branchesOf(site, head + 1, past - 1) : undefined;
  const isChain = branches?.every(
    ({ isDefault }, at) => !isDefault || (at > 0 && at === branches.length - 1),
  );
  const found = { code: 'not-crmscript', message, span: token } as const;
  if (branches === undefined || branches.length === 0 || isChain !== true) {
    const end = past > 0 ? past : head > 0 ? site.pastStatement(index) : index + 1;
    return {
      ...found,
      repair: [{ start: token.start, end: site.at(end - 1).end, text: ';' }],
      isGuess: true,
    };
  }
  const subject = site.written(index + 2, head - 1);
  const text = textOf(site, branches, subject, head, past);
  const fix = { label: 'Write if … else', start: token.start, end: site.at(past - 1).end, text };
  return { ...found, fix, repair: edits(site, branches, subject), isOfItsOwn: true };
}

/** What can be asked again and again: no call is made. */
function isPlace(site: FaultSite, from: number, past: number): boolean {
  for (let at = from; at < past; at++) {
    const { kind, text } = site.at(at);
    const fits = (at - from) % 2 === 0 ? kind === 'name' || text === 'this' : text === '.';
    if (!fits) return false;
  }
  return (past - from) % 2 === 1;
}

const isLabel = (site: FaultSite, index: number): boolean =>
  site.isName(index) &&
  (site.at(index).text === 'case' || (site.at(index).text === 'default' && site.at(index + 1).text === ':'));

function branchesOf(site: FaultSite, from: number, past: number): Branch[] | undefined {
  const branches: Branch[] = [];
  for (let at = from; at < past;) {
    const branch = branchAt(site, at, past);
    if (branch === undefined) return undefined;
    branches.push(branch);
    at = branch.past;
  }
  return branches;
}

function branchAt(site: FaultSite, start: number, limit: number): Branch | undefined {
  const labels: [number, number][] = [];
  let isDefault = false;
  let at = start;
  while (at < limit && isLabel(site, at)) {
    if (site.at(at).text === 'default') {
      isDefault = true;
      at += 2;
      continue;
    }
    const value = site.expression(at + 1);
    if (value === undefined || site.at(value.past).text !== ':') return undefined;
    labels.push([at + 1, value.past]);
    at = value.past + 1;
  }
  return at === start ? undefined : bodyOf(site, { labels, isDefault }, at, limit);
}

/** The statements up to the next label, of which the last leaves the switch. */
function bodyOf(
  site: FaultSite,
  labels: Pick<Branch, 'labels' | 'isDefault'>,
  from: number,
  limit: number,
): Branch | undefined {
  let at = from;
  const braces = site.is('{', at);
  if (braces) at += 1;
  const inside = at;
  let left = false;
  let last = at;
  while (at < limit && !isLabel(site, at) && !site.is('}', at) && !isBreak(site, at)) {
    last = at;
    const past = pastItem(site, at, limit);
    if (past === undefined) return undefined;
    at = past;
  }
  const end = at;
  const { text } = site.at(last);
  left = end > inside && ['return', 'throw', 'continue'].includes(text);
  const skipBreak = (): void => {
    if (!isBreak(site, at)) return;
    left = true;
    at += 2;
  };
  skipBreak();
  if (braces) {
    if (!site.is('}', at) || at >= limit) return undefined;
    at += 1;
  }
  skipBreak();
  const ends = at === limit || isLabel(site, at);
  return ends && (left || at === limit) ? { ...labels, from, inside, end, past: at } : undefined;
}

const isBreak = (site: FaultSite, index: number): boolean =>
  site.is('break', index) && site.is(';', index + 1);

/** Past a statement; undefined where it leaves the switch from inside. */
function pastItem(site: FaultSite, index: number, limit: number): number | undefined {
  const loops = ['while', 'for', 'foreach'].includes(site.at(index).text);
  let past = site.pastStatement(index);
  while (site.is('else', past)) past = site.pastStatement(past + 1);
  if (site.is('catch', past)) past = site.pastStatement(past);
  if (past > limit) return undefined;
  for (let at = index; !loops && at < past; at++)
    if (site.is('break', at) && !isInLoop(site, index, at)) return undefined;
  return past;
}

function isInLoop(site: FaultSite, from: number, index: number): boolean {
  for (let at = from; at < index; at++)
    if (['while', 'for', 'foreach'].includes(site.at(at).text)) return true;
  return false;
}

const remarks = (site: FaultSite, index: number): string =>
  site.source.slice(site.at(index - 1).end, site.at(index).start).trimEnd();

function testOf(site: FaultSite, { labels }: Branch, subject: string): string {
  return labels.map(([from, past]) => `${subject} == ${operandOf(site, from, past)}`).join(' || ');
}

/** A label as it stands behind `==`. */
function operandOf(site: FaultSite, from: number, past: number): string {
  const written = site.written(from, past);
  const kind = site.expression(from)?.node.kind;
  return kind === 'chain' || kind === 'assignment' ? `(${written})` : written;
}

function textOf(
  site: FaultSite,
  branches: readonly Branch[],
  subject: string,
  open: number,
  past: number,
): string {
  const lines = site.written(site.index, past).includes('\n');
  const indent = lines ? ' '.repeat(site.indentOf(site.index) - 1) : undefined;
  const lead = remarks(site, open + 1).trim();
  const before = lead === '' ? '' : lead + (indent === undefined ? ' ' : `\n${indent}`);
  const close = indent === undefined ? ' ' : `\n${indent}`;
  const texts = branches.map((branch) => {
    const text = bodyText(site, branch);
    const head = branch.isDefault ? '' : `if (${testOf(site, branch, subject)}) `;
    // A remark up to the end of its line would take the brace with it.
    return /\n|\/\//.test(text) ? `${head}{${text}${close}}` : `${head}{ ${text.trim()} }`;
  });
  return before + texts.join(' else ');
}

/** The statements as they stand, and the remarks behind what is left out after them. */
function bodyText(site: FaultSite, { inside, end, past }: Branch): string {
  let text = site.source.slice(site.at(inside - 1).end, site.at(end).start).trimEnd();
  for (let at = end + 1; at <= past; at++) {
    const { text: before } = site.at(at - 1);
    if (before === ';' || before === '}') text += remarks(site, at);
  }
  return text;
}

/** The same in pieces, so that what stands in the branches stays where it is. */
function edits(site: FaultSite, branches: readonly Branch[], subject: string): readonly Edit[] {
  let start = site.token.start;
  return [
    ...branches.map((branch, index): Edit => {
      const head = branch.isDefault ? '{' : `if (${testOf(site, branch, subject)}) {`;
      const end = branch.end > branch.inside ? site.at(branch.inside).start : site.at(branch.inside - 1).end;
      const edit = { start, end, text: `${index === 0 ? '' : '} else '}${head} ` };
      start = branch.end > branch.inside ? site.at(branch.end - 1).end : end;
      return edit;
    }),
    { start, end: site.at(branches.at(-1)?.past ?? 0).end, text: ' }' },
  ];
}
