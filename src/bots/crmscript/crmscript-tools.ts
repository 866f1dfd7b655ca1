import type { Library } from '../../crmscript/library.ts';
import type { Counting } from './counting.ts';

/** What scripts in CRMScript are compiled with. */
export type CrmScriptTools = {
  readonly library: Library;
  /** Who counts what of them runs; nobody unless it is asked for, as it takes its time. */
  readonly counting?: Counting | undefined;
};
