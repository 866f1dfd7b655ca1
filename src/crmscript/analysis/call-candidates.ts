import type { Span } from '../diagnostic.ts';
import type { Expression } from '../syntax/ast.ts';
import type { LinkedFunction } from './types/linked.ts';
import { signatureOf, type FunctionSymbol } from './types/symbols.ts';
import type { BoundExpression } from './types/bound-tree.ts';
import { conversionCost, type Type } from './types/types.ts';

/* Which of the functions of one name a call means (crm Q12). */

export type Candidate = {
  readonly parameters: readonly { readonly name: string; readonly type: Type }[];
  readonly returns: Type;
  readonly symbol?: FunctionSymbol;
  readonly linked?: LinkedFunction;
};

export type Arguments = {
  readonly codes: readonly BoundExpression[];
  readonly nodes: readonly Expression[];
  readonly span: Span;
};

const own = new WeakMap<FunctionSymbol, Candidate>();

export function ofSymbol(symbol: FunctionSymbol): Candidate {
  const made = own.get(symbol);
  if (made !== undefined) return made;
  const candidate = { parameters: symbol.parameters, returns: symbol.returns, symbol };
  own.set(symbol, candidate);
  return candidate;
}
const ofLinked = (linked: LinkedFunction): Candidate => ({
  parameters: linked.parameters,
  returns: linked.returns,
  linked,
});

const known = new WeakMap<readonly LinkedFunction[], readonly Candidate[]>();

/** Those of the library, which are the same in all scripts. */
export function ofLibrary(linked: readonly LinkedFunction[] | undefined): readonly Candidate[] {
  if (linked === undefined || linked.length === 0) return [];
  const made = known.get(linked);
  if (made !== undefined) return made;
  const candidates = linked.map(ofLinked);
  known.set(linked, candidates);
  return candidates;
}

/** What the arguments cost as parameters: exact types first, then widenings (crm Q12). */
export function costOf(candidate: Candidate, codes: readonly BoundExpression[]): number | undefined {
  if (candidate.parameters.length !== codes.length) return undefined;
  let total = 0;
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index];
    const parameter = candidate.parameters[index];
    const cost = code && parameter && conversionCost(code.type, parameter.type);
    if (cost === undefined) return undefined;
    total += cost;
  }
  return total;
}

/**
 * The candidates that fit best. A function of the script's own hides that of the library with the same parameters
 * (crm Q17) from its declaration on; `order` is how far the text has come.
 */
export function choose(
  candidates: readonly Candidate[],
  args: Arguments,
  order: number,
): readonly Candidate[] {
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1 && costOf(only, args.codes) !== undefined)
    return candidates;
  let best: Candidate[] = [];
  let bestCost = Infinity;
  for (const candidate of candidates) {
    const cost = costOf(candidate, args.codes);
    if (cost === undefined || cost > bestCost) continue;
    if (cost < bestCost) best = [candidate];
    else best.push(candidate);
    bestCost = cost;
  }
  if (best.length < 2) return best;
  const own = best.filter(({ symbol }) => symbol !== undefined);
  const hiding = own.filter(({ symbol }) => symbol?.owner !== undefined || (symbol?.order ?? 0) <= order);
  if (hiding.length > 0) return hiding;
  const linked = best.filter(({ symbol }) => symbol === undefined);
  return linked.length > 0 ? linked : own;
}

export const signature = (name: string, parameters: Candidate['parameters']): string =>
  signatureOf(
    name,
    parameters.map(({ type }) => type),
  );
