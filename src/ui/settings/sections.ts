import type { ComponentType } from 'preact';
import { ChannelsSection } from './channels.tsx';
import { MocksSection } from './mocks.tsx';
import { OptionsSection } from './options.tsx';
import type { SectionName } from './kinds.ts';
import type { SectionProps } from './section-props.ts';
import { TablesSection } from './tables.tsx';
import { AgentsSection } from './things/agents.tsx';
import { ContactsSection } from './things/contacts.tsx';
import { FaqSection } from './things/faq.tsx';
import { QuickRepliesSection } from './things/quick-replies.tsx';
import { TriggersSection } from './things/triggers.tsx';
import { WebhooksSection } from './things/webhooks.tsx';
import { WindowSection } from './window.tsx';

export const sections: Readonly<Record<SectionName, ComponentType<SectionProps>>> = {
  channels: ChannelsSection,
  agents: AgentsSection,
  contacts: ContactsSection,
  faq: FaqSection,
  quickReplies: QuickRepliesSection,
  triggers: TriggersSection,
  webhooks: WebhooksSection,
  mocks: MocksSection,
  tables: TablesSection,
  options: OptionsSection,
  window: WindowSection,
};

export const isSection = (name: string | undefined): name is SectionName =>
  name !== undefined && Object.hasOwn(sections, name);
