import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ConfigurationTarget, FileType, Uri, env, window, workspace } from 'vscode';
import { commandLine, run } from './plain/command-line.ts';
import { addressWith, isAddress } from './plain/page-address.ts';
import { isScenario } from './plain/scenario-outline.ts';
import { settingsFor } from './settings.ts';

/** Opens the page with a bot: a folder of scripts, the folder of a script, or a scenario, all of it in the link. */
export async function rehearse(extensionPath: string, place: Uri): Promise<void> {
  const page = await pageOf(place);
  if (page === undefined) return;
  const link = await linkOf(extensionPath, place);
  if (link.startsWith('#')) await env.openExternal(Uri.parse(addressWith(page, link), true));
  else await window.showErrorMessage(link);
}

/** Where the page is found is nobody's business but the team's: asked once, and kept in the settings. */
async function pageOf(place: Uri): Promise<string | undefined> {
  const { page } = settingsFor(place);
  if (isAddress(page)) return page;
  const given = await window.showInputBox({
    title: 'Where is your Rehearsal?',
    prompt: 'The address of the page. It is kept in the setting “rehearsal.page”.',
    placeHolder: 'http://localhost:7342/',
    value: page,
    validateInput: (text) =>
      isAddress(text) ? undefined : 'An address that begins with http:// or https://.',
  });
  if (given === undefined) return undefined;
  await workspace.getConfiguration('rehearsal').update('page', given.trim(), ConfigurationTarget.Global);
  return given.trim();
}

/** The link, from `#` on, or what is wrong. */
async function linkOf(extensionPath: string, place: Uri): Promise<string> {
  const cli = commandLine(extensionPath, settingsFor(place).commandLine);
  const cwd = workspace.getWorkspaceFolder(place)?.uri.fsPath ?? dirname(place.fsPath);
  const work = await mkdtemp(join(tmpdir(), 'rehearsal-'));
  try {
    const scenario = await scenarioFor(place);
    const file = scenario ?? join(work, 'bot.rehearsal.json');
    if (scenario === undefined) {
      const made = await run(cli, ['convert', await folderOf(place), file], { cwd });
      if (made.code !== 0) return made.err.trim() || made.out.trim();
    }
    const { code, out, err } = await run(cli, ['link', file], { cwd });
    return code === 0 ? out.trim() : err.trim() || out.trim();
  } catch (error) {
    return `The command line cannot be started: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function scenarioFor(place: Uri): Promise<string | undefined> {
  if (!/\.json$/i.test(place.fsPath)) return undefined;
  const text = new TextDecoder().decode(await workspace.fs.readFile(place));
  return isScenario(text) ? place.fsPath : undefined;
}

async function folderOf(place: Uri): Promise<string> {
  const { type } = await workspace.fs.stat(place);
  return type === FileType.Directory ? place.fsPath : dirname(place.fsPath);
}
