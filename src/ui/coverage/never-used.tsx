import type { SettingUse } from '../../protocol/coverage.ts';
import { hrefOf, type Path } from '../frame/router.ts';
import { coverageWords as words } from '../words/coverage-words.ts';

/** The settings that nobody made use of, each with the way to it. */
export const NeverUsed = ({ settings }: { readonly settings: readonly SettingUse[] }) => (
  <section class="coverage-section" aria-label={words.settings}>
    <h3>{words.settings}</h3>
    {settings.length === 0 ? (
      <p class="note">{words.allUsed}</p>
    ) : (
      <ul>
        {settings.map((setting) => (
          <li key={`${setting.kind} ${String(setting.id)} ${setting.name}`}>
            <span class="setting-kind">{words.kinds[setting.kind]}</span>
            <a href={hrefOf(placeOf(setting))}>{setting.name}</a>
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** Where a setting is looked at; what is no thing of its own is part of a channel. */
function placeOf({ kind, id }: SettingUse): Path {
  const sections: Partial<Record<SettingUse['kind'], string>> = {
    agent: 'agents',
    trigger: 'triggers',
    webhook: 'webhooks',
    mock: 'mocks',
    faqEntry: 'faq',
  };
  return ['settings', sections[kind] ?? 'channels', String(id)];
}
