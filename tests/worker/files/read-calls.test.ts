import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../src/scenario/secrets.ts';
import { worldOfMocks } from '../../../src/scenario/world-of-mocks.ts';
import { readCalls } from '../../../src/worker/files/read-calls.ts';

const contentOf = (bytes: Uint8Array<ArrayBuffer>) => ({
  size: bytes.length,
  arrayBuffer: () => Promise.resolve(bytes.buffer),
});
const read = (text: string) => readCalls(contentOf(new TextEncoder().encode(text)));

const key = 'sk_live_abcdefghijklmnop1234';
const har = JSON.stringify({
  log: {
    entries: [503, 200].map((status) => ({
      request: { method: 'GET', url: `https://shop.test/orders?apikey=${key}` },
      response: { status, content: { text: `{"token":"${key}"}` } },
    })),
  },
});

describe('calls of another program', () => {
  it('come as the mocks that they would make, with the secrets that are in them', async () => {
    const found = await read(har);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));

    expect(
      found.offers.map(({ mock, calls }) => [mock.responses?.map(({ status }) => status), calls]),
    ).toEqual([[[503, 200], 2]]);
    expect(found.secrets.map(({ path }) => path)).toContain('world.mocks[0].request.url:1:33');
    const file = worldOfMocks(found.offers.map(({ mock }) => mock));
    const clean = withoutSecrets(
      file,
      found.secrets.map(({ path }) => path),
    );
    expect(JSON.stringify(clean)).not.toContain(key);
  });

  it('are refused as a whole where the file is no text, too large or something else', async () => {
    const messages = [
      await readCalls(contentOf(new Uint8Array([0xff, 0xfe, 0x00]))),
      await readCalls({ size: 2 ** 40, arrayBuffer: () => Promise.reject(new Error('never read')) }),
      await read('{"steps":[]}'),
    ].map((one) => (one.ok ? '' : one.problems[0]?.message));

    expect(messages).toEqual([
      expect.stringContaining('This is no text'),
      expect.stringContaining('larger than'),
      expect.stringContaining('neither a HAR file'),
    ]);
  });
});
