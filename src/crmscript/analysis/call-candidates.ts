import type { Span } from '../diagnostic.ts';
import type { Expression } from '../syntax/ast.ts';
import type { LinkedFunction } from './types/linked.ts';
import { signatureOf, type FunctionSymbol } from './types/symbols.ts';
import type { BoundExpression } from './types/bound-tree.ts';
import { conversionCost } from './types/types.ts';

/* Which of the functions of one name a call means (crm Q12). */

/** One of the script's own, or one of the library. */
export type Candidate = FunctionSymbol | LinkedFunction;

export const isLinked = (candidate: Candidate): candidate is LinkedFunction => 'native' in candidate;
const isOwn = (candidate: Candidate): candidate is FunctionSymbol => !isLinked(candidate);

export type Arguments = {
  readonly codes: readonly BoundExpression[];
  readonly nodes: readonly Expression[];
  readonly span: Span;
};

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
  const own = best.filter(isOwn);
  const hiding = own.filter((symbol) => symbol.owner !== undefined || symbol.order <= order);
  if (hiding.length > 0) return hiding;
  const linked = best.filter(isLinked);
  return linked.length > 0 ? linked : own;
}

export const signature = (name: string, parameters: Candidate['parameters']): string =>
  signatureOf(
    name,
    parameters.map(({ type }) => type),
  );
