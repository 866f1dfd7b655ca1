import {
  decodeBase64Bytes,
  encodeBase64Bytes,
  StreamValue,
  type LibraryPart,
  type NativeClass,
  type NativeContext,
} from '../../crmscript/library.ts';
import type { Row } from '../../engine/definition.ts';
import { botOf } from '../crmscript/bot-environment.ts';
import { rowId } from '../../engine/table-rows.ts';
import { storedName } from './rows.ts';

/** The table in which blobs live; SearchEngine sees the same rows, their bytes in `content` as Base64. */
const table = 'BinaryObject';

function blobRow(context: NativeContext, id: number): Row | undefined {
  const world = botOf(context).host.world();
  return world.tables[storedName(world, table) ?? table]?.find((row) => rowId(table, row) === id);
}

function read(context: NativeContext, _self: unknown, id: number): StreamValue {
  const row = blobRow(context, id);
  if (row === undefined) {
    return context.fail(
      'RunTimeException',
      `NSBLOBAgent.GetBlobStream: there is no BinaryObject ${String(id)}.`,
    );
  }
  const content = row['content'];
  const bytes = typeof content === 'string' ? (decodeBase64Bytes(content) ?? []) : [];
  context.charge(16 + 8 * bytes.length);
  context.work(64 * bytes.length);
  return new StreamValue(bytes);
}

function write(context: NativeContext, _self: unknown, id: number, stream: StreamValue | null): null {
  const bytes = stream?.bytes ?? [];
  context.text(bytes.length * 2);
  context.write(bytes.length * 2);
  context.work(8 * bytes.length);
  const row = { ...(blobRow(context, id) ?? { id }), content: encodeBase64Bytes(bytes) };
  const stored = storedName(botOf(context).host.world(), table) ?? table;
  botOf(context).act(context, (host, site) => {
    host.changeTable(site, stored, id, row);
  });
  return null;
}

const agent: NativeClass = {
  name: 'NSBLOBAgent',
  differs: 'Blobs are rows of the table BinaryObject, their bytes in `content` as Base64.',
  make: () => ({ measure: () => 16 }),
  tables: 'optional',
  constructors: [{ signature: 'NSBLOBAgent()', run: () => ({ measure: () => 16 }) }],
  methods: [
    { signature: 'NSStream GetBlobStream(Integer blobEntityId)', run: read },
    { signature: 'Void SetBlobStream(Integer blobEntityId, NSStream stream)', run: write },
  ],
};

export const blobPart: LibraryPart = { classes: [agent] };
