import type { AppContextValue } from '../context.ts';
import { createFilesClient } from '../files/save.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { sentence } from '../sentence.ts';
import { authorWords as words } from '../words/author-words.ts';

type Here = Pick<AppContextValue, 'store'>;

/** Makes a workspace of a conversation and opens it; gives its id, or why that cannot be, in words. */
export async function openConversation(
  { store }: Here,
  file: ScenarioFile,
  name: string,
): Promise<{ readonly workspace: string } | { readonly problem: string }> {
  const client = createFilesClient();
  try {
    await client.look({ kind: 'text', text: JSON.stringify(file) });
    const played = await client.played();
    if ('problem' in played) return { problem: `${words.notOpened} ${played.problem.message}` };
    const problem = await store.openPlayed({ ...played, name });
    if (problem !== null) return { problem: sentence(problem.reason) };
    return { workspace: store.workspace.peek()?.id ?? '' };
  } catch {
    return { problem: words.notOpened };
  } finally {
    client.stop();
  }
}

/** The conversation of a workspace; null where it cannot be read. */
export async function conversationOf({ store }: Here, workspace: string): Promise<ScenarioFile | null> {
  const file = await store.engine.scenario(workspace, 'conversation').catch(() => null);
  return file === null || 'problem' in file ? null : file;
}
