import type { HungScript } from '../../protocol/engine-api.ts';

/**
 * Which script runs in the worker at this moment, as the worker said before it began (rulings 6): when the worker
 * is lost meanwhile, that script is the culprit, and every worker from then on is told to leave it out.
 */
export class HungScripts {
  #running: HungScript | null = null;
  readonly #hung: HungScript[] = [];

  get all(): readonly HungScript[] {
    return this.#hung;
  }

  running({ workspace, script, at }: Omit<HungScript, 'script'> & { readonly script: number | null }): void {
    this.#running = script === null ? null : { workspace, script, at };
  }

  /** Puts the blame on what runs, if anything does; returns whether that helps: it was not blamed before. */
  blame(): boolean {
    const culprit = this.#running;
    this.#running = null;
    if (culprit === null) return false;
    const { workspace, script } = culprit;
    if (this.#hung.some((one) => one.workspace === workspace && one.script === script)) return false;
    this.#hung.push(culprit);
    return true;
  }

  /** The script was saved anew: it may run again, and be blamed again. */
  saved(workspace: string, script: number): void {
    const index = this.#hung.findIndex((one) => one.workspace === workspace && one.script === script);
    if (index >= 0) this.#hung.splice(index, 1);
  }
}
