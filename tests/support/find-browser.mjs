import { execFileSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const wellKnown = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/**
 * The path of a Chromium that is there, or null. Throws when CHROME_PATH names none: a wish that cannot be met
 * must not be quietly replaced by another browser.
 */
export function findBrowser() {
  const wished = process.env.CHROME_PATH;
  if (wished) {
    if (isProgram(wished)) return wished;
    throw new Error(`CHROME_PATH is ${wished}, but there is no program of that name.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(wellKnown[process.platform] ?? []), ...onPath].find(isProgram) ?? null;
}

/** Finds a browser; on Linux as root, installs one if there is none. Throws with what to do. */
export function provideBrowser() {
  const found = findBrowser() ?? (canInstall() ? install() : null);
  if (found) return found;
  throw new Error(
    [
      'No Chromium was found, and the browser tests need one. Do one of these:',
      '  Debian, Ubuntu:  sudo apt-get install --no-install-recommends chromium',
      '  elsewhere:       install Chromium or Chrome and set CHROME_PATH to its program',
      '  without one:     npm test -- --node   (leaves the browser tests out)',
    ].join('\n'),
  );
}

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && isProgram('/usr/bin/apt-get');
}

function install() {
  const options = {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
      options,
    );
  } catch {
    return null; // the message of `provideBrowser` says what to do by hand
  }
  return findBrowser();
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
