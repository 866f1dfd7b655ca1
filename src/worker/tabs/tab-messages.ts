import type { RecordedEvent } from '../../engine/events.ts';
import type { Answer, Bookmark, ClockState, Command, Jump } from '../../protocol/engine-api.ts';
import type { DebugSettings } from '../debugging/kept.ts';
import type { ContinueRequest, WaitingStepState as StandingStep } from '../debugging/standing-step.ts';

/** Something that only the tab which writes can do. The same `id` is the same command, however often it comes. */
export type Call = { readonly id: string } & (
  | { readonly kind: 'dispatch'; readonly command: Command }
  | { readonly kind: 'nextTimer' }
  | { readonly kind: 'jump'; readonly jump: Jump }
  | { readonly kind: 'setClock'; readonly clock: ClockState }
  | { readonly kind: 'goOn'; readonly goOn: ContinueRequest }
  /** What is acknowledged is to lie in the database, where the other tabs read it. */
  | { readonly kind: 'settle' }
);

/** Where a tab stands: which workspace it has open and how far it has come there. */
export type TabStatus = {
  readonly workspace: string;
  readonly writes: boolean;
  readonly epoch: number;
  readonly generation: number;
  readonly seq: number;
  readonly clock: ClockState;
  readonly now: number;
  /** The step that waits. */
  readonly waiting: StandingStep | null;
  /** Whether its page asks real services for this workspace; older builds do not. */
  readonly asksServices?: boolean;
};

/** What the workers of the tabs say to each other; any of it may be lost. */
export type TabMessage =
  /** Said every second, and when something changed. `asks` wants the others to say it too. */
  | {
      readonly type: 'here';
      readonly tab: string;
      readonly standing: TabStatus | null;
      readonly asks: boolean;
      /** It holds the lock of its name, which is free as soon as it is gone. */
      readonly locked?: boolean;
    }
  | { readonly type: 'left'; readonly tab: string }
  | {
      readonly type: 'events';
      readonly workspace: string;
      readonly generation: number;
      readonly events: readonly RecordedEvent[];
    }
  /** Whoever shows `workspace` is to show `to` instead: somebody started over, or took that back. */
  | { readonly type: 'along'; readonly workspace: string; readonly to: string }
  /** A workspace was deleted: whoever shows it is to show another one. */
  | { readonly type: 'removed'; readonly workspace: string }
  /** Everything is erased: let go of all that is stored, and write nothing any more. */
  | { readonly type: 'erased' }
  | { readonly type: 'renamed'; readonly workspace: string; readonly name: string }
  /** The moments of the workspace that are marked now. */
  | {
      readonly type: 'bookmarks';
      readonly workspace: string;
      readonly bookmarks: readonly Bookmark[];
    }
  /** Tests of the workspace were saved or deleted. */
  | { readonly type: 'tests'; readonly workspace: string }
  /** What has steps of the workspace wait was changed. */
  | { readonly type: 'breakpoints'; readonly workspace: string; readonly settings: DebugSettings }
  | { readonly type: 'call'; readonly tab: string; readonly workspace: string; readonly call: Call }
  /** `tab` is the one that called. */
  | { readonly type: 'answered'; readonly tab: string; readonly id: string; readonly answer: Answer };

/** What the page has to go along with, rather than the workspace that is open. */
export const isForPage = (message: TabMessage) =>
  message.type === 'along' ||
  message.type === 'removed' ||
  message.type === 'renamed' ||
  message.type === 'bookmarks' ||
  message.type === 'breakpoints' ||
  message.type === 'tests';
