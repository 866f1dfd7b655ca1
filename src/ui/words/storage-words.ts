import { countOf } from '../format.ts';

const workspacesOf = (n: number): string => (n === 1 ? '1 workspace' : `${countOf(n)} workspaces`);
const messagesOf = (n: number): string => (n === 1 ? '1 message' : `${countOf(n)} messages`);

/** What the window says when the browser has lost its database; loaded when it has. */
export const storageWords = {
  lostDatabase: 'This browser had lost its database.',
  restored: (workspaces: number, messages: number) =>
    `${workspacesOf(workspaces)} with ${messagesOf(messages)} came back from the safety journal.`,
  fewer: (name: string, had: number, has: number) =>
    `“${name}” had at least ${messagesOf(had)} when it was last seen here: ${countOf(had - has)} of them ` +
    `${had - has === 1 ? 'is' : 'are'} missing.`,
  damaged: (name: string, has: number) =>
    `The journal of “${name}” is damaged: what came after its first ${messagesOf(has)} is missing.`,
  gap: (name: string, has: number) =>
    `The journal of “${name}” is damaged: some of its older messages are missing, and ${messagesOf(has)} are there.`,
  notListed:
    'The private files of this browser could not be read this time, so nobody knows yet what the safety journal holds. ' +
    'All of it is kept; reload the page to try again.',
  missingWorkspace: (name: string, had: number) => `“${name}”, with ${messagesOf(had)}, is missing.`,
  checkLast: 'Check the last messages. The journal holds no text that was not sent.',
  notRestored: (workspaces: number) =>
    `${workspacesOf(workspaces)} could not be brought back this time. ` +
    'What the safety journal holds of it is kept; reload the page to try again.',
  /** `workspaces` is 0 where nobody counted. */
  lost: (day: string, workspaces: number, messages: number) =>
    'Nothing is kept in this browser any more, though there ' +
    (workspaces === 0
      ? 'was something'
      : `${workspaces === 1 ? 'was' : 'were'} ${workspacesOf(workspaces)} with ${messagesOf(messages)}`) +
    ` on ${day}: it may have been deleted with the data of other sites. You start anew with the first sample.`,
} as const;
