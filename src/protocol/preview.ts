import type { Channel, WorldFile } from '../engine/definition.ts';
import type { CodedText } from '../engine/codes.ts';
import type { WorldJson } from '../engine/world-json.ts';

/*
 * What the settings of a channel look like to a customer: the page asks with settings that are not saved yet, and is told
 * for each view of the widget in which world a customer has it.
 */

/** A view of the widget. */
export type PreviewView =
  'preChat' | 'faq' | 'queue' | 'conversation' | 'offline' | 'postChat' | 'closed' | 'writing' | 'badge';

/** What people say in the preview, in the words of whoever looks at it. */
export type PreviewTexts = {
  /** The customer, as the form is filled in. */
  readonly customer: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly company: string;
    readonly country: string;
  };
  /** Two others, who are before them in the queue. */
  readonly others: readonly [string, string];
  /** Asked of the FAQ where it holds nothing that could be asked. */
  readonly question: string;
  /** Told while they wait. */
  readonly message: string;
  /** What is said to a bot: first this, then that somebody else is wanted. */
  readonly greeting: string;
  readonly handOff: string;
  /** What an agent answers. */
  readonly answer: string;
  /** Who answers where nobody can. */
  readonly agent: string;
};

export type PreviewRequest = {
  /** The settings of the workspace as they stand, without what was said in it. */
  readonly setting: WorldFile;
  /** The channel as it would be saved: in the place of the one with its id, or one more. */
  readonly channel: Channel;
  /** The clock, in milliseconds since 1970. */
  readonly now: number;
  /** Scripts that hung and are not run. */
  readonly leftOut: readonly number[];
  readonly texts: PreviewTexts;
};

/** Why a customer never comes to a view. */
export type NotReached =
  /** It is switched off in the settings. */
  | 'off'
  /** The bot speaks first, which skips it (chat-domain T14). */
  | 'bot-first'
  /** The bot keeps the customer. */
  | 'bot-answers'
  /** Nobody on the channel can respond. */
  | 'nobody'
  | 'never-open'
  /** Nobody types there: the bot answers, and says not that it does. */
  | 'nobody-types'
  /** A script or a trigger leads somewhere else. */
  | 'elsewhere';

export type PreviewedView = {
  readonly view: PreviewView;
  /** The world in which a customer has it, and whose session it is. */
  readonly world: WorldJson;
  readonly session: number;
  /** Whether these settings lead there; else it is as it would be if they did. */
  readonly reached: boolean;
  readonly because: NotReached | null;
};

/** What spoils a view, and which. */
export type PreviewProblem = { readonly view: PreviewView } & (
  | {
      readonly code: 'faq-empty' | 'faq-folder-gone' | 'nobody' | 'never-open' | 'bot-first' | 'bot-folder';
    }
  | { readonly code: 'script-failed'; readonly script: string; readonly failure: CodedText }
);

export type Preview =
  | {
      readonly kind: 'played';
      readonly views: readonly PreviewedView[];
      readonly problems: readonly PreviewProblem[];
    }
  /** The channel could not be saved so; nothing was played. */
  | { readonly kind: 'unfit'; readonly problem: CodedText };
