import type { RecordedEvent } from '../../../engine/events.ts';
import { writeHar, type HarCall } from '../../../scenario/write-har.ts';
import { canPick, download, pickFile, writeFile, type FileKind } from '../../files/writing.ts';
import { sentence } from '../../sentence.ts';
import { requireWorld, type Store } from '../../store/store.ts';
import { callRows, type CallRow } from './call-rows.ts';
import { callerName } from './caller-name.ts';
import { httpWords as words } from '../../words/http-words.ts';

declare const __APP_VERSION__: string;

const kind: FileKind = { description: words.harKind, type: 'application/json', endings: ['.har'] };

/** So many events are read at a time. */
const stretch = 5000;

/** Saves all calls of the open workspace as a HAR file; says what came of it. */
export async function saveHar(store: Store): Promise<string> {
  const { id = '', name = '' } = store.workspace.peek() ?? {};
  const file = `${
    name
      .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
      .trim()
      .slice(0, 60) || 'calls'
  }.har`;
  // Browsers want the place asked for within the click.
  const target = canPick() ? await pickFile(file, kind) : null;
  if (target !== null && 'problem' in target) return target.problem;
  try {
    const rows = callRows(await allEvents(store, id), requireWorld(store)).toReversed();
    if (rows.length === 0) return words.harNone;
    const text = writeHar(
      rows.map((row) => harCall(store, row)),
      { name: 'Rehearsal', version: __APP_VERSION__ },
    );
    const problem = target === null ? '' : await writeFile(target, new Blob([text]), kind.type);
    if (problem !== '') return problem;
    if (target === null) download(file, text, kind.type);
    return words.harSaved(rows.length);
  } catch {
    return words.harFailed;
  }
}

async function allEvents(store: Store, workspace: string): Promise<readonly RecordedEvent[]> {
  const { seq } = requireWorld(store);
  const events: RecordedEvent[] = [];
  for (let from = 1; from <= seq; from += stretch)
    events.push(...(await store.engine.events(workspace, from, Math.min(seq, from + stretch - 1))));
  return events;
}

function harCall(store: Store, row: CallRow): HarCall {
  const { at, method, url, sent, status, failure, body, took, played, answerer } = row;
  return {
    at,
    call: { method, url, headers: {}, body: sent },
    answer: { status: status ?? 0, headers: played?.response.headers ?? {}, body: body ?? '' },
    took: took ?? 0,
    answeredBy: answerer,
    error: failure === null ? '' : sentence(failure),
    comment: callerName(requireWorld(store), row.by),
  };
}
