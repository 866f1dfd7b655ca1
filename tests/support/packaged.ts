import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export type Served = 'python' | 'perl' | 'busybox';

const programs: Readonly<Record<Served, readonly [string, ...string[]]>> = {
  python: ['python3', '-c', 'import http.server'],
  perl: ['perl', '-MIO::Socket::INET', '-e', '1'],
  busybox: ['busybox', 'httpd', '--help'],
};

/** Whether this computer has what a start script would serve with. */
export function hasProgram(kind: Served): boolean {
  const [program, ...args] = programs[kind];
  const { status, error } = spawnSync(program, args);
  return error === undefined && (status === 0 || kind === 'busybox');
}

export type Started = {
  /** Ends in a slash. */
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has said so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
};

let nextPort = 20_000 + (process.pid % 20_000);

/** Starts the script for Linux of a packed folder, which opens no browser, and waits until it serves. */
export async function startPackage(
  folder: string,
  { kind, port = (nextPort += 40) }: { readonly kind?: Served; readonly port?: number } = {},
): Promise<Started> {
  const child = spawn('sh', [join(folder, 'start-linux.sh'), '--no-browser', String(port)], {
    env: { ...process.env, ...(kind === undefined ? {} : { REHEARSAL_SERVER: kind }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      said += piece.toString();
      const found = /at (http:\/\/localhost:\d+\/)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => {
      reject(new Error(`It ended with ${String(code)}: ${said}`));
    });
  });
  await answers(url);
  return {
    url,
    process: child,
    said: () => said,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        else {
          child.on('exit', () => {
            resolve();
          });
          child.kill();
        }
      }),
  };
}

/** One says where it is before it listens. */
async function answers(url: string): Promise<void> {
  for (;;) {
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
