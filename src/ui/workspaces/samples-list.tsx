import { samples } from '../top-bar/samples.ts';
import type { Acts } from './use-acts.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

/** The samples beside the app, each with what it shows; one click makes a workspace of it. */
export function Samples({ acts }: { readonly acts: Acts }) {
  return (
    <section aria-labelledby="samples-title">
      <h2 id="samples-title">{words.samples}</h2>
      <ul class="samples">
        {samples.map(([file, name, shows]) => (
          <li key={file}>
            <button
              type="button"
              class="card sample"
              title={words.makeOf(name)}
              onClick={() => void acts.openSample(file)}
            >
              <b>{name}</b>
              <small>{shows}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
