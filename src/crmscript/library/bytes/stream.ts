import type { LibraryPart } from '../parts.ts';
import type { Measured, NativeClass } from '../../analysis/types/native.ts';

/** Bytes that are handed around: an answer of HTTP, a blob (crm §13). */
export class StreamValue implements Measured {
  bytes: readonly number[];

  constructor(bytes: readonly number[] = []) {
    this.bytes = bytes;
  }

  measure(visit: (value: unknown) => void): number {
    visit(this.bytes);
    return 32;
  }
}

const streamClass: NativeClass = {
  name: 'NSStream',
  make: () => new StreamValue(),
  text: ({ bytes }: StreamValue) => `${String(bytes.length)} bytes`,
  constructors: [{ signature: 'NSStream()', run: () => new StreamValue() }],
  methods: [
    {
      signature: 'Byte[] GetStream()',
      run: (context, self: StreamValue) => {
        context.charge(16 + 8 * self.bytes.length);
        context.work(self.bytes.length);
        return [...self.bytes];
      },
    },
    {
      signature: 'Void SetStream(Byte[] stream)',
      run: (context, self: StreamValue, bytes: readonly number[]) => {
        context.charge(16 + 8 * bytes.length);
        context.work(bytes.length);
        self.bytes = [...bytes];
      },
    },
  ],
};

export const streamPart: LibraryPart = { classes: [streamClass] };
