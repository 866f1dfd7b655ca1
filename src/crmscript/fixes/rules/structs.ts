import type { Place } from '../place.ts';
import type { Answer, Fault, Rules } from '../rule.ts';
import { untypedFunction } from './functions.ts';

/* Structs: what classes of other languages have. */

/** `struct A : B` and `struct A extends B`. */
function base(place: Place, { purpose }: Fault): Answer | undefined {
  const { text, start } = place.token;
  if (
    purpose !== 'after the name of the struct' ||
    (text !== ':' && text !== 'extends' && text !== 'implements')
  )
    return undefined;
  let at = place.index + 1;
  while (!place.is('{', at) && place.at(at).kind !== 'end' && at < place.index + 20) at += 1;
  const fix = { label: 'Remove it', start, end: place.at(at).start, text: '' };
  return { code: 'not-crmscript', message: 'A struct inherits from nothing.', span: place.token, fix };
}

/** A constructor, or a method without its type. */
function member(place: Place): Answer | undefined {
  const { token, index } = place;
  if (token.kind !== 'name' || !place.is('(', index + 1)) return undefined;
  const past = place.pastPair(index + 1);
  const owner = place.at(place.opener() - 1).text;
  if (token.text === owner) {
    const message = `A struct has no constructor. Write a function ${owner} ${owner}(…) outside, which returns one.`;
    const end = past > 0 && place.is('{', past) ? place.pastPair(past, 4000) : -1;
    const repair = end > 0 ? [{ start: token.start, end: place.at(end - 1).end, text: ';' }] : [];
    return { code: 'not-crmscript', message, span: token, repair };
  }
  const message = `The method "${token.text}" needs a type before its name: Void, when it returns nothing.`;
  return past > 0 && place.is('{', past) ? untypedFunction(place, message, index, index) : undefined;
}

export const structRules: Rules = [
  { codes: ['expected'], rule: base },
  { codes: ['expected-member'], rule: member },
];
