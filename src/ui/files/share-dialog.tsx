import { useSignal } from '@preact/signals';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Choices } from './choices.tsx';
import { filesWords as words } from '../words/files-words.ts';
import { fileNameOf, nameOutside } from './form.ts';
import { LinkWay } from './link-way.tsx';
import { SharingError } from './sharing-error.tsx';
import { NotInFile } from './not-in-file.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { TranscriptPanel } from './transcript-panel.tsx';
import { useLeaving } from './use-leaving.ts';
import { useWriting } from './use-writing.ts';
import { VerdictLine } from './verdict-line.tsx';

const ways = [
  { name: 'link', label: words.way.link, icon: 'link' },
  { name: 'file', label: words.way.file, icon: 'file' },
  { name: 'transcript', label: words.way.transcript, icon: 'transcript' },
] as const;

/** Gives the workspace to somebody else: as a link that holds all of it, as a file, or as what was said in it. */
export function ShareDialog() {
  const context = useAppContext();
  const { store, files } = context;
  const way = useSignal<(typeof ways)[number]['name']>('link');
  const goesAs = way.value === 'link' ? 'link' : 'file';
  const leaving = useLeaving('share', goesAs);
  const { canWrite, problem, write } = useWriting(leaving, goesAs);
  const notSent = useSignal('');
  const { form, state } = leaving;
  const { draft, link } = state;
  const fragment = link?.fragment ?? '';
  // The ordinary page, also where this one is the one with the network.
  const address = fragment === '' ? '' : new URL('./', location.href).href + fragment;
  const name = nameOutside(form, draft);
  const fileName = fileNameOf(name);
  const close = () => {
    files.shows.value = 'nothing';
  };
  const saveAsFile = () => {
    notSent.value = '';
    return write(null, (_, written) => {
      files.said.value = { text: written.done, bad: false };
    });
  };
  const parcel = (): ShareData => {
    if (way.value === 'link') return { title: name, url: address };
    const file = new File([draft?.text ?? ''], fileName, { type: 'application/json' });
    return { title: name, files: [file] };
  };
  const canSend =
    'share' in navigator &&
    !state.busy &&
    draft !== null &&
    (way.value === 'link' ? address !== '' : navigator.canShare(parcel()));
  const send = async () => {
    notSent.value = '';
    try {
      await navigator.share(parcel());
    } catch (error) {
      if (!(error instanceof Error && error.name === 'AbortError')) notSent.value = words.notSent;
    }
  };
  const isTranscript = way.value === 'transcript';
  return (
    <Dialog
      icon="share"
      title={words.shareTitle}
      about={store.workspace.value?.name}
      onClose={close}
      footer={
        isTranscript ? undefined : (
          <>
            <VerdictLine state={state} />
            <button type="button" class="plain" aria-disabled={!canWrite} onClick={() => void saveAsFile()}>
              <LaterIcon name="download" /> {words.saveAsFile}
            </button>
            {canSend ? (
              <button type="button" class="plain" onClick={() => void send()}>
                <LaterIcon name="send" /> {words.sendWith}
              </button>
            ) : null}
          </>
        )
      }
    >
      {isTranscript ? null : <NotInFile close={close} />}
      {isTranscript ? null : <Choices leaving={leaving} way={goesAs} />}
      <section class={isTranscript ? 'files-ways alone' : 'files-ways'} aria-label={words.ways}>
        <header>
          <Segmented
            label={words.ways}
            choices={ways}
            chosen={way.value}
            onChoose={(name) => {
              way.value = name;
            }}
          />
          {way.value === 'link' ? <span class="note">{words.wholeInLink}</span> : null}
        </header>
        {way.value === 'link' ? <LinkWay state={state} address={address} /> : null}
        {way.value === 'file' ? (
          <>
            <p>
              <LaterIcon name="file" />{' '}
              <bdi>{draft === null ? fileName : words.fileHas(fileName, words.size(draft.text.length))}</bdi>
            </p>
            <p class="files-who note">
              <LaterIcon name="lock" size={13} /> {words.whoCanReadFile}
            </p>
          </>
        ) : null}
      </section>
      {isTranscript ? <TranscriptPanel session={0} /> : null}
      <SharingError leaving={leaving} text={notSent.value === '' ? problem : notSent.value} />
    </Dialog>
  );
}
