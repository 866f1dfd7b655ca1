import { useEffect, useRef } from 'preact/hooks';
import type { World } from '../../engine/world.ts';
import { useAppContext } from '../context.ts';
import { NoPlace } from '../frame/no-place.tsx';
import { hrefOf } from '../frame/router.ts';
import { bringAcross } from '../controls/bring-across.ts';
import { ErrorBoundary } from '../controls/error-boundary.tsx';
import type { LaterIconName } from '../controls/later-icon-names.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { faultsIn } from './faults.ts';
import { groups, type SectionName } from './kinds.ts';
import { isSection, sections } from './sections.ts';
import { settingsWords } from '../words/settings-words.ts';
import { useSettings } from './things/use-settings.ts';
import './settings.css';

/** What the workspace is made of, to be looked at and changed: `settings`, a section, and what the section has. */
export function Settings() {
  const { router } = useAppContext();
  const path = router.path.value;
  const [, name, ...rest] = path;
  useEffect(() => {
    if (name === undefined) router.replace('settings', 'channels');
  }, [name, router]);
  const kinds = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = kinds.current?.querySelector('[aria-current]') ?? null;
    if (kinds.current !== null && open !== null) bringAcross(kinds.current, open);
  }, [name]);
  const Section = isSection(name) ? sections[name] : null;
  return (
    <div class="settings">
      <nav ref={kinds} class="settings-kinds" aria-label={settingsWords.label}>
        {groups.map(([title, of]) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {of.map((one) => (
                <li key={one}>
                  <SectionLink name={one} isOpen={one === name} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div class="settings-section">
        {Section === null ? (
          name === undefined ? null : (
            <NoPlace path={path} />
          )
        ) : (
          <ErrorBoundary key={name}>
            <Section rest={rest} />
          </ErrorBoundary>
        )}
      </div>
    </div>
  );
}

/** How many there are of what a section lists; a section that is one page has none. */
function countIn(world: World, name: SectionName): number | undefined {
  if (name === 'options' || name === 'window') return undefined;
  if (name === 'faq') return world.faqEntries.length;
  return name === 'tables' ? Object.keys(world.tables).length : world[name].length;
}

function SectionLink({ name, isOpen }: { readonly name: SectionName; readonly isOpen: boolean }) {
  const world = useSettings();
  const count = countIn(world, name);
  const faults = faultsIn(world, name);
  return (
    <a class="kind" href={hrefOf(['settings', name])} aria-current={isOpen ? 'page' : undefined}>
      <LaterIcon name={icons[name]} size={16} />
      <span>{settingsWords.sections[name]}</span>
      <span class="push" />
      {faults === 0 ? null : (
        <span
          class="to-mend"
          role="img"
          aria-label={settingsWords.toMend(faults)}
          title={settingsWords.toMend(faults)}
        >
          <LaterIcon name="warn" />
        </span>
      )}
      {count === undefined ? null : <span class="number muted">{count}</span>}
    </a>
  );
}

const icons: Readonly<Record<SectionName, LaterIconName>> = {
  channels: 'channels',
  agents: 'agents',
  contacts: 'contacts',
  faq: 'faq',
  quickReplies: 'replies',
  triggers: 'trigger',
  webhooks: 'webhook',
  mocks: 'mocks',
  tables: 'table',
  options: 'options',
  window: 'keyboard',
};
