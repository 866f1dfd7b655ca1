import type { Folder } from '../../../engine/definition.ts';
import { useSending, useAppContext, useWorld } from '../../context.ts';
import { Refusal } from '../../controls/refusal.tsx';
import { registrationWords } from '../../words/registration-words.ts';
import { requireWorld } from '../../store/store.ts';
import { botWords } from '../../words/bot-words.ts';
import {
  missingPartsOf,
  languageOfFolder,
  nameFor,
  patternInWords,
  type MissingBotPart,
} from './bot-parts.ts';
import { registerAgain } from './register-again.ts';
import { useNewScript } from '../scripts/use-new-script.ts';

const buttons: Readonly<Record<MissingBotPart['kind'], string>> = {
  script: botWords.lacks.make,
  registration: botWords.lacks.again,
  almost: botWords.lacks.open,
  renamed: botWords.lacks.open,
};

const keyOf = (lack: MissingBotPart): string =>
  lack.kind === 'registration'
    ? lack.kind
    : `${lack.kind} ${lack.role} ${lack.kind === 'script' ? '' : String(lack.script.id)}`;

function textOf(lack: MissingBotPart): string {
  switch (lack.kind) {
    case 'registration':
      return botWords.lacks.registration(lack.scripts.map(({ name }) => name));
    case 'almost':
      return registrationWords.almost(lack.script.name, lack.role, lack.script.slips);
    case 'renamed':
      return botWords.lacks.renamed(lack.script.name);
    case 'script':
      return botWords.lacks[lack.role === 'register' ? 'register' : 'messageReceived'](
        patternInWords(lack.role),
      );
  }
}

/** What a bot's folder has not got yet, each with the button that mends it. */
export function FolderLacks({ folder }: { readonly folder: Folder }) {
  const channels = useWorld((world) => world.channels);
  const registrations = useWorld((world) => world.registrations);
  const sending = useSending();
  const { store, windowState } = useAppContext();
  const make = useNewScript(sending);
  const lacks = missingPartsOf({ channels, registrations }, folder);
  if (lacks.length === 0) return null;
  const mend = async (lack: MissingBotPart) => {
    if (lack.kind === 'script') {
      await make(folder, {
        name: nameFor(folder, lack.role),
        template: lack.role,
        language: languageOfFolder(folder),
      });
      return;
    }
    if (lack.kind !== 'registration') {
      windowState.change({ script: lack.script.id, line: 0, column: 0, bottom: 'script', pane: 'bots' });
      return;
    }
    for (const input of registerAgain(requireWorld(store), folder)) {
      if (!(await sending.send(input))) return;
    }
  };
  return (
    <>
      {lacks.map((lack) => (
        <li key={keyOf(lack)} class="folder-lack">
          <span>{textOf(lack)}</span>
          <button
            type="button"
            class="plain small"
            aria-disabled={sending.pending}
            onClick={() => {
              if (!sending.pending) void mend(lack);
            }}
          >
            {buttons[lack.kind]}
          </button>
        </li>
      ))}
      <Refusal sending={sending} />
    </>
  );
}
