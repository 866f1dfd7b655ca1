import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { openingText } from '../../build/openings.ts';
import type { Report } from './report.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type Host = {
  readonly url: string;
  /** Ids of the inputs that a page was told are on disk. */
  readonly acknowledged: ReadonlySet<string>;
  /** The next report of a page. @throws what the page failed with */
  readonly report: () => Promise<Report>;
  /** Resolves at the next acknowledgement. @throws what the page failed with */
  readonly acknowledgement: () => Promise<void>;
  /** Resolves when a page next tells that it rests and the database holds what was acknowledged. */
  readonly calm: () => Promise<void>;
  /** What a page asked for last. */
  readonly asked: () => string;
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

/** Serves the page and the real worker, and keeps what pages tell. It outlives every browser: the origin stays. */
export async function startHost(): Promise<Host> {
  const folder = await bundle();
  const acknowledged = new Set<string>();
  const reports = new Mailbox<Report>();
  const acknowledgements = new Mailbox<string>();
  const calms = new Mailbox<unknown>();
  let asked = '';
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    asked = path;
    if (request.method !== 'POST') {
      void serve(folder, path).then((file) => {
        response.writeHead(file === null ? 404 : 200, { 'Content-Type': file?.type ?? 'text/plain' });
        response.end(file?.body);
      });
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
      if (path === '/report') reports.put(body as Report);
      else if (path === '/calm') calms.put(body);
      else if (path === '/ack') {
        const { id } = body as { id: string };
        acknowledged.add(id);
        acknowledgements.put(id);
      } else {
        reports.fail(new Error(String(body)));
        acknowledgements.fail(new Error(String(body)));
        calms.fail(new Error(String(body)));
      }
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    acknowledged,
    report: () => reports.next(),
    acknowledgement: async () => {
      await acknowledgements.next();
    },
    calm: async () => {
      await calms.next();
    },
    asked: () => asked,
    forget: () => {
      acknowledged.clear();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** No script here is in JavaScript: the address of its engine, which the app's own build knows, stays empty. */
const withoutAddresses: Plugin = {
  name: 'without-addresses',
  setup(build) {
    build.onResolve({ filter: /\?url$/ }, ({ path }) => ({ path, namespace: 'address' }));
    build.onLoad({ filter: /.*/, namespace: 'address' }, () => ({ contents: "export default '';" }));
  },
};

async function bundle(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rehearsal-kill-page-'));
  await build({
    entryPoints: { page: join(root, 'tests/kill/page.ts'), worker: join(root, 'src/worker/main.ts') },
    outdir: folder,
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
    plugins: [withoutAddresses],
  });
  const sample = await readFile(join(root, 'public/scenarios/first-visit.json'), 'utf8');
  await writeFile(join(folder, 'opening.json'), await openingText(sample, join(root, 'public')));
  await writeFile(join(folder, 'index.html'), '<!doctype html><script type="module" src="page.js"></script>');
  return folder;
}

async function serve(folder: string, path: string): Promise<{ type: string; body: Buffer } | null> {
  const files: Record<string, readonly [file: string, type: string]> = {
    '/': [join(folder, 'index.html'), 'text/html'],
    '/page.js': [join(folder, 'page.js'), 'text/javascript'],
    '/worker.js': [join(folder, 'worker.js'), 'text/javascript'],
    '/openings/first-visit.json': [join(folder, 'opening.json'), 'application/json'],
  };
  const found = files[path];
  return found === undefined ? null : { type: found[1], body: await readFile(found[0]) };
}

type Waiting<T> = { readonly take: (item: T) => void; readonly fail: (error: Error) => void };

/** Hands on what arrives to whoever waits; what arrived before somebody waits is dropped. */
class Mailbox<T> {
  #waiting: Waiting<T>[] = [];

  put(item: T): void {
    for (const { take } of this.#waiting.splice(0)) take(item);
  }

  fail(error: Error): void {
    for (const { fail } of this.#waiting.splice(0)) fail(error);
  }

  next(): Promise<T> {
    return new Promise((take, fail) => {
      this.#waiting.push({ take, fail });
    });
  }
}
