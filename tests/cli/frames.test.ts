import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Frames, type FrameProblem } from '../../src/cli/frames.ts';

const frame = (message: unknown, length?: number | string): Buffer => {
  const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${String(length ?? body.length)}\r\n\r\n`), body]);
};

function read(chunks: Iterable<Buffer>) {
  const taken: unknown[] = [];
  const refused: FrameProblem[] = [];
  const frames = new Frames({ take: (one) => taken.push(one), refuse: (one) => refused.push(one) });
  for (const chunk of chunks) frames.push(chunk);
  return { taken, refused, missing: frames.missing };
}

const next = { jsonrpc: '2.0', method: 'next' };

describe('frames of messages', () => {
  it('come in pieces of any size', () => {
    const message = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 20 }) });
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (all, sizes) => {
          const bytes = Buffer.concat(all.map((one) => frame(one)));
          const chunks: Buffer[] = [];
          for (let at = 0; at < bytes.length;) {
            const size = sizes[chunks.length % sizes.length] ?? 1;
            chunks.push(bytes.subarray(at, at + size));
            at += size;
          }

          expect(read(chunks)).toEqual({ taken: all, refused: [], missing: undefined });
        },
      ),
    );
  });

  it.each([
    ['no JSON', frame('{"a": }')],
    ['a length that is too short', frame({ a: 'a long text' }, 4)],
    ['a length that is negative', frame({ a: 1 }, -5)],
    ['a length that is no number', frame({ a: 1 }, 'many')],
    ['a length beyond all measure', frame({ a: 1 }, '99999999999')],
    ['no length', Buffer.from('Content-Type: x\r\n\r\n{"a":1}')],
    ['a header without an end', Buffer.from('x'.repeat(20_000))],
    ['bytes of all kinds', Buffer.from(Array.from({ length: 3_000 }, (_, index) => index % 256))],
  ])('are told and passed over where there is %s', (_what, broken) => {
    const { taken, refused } = read([broken, frame(next)]);

    expect(taken).toEqual([next]);
    expect(refused.length).toBeGreaterThan(0);
  });

  it('take the next one out of one that said that it was longer', () => {
    const { taken, refused } = read([frame({ a: 1 }, 30), frame(next), frame(next)]);

    expect(taken).toEqual([next, next]);
    expect(refused).toMatchObject([{ kind: 'json' }]);
  });

  it('say what is missing of one that began', () => {
    expect(read([frame({ a: 1 }, 100)]).missing).toBe(93);
  });

  it('never stop reading, whatever came before', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom('Content-Length: ', '\r\n\r\n', '{', '}', '5', '-1', 'Content-Length: 3\r\n\r\n')
        .map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        // Room for whatever length the pieces gave, and for a header that has no end.
        const room = Buffer.from(' '.repeat(9_000));
        const { taken } = read([...pieces, room, frame(next), frame(next), frame(next)]);

        expect(taken.length).toBeGreaterThan(0);
      }),
    );
  });
});
