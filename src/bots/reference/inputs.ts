import type { SetName } from './known-sets.ts';

export type InputEntry = { readonly says: string; readonly set?: SetName };

/** What the values of an event are (chat-domain §5). All are texts; of numbers the set says what they mean. */
export const inputEntries: Readonly<Record<string, InputEntry>> = {
  action: { says: 'register when the bot is turned on for a channel, unregister when it is turned off.' },
  topicid: {
    says: 'The channel for which it is turned on or off. The samples write topicId, which is the same.',
  },
  foundAgents: {
    says: 'Whether somebody is there for the channel; on channels with a bot it is never so.',
    set: 'yesNo',
  },
  'chatSession.id': { says: 'The session.' },
  'chatSession.topicId': { says: 'The channel of the session.' },
  'chatSession.status': { says: 'Where the session stands; after a change, the new status.', set: 'status' },
  'chatSession.customerAlias': { says: 'The name under which the customer chats.' },
  'chatSession.sessionKey': { says: 'The secret by which the customer’s browser is known.' },
  'chatSession.customerHost': { says: 'The computer of the customer.' },
  'chatSession.chatbot_isactive': { says: 'Whether the bot takes part in the session.', set: 'botActive' },
  'chatSession.botActive': { says: 'Whether the bot takes part in the session.', set: 'botActive' },
  'chatSession.userId': { says: 'The agent who has the session; -1 is nobody, and so while a bot has it.' },
  'chatSession.customerId': { says: 'The contact person that the session is linked with; 0 is nobody.' },
  'chatSession.contactId': { says: 'The company that the session is linked with; 0 is none.' },
  'chatSession.projectId': { says: 'The project that the session is linked with; 0 is none.' },
  'chatSession.saleId': { says: 'The sale that the session is linked with; 0 is none.' },
  'chatSession.ticketId': { says: 'The request that was made of the session; 0 is none.' },
  'chatSession.customerName': { says: 'The name that the customer gave.' },
  'chatSession.customerEmail': { says: 'The address that the customer gave.' },
  'chatSession.companyName': { says: 'The company that the customer named.' },
  'chatSession.customerPhone': { says: 'The telephone number that the customer gave.' },
  'status.old': { says: 'The status before the change.', set: 'status' },
  'status.new': { says: 'The status after the change.', set: 'status' },
  'chatMessage.sessionId': {
    says: 'The session of the message; events of messages have no chatSession.id on the product’s pages.',
  },
  'chatMessage.id': { says: 'The message; before it is saved it has no number yet.' },
  'chatMessage.message': { says: 'The text of the message.' },
  'chatMessage.type': { says: 'From whom to whom it goes: 2 is from the customer.', set: 'messageType' },
  'chatMessage.specialType': { says: 'What kind of message it is.', set: 'specialType' },
  'chatMessage.specialParam': {
    says: 'What its kind wants: of a clicked option, a JSON array with its text.',
  },
  'chatMessage.author': { says: 'The name above the bubble.' },
  'chatTopic.id': { says: 'The channel.' },
  'chatTopic.name': { says: 'The name of the channel.' },
  'chatTopic.botName': { says: 'What the bot of the channel is called.' },
};
