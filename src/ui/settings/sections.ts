import type { ComponentType } from 'preact';
import type { Path } from '../frame/router.ts';
import { AgentsSection } from './agents.tsx';
import { ChannelsSection } from './channels.tsx';
import { MocksSection } from './mocks.tsx';
import { OptionsSection } from './options.tsx';
import type { SectionName } from './kinds.ts';
import { TablesSection } from './tables.tsx';
import { WindowSection } from './window.tsx';

/** What a section is given: the rest of the address behind its name. */
export type SectionProps = { readonly rest: Path };

export const sections: Readonly<Record<SectionName, ComponentType<SectionProps>>> = {
  channels: ChannelsSection,
  agents: AgentsSection,
  mocks: MocksSection,
  tables: TablesSection,
  options: OptionsSection,
  window: WindowSection,
};

export const isSection = (name: string | undefined): name is SectionName =>
  name !== undefined && Object.hasOwn(sections, name);
