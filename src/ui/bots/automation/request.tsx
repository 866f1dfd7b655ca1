import { useSignal } from '@preact/signals';
import type { Delivery } from '../../../engine/world.ts';
import { automationWords } from '../../words/automation-words.ts';
import { CopyButton } from './copy-button.tsx';
import { prettyJson } from './pretty-json.ts';

/** What was sent: the body, pretty or byte for byte, its headers, and how it is signed. */
export function Request({ delivery: { payload, headers, signature } }: { readonly delivery: Delivery }) {
  const manner = useSignal<'pretty' | 'raw'>('pretty');
  const given = Object.entries(headers);
  return (
    <>
      <section>
        <div class="automation-bar">
          <h4>{automationWords.payload}</h4>
          <div class="automation-manner" role="group" aria-label={automationWords.payload}>
            {(['pretty', 'raw'] as const).map((name) => (
              <button
                key={name}
                type="button"
                class="quiet small"
                aria-pressed={manner.value === name}
                onClick={() => {
                  manner.value = name;
                }}
              >
                {automationWords[name]}
              </button>
            ))}
          </div>
          <span class="push" />
          <CopyButton label={automationWords.copy} text={payload} />
        </div>
        <pre class="mono" tabIndex={0} aria-label={automationWords.payload}>
          {manner.value === 'raw' ? payload : prettyJson(payload)}
        </pre>
      </section>
      <section>
        <h4>{automationWords.headers}</h4>
        {given.length === 0 ? <p class="note">{automationWords.noHeaders}</p> : null}
        <dl class="automation-headers">
          {given.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h4>{automationWords.signature}</h4>
        {signature === '' ? (
          <p class="note">{automationWords.unsigned}</p>
        ) : (
          <>
            <code class="automation-signature">{signature}</code>
            <p class="note">{automationWords.signed}</p>
          </>
        )}
      </section>
    </>
  );
}
