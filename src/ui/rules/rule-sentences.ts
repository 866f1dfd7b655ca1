import type { RuleSentence } from './rules.ts';

/**
 * What the rules that events name say, and how sure it is: chat-domain §16, to which a test holds this table. Loaded
 * when somebody first asks for a rule.
 */
export const ruleSentences = {
  T01: {
    sure: 'documented',
    text: 'An anonymous customer meets the pre-chat form first, where the channel has one.',
  },
  T02: {
    sure: 'documented',
    text: 'Where there is no pre-chat form, or the customer needs none, the FAQ comes first.',
  },
  T03: {
    sure: 'documented',
    text: 'Where there is neither a form nor an FAQ, the session waits in the queue at once.',
  },
  T04: {
    sure: 'documented',
    text: 'With no bot and nobody who can answer, the customer meets the offline form.',
  },
  T05: {
    sure: 'documented',
    text: 'When the pre-chat form is sent and the channel has an FAQ, the FAQ follows.',
  },
  T06: {
    sure: 'documented',
    text: 'When the pre-chat form is sent and there is no FAQ, the session waits in the queue.',
  },
  T07: {
    sure: 'inferred',
    text: 'When nobody can answer any more by the time the form is sent, the offline form follows.',
  },
  T08: {
    sure: 'documented',
    text: 'When the customer says that the FAQ did not help, the session joins the queue.',
  },
  T09: {
    sure: 'inferred',
    text: 'When no entry of the FAQ matches the question, the session joins the queue at once.',
  },
  T10: { sure: 'inferred', text: 'When the customer says that the FAQ helped, the session is finished.' },
  T11: {
    sure: 'inferred',
    text: 'Who has waited long enough, or behind enough others, may take the offline form instead.',
  },
  T12: {
    sure: 'documented',
    text: 'When an agent takes a waiting session, it becomes theirs, and the status 5 Customer last.',
  },
  T13: {
    sure: 'documented',
    text: 'When the bot writes while the session waits, it leaves the queue: the status becomes 6 User last.',
  },
  T14: {
    sure: 'documented',
    text: 'When the bot writes before form and FAQ are done, both are skipped: the status becomes 6 User last.',
  },
  T15: { sure: 'documented', text: 'When the customer writes, 6 User last becomes 5 Customer last.' },
  T16: { sure: 'documented', text: 'When a bot or an agent writes, the status becomes 6 User last.' },
  T17: { sure: 'documented', text: 'A bot ends the chat by setting the status to 7 Finished.' },
  T18: { sure: 'documented', text: 'When the agent ends the chat, the session is finished.' },
  T19: {
    sure: 'documented',
    text: 'When the customer closes the window in a conversation, the session is finished.',
  },
  T20: {
    sure: 'inferred',
    text: 'When the customer’s browser stops asking for news in a conversation, the session is finished.',
  },
  T21: {
    sure: 'inferred',
    text: 'When the customer leaves while waiting, the session is closed from the queue.',
  },
  T22: {
    sure: 'inferred',
    text: 'When the customer’s browser is gone while waiting, the session is closed from the queue.',
  },
  T23: {
    sure: 'decided',
    text: 'When the offline form is sent, a request is made and the status becomes 10 Request posted.',
  },
  T24: {
    sure: 'inferred',
    text: 'When the offline form is left without a request, the session is finished.',
  },
  T25: {
    sure: 'documented',
    text: 'Handing over turns the bot off, and the session starts over as channel and agents allow.',
  },
  T26: {
    sure: 'inferred',
    text: 'When the customer writes after the end, the chat goes on: the status becomes 5 Customer last.',
  },
  T27: {
    sure: 'inferred',
    text: 'When the post-chat form is sent or closed, the session is closed for good.',
  },
  T28: {
    sure: 'inferred',
    text: 'When the customer closes the window before any conversation, the session is closed.',
  },
  T29: { sure: 'inferred', text: 'A session that is over can be marked for deletion, and is removed later.' },
  T30: { sure: 'documented', text: 'A script may set any status; nothing holds it back.' },
  T31: {
    sure: 'inferred',
    text: 'A transfer leaves the status as it is; one that is pending is cancelled when the chat ends or starts over.',
  },
  T32: {
    sure: 'inferred',
    text: 'When the customer’s browser is gone before any conversation, the session is closed.',
  },
  T33: {
    sure: 'decided',
    text: 'When the customer writes after the end and neither bot nor agent is there, the session joins the queue.',
  },
  T49: { sure: 'documented', text: 'After a transfer, the former agent goes on listening and cannot write.' },
  T52: {
    sure: 'documented',
    text: 'Who listens in sees the messages and cannot write; the agent is not told.',
  },
  T53: {
    sure: 'documented',
    text: 'A request made from a chat contains its log; its number goes into the reply box, and out only when the agent sends it.',
  },
  T62: {
    sure: 'documented',
    text: 'The transcript holds all messages that the customer can see, in the order of their times.',
  },
  T63: { sure: 'documented', text: 'The stars that the customer chose are the rating of the session.' },
  T64: {
    sure: 'decided',
    text: 'The request of the offline form has the channel’s category and priority and the origin Chat (11).',
  },
  T73: {
    sure: 'documented',
    text: 'A trigger hears of one event: 400 a new session, 401 a change of status, 402 before and 403 after a message is saved.',
  },
  T74: {
    sure: 'documented',
    text: 'A folder is a bot when it holds a register script; a channel names it by its name.',
  },
  T77: {
    sure: 'documented',
    text: 'A bot’s folder is looked through when its channel is registered, and only then: scripts added later are not noticed, and what was deleted is missing.',
  },
  T86: {
    sure: 'documented',
    text: 'A webhook is told of the events that it subscribes to: created, changed, message.',
  },
  T89: {
    sure: 'inferred',
    text: 'A webhook that was stopped, by hand or after nine failures in a row, is sent nothing until it is active again.',
  },
  T94: {
    sure: 'documented',
    text: 'For an unanswered chat, Present members with Notifications are warned; managers of a new chat only while somebody is Present.',
  },
  S2: {
    sure: 'documented',
    text: 'Where a channel has a bot, it is active from the creation of a session on, and hears of it.',
  },
  S3: {
    sure: 'inferred',
    text: 'What the pre-chat form holds is kept with the session before the status changes.',
  },
  S4: {
    sure: 'decided',
    text: 'A customer’s message goes through trigger 402, is saved and changes the status; then come trigger 403, the webhook and the bot’s script.',
  },
  S5: {
    sure: 'documented',
    text: 'A question to the FAQ is a message like others, the bot’s script included; if the status is still 2 after that, the FAQ is searched.',
  },
  S5b: {
    sure: 'documented',
    text: 'When the FAQ did not help, the answer is saved, and then the session joins the queue.',
  },
  S5c: {
    sure: 'inferred',
    text: 'When the FAQ helped, the answer is saved, and then the session is finished.',
  },
  S6: {
    sure: 'decided',
    text: 'What a bot posts goes through trigger 402, is saved and makes the status 6; then come trigger 403 and the webhook, and never the bot’s own script.',
  },
  S7: {
    sure: 'decided',
    text: 'A line of the system fires the triggers and the webhook, changes no status and calls no bot.',
  },
  S8: {
    sure: 'documented',
    text: 'In a hand-over the bot is off first; so none of its scripts hears of the change.',
  },
  S10: {
    sure: 'documented',
    text: 'When an agent picks up, the session is assigned, its status changes, and the welcome message follows.',
  },
  S11: {
    sure: 'decided',
    text: 'An agent’s message goes through trigger 402, is saved and makes 5 Customer last 6 User last; then come trigger 403 and the webhook.',
  },
  S15: {
    sure: 'decided',
    text: 'A message after the end goes through trigger 402, a line says that the chat goes on, and then it is saved and changes the status.',
  },
  S16: { sure: 'inferred', text: 'Asking for a transfer notes who is asked; the status stays.' },
  S17: {
    sure: 'inferred',
    text: 'When a transfer is accepted, a line says so and the chat belongs to the other agent.',
  },
  S18: {
    sure: 'documented',
    text: 'When a transfer is rejected, a line says so and the chat stays where it is.',
  },
  S19: {
    sure: 'documented',
    text: 'What the offline form holds is kept with the session, a request is made of it, and its number is shown.',
  },
  S20: {
    sure: 'decided',
    text: 'When a channel with a bot is saved, the old bot is unregistered, its folder is looked through, and the new one is registered.',
  },
  Q2: {
    sure: 'decided',
    text: 'A bot’s scripts are found by their names, in any case of letters; of several for one role the lowest number counts.',
  },
  Q4: { sure: 'decided', text: 'Scripts act at once, inside one another, ten deep and no deeper.' },
  Q7: {
    sure: 'decided',
    text: 'The session of a silent bot waits in the queue; an agent who picks it up turns the bot off.',
  },
  Q18: { sure: 'decided', text: 'A delayed message counts at once, and is shown when its time has come.' },
  Q19: {
    sure: 'decided',
    text: 'A message that trigger 402 blocks is not saved, and nothing follows from it.',
  },
  Q20: {
    sure: 'decided',
    text: 'The enabled triggers of an event run in the order of their numbers; one that blocks a message stops the rest.',
  },
  Q21: {
    sure: 'decided',
    text: 'A form or an FAQ that was done in a session is not shown again after a hand-over, unless the option says so.',
  },
  Q28: {
    sure: 'decided',
    text: 'Options are a JSON array of texts of 255 characters at most; what is longer or cannot be read is shown as it is.',
  },
  Q42: {
    sure: 'decided',
    text: 'When a script fails, what it did before stays, the session goes on, and the customer sees nothing of it.',
  },
  Q43: {
    sure: 'decided',
    text: 'When a channel’s bot is turned off, chats that go on keep it, but its scripts are no longer found.',
  },
  Q48: { sure: 'decided', text: 'Handing over takes the session from the agent who had it.' },
  Q68: {
    sure: 'decided',
    text: 'Who goes back from the post-chat form sees the conversation again; nothing else changes until they write.',
  },
  Q69: {
    sure: 'decided',
    text: 'What a webhook got is sent again with the same body and EventId, signed as the webhook is set now, and has three attempts anew.',
  },
  Q70: {
    sure: 'decided',
    text: 'A webhook that is started again has no errors in a row; no test event is sent, and who listens for its state is told.',
  },
  Q71: {
    sure: 'decided',
    text: 'When the clock jumps with “only what waits now”, what is set on the way waits until the clock stands still.',
  },
  Q80: {
    sure: 'decided',
    text: 'A target that takes its time answers when its delay is over; until then the attempt waits.',
  },
  Q81: { sure: 'decided', text: 'What Undo brings back was there before, so no test is sent.' },
  'rulings 1': {
    sure: 'decided',
    text: 'One input may cause a thousand events through scripts; what would run after that does not.',
  },
  'rulings 21': {
    sure: 'decided',
    text: 'Yes or No to the FAQ is saved, and triggers and webhooks hear of it; the bot does not.',
  },
  'rulings 40': {
    sure: 'documented',
    text: 'SuperOffice Online stops a script after 60 s or 8 MB, and reaches other services on the ports 80 and 443 only; on site there is no such limit.',
  },
  'rulings 45': { sure: 'decided', text: 'A script that hung is left out until it is saved anew.' },
} as const satisfies Readonly<Record<string, RuleSentence>>;
