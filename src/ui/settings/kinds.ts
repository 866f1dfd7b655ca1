import { settingsWords } from '../words/settings-words.ts';

export type SectionName = keyof typeof settingsWords.sections;

/** The sections of Settings in their order, by what they are about. */
export const groups: readonly (readonly [title: string, of: readonly SectionName[]])[] = [
  [settingsWords.groups.people, ['channels', 'agents', 'contacts']],
  [settingsWords.groups.answers, ['faq', 'quickReplies']],
  [settingsWords.groups.automation, ['triggers', 'webhooks', 'mocks', 'tables']],
  [settingsWords.groups.workspace, ['options', 'window']],
];
