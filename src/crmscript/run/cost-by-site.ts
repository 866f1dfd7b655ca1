import type { Site } from '../analysis/types/bound-tree.ts';
import { coded, type CodedText } from '../codes.ts';
import type { Count } from './limits.ts';

/** What the calls in a program are called by. */
const names = new WeakMap<Site, string>();

export const nameCall = (site: Site, name: string): void => {
  names.set(site, name);
};

type Costly = { readonly name: string; readonly line: number; readonly amount: number };

/** What a run has paid beside its statements, by place, so that a spent budget can say what spent it. */
export class CostBySite {
  #bySite: Map<Site, number> | undefined;

  add(site: Site, amount: number): void {
    const bySite = (this.#bySite ??= new Map<Site, number>());
    bySite.set(site, (bySite.get(site) ?? 0) + amount);
  }

  #costliest(): Costly {
    let most: Costly = { name: '', line: 0, amount: 0 };
    for (const [site, amount] of this.#bySite ?? []) {
      if (amount > most.amount) most = { name: names.get(site) ?? '', line: site.span.line, amount };
    }
    return most;
  }

  /** Why the budget is spent: what spent most of it. */
  why(budget: number, before: Count, now: Count): CodedText {
    const statements = now.statements - before.statements;
    const { name, line, amount } = this.#costliest();
    if (before.price > Math.max(statements, amount)) {
      return coded('budget-used-before', { used: Math.round(before.price), budget });
    }
    if (statements >= amount) return coded('endless-loop', { statements });
    const cost = { line, used: Math.round(amount), budget };
    if (name === 'regexp') return coded('pattern-too-costly', cost);
    return name === '' ? coded('values-too-costly', cost) : coded('call-too-costly', { name, ...cost });
  }
}
