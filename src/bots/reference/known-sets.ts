import type { Choices } from '../../crmscript/reference.ts';

/** Lines of `number name what it is`. */
function setOf(title: string, lines: string, more: Pick<Choices, 'isMask'> = {}): Choices {
  const choices = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, text = '', name = '', says = ''] = /^\s*(\S+)\s+(\S+)\s*(.*)$/.exec(line) ?? [];
      return { text, name, ...(says !== '' && { says }) };
    });
  return { title, choices, ...more };
}

/**
 * The numbers of the product and what they mean, in our words (chat-domain §1.8, §6.3; crm §10.4, §11.6). What the numbers are
 * called in the engine stands in engine/numbers.ts; a test holds both to each other.
 */
export const sets = {
  status: setOf(
    'Status',
    `
    0 Invalid Not known; no session should have it.
    1 PreChatForm The customer fills in the form that comes first.
    2 Faq The customer is asked for a question and looks at what the FAQ has.
    3 OfflineForm Nobody is there: the customer may leave a request.
    4 InQueue The customer waits for somebody.
    5 CustomerLast The conversation goes on, and the customer wrote last.
    6 UserLast The conversation goes on, and the agent or the bot wrote last.
    7 Finished The conversation is over; a message of the customer takes it up again.
    8 Deleted It is marked for deletion and soon gone.
    9 Closed It is over for good.
    10 RequestPosted The offline form was sent, and a request was made of it.
    11 ClosedFromQueue The customer went away while waiting.`,
  ),
  messageType: setOf(
    'Message type',
    `
    0 Invalid Not known; no message should have it.
    1 ToCustomer From the agent or the bot to the customer: what scripts write.
    2 ToUser From the customer to the agent.
    3 Special A line of the system, or something that the customer did; the special type says what.`,
  ),
  specialType: setOf(
    'Special type',
    `
    0 None A message like any other.
    1 Welcome The channel's welcome message, when an agent takes the chat.
    2 Url An address to go to, in the parameter; shown as a link.
    3 Block Something was blocked; what, the product does not say.
    5 NewSession A new session, told to the agent.
    6 TransferedSession An agent has taken the chat over from another one.
    7 Error Something went wrong; the parameter says what.
    8 SessionDeleted The session was deleted.
    9 FaqSuccessQuestion Asks whether what the FAQ has did help, with Yes and No.
    10 ClosedByUser The agent has ended the chat.
    11 ClosedByCustomer The customer has ended the chat.
    12 ClosedByIdle The chat was ended because the customer was gone.
    13 TransferRejected A colleague did not take the chat over.
    14 ReopenedByCustomer The customer has taken the chat up again.
    15 ClickedOption The customer has clicked one of the options of a message.
    16 BotMessage A message of a bot; with showAt=… as its parameter it shows later.
    17 Options A message with options to click: the parameter is a JSON array of texts, 255 characters at most.
    18 IllegalFileType The customer wanted to send a file of a kind that is not allowed.`,
  ),
  eventType: setOf(
    'Event',
    `
    400 ChatNewSession A session has begun.
    401 ChatSessionChangedStatus A session has changed its status.
    402 ChatBeforeSaveNewMessage A message is about to be saved; it can be changed or blocked.
    403 ChatAfterSaveNewMessage A message was saved.`,
  ),
  presence: setOf('Presence', '0 NotPresent Away: gets no chats.\n1 Present Ready for chats.'),
  yesNo: setOf('Value', '0 No\n1 Yes'),
  botActive: setOf(
    'Bot',
    '0 Off The bot is out of this session; none of its scripts runs.\n1 Active The bot takes part in this session.',
  ),
  faqAccess: setOf(
    'Access',
    `
    1 Private Only whoever wrote it.
    2 Internal All users of the product.
    3 RegisteredCustomers Customers who are logged in.
    4 Public Everybody, and so the customers of a chat.`,
  ),
  sessionFlags: setOf(
    'Flags of a session',
    '1 CustomerIsTyping The customer is writing.\n2 UserIsTyping The agent or the bot is writing.',
    { isMask: true },
  ),
  topicFlags: setOf(
    'Flags of a channel',
    `
    0 None Nothing of it.
    1 PopupAlert Agents are warned by a window.
    2 EmailAlert Agents are warned by e-mail.
    4 CollectConsent The customer is asked for consent before the chat.
    8 UseCustomQueueMessage The queue has a text of its own.
    16 WidgetSizeLarge The widget is large.
    32 OfflineCollectConsent The customer is asked for consent in the offline form.
    64 UseQueueOfflineForm Whoever waits too long is offered the offline form.`,
    { isMask: true },
  ),
  formFields: setOf('Fields of a form', '0 None\n1 Email\n2 Name\n4 Company\n8 Phone\n16 Country', {
    isMask: true,
  }),
  theme: setOf('Theme', '0 Classic The widget as it used to be.\n1 Modern The widget as it is now.'),
  webhookState: setOf(
    'State of a webhook',
    `
    0 Unknown Not known.
    1 Active It is called.
    2 Stopped Somebody has stopped it.
    3 TooManyErrors It failed too often, and is not called until it is set to 1.`,
  ),
  language: setOf(
    'Language',
    '0 no Norwegian\n1 en English\n2 de German\n3 sv Swedish\n4 da Danish\n5 nl Dutch\n6 fr French\n7 es Spanish\n8 it Italian\n9 cs Czech\n10 fi Finnish\n11 pl Polish',
  ),
  dateMode: setOf(
    'Way to write a time',
    `
    0 date 2020-05-29
    1 minutes 2020-05-29 13:37
    2 seconds 2020-05-29 13:37:42
    3 words May 29. 2020
    4 words,minutes May 29. 2020 13:37
    5 words,seconds May 29. 2020 13:37:42
    6 long As 4.
    7 short 05/29/2020 13:37 in English, 29/05/2020 13:37 in Norwegian
    8 digits 20200529133742
    9 time 13:37
    10 time,seconds 13:37:42
    11 digits 20200529133742
    12 mail,old Fri, 29 May 20 13:37:42 GMT, though nothing is converted to GMT
    13 ISO 2020-05-29T13:37:42
    14 mail Fri, 29 May 2020 13:37:42 +0200
    15 points 29.05.2020 13:37
    16 slashes 29/05/2020 13:37`,
  ),
  spanUnit: setOf('Unit', '0 year\n1 day\n2 hour\n3 minute\n4 second'),
  weekDay: setOf(
    'Day of the week',
    '0 Monday\n1 Tuesday\n2 Wednesday\n3 Thursday\n4 Friday\n5 Saturday\n6 Sunday',
  ),
  httpStatus: setOf(
    'HTTP status',
    `
    200 OK It worked.
    201 Created Something was made.
    202 Accepted It will be done later.
    204 NoContent It worked, and there is nothing to say.
    301 MovedPermanently It is at another address now.
    302 Found It is at another address for now.
    304 NotModified It is as it was.
    400 BadRequest The request is not understood.
    401 Unauthorized It wants to know who asks.
    403 Forbidden Whoever asks may not have it.
    404 NotFound There is nothing at this address.
    405 MethodNotAllowed It cannot be asked in this way.
    409 Conflict It does not go with how things stand.
    410 Gone There was something at this address; there is nothing any more.
    422 UnprocessableContent The request is understood, and its content is not accepted.
    429 TooManyRequests It was asked too often.
    500 InternalServerError The other system has failed.
    502 BadGateway A system behind it has failed.
    503 ServiceUnavailable It cannot answer now.
    504 GatewayTimeout A system behind it took too long.`,
  ),
} as const;

export type SetName = keyof typeof sets;
