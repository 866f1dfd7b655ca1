/**
 * ChatAgent's methods with what they take and give, as CRMScript's reference writes them (chat-domain §12.2). Other languages
 * spell them in their own way.
 */
export const chatSignatures = [
  'NSChatSessionEntity GetChatSessionEntity(Integer chatSessionEntityId)',
  'NSChatSessionEntity SaveChatSessionEntity(NSChatSessionEntity chatSessionEntity)',
  'NSChatSessionEntity CreateChatSessionForTopic(Integer chatTopicId)',
  'Void DeleteChatSessionEntity(Integer chatSessionEntity)',
  'NSChatSessionEntity[] ChatSessionsForUser()',
  'NSChatSessionEntity PickUpChatSession(Integer chatSessionId)',
  'NSChatSessionEntity PickUpFirstChatSession()',
  'NSChatSessionEntity TransferChatSession(Integer chatSessionId, String toAssociate)',
  'NSChatSessionEntity AcceptChatSessionTransfer(Integer chatSessionId)',
  'NSChatSessionEntity RejectChatSessionTransfer(Integer chatSessionId)',
  'NSChatSessionEntity ResetChatSession(Integer chatSessionId)',
  'NSChatMessage AddChatMessage(Integer chatSessionId, NSChatMessage message)',
  'NSChatMessage[] GetChatMessages(Integer chatSessionId, Integer after)',
  'String GetChatTranscript(Integer chatSessionId, Bool html)',
  'NSChatTopicEntity GetChatTopicEntity(Integer chatTopicEntityId)',
  'NSChatTopicEntity[] ChatTopicsForUser()',
  'NSChatTopicEntity CreateDefaultChatTopicEntity()',
  'NSChatTopicAgent CreateDefaultChatTopicAgent()',
  'NSChatTopicEntity SaveChatTopicEntity(NSChatTopicEntity chatTopicEntity)',
  'Void DeleteChatTopicEntity(Integer chatTopicEntity)',
  'Bool IsWithinOpeningHours(Integer chatTopicId)',
  'NSChatPresence[] GetChatPresence()',
  'Void SaveChatPresence(NSChatPresence[] chatPresence)',
  'NSMDOListItem[] GetUserAgentList(Bool flat, Bool onlyPresent)',
  'NSChatTopicAgent[] GetChatTopicUserAgentList(Integer chatTopicId)',
  'NSChatTopicAgent GetChatTopicUserAgent(Integer chatTopicId, String username)',
  'NSChatTopicAgent AddChatTopicUserAgent(Integer chatTopicId, NSChatTopicAgent useragent)',
  'NSChatTopicAgent UpdateChatTopicUserAgent(Integer chatTopicId, String username, NSChatTopicAgent useragent)',
  'Void DeleteChatTopicUserAgent(Integer chatTopicId, String username)',
] as const;

type NameIn<Signature extends string> = Signature extends `${string} ${infer Name}(${string}` ? Name : never;

/** The name of a method: `GetChatMessages`. */
export const nameIn = <Signature extends string>(signature: Signature) =>
  signature.slice(signature.indexOf(' ') + 1, signature.indexOf('(')) as NameIn<Signature>;
