import { nearest } from '../../nearest.ts';
import type { Edit } from '../edited-text.ts';
import type { Place } from '../place.ts';
import type { Answer, Fault, Rules } from '../rule.ts';
import { misspelt } from './statements.ts';

/* `try`, `catch` and `throw`. */

/** What stands behind the block of a `try`. */
function withoutCatch(place: Place): Answer {
  const { token, index } = place;
  if (place.is('{')) {
    const message = 'The word "catch" is missing between the two blocks.';
    return { code: 'missing-catch', message, span: token, fix: place.adding(' catch'), isOfItsOwn: true };
  }
  if (place.isName() && place.is('{', index + 1) && nearest(token.text, ['catch']) !== undefined)
    return misspelt(place, index, 'catch');
  if (place.is('}') && place.is('catch', index + 1)) {
    return {
      code: 'stray-brace',
      message: 'This "}" closes nothing.',
      span: token,
      fix: place.removing(),
      isOfItsOwn: true,
    };
  }
  const fix = { ...place.adding(' catch { }'), label: 'Add "catch"' };
  return { fix, isOfItsOwn: true };
}

/** `catch (e) { … e … }`: the text of the error has a name already. */
function catchParameter(place: Place): Answer | undefined {
  if (!place.is('catch', place.index - 1) || !place.is('(')) return undefined;
  const past = place.pastPair(place.index);
  if (past < 0 || !place.is('{', past)) return undefined;
  const name = place.at(past - 2);
  const end = place.pastPair(past, 100_000);
  const { start } = place.token;
  const repair: Edit[] = [{ start, end: place.at(past - 1).end, text: '' }];
  let text = '';
  let at = place.at(past).start;
  // Handlers lie in handlers, so a long one is not gone through again.
  for (let index = past; index < end && end - past < 1000; index++) {
    const token = place.at(index);
    if (token.kind !== 'name' || token.text !== name.text || name.kind !== 'name') continue;
    text += `${place.source.slice(at, token.start)}error`;
    repair.push({ start: token.start, end: token.end, text: 'error' });
    at = token.end;
  }
  const message =
    'A "catch" takes no parameter. Inside its block, error and errorLocation say what happened and where.';
  const found = {
    code: 'catch-parameter',
    message,
    span: place.token,
    repair,
    poisons: [name.text],
  } as const;
  return end - past < 1000
    ? { ...found, fix: { label: 'Remove the parameter', start, end: at, text } }
    : found;
}

/** `throw;` */
function throwNothing(place: Place): Answer | undefined {
  if (!place.is('throw', place.index - 1) || !place.is(';')) return undefined;
  const message = 'Expected a text to throw. In a "catch", throw error; throws it again.';
  const found = { code: 'expected-expression', message, span: place.token } as const;
  return isInHandler(place)
    ? { ...found, fix: place.adding(' error') }
    : { ...found, repair: [{ start: place.token.start, end: place.token.start, text: ' ""' }] };
}

/** In the block of a `catch`, or deeper. */
function isInHandler(place: Place): boolean {
  for (let open = place.opener(); open >= 0; open = place.opener(open))
    if (place.is('catch', open - 1)) return true;
  return false;
}

/** A word that goes on with a statement of which there is none. */
function stray(place: Place, fault: Fault): Answer | undefined {
  if (place.token.text !== 'catch') return undefined;
  return { message: fault.message, poisons: ['error', 'errorLocation'] };
}

export const handlerRules: Rules = [
  { codes: ['missing-catch'], rule: withoutCatch },
  {
    codes: ['expected'],
    rule: (place, { purpose }) => (purpose === 'to open the block' ? catchParameter(place) : undefined),
  },
  { codes: ['expected-expression'], rule: throwNothing },
  { codes: ['stray-keyword'], rule: stray },
];
