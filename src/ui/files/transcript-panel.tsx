import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useId, useMemo } from 'preact/hooks';
import { transcriptFormats } from '../../scenario/write-transcript.ts';
import { useStore } from '../context.ts';
import { customerName } from '../names.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { copyText } from '../controls/use-copy.ts';
import { filesIn, previewOf, transcriptFiles } from './transcript-files.ts';
import type { TranscriptWish } from './transcript-files.ts';
import { transcriptWords as words } from '../words/transcript-words.ts';
import { wholeLog } from './whole-log.ts';
import { download } from './writing.ts';
import type { WholeLog } from './whole-log.ts';
import './transcript.css';

/** Which session is wanted at first; 0 for all. */
type TranscriptPanelProps = { readonly session: number };

/**
 * Writes the conversation down in one of the formats: what to take and how, its first lines, Copy and Save. It stands in
 * a dialog of its own or as a part of another one.
 */
export function TranscriptPanel({ session }: TranscriptPanelProps) {
  const store = useStore();
  const log = useSignal<WholeLog | null>(null);
  const failed = useSignal(false);
  const read = useCallback(() => {
    failed.value = false;
    wholeLog(store).then(
      (whole) => {
        log.value = whole;
        failed.value = whole === null;
      },
      () => {
        failed.value = true;
      },
    );
  }, [store, log, failed]);
  useEffect(read, [read]);
  if (failed.value) {
    return (
      <div class="transcript-panel">
        <p role="alert">{words.notRead}</p>
        <button type="button" class="plain" onClick={read}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  if (log.value === null) {
    return (
      <p class="transcript-panel note" role="status">
        {words.reading}
      </p>
    );
  }
  return [...log.value.world.sessions].length === 0 ? (
    <p class="transcript-panel">{words.empty}</p>
  ) : (
    <Choosing log={log.value} session={session} />
  );
}

function Choosing({ log, session }: TranscriptPanelProps & { readonly log: WholeLog }) {
  const workspace = useStore().workspace.peek()?.name ?? '';
  const sessions = [...log.world.sessions];
  const wish = useSignal<TranscriptWish>({ session, format: 'md' });
  const said = useSignal('');
  const id = useId();
  const wanted = wish.value;
  const preview = useMemo(() => previewOf(log, workspace, wanted), [log, workspace, wanted]);
  const count = filesIn(log, wanted);
  const choose = (part: Partial<TranscriptWish>) => {
    wish.value = { ...wish.peek(), ...part };
    said.value = '';
  };
  const copy = async () => {
    if (count > 1) {
      said.value = words.copyOne;
      return;
    }
    const [file] = transcriptFiles(log, workspace, wanted);
    said.value = (await copyText(file?.text ?? '')) ? words.copied : words.notCopied;
  };
  const save = () => {
    const files = transcriptFiles(log, workspace, wanted);
    for (const { name, text, type } of files) download(name, text, type);
    const [first] = files;
    said.value = files.length === 1 ? words.saved(first?.name ?? '') : words.savedMany(files.length);
  };
  return (
    <div class="transcript-panel">
      <div class="transcript-choice">
        <label for={`${id}-session`}>{words.which}</label>
        <select
          id={`${id}-session`}
          value={String(wanted.session)}
          onChange={({ currentTarget }) => {
            choose({ session: Number(currentTarget.value) });
          }}
        >
          <option value="0">{words.all(sessions.length)}</option>
          {sessions.map((one) => (
            <option key={one.id} value={String(one.id)}>
              {words.session(one.id, customerName(one))}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="transcript-formats">
        <legend>{words.format}</legend>
        {transcriptFormats.map((format) => (
          <label key={format} class={format === wanted.format ? 'chosen' : ''}>
            <input
              type="radio"
              name={`${id}-format`}
              value={format}
              checked={format === wanted.format}
              onChange={() => {
                choose({ format });
              }}
            />
            <span>{words.formats[format].name}</span> <code>.{format}</code>
          </label>
        ))}
      </fieldset>
      <p class="note">{words.formats[wanted.format].about}</p>
      <section class="transcript-preview" aria-label={words.preview}>
        <header>
          <h3>{words.preview}</h3>
          <span class="note">
            {count > 1 ? `${words.firstOf(count)} ` : ''}
            {wanted.format === 'html' ? words.wordsOnly : words.lines(preview.shown, preview.lines)}
          </span>
        </header>
        {/* It can be scrolled, so the keyboard must reach it. */}
        <pre tabIndex={0} dir="auto">
          {preview.text}
        </pre>
      </section>
      <footer class="transcript-foot">
        <span class="note" role="status">
          {said.value}
        </span>
        <button
          type="button"
          class="plain"
          aria-disabled={count > 1}
          title={count > 1 ? words.copyOne : undefined}
          onClick={() => void copy()}
        >
          <LaterIcon name="copy" /> {words.copy}
        </button>
        <button type="button" class="primary" onClick={save}>
          <LaterIcon name="download" /> {count > 1 ? words.saveMany(count) : words.save}
        </button>
      </footer>
    </div>
  );
}
