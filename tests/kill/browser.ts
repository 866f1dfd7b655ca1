import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { provideBrowser } from '../support/find-browser.mjs';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-popup-blocking',
  // Each tab has a renderer that was started for it.
  '--disable-features=SpareRendererForSitePerProcess',
];

export type Victim = {
  readonly kill: () => Promise<void>;
  /** The processes of the tabs, as far as there are any yet. */
  readonly renderers: () => readonly number[];
};

/** Starts a whole browser on a profile, by address alone: no debugger keeps it alive or lets it end politely. */
export function startVictim(profile: string, url: string): Victim {
  const browser = spawn(provideBrowser(), [...flags, `--user-data-dir=${profile}`, url], {
    detached: true,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => {
    browser.on('close', () => {
      resolve();
    });
  });
  return {
    renderers: () => orphansOf(profile).filter((pid) => commandOf(pid).includes('--type=renderer')),
    kill: async () => {
      killQuietly(-(browser.pid ?? 0));
      await ended;
      await endOrphans(profile);
    },
  };
}

/** A new browser on the profile must not meet a process of the old one. */
async function endOrphans(profile: string): Promise<void> {
  for (let left = orphansOf(profile); left.length > 0; left = orphansOf(profile)) {
    left.forEach(killQuietly);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Processes that were started with this profile; elsewhere than on Linux the group is all there is. */
function orphansOf(profile: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && commandOf(pid).includes(`--user-data-dir=${profile}`));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
