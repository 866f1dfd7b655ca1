import type { FormName } from '../../engine/inputs.ts';
import type { SessionStatus } from '../../engine/numbers.ts';
import type { Sender } from '../../engine/world.ts';

/**
 * `message` was said, `click` is a button that was clicked, `file` was sent, `blocked` was written and not delivered.
 * All other kinds tell what happened beside the conversation.
 */
export type TurnKind =
  | 'message'
  | 'click'
  | 'file'
  | 'blocked'
  | 'began'
  | 'status'
  | 'handoff'
  | 'agent'
  | 'transfer'
  | 'form'
  | 'rating'
  | 'request'
  | 'connection';

export type Turn = {
  readonly kind: TurnKind;
  /** When people saw it, in milliseconds since 1970: a delayed message when it was due. */
  readonly at: number;
  readonly actor: string;
  readonly role: Sender;
  /** The words without markup; of what was not said, a sentence that tells it. */
  readonly text: string;
  /** The status in which the session stands after it. */
  readonly status: SessionStatus;
  /** Number of the message in the world; 0 when it is none. */
  readonly message: number;
  /** What a bot or the system said in the markup of the product; undefined for what people typed. */
  readonly html?: string | undefined;
  /** The labels of the buttons below it. */
  readonly options?: readonly string[] | undefined;
  readonly change?: { readonly from: SessionStatus; readonly to: SessionStatus } | undefined;
  readonly form?: FilledForm | undefined;
};

/** A form as it was filled in; the stars of a rating belong to the one after the chat. */
export type FilledForm = {
  readonly name: FormName;
  readonly fields: Readonly<Record<string, string>>;
  readonly rating?: number | undefined;
};
