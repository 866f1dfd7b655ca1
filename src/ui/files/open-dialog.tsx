import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { OpenedFile, Source } from '../../protocol/files-api.ts';
import { useAppContext } from '../context.ts';
import type { FilesClient } from '../files-client.ts';
import { Dialog } from '../controls/dialog.tsx';
import { words as pageWords } from '../words/words.ts';
import { BackupPreview } from './backup-preview.tsx';
import { filesWords as words } from '../words/files-words.ts';
import { CoursePreview } from './course-preview.tsx';
import { ForeignPreview } from './foreign-preview.tsx';
import { createFilesClient } from './save.ts';
import { RefusedPreview } from './refused-preview.tsx';
import { ResultsPreview } from './results-preview.tsx';
import { ScenarioPreview } from './scenario-preview.tsx';

export type PreviewProps<Kind extends OpenedFile['kind']> = {
  readonly looked: Extract<OpenedFile, { kind: Kind }>;
  /** What it is called where it comes from, and how large it is. */
  readonly about: string;
  readonly client: FilesClient;
  readonly onClose: () => void;
};

/** What somebody wants to open, before anything comes of it: nothing is stored and no workspace is touched (rulings 36). */
export function OpenDialog() {
  const { files } = useAppContext();
  const [source] = files.coming.value;
  return source === undefined ? null : <Preview key={numberOf(source)} source={source} />;
}

/** One after the other, each with a dialog of its own: two may be the same. */
const numbers = new WeakMap<Source, number>();
let next = 0;
function numberOf(source: Source): number {
  const known = numbers.get(source) ?? (next += 1);
  numbers.set(source, known);
  return known;
}

function Preview({ source }: { readonly source: Source }) {
  const { files } = useAppContext();
  const client = useMemo(createFilesClient, []);
  const looked = useSignal<OpenedFile | null>(null);
  const show = (what: OpenedFile) => {
    looked.value = what;
  };
  useEffect(() => {
    let over = false;
    client.look(source).then(
      (what) => {
        if (!over) looked.value = what;
      },
      () => {
        if (!over) looked.value = { kind: 'refused', problems: [{ path: '', message: words.lookFailed }] };
      },
    );
    return () => {
      over = true;
      client.stop();
    };
  }, [client, source, looked]);
  const onClose = () => {
    files.coming.value = files.coming.peek().filter((one) => one !== source);
  };
  const about = aboutOf(source, looked.value, files.coming.value.length);
  const given = { about, client, onClose };
  const what = looked.value;
  switch (what?.kind) {
    case 'scenario':
      return <ScenarioPreview looked={what} {...given} />;
    case 'backup':
      return <BackupPreview looked={what} {...given} />;
    case 'foreign':
      return <ForeignPreview looked={what} {...given} onMade={show} />;
    case 'course':
      return <CoursePreview looked={what} {...given} />;
    case 'results':
      return <ResultsPreview looked={what} {...given} />;
    case 'refused':
      return <RefusedPreview looked={what} {...given} />;
    case undefined:
      return (
        <Dialog
          icon="open"
          title={words.looking}
          about={about}
          onClose={onClose}
          footer={
            <button type="button" class="plain" onClick={onClose}>
              {pageWords.cancel}
            </button>
          }
        >
          <p class="note" role="status">
            {words.looking}
          </p>
        </Dialog>
      );
  }
}

function aboutOf(source: Source, looked: OpenedFile | null, waiting: number): string {
  const name =
    source.kind === 'file' ? source.name : source.kind === 'link' ? words.fromLink : words.fromText;
  const size =
    source.kind === 'file' ? source.content.size : looked?.kind === 'scenario' ? looked.overview.size : 0;
  return [name, size > 0 ? words.size(size) : '', waiting > 1 ? words.andWaiting(waiting - 1) : '']
    .filter((part) => part !== '')
    .join(', ');
}
