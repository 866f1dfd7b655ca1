import type { FaultSite } from '../fault-site.ts';
import type { Answer, Fault, Rules } from '../rule.ts';
import { untypedFunction } from './functions.ts';

/* Structs: what classes of other languages have. */

/** `struct A : B` and `struct A extends B`. */
function base(site: FaultSite, { purpose }: Fault): Answer | undefined {
  const { text, start } = site.token;
  if (
    purpose !== 'after the name of the struct' ||
    (text !== ':' && text !== 'extends' && text !== 'implements')
  )
    return undefined;
  let at = site.index + 1;
  while (!site.is('{', at) && site.at(at).kind !== 'end' && at < site.index + 20) at += 1;
  const fix = { label: 'Remove it', start, end: site.at(at).start, text: '' };
  return { code: 'not-crmscript', message: 'A struct inherits from nothing.', span: site.token, fix };
}

/** A constructor, or a method without its type. */
function member(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  if (token.kind !== 'name' || !site.is('(', index + 1)) return undefined;
  const past = site.pastPair(index + 1);
  const owner = site.at(site.opener() - 1).text;
  if (token.text === owner) {
    const message = `A struct has no constructor. Write a function ${owner} ${owner}(…) outside, which returns one.`;
    const end = past > 0 && site.is('{', past) ? site.pastPair(past, 4000) : -1;
    const repair = end > 0 ? [{ start: token.start, end: site.at(end - 1).end, text: ';' }] : [];
    return { code: 'not-crmscript', message, span: token, repair };
  }
  const message = `The method "${token.text}" needs a type before its name: Void, when it returns nothing.`;
  return past > 0 && site.is('{', past) ? untypedFunction(site, message, index, index) : undefined;
}

export const structRules: Rules = [
  { codes: ['expected'], rule: base },
  { codes: ['expected-member'], rule: member },
];
