import { useId } from 'preact/hooks';
import { LaterIcon } from '../controls/later-icon.tsx';
import { filesWords as words } from '../words/files-words.ts';
import { isEmptied, type Way } from './form.ts';
import type { Leaving } from './use-leaving.ts';

type SecretsProps = { readonly leaving: Leaving; readonly way: Way };

/** What should not be passed on: each with its place and a box to empty it. */
export function Secrets({ leaving: { form, change, state }, way }: SecretsProps) {
  const id = useId();
  const secrets = state.draft?.secrets ?? [];
  if (secrets.length === 0) return null;
  const readable = secrets.filter(({ path }) => !isEmptied(form, path, way)).length;
  const setAll = (emptied: boolean) => {
    change({ secrets: Object.fromEntries(secrets.map(({ path }) => [path, emptied])) });
  };
  return (
    <section class="files-secrets" aria-labelledby={id}>
      <header>
        <h3 id={id}>{words.secrets}</h3>
        <span class="count">{secrets.length}</span>
        <span class="push" />
        <button
          type="button"
          class="text-button"
          onClick={() => {
            setAll(readable > 0);
          }}
        >
          {readable > 0 ? words.emptyAll : words.keepAll}
        </button>
      </header>
      <ul>
        {secrets.map(({ path, kind, preview }, index) => (
          <li key={path}>
            <input
              type="checkbox"
              id={`${id}-${String(index)}`}
              aria-label={words.empty(path)}
              checked={isEmptied(form, path, way)}
              onChange={(event) => {
                change({ secrets: { ...form.secrets, [path]: event.currentTarget.checked } });
              }}
            />
            <label for={`${id}-${String(index)}`}>
              <span>{kind}</span> <code>{path}</code>
            </label>
            <code class="files-preview">
              <bdi>{preview}</bdi>
            </code>
          </li>
        ))}
      </ul>
      <p class={readable > 0 ? 'note files-warned' : 'note'} role="status">
        {readable > 0 ? <LaterIcon name="warn" size={13} /> : null} {words.secretsHelp}{' '}
        {readable > 0 ? words.secretsShown(readable) : ''}
      </p>
    </section>
  );
}
