import type { Site } from '../analysis/types/bound-tree.ts';
import type { Count, Limits } from './limits.ts';
import { ScriptError } from './script-error.ts';
import { CostBySite } from './cost-by-site.ts';

/** How much work is as dear as a statement. */
export const workOfStatement = 256;

/**
 * The two counters of a run (rulings 44). Statements count themselves, in one field and against one mark; what else a
 * script has the library do is paid in the worth of statements, and moves the mark instead of the counter.
 */
export class RunCounters {
  /** How many statements have begun, those of other runs that share the count included. */
  statements: number;
  /** The count of statements after which something is due: the end of the budget, or a stop. */
  pauseAt = 0;
  /** How many calls are open. */
  depth = 0;
  /** The place of the native call that runs. */
  at: Site;
  readonly limits: Limits;
  /** The statement from which on somebody looks at each. */
  #observeFrom: number;
  /** Whether every statement passes the mark, because each is counted. */
  readonly #always: boolean;
  readonly #before: Count;
  readonly #spent = new CostBySite();
  /** What was paid beside the statements, by runs that share the count too. */
  #dues = 0;
  /** Work that is not yet as dear as a statement. */
  #work = 0;

  constructor(limits: Limits, start: Site, before: Count, observeFrom = Infinity, always = false) {
    this.limits = limits;
    this.at = start;
    this.#before = { statements: before.statements, price: before.price };
    this.#observeFrom = observeFrom;
    this.#always = always;
    this.statements = before.statements;
    this.#owe(before.price - before.statements);
  }

  get count(): Count {
    return { statements: this.statements, price: this.statements + this.#dues };
  }

  /** Takes over what a run inside this one has counted. */
  set count({ statements, price }: Count) {
    this.statements = statements;
    this.#owe(price - statements);
  }

  #owe(dues: number): void {
    this.#dues = dues;
    this.pauseAt = this.#always ? -1 : Math.min(this.limits.price - dues, this.#observeFrom - 1);
  }

  /** Somebody looks at each statement from this one on. */
  protected observeFrom(statement: number): void {
    this.#observeFrom = statement;
    this.#owe(this.#dues);
  }

  /** What is left of the budget. */
  get left(): number {
    return this.limits.price - this.#dues - this.statements;
  }

  /** At a statement that has counted itself: without room for it, the script ends before it. */
  protected checkStatement(site: Site): void {
    if (this.left >= 0) return;
    this.statements -= 1;
    this.#end(site);
  }

  spend(price: number): void {
    const { left } = this;
    const paid = Math.min(price, left);
    this.#spent.add(this.at, paid);
    this.#owe(this.#dues + paid);
    if (price > left) this.#end(this.at);
  }

  work(units: number): void {
    this.#work += units;
    if (this.#work < workOfStatement) return;
    const price = Math.floor(this.#work / workOfStatement);
    this.#work -= price * workOfStatement;
    this.spend(price);
  }

  #end(site: Site): never {
    const why = this.#spent.why(this.limits.price, this.#before, this.count);
    throw new ScriptError('StatementLimit', why, site, this.depth, false);
  }
}
