import type { CallRow } from './call-rows.ts';
import { draftFor, freshResponse, jsonProblem, responseDraft, type MockDraft } from './mock-draft.ts';

/** The form of a mock that answers calls like this one as it was answered. */
export function draftOfCall({ method, url, sent, status, body, played, took }: CallRow): MockDraft {
  const isJson = /^\s*[[{]/.test(sent) && jsonProblem(sent) === '';
  const answer =
    played === null
      ? {
          ...freshResponse,
          ...(status !== null && { status: String(status) }),
          ...(body !== null && { body }),
          ...(took !== null && took > 0 && { delay: String(took / 1000) }),
        }
      : responseDraft(played.response);
  return { ...draftFor(method, url), body: sent, bodyMatch: isJson ? 'json' : 'text', responses: [answer] };
}
