import { customerFrom } from '../engine/defaults.ts';
import type { Input, InputOf } from '../engine/inputs.ts';
import type { ScenarioFile, ScenarioStep } from './format.ts';
import { versionOf } from './version.ts';
import { without } from './without.ts';
import { bare, worldWithoutDefaults } from './world-without-defaults.ts';

/**
 * The same scenario with every field left out that says what is so anyway, and without what belongs to one recording of
 * it: hashes, the revision of the rules, who made it. It plays the same, event for event; and two files that say the
 * same in more words or fewer are one file after this (scenario.md).
 */
export function withoutDefaults(file: ScenarioFile): ScenarioFile {
  const { rules: _rules, made: _made, world, steps, ...head } = file;
  const said = without(head, { description: '', tags: [], opening: 0, bookmarks: [] }) as typeof head;
  const left = { ...said, world: worldWithoutDefaults(world), steps: steps.map(stepWithoutDefaults) };
  return { ...left, version: versionOf(left) };
}

function stepWithoutDefaults({ hash: _hash, input, ...rest }: ScenarioStep): ScenarioStep {
  const said = without(rest, { note: '', expect: [], edits: [], leftOut: [] }) as typeof rest | undefined;
  return { ...said, input: inputWithoutDefaults(input) };
}

/** What an input brings, without what it would bring anyway. Inputs about sessions say nothing that they need not. */
function inputWithoutDefaults(input: Input): Input {
  switch (input.type) {
    case 'customer.connects':
      return connectsWithoutDefaults(input);
    case 'admin.savesChannel':
      return { ...input, channel: bare.channel(input.channel) };
    case 'admin.savesFolder':
      return { ...input, folder: bare.folder(input.folder) };
    case 'admin.savesScript':
      return { ...input, script: bare.script(input.script) };
    case 'admin.savesTrigger':
      return { ...input, trigger: bare.trigger(input.trigger) };
    case 'admin.savesWebhook':
      return { ...input, webhook: bare.webhook(input.webhook) };
    case 'admin.savesAgent':
      return { ...input, agent: bare.agent(input.agent) };
    case 'admin.savesFaqEntry':
      return { ...input, faqEntry: bare.faqEntry(input.faqEntry) };
    case 'admin.savesFaqFolder':
      return { ...input, faqFolder: bare.faqFolder(input.faqFolder) };
    case 'admin.savesMock':
      return { ...input, mock: bare.mock(input.mock) };
    case 'admin.movesMock':
      return without(input, { before: 0 }) as Input;
    case 'admin.savesContact':
      return { ...input, contact: bare.contact(input.contact) };
    case 'admin.savesQuickReply':
      return { ...input, quickReply: bare.quickReply(input.quickReply) };
    case 'clock.advances':
      return without(input, { timers: 'all' }) as Input;
    default:
      return input;
  }
}

/** An alias that is the name need not be said; the name needs to be. */
function connectsWithoutDefaults(input: InputOf<'customer.connects'>): Input {
  const { customer: said = {}, ...rest } = input;
  const { name } = said;
  const customer = said.alias === '' ? { ...said, alias: undefined } : said;
  const left = without(customer, { ...customerFrom({ name }), name: '' }) as object | undefined;
  return left === undefined ? rest : { ...rest, customer: left };
}
