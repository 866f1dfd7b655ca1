import { checkSource, type CheckedSource } from '../check-source.ts';
import type { CompileOptions } from '../compile.ts';
import { repairingReader } from '../fixes/repairing-reader.ts';
import { chainStart, statementStart, type Position } from './around.ts';
import type { Cursor } from './cursor.ts';
import { Lookup } from './lookup.ts';

export type LookupResult = { readonly lookup: Lookup; readonly checked: CheckedSource };

/** What the checker makes of the name that begins at a place. */
export function lookUpAt(source: string, start: number, options: CompileOptions): LookupResult {
  const lookup = new Lookup(options.file, start);
  return { lookup, checked: checkSource(source, options, lookup, repairingReader()) };
}

/** Stands in the text for what is being typed. */
const stand = '__here__';

/**
 * What can be seen from a place where a name is being typed. The name is put into the text for the parser to
 * find; where the text around it is so broken that it does not, once more in a statement of its own.
 */
export function lookUpFrom(
  source: string,
  place: Cursor,
  position: Position,
  options: CompileOptions,
): LookupResult {
  const { tokens, before, start, end } = place;
  const rest = source.slice(end);
  const alone = position === 'statement';
  const lead = alone ? ';' : '';
  const text = `${source.slice(0, start)}${lead}${stand}${lead}${rest}`;
  const inPlace = lookUpAt(text, start + lead.length, options);
  const { receiver, view } = inPlace.lookup;
  if (position === 'member' ? receiver !== undefined : position === 'type' || view !== undefined)
    return inPlace;
  const chain = tokens[chainStart(tokens, before - 1)];
  const object = position === 'member' && chain !== undefined ? source.slice(chain.start, start) : '';
  const from = Math.min(statementStart(tokens, before), start);
  const lone = `${source.slice(0, from)}\n;${object}`;
  return lookUpAt(`${lone}${stand};${rest}`, lone.length, options);
}
