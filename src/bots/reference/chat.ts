/* The chat, the event at hand, and the chat agent of NetServer (crm §11.1, §12; chat-domain §5, §6, §12). */
export const chat = `
addChatMessage | Puts a message into a session and returns its number. A bot's message makes the status 6 User last. | sessionId: the session; message: the text, in which b, i, u, lists and links are allowed; type: to whom it goes; author: the name above the bubble; specialType: what kind of message it is; specialParams: what the kind wants: for 17 a JSON array of options, for 16 nothing or showAt=2026-03-02 09:00:05, else ""; whenPosted: when it shows, and where it stands among the others
resetChat | Hands over to people: turns the bot off and starts the session over, in the queue, a form or the FAQ, as its channel says. | sessionId: the session
setChatStatus | Changes the status of a session; 7 ends the chat. | sessionId: the session; status: the new status
setUserIsTyping | Shows the customer that somebody types, or no longer. The next message takes it away. | sessionId: the session; isTyping: true shows it
getEventData | What the event that runs this script has to say; in a run by hand, the values that were typed for it.
EventData.getType | Which event it is.
EventData.getInputValue | A value that the event gives, as text; a null text where it gives none. | field: its name, in any letter case
EventData.getInputValues | All values that the event gives.
EventData.setOutputValue | Changes what is about to be saved: trigger 402 may change a message's text, special type, parameter and author. | name: the value's name; value: its new text
EventData.getStateValue | A value that an earlier script of the same event has kept. | stateValue: its name
EventData.getStateValues | All values that earlier scripts of the same event have kept.
EventData.setStateValue | Keeps a value for later scripts of the same event. | stateName: its name; val: its text
EventData.getMessage, setMessage | The message that the product shows in a dialog. | message: the message
EventData.getBlockExecution, setBlockExecution | Whether what is about to happen is held back: trigger 402 blocks a message with it. | value: true holds it back
EventData.setValidationMessage | Holds back what is about to happen and says why. | message: why
EventData.showDialog | Shows a dialog in the product. | dialog: what is in it
EventData.getNavigateTo, setNavigateTo | Where the product goes when the script has ended. | url: the address
faqSearch | Searches the FAQ and puts what it finds, best first, into faq.entryId, faq.entryName, faq.entryQuestion, faq.entryScore and their like. | root: the folder to search, -1 for all; access: who may see it; message: the question; p: the parser that gets what was found; max: how many at most
NSChatAgent.GetChatSessionEntity | A session. | chatSessionEntityId: its number
NSChatAgent.SaveChatSessionEntity | Saves what was changed in a session. | chatSessionEntity: the session
NSChatAgent.CreateChatSessionForTopic | Begins a session in a channel. | chatTopicId: the channel
NSChatAgent.DeleteChatSessionEntity | Deletes a session. | chatSessionEntity: its number
NSChatAgent.ChatSessionsForUser | The sessions that the user can see.
NSChatAgent.PickUpChatSession | Takes a waiting session for the user. | chatSessionId: the session
NSChatAgent.PickUpFirstChatSession | Takes the session that waits longest.
NSChatAgent.TransferChatSession | Asks a colleague to take a session over. | chatSessionId: the session; toAssociate: the colleague's user name
NSChatAgent.AcceptChatSessionTransfer, RejectChatSessionTransfer | Takes over a session that was offered, or does not. | chatSessionId: the session
NSChatAgent.ResetChatSession | Hands a session over, as resetChat does. | chatSessionId: the session
NSChatAgent.AddChatMessage | Puts a message into a session, as addChatMessage does. | chatSessionId: the session; message: the message
NSChatAgent.GetChatMessages | The messages of a session. | chatSessionId: the session; after: only those with a higher number
NSChatAgent.GetChatTranscript | The whole conversation as one text. | chatSessionId: the session; html: as HTML, or as plain text
NSChatAgent.GetChatTopicEntity | A channel. | chatTopicEntityId: its number
NSChatAgent.ChatTopicsForUser | The channels of which the user is a member.
NSChatAgent.CreateDefaultChatTopicEntity | A new channel with the product's defaults, not saved yet.
NSChatAgent.CreateDefaultChatTopicAgent | A new member with the product's defaults, not saved yet.
NSChatAgent.SaveChatTopicEntity | Saves a channel. | chatTopicEntity: the channel
NSChatAgent.DeleteChatTopicEntity | Deletes a channel. | chatTopicEntity: its number
NSChatAgent.IsWithinOpeningHours | Whether a channel is open now; one without opening hours always is. | chatTopicId: the channel
NSChatAgent.GetChatPresence | Who is present, and how many chats each has.
NSChatAgent.SaveChatPresence | Makes users present or away. | chatPresence: the users, each with Present
NSChatAgent.GetUserAgentList | The users who can chat. | flat: without their groups; onlyPresent: only those who are present
NSChatAgent.GetChatTopicUserAgentList | The members of a channel. | chatTopicId: the channel
NSChatAgent.GetChatTopicUserAgent | One member of a channel. | chatTopicId: the channel; username: the member
NSChatAgent.AddChatTopicUserAgent | Makes somebody a member of a channel. | chatTopicId: the channel; useragent: who, and what they may
NSChatAgent.UpdateChatTopicUserAgent | Changes what a member may, or all members of a channel. | chatTopicId: the channel; username: the member; useragent: what they may; useragents: all members
NSChatAgent.DeleteChatTopicUserAgent | Takes a member out of a channel. | chatTopicId: the channel; username: the member
`;
