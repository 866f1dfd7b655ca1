import type { WorldFile } from '../../../src/engine/definition.ts';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import type { RunScript } from '../../../src/engine/script-call.ts';
import { createRunScript, type JavaScriptTools } from '../../../src/bots/run-script.ts';
import { eraseTypes } from '../../../src/javascript/erase-types.ts';
import { tables } from '../../crmscript/tables.ts';
import { engine } from '../../support/javascript.ts';
import { playWith, type Played } from '../stage.ts';

const tools: JavaScriptTools = { engine: await engine(), eraseTypes };

/** Runs scripts of both languages. */
export const bothLanguages = (): RunScript => createRunScript(tables, () => tools);

/** As `play`, to a bot whose message script is in JavaScript. */
export const playJs = (
  source: string,
  more: Partial<WorldFile> = {},
  before: readonly Input[] = [],
): Played => playWith(bothLanguages(), { language: 'javascript', source }, more, before);

/** Every text that a bot or an agent posted. */
export const posted = (events: readonly RecordedEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'message.saved' && event.messageType !== 2 ? [event.text] : []));
