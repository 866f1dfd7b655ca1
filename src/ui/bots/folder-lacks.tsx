import type { Folder } from '../../engine/definition.ts';
import { useSending, useStore, useWorld } from '../context.ts';
import { Refusal } from '../parts/refusal.tsx';
import { requireWorld } from '../store/store.ts';
import { botWords } from './bot-words.ts';
import { lacksOf, nameFor, patternInWords, type Lack } from './bot-parts.ts';
import { registerAgain } from './register-again.ts';
import { useNewScript } from './use-new-script.ts';

/** What a bot's folder has not got yet, each with the button that mends it. */
export function FolderLacks({ folder }: { readonly folder: Folder }) {
  const channels = useWorld((world) => world.channels);
  const registrations = useWorld((world) => world.registrations);
  const sending = useSending();
  const store = useStore();
  const make = useNewScript(sending);
  const lacks = lacksOf({ channels, registrations }, folder);
  if (lacks.length === 0) return null;
  const mend = async (lack: Lack) => {
    if (lack.kind === 'script') {
      await make(folder, nameFor(folder, lack.role), lack.role);
      return;
    }
    for (const input of registerAgain(requireWorld(store), folder)) {
      if (!(await sending.send(input))) return;
    }
  };
  return (
    <>
      {lacks.map((lack) => (
        <li key={lack.kind === 'script' ? lack.role : lack.kind} class="folder-lack">
          <span>
            {lack.kind === 'registration'
              ? botWords.lacks.registration(lack.scripts.map(({ name }) => name))
              : botWords.lacks[lack.role === 'register' ? 'register' : 'messageReceived'](
                  patternInWords(lack.role),
                )}
          </span>
          <button
            type="button"
            class="plain small"
            aria-disabled={sending.pending}
            onClick={() => {
              if (!sending.pending) void mend(lack);
            }}
          >
            {lack.kind === 'registration' ? botWords.lacks.again : botWords.lacks.make}
          </button>
        </li>
      ))}
      <Refusal sending={sending} />
    </>
  );
}
