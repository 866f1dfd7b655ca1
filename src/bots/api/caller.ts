import type { CallSite } from '../../engine/events.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { ScriptHost } from '../../engine/script-call.ts';

/**
 * The run of a script, as what it may do sees it: whose world it is, who pays, and how it fails. Each language has one of its
 * own; nothing here or in what takes it knows which.
 */
export interface Caller {
  readonly host: ScriptHost;
  /** Accounts for memory that the call is about to take, in bytes. */
  charge(bytes: number): void;
  /** As `charge`, for a new text of so many characters. */
  text(length: number): void;
  /** As `text`, for a text that goes into the world and stays there. */
  write(length: number): void;
  /** Accounts for time: a price of 1 is that of a statement of CRMScript. */
  spend(price: number): void;
  /** As `spend`, in smaller units: 256 are as dear as a statement. */
  work(units: number): void;
  /** Accounts for a text whose letters are about to become small or large. */
  payForCase(text: string): void;
  /** Throws what a script can catch: "NotAvailableOffline", "RunTimeException". */
  fail(kind: string, text: string): never;
  /** Tells the author about a trap that did no harm yet, at the place of the call. */
  hint(hint: CodedText): void;
  /** Does something to the world, in the name of the place of the call. What the host refuses the script can catch. */
  act<T>(action: (host: ScriptHost, site: CallSite) => T): T;
  /** What a clock in the world's zone shows at an instant, as tables have it: `2026-03-02 09:00:03`. */
  showTime(milliseconds: number): string;
}

/** The draft as it is at this moment: what earlier calls did is in it. */
export const worldOf = ({ host }: Caller) => host.world();
