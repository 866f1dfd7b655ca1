import { createLibrary } from '../crmscript/library.ts';
import { chatPart } from './chat-functions.ts';
import { eventDataPart } from './event-data.ts';
import { httpPart } from './http.ts';
import { variablesPart } from './variables.ts';

/** Everything that a bot's script can call: the language's own library, and the chat. */
export const botLibrary = createLibrary(eventDataPart, chatPart, variablesPart, httpPart);
