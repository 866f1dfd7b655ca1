import type { RestoringState } from '../../protocol/engine-api.ts';
import type { RowLog } from './row-log.ts';

/** What a log leaves to the one behind it, as it is. */
export class PassingLog {
  protected log: RowLog;
  #told: (state: RestoringState | null) => void = () => {};

  constructor(log: RowLog) {
    this.log = log;
  }

  restoring(told: (state: RestoringState | null) => void): void {
    this.#told = told;
    this.log.restoring?.(told);
  }

  /** From now on lost logs come back to it from their newest steps on; where that part cannot be had, they come back as a whole. */
  protected async takeLateRows(load: () => Promise<RowLog>): Promise<void> {
    this.log = await load().catch(() => this.log);
    this.log.restoring?.(this.#told);
  }

  workspaces() {
    return this.log.workspaces();
  }

  deleted() {
    return this.log.deleted();
  }

  touch(workspace: string, now: number) {
    return this.log.touch(workspace, now);
  }

  setDeleted(workspace: string, at: number | null) {
    return this.log.setDeleted(workspace, at);
  }

  tests(workspace: string) {
    return this.log.tests(workspace);
  }

  drafts(workspace: string) {
    return this.log.drafts(workspace);
  }

  saveDraft(workspace: string, key: string, text: string) {
    return this.log.saveDraft(workspace, key, text);
  }

  courses() {
    return this.log.courses();
  }

  kept(name: string) {
    return this.log.kept(name);
  }

  keep(name: string, value: unknown) {
    return this.log.keep(name, value);
  }
}
