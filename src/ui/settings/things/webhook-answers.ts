import type { WebhookResponse } from '../../../engine/definition.ts';
import { thingWords } from '../../words/thing-words.ts';

/** One of the things that a webhook's target does, as it stands in the form: all text. */
export type AnswerDraft = {
  readonly kind: 'status' | 'timeout' | 'error';
  readonly status: string;
  /** How the network fails. */
  readonly error: string;
  /** Seconds. */
  readonly delay: string;
};

export const freshAnswer: AnswerDraft = { kind: 'status', status: '200', error: '', delay: '' };

export function answerDraft(response: WebhookResponse): AnswerDraft {
  const {
    status = 200,
    error = '',
    delay = 0,
  } = typeof response === 'object' ? response : { status: response };
  return {
    kind: error !== '' ? 'error' : status === 'timeout' ? 'timeout' : 'status',
    status: status === 'timeout' ? '200' : String(status),
    error,
    delay: delay === 0 ? '' : String(delay / 1000),
  };
}

/** Seconds as they are typed, `1.5` or `1,5`, in milliseconds; null for what is none. */
function delayOf({ delay }: AnswerDraft): number | null {
  const seconds = Number(delay.trim().replace(',', '.'));
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : null;
}

/** What is wrong with an answer, as a sentence; empty where nothing is. */
export function answerProblem(draft: AnswerDraft): string {
  const { problems } = thingWords.webhook.answers;
  if (draft.kind === 'status' && !/^[1-5]\d\d$/.test(draft.status.trim()))
    return problems.status(draft.status);
  if (draft.kind === 'error' && draft.error.trim() === '') return problems.error;
  return delayOf(draft) === null ? problems.delay(draft.delay) : '';
}

/** The answer that a draft without problems stands for, in as few words as the file takes. */
export function answerOf(draft: AnswerDraft): WebhookResponse {
  const delay = delayOf(draft) ?? 0;
  const late = delay === 0 ? {} : { delay };
  if (draft.kind === 'error') return { ...late, error: draft.error.trim() };
  const status = draft.kind === 'timeout' ? 'timeout' : Number(draft.status.trim());
  return delay === 0 ? status : { status, delay };
}
