import { useSignal } from '@preact/signals';
import type { KeptScriptFolder } from '../../protocol/script-folder-api.ts';
import { scenarioOfFolder } from '../../scenario/script-folder.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { sentence } from '../sentence.ts';
import { scriptFolderWords as words } from '../words/script-folder-words.ts';
import { linkOf } from './link.ts';
import { openWords } from './open-folder.ts';
import { opensFolders, pickFolder, pickZip, type Picked } from './pick-folder.ts';
import { FolderReader } from './reader.ts';
import { diskSource, zipSource } from './source.ts';
import { troubleOf } from './trouble.ts';

/** Opens a folder of script files as a workspace of its own, which goes with it from then on. */
export function FolderCard() {
  const context = useAppContext();
  const { store, router } = context;
  const isBusy = useSignal(false);
  const problem = useSignal('');
  const make = async ({ at, name }: Picked): Promise<string> => {
    const there = await readOnce(at, name);
    if (typeof there === 'string') return words.troubles[there];
    if (there.scripts.length === 0) return words.none(name);
    const { scenario, exchange } = scenarioOfFolder(there);
    const { world } = scenario;
    const failed = await store.openPlayed({ name, began: 'file', world, steps: [], openingSteps: 0 });
    if (failed !== null) return sentence(failed.reason);
    await linkOf(context).bind(at, name, exchange);
    router.go('stage');
    return '';
  };
  const choose = async () => {
    if (isBusy.value) return;
    const picked = await (opensFolders() ? pickFolder() : pickZip());
    if (picked === null) return;
    isBusy.value = true;
    problem.value = await make(picked).catch((error: unknown) => words.troubles[troubleOf(error)]);
    isBusy.value = false;
  };
  return (
    <section class="card side-card" aria-labelledby="script-folder-title">
      <h3 id="script-folder-title">
        <LaterIcon name="open" size={16} /> {words.cardTitle}
      </h3>
      <p class="note">{words.cardAbout}</p>
      <button
        type="button"
        class="plain wide"
        title={opensFolders() ? words.openHint : words.zipHint}
        aria-disabled={isBusy.value}
        onClick={() => void choose()}
      >
        {isBusy.value ? words.reading : openWords()}
      </button>
      <div role="alert" class="side-says">
        {problem.value === '' ? null : <p class="refusal">{problem.value}</p>}
      </div>
    </section>
  );
}

async function readOnce(at: KeptScriptFolder['at'], name: string) {
  const source = at instanceof Uint8Array ? zipSource(at) : diskSource(at);
  if (typeof source === 'string') return source;
  return (await new FolderReader(source, name).look()) ?? 'failed';
}
