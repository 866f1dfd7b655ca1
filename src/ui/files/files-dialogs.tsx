import { useAppContext } from '../context.ts';
import { Later } from '../controls/later.tsx';
import './files.css';
import { OpenDialog } from './open-dialog.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { TranscriptDialog } from './transcript-dialog.tsx';

const runAgain = () => import('../compare/run-again-dialog.tsx').then(({ RunAgainDialog }) => RunAgainDialog);
const saveTest = () =>
  import('../save-test/save-test-dialog.tsx').then(({ SaveTestDialog }) => SaveTestDialog);
const explore = () => import('../explore/explore-dialog.tsx').then(({ ExploreDialog }) => ExploreDialog);
const crowd = () => import('../crowd/crowd-dialog.tsx').then(({ CrowdDialog }) => CrowdDialog);
const result = () =>
  import('../wall/save-result-dialog.tsx').then(({ SaveResultDialog }) => SaveResultDialog);
const scriptFolder = () =>
  import('../script-folders/folder-dialog.tsx').then(({ FolderDialog }) => FolderDialog);
const port = () => import('../port/port-dialog.tsx').then(({ PortDialog }) => PortDialog);

/** The dialog that is wanted. What somebody brings comes before what they were about to send. */
export function FilesDialogs() {
  const { files, store } = useAppContext();
  if (files.coming.value.length > 0) return <OpenDialog />;
  if (store.workspace.value === null) return null;
  if (files.shows.value === 'runAgain') return <Later load={runAgain} />;
  if (files.shows.value === 'saveTest') return <Later load={saveTest} />;
  if (files.shows.value === 'explore') return <Later load={explore} />;
  if (files.shows.value === 'crowd') return <Later load={crowd} />;
  if (files.shows.value === 'result') return <Later load={result} />;
  if (files.shows.value === 'scriptFolder') return <Later load={scriptFolder} />;
  if (files.shows.value === 'port') return <Later load={port} />;
  if (files.shows.value === 'save') return <SaveDialog />;
  if (files.shows.value === 'transcript') return <TranscriptDialog />;
  return files.shows.value === 'share' ? <ShareDialog /> : null;
}
