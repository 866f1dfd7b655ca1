import type { FileContent, ReadCalls } from '../../protocol/files-api.ts';
import { utf8Text } from '../../scenario/bytes.ts';
import { mockOffers } from '../../scenario/call-mocks.ts';
import { limits } from '../../scenario/limits.ts';
import { readOutsideCalls } from '../../scenario/outside-calls.ts';
import { tooLarge } from '../../scenario/read-json.ts';
import { secretsIn } from '../../scenario/secrets.ts';
import { worldOfMocks } from '../../scenario/world-of-mocks.ts';

/** The mocks that could be made of a file of another program, and what in them is nobody's business. */
export async function readCalls(content: FileContent): Promise<ReadCalls> {
  if (content.size > limits.fileBytes) return refused(tooLarge);
  const text = utf8Text(new Uint8Array(await content.arrayBuffer()));
  if (text === null)
    return refused('This is no text. A HAR file and a collection of Postman are JSON in UTF-8.');
  const read = readOutsideCalls(text);
  if (!read.ok) return read;
  const offers = mockOffers(read.calls, read.kind === 'postman');
  return {
    ok: true,
    kind: read.kind,
    offers,
    secrets: secretsIn(worldOfMocks(offers.map(({ mock }) => mock))),
  };
}

const refused = (message: string): ReadCalls => ({ ok: false, problems: [{ path: '', message }] });
