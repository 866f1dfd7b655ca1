import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export type Arrived = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

export type RealService = {
  /** Ends in a slash. */
  readonly url: string;
  /** `127.0.0.1:1234` */
  readonly host: string;
  /** Everything that arrived, in order, with what browsers ask beforehand. */
  readonly arrived: readonly Arrived[];
  stop(): Promise<void>;
};

/** A service on a port of its own, which is another origin: whatever arrives there has left the app. */
export async function startRealService(
  answer: (request: Arrived, response: ServerResponse) => void,
): Promise<RealService> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const one = { method, path, headers, body: Buffer.concat(parts).toString('utf8') };
      arrived.push(one);
      answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url: `http://${host}/`,
    host,
    arrived,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** As a service answers that lets pages of other origins read it. */
export function openly(response: ServerResponse, body: string, type = 'application/json'): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Headers', '*');
  response.setHeader('Access-Control-Allow-Methods', '*');
  response.setHeader('Content-Type', type);
  response.end(body);
}
