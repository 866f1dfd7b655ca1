import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export type StaticServer = {
  /** Ends in a slash; not the root of the host, as most hosts serve it. */
  readonly url: string;
  readonly origin: string;
  /** Paths asked for, in order, with those outside the folder. */
  readonly requests: readonly string[];
  /** Serves another folder from now on, as a deploy does. */
  deploy(folder: string): void;
  /** Serves this text in the place of a file from now on, whatever folder it serves. */
  replace(file: string, text: string): void;
  /** Goes away with all connections, as a pulled cable does. */
  stop(): Promise<void>;
};

/** Ports of this process so far. A browser knows what was stored for an origin, so none is used twice. */
const used = new Set<number>();

async function listenOnFreshPort(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  if (!used.has(port)) {
    used.add(port);
    return port;
  }
  await new Promise((resolve) => server.close(resolve));
  return listenOnFreshPort(server);
}

/** A host without any wit, at `/deep/sub/`: no headers but the media type, no fallback page. */
export async function startStaticServer(folder: string, prefix = '/deep/sub/'): Promise<StaticServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const replaced = new Map<string, string>();
  let root = folder;
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    void answer(request, response, { root, prefix, replaced });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const origin = `http://127.0.0.1:${String(await listenOnFreshPort(server))}`;

  return {
    url: origin + prefix,
    origin,
    requests,
    deploy: (next) => {
      root = next;
    },
    replace: (file, text) => {
      replaced.set(file, text);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

type Served = {
  readonly root: string;
  readonly prefix: string;
  readonly replaced: ReadonlyMap<string, string>;
};

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { root, prefix, replaced }: Served,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
  const inside = path.startsWith(prefix) ? normalize(path.slice(prefix.length)) : '..';
  const text = replaced.get(inside);
  const file = join(root, inside === '.' ? 'index.html' : inside);
  const found = text !== undefined || (!inside.startsWith('..') && (await isFile(file)));
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream' });
  if (text === undefined) createReadStream(file).pipe(response);
  else response.end(text);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
