import { useSignal } from '@preact/signals';
import type { LessonOf } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { copyText } from '../controls/use-copy.ts';
import type { FilesClient } from '../files-client.ts';
import { QrCode } from '../files/qr-code.tsx';
import { resultWords as words } from '../words/result-words.ts';
import { ownResults } from './save-result.ts';

type ResultCodeProps = {
  readonly lesson: LessonOf;
  readonly client: Pick<FilesClient, 'resultCode'>;
  /** The name that is given; empty, and told, where there is none. */
  readonly named: () => string;
};

/** The result of the lesson as a code for a trainer's camera. */
export function ResultCode({ lesson, client, named }: ResultCodeProps) {
  const { store } = useAppContext();
  const code = useSignal('');
  const said = useSignal('');
  const show = async () => {
    said.value = '';
    if (code.value !== '') {
      code.value = '';
      return;
    }
    const name = named();
    if (name === '') return;
    const results = await ownResults(store.engine, { lesson, all: false, name });
    if ('problem' in results) {
      said.value = results.problem;
      return;
    }
    const [result] = results;
    code.value = result === undefined ? '' : await client.resultCode(result).catch(() => '');
    if (code.value === '') said.value = words.notRead;
  };
  const copy = async () => {
    said.value = (await copyText(code.value)) ? words.copied : words.notCopied;
  };
  return (
    <div class="result-code">
      <button type="button" class="plain" aria-expanded={code.value !== ''} onClick={() => void show()}>
        <LaterIcon name="scan" /> {code.value === '' ? words.showCode : words.hideCode}
      </button>
      {code.value === '' ? null : (
        <div>
          <QrCode text={code.value} name={words.codeName} />
          <div>
            <p class="note">{words.codeHelp}</p>
            <button type="button" class="plain small" onClick={() => void copy()}>
              <LaterIcon name="copy" /> {words.copyCode}
            </button>
          </div>
        </div>
      )}
      <p class="note" role="status">
        {said.value}
      </p>
    </div>
  );
}
