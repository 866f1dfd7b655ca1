import { useId } from 'preact/hooks';
import { limits } from '../../scenario/limits.ts';
import { useAppContext } from '../context.ts';
import { Box } from '../files/box.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Expected } from './expected.tsx';
import { saveTestWords as words } from '../words/save-test-words.ts';
import { StepRangeChoice } from './step-range.tsx';
import { useMaking, type MakingState } from './use-making.ts';
import './save-test.css';

/** Makes a test of the conversation, or of a stretch of it: its steps, and what is ticked of what came of them. */
export function SaveTestDialog() {
  const { files, store } = useAppContext();
  const making = useMaking();
  const { read, last } = making;
  return (
    <Dialog
      icon="tests"
      title={words.title}
      about={store.workspace.value?.name}
      onClose={() => {
        files.shows.value = 'nothing';
      }}
      footer={<Footer making={making} />}
    >
      {read === null ? (
        <p role="status">{words.reading}</p>
      ) : read === 'lost' ? (
        <p role="alert">{words.lost}</p>
      ) : last === 0 ? (
        <p role="alert">{words.emptyConversation}</p>
      ) : (
        <Body making={making} />
      )}
    </Dialog>
  );
}

type PartProps = { readonly making: MakingState };

function Body({ making }: PartProps) {
  const { stretch, last, bookmarks, problem, isNameless, setStretch } = making;
  return (
    <>
      <Names making={making} />
      <StepRangeChoice stretch={stretch} last={last} bookmarks={bookmarks} onChange={setStretch} />
      <Expected making={making} />
      <div class="files-columns">
        <Box
          label={words.nameless}
          help={words.namelessHelp}
          on={isNameless.value}
          onTick={(on) => {
            isNameless.value = on;
          }}
        />
        <OnlyWhatMatters making={making} />
      </div>
      <div role="alert">{problem === '' ? null : <p class="refusal">{problem}</p>}</div>
    </>
  );
}

function Names({ making: { name, nameProblem, tags, setName } }: PartProps) {
  const id = useId();
  return (
    <div class="test-names">
      <div class="files-field">
        <label for={id}>{words.name}</label>
        <input
          id={id}
          required
          dir="auto"
          maxLength={limits.name}
          value={name}
          aria-invalid={nameProblem !== ''}
          aria-describedby={`${id}-problem`}
          onInput={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <p id={`${id}-problem`} class="note danger" hidden={nameProblem === ''}>
          {nameProblem}
        </p>
      </div>
      <div class="files-field">
        <label for={`${id}-tags`}>{words.tags}</label>
        <input
          id={`${id}-tags`}
          dir="auto"
          placeholder={words.tagsHelp}
          value={tags.value}
          onInput={(event) => {
            tags.value = event.currentTarget.value;
          }}
        />
      </div>
    </div>
  );
}

function OnlyWhatMatters({ making: { cut, isOnly } }: PartProps) {
  const isKnown = cut !== null && cut !== 'failed';
  const saves = isKnown && Object.keys(cut.left).length > 0;
  const help =
    cut === null
      ? words.onlyWaits
      : cut === 'failed'
        ? words.onlyFailed
        : saves
          ? words.onlyHelp(cut.left, words.size(cut.whole), words.size(cut.cut))
          : words.onlyNothing;
  return (
    <Box
      label={words.only}
      help={help}
      on={saves && isOnly.value}
      disabled={!saves}
      onTick={(on) => {
        isOnly.value = on;
      }}
    />
  );
}

function Footer({ making: { drafted, count, busy, canSave, save } }: PartProps) {
  const isHere = typeof drafted !== 'string';
  const said = !isHere
    ? ''
    : count.expectations === 0
      ? words.nothingTicked
      : words.count(count.expectations, count.steps);
  return (
    <>
      <p class="note" role="status">
        {said}
      </p>
      <button type="button" class="plain" aria-disabled={!canSave} onClick={() => void save('file')}>
        {words.saveFile}
      </button>
      <button type="button" class="primary" aria-disabled={!canSave} onClick={() => void save('tests')}>
        {busy ? words.saving : words.save}
      </button>
    </>
  );
}
