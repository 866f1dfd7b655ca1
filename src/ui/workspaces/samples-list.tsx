import { samples } from '../top-bar/samples.ts';
import { useOpening } from './use-opening.ts';
import { workspacesWords as words } from './workspaces-words.ts';

/** The samples beside the app, each with what it shows; one click makes a workspace of it. */
export function Samples() {
  const { openSample } = useOpening();
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
              onClick={() => void openSample(file)}
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
