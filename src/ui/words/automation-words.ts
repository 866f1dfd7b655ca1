const n = (value: number): string => String(value);

/** What is said of triggers and webhooks where they are looked at; loaded with it. */
export const automationWords = {
  all: 'Triggers and webhooks',
  show: 'Show',
  everything: 'Everything',
  triggers: 'Triggers',
  off: 'Real delivery is off: nothing leaves this computer. Targets answer what the webhook’s responses say.',
  none: 'Nothing yet. What triggers run, and what webhooks get, is listed here.',
  list: 'What ran and what was sent',
  more: (count: number) => `Show ${n(count)} more`,
  earlier: 'Earlier runs of triggers are in the timeline; of each webhook the newest 100 events are kept.',
  webhooks: 'Webhooks',
  state: ['Unknown', 'Active', 'Stopped', 'Too many errors'] as readonly string[],
  statistics: (calls: number, errors: number, inRow: number) =>
    `${n(calls)} ${calls === 1 ? 'call' : 'calls'} · ${n(errors)} failed · ${n(inRow)} in a row`,
  reset: 'Reset',
  resetHint: 'Active again, without errors in a row',
  resend: 'Resend',
  resendHint: 'The same body once more, signed as the webhook is set now',
  stopped: 'The webhook is not active, so nothing is sent. Reset it first.',
  gone: 'The webhook was deleted.',
  curl: 'Copy as curl',
  copied: 'Copied',
  notCopied: 'The browser does not let this page copy. Select the text and copy it.',
  why: 'Why it was sent',
  whyRan: 'Why it ran',
  byHand: 'Somebody had it sent again.',
  noCause: 'What it follows from is not in the log any more.',
  attempts: 'Attempts',
  attempt: (count: number) => `Attempt ${n(count)}`,
  answered: (result: number | string) =>
    result === 'timeout'
      ? 'no answer in time'
      : result === 'error'
        ? 'could not be reached'
        : `answered ${String(result)}`,
  tookLong: (delay: number) => `after ${n(delay / 1000)} s`,
  waits: (count: number, delay: number) =>
    `Attempt ${n(count)} waits for its answer, which takes ${n(delay / 1000)} s`,
  ran: (result: number | string) =>
    result === 200
      ? 'the script ran to its end'
      : result === 404
        ? 'there is no such script'
        : 'the script failed',
  pending: (count: number) => `Attempt ${n(count)} is due`,
  notTried: 'Not tried yet',
  dropped: 'No further attempt: the next event has a new EventId.',
  payload: 'Body',
  pretty: 'Pretty',
  raw: 'Raw',
  copy: 'Copy',
  headers: 'Headers',
  signature: 'Signature',
  signed: 'base64 of HMAC-SHA256 over the raw body, with the webhook’s secret as key',
  unsigned: 'Not signed: the webhook has no secret.',
  noHeaders: 'It runs a script, which reads the body as variables: nothing is sent over the network.',
  responses: 'What the target answers',
  nextOne: 'next',
  repeats: 'over and over',
  again: 'again',
  trigger: (event: number) => `Trigger ${n(event)}`,
  on: {
    400: 'a session was created',
    401: 'a status changed',
    402: 'before a message was saved',
    403: 'after a message was saved',
  } as Readonly<Record<number, string>>,
  ranOn: 'On',
  result: 'Result',
  blockedIt: 'blocked',
  blocked: 'It blocked the message',
  letThrough: (text: string) => `The message was saved as ${text}`,
  finished: (statements: number) => `It ran to its end: ${n(statements)} statements`,
  did: 'What it did',
  didNothing: 'Nothing but its result.',
  running: 'It did not come to an end.',
  openScript: 'Open the script',
} as const;
