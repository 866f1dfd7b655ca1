import { createLibrary, withTables, type Library, type TablesSource } from '../crmscript/library.ts';
import { blobPart } from './records/blobs.ts';
import { cachePart } from './records/cache.ts';
import { chatAgentPart } from './crmscript/chat-agent.ts';
import { chatPart } from './crmscript/chat-functions.ts';
import { contextPart } from './crmscript/context-functions.ts';
import { eventDataPart } from './crmscript/event-data.ts';
import { httpPart } from './crmscript/http.ts';
import { executePart } from './crmscript/execute-script.ts';
import { withFixtures } from './records/fixtures.ts';
import { faqPart } from './crmscript/faq-search.ts';
import { genericSearchPart } from './records/generic-search.ts';
import { lookupPart } from './records/lookups.ts';
import { recordPart } from './records/record-classes.ts';
import { replyTemplatePart } from './records/reply-templates.ts';
import { searchPart } from './records/search-engine.ts';
import { variablesPart } from './crmscript/variables.ts';

/** Everything that a bot's script can call: the language's own library, and the chat. */
export const botLibrary = createLibrary(
  eventDataPart,
  chatPart,
  chatAgentPart,
  variablesPart,
  contextPart,
  httpPart,
  searchPart,
  genericSearchPart,
  cachePart,
  recordPart,
  lookupPart,
  replyTemplatePart,
  faqPart,
  blobPart,
  executePart,
);

const completed = new WeakMap<TablesSource, Library>();

/** The library that knows the tables too, where there are any. One for each source, so that it is linked once. */
export function libraryWith(tables: TablesSource | undefined): Library {
  if (tables === undefined) return botLibrary;
  const known = completed.get(tables);
  if (known !== undefined) return known;
  const made = withTables(botLibrary, withFixtures(tables));
  completed.set(tables, made);
  return made;
}
