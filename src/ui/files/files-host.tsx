import { useEffect } from 'preact/hooks';
import { useAppContext, type AppContextValue } from '../context.ts';
import { isCovered } from '../frame/is-covered.ts';
import { Later } from '../controls/later.tsx';
import { whenIdle } from '../when-idle.ts';

const dialogs = () => import('./files-dialogs.tsx').then(({ FilesDialogs }) => FilesDialogs);
const entrance = () =>
  new Promise<void>(whenIdle).then(() => import('./entrance.tsx')).then(({ Entrance }) => Entrance);

/** Saves the open workspace: to the file where it was saved before, or after asking. */
export const saveScenario = (here: AppContextValue): void => {
  import('./save.ts').then(
    ({ save }) => save(here),
    () => undefined,
  );
};

/** Asks for files to open. */
export const pickFiles = ({ files }: Pick<AppContextValue, 'files'>): void => {
  import('./pick-files.ts').then(
    ({ pick }) => {
      pick(files);
    },
    () => undefined,
  );
};

/** Hears the keys for saving and opening; what they open, and all other ways in, come when they are wanted or the page is idle. */
export function FilesHost() {
  const context = useAppContext();
  const { files } = context;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      // An editor that has the focus has saved its own.
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      if (key !== 's' && (key !== 'o' || event.shiftKey)) return;
      event.preventDefault();
      if (isCovered()) return;
      if (key === 's') saveScenario(context);
      else pickFiles(context);
    };
    addEventListener('keydown', hear);
    return () => {
      removeEventListener('keydown', hear);
    };
  }, [context]);
  return (
    <>
      <Later load={entrance} />
      {files.shows.value === 'nothing' && files.coming.value.length === 0 ? null : <Later load={dialogs} />}
    </>
  );
}
