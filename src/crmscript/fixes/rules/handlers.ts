import { nearest } from '../../nearest.ts';
import type { Edit } from '../edited-text.ts';
import type { FaultSite } from '../fault-site.ts';
import type { Answer, Fault, Rules } from '../rule.ts';
import { misspelt } from './statements.ts';

/* `try`, `catch` and `throw`. */

/** What stands behind the block of a `try`. */
function withoutCatch(site: FaultSite): Answer {
  const { token, index } = site;
  if (site.is('{')) {
    const message = 'The word "catch" is missing between the two blocks.';
    return { code: 'missing-catch', message, span: token, fix: site.adding(' catch'), isOfItsOwn: true };
  }
  if (site.isName() && site.is('{', index + 1) && nearest(token.text, ['catch']) !== undefined)
    return misspelt(site, index, 'catch');
  if (site.is('}') && site.is('catch', index + 1)) {
    return {
      code: 'stray-brace',
      message: 'This "}" closes nothing.',
      span: token,
      fix: site.removing(),
      isOfItsOwn: true,
    };
  }
  const fix = { ...site.adding(' catch { }'), label: 'Add "catch"' };
  return { fix, isOfItsOwn: true };
}

/** `catch (e) { … e … }`: the text of the error has a name already. */
function catchParameter(site: FaultSite): Answer | undefined {
  if (!site.is('catch', site.index - 1) || !site.is('(')) return undefined;
  const past = site.pastPair(site.index);
  if (past < 0 || !site.is('{', past)) return undefined;
  const name = site.at(past - 2);
  const end = site.pastPair(past, 100_000);
  const { start } = site.token;
  const repair: Edit[] = [{ start, end: site.at(past - 1).end, text: '' }];
  let text = '';
  let at = site.at(past).start;
  // Handlers lie in handlers, so a long one is not gone through again.
  for (let index = past; index < end && end - past < 1000; index++) {
    const token = site.at(index);
    if (token.kind !== 'name' || token.text !== name.text || name.kind !== 'name') continue;
    text += `${site.source.slice(at, token.start)}error`;
    repair.push({ start: token.start, end: token.end, text: 'error' });
    at = token.end;
  }
  const message =
    'A "catch" takes no parameter. Inside its block, error and errorLocation say what happened and where.';
  const found = {
    code: 'catch-parameter',
    message,
    span: site.token,
    repair,
    poisons: [name.text],
  } as const;
  return end - past < 1000
    ? { ...found, fix: { label: 'Remove the parameter', start, end: at, text } }
    : found;
}

/** `throw;` */
function throwNothing(site: FaultSite): Answer | undefined {
  if (!site.is('throw', site.index - 1) || !site.is(';')) return undefined;
  const message = 'Expected a text to throw. In a "catch", throw error; throws it again.';
  const found = { code: 'expected-expression', message, span: site.token } as const;
  return isInHandler(site)
    ? { ...found, fix: site.adding(' error') }
    : { ...found, repair: [{ start: site.token.start, end: site.token.start, text: ' ""' }] };
}

/** In the block of a `catch`, or deeper. */
function isInHandler(site: FaultSite): boolean {
  for (let open = site.opener(); open >= 0; open = site.opener(open))
    if (site.is('catch', open - 1)) return true;
  return false;
}

/** A word that goes on with a statement of which there is none. */
function stray(site: FaultSite, fault: Fault): Answer | undefined {
  if (site.token.text !== 'catch') return undefined;
  return { message: fault.message, poisons: ['error', 'errorLocation'] };
}

export const handlerRules: Rules = [
  { codes: ['missing-catch'], rule: withoutCatch },
  {
    codes: ['expected'],
    rule: (site, { purpose }) => (purpose === 'to open the block' ? catchParameter(site) : undefined),
  },
  { codes: ['expected-expression'], rule: throwNothing },
  { codes: ['stray-keyword'], rule: stray },
];
