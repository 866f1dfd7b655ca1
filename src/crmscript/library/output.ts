import type { LibraryPart } from './parts.ts';
import type { NativeContext, NativeFunction } from '../analysis/types/native.ts';
import type { StreamValue } from './bytes/stream.ts';
import { fromBytes } from './text/text.ts';

/** What is printed becomes an event of the step, if it has room for one. */
const priceOfEvent = 50;

const print =
  (channel: 'print' | 'log' | 'debug', ending = '') =>
  (context: NativeContext, text: string): null => {
    context.spend(priceOfEvent);
    context.work(8 * text.length);
    context.write(text.length);
    context.environment.print(context.site, channel, text + ending);
    return null;
  };

/** A failed one says what was compared (crm §9.2). */
const assertEquals = (type: string, shown: (value: never) => string): NativeFunction => ({
  signature: `Void assertEquals(${type} a, ${type} b)`,
  run: (context, a: never, b: never) => {
    if (a === b) return null;
    const line = String(context.site.line);
    return context.fail(
      'AssertException',
      `assertEquals failed in line ${line}: ${shown(a)} is not ${shown(b)}.`,
    );
  },
});

const printBytes = (context: NativeContext, bytes: readonly number[]): null =>
  print('print')(context, fromBytes(context, bytes));

const functions: readonly NativeFunction[] = [
  { signature: 'Void printBinary(Byte[] data)', run: printBytes },
  {
    signature: 'Void printBinary(NSStream data)',
    run: (context, stream: StreamValue | null) => printBytes(context, stream?.bytes ?? []),
  },
  { signature: 'Void print(String s)', run: print('print') },
  { signature: 'Void printLine(String line)', run: print('print', '\n') },
  {
    signature: 'Void printDebug(String debug)',
    differs: 'goes to the console, as nothing pops up',
    run: print('debug'),
  },
  { signature: 'Void log(String msg)', run: print('log') },
  {
    signature: 'Void logMessage(String message)',
    differs: 'goes to the console, as log does',
    run: print('log'),
  },
  {
    signature: 'Void exitWithMessage(String message)',
    differs: 'the message is printed',
    run: (context, message: string) => {
      context.environment.print(context.site, 'print', message);
      return context.exit(message);
    },
  },
  {
    signature: 'Void sleep(Float seconds)',
    differs: 'moves only the time that this run sees',
    run: (context, seconds: number) => {
      if (seconds > 0) context.environment.sleep(seconds);
      return null;
    },
  },
  {
    signature: 'Void assert(Bool condition)',
    run: (context, condition: boolean) =>
      condition
        ? null
        : context.fail('AssertException', `assert failed in line ${String(context.site.line)}.`),
  },
  assertEquals('Bool', (value: boolean) => String(value)),
  assertEquals('Float', (value: number) => String(value)),
  assertEquals('Integer', (value: number) => String(value)),
  assertEquals('String', (value: string) => `"${value.length > 200 ? `${value.slice(0, 200)}…` : value}"`),
];

export const outputPart: LibraryPart = { functions };
