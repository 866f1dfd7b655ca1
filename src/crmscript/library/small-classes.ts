import type { LibraryPart } from './parts.ts';
import type { Measured, NativeClass, NativeContext, NativeFunction } from '../analysis/types/native.ts';
import { fromInstant, toInstant, workOfZone } from './dates/calendar.ts';
import { parseIntegerText, workOfNumber } from './numbers/parse-number.ts';

/** Seconds of the run's clock, which stands still but for `sleep` (rulings 3). */
class TimerValue implements Measured {
  started: number | undefined;
  stopped: number | undefined;

  seconds(context: NativeContext): number {
    if (this.started === undefined) return 0;
    return ((this.stopped ?? context.environment.now()) - this.started) / 1000;
  }

  measure(): number {
    return 32;
  }
}

const seconds: NativeFunction['run'] = (context, self: TimerValue) => self.seconds(context);

const timerClass: NativeClass = {
  name: 'Timer',
  differs:
    'Measures the virtual clock, which stands still while a script runs but for `sleep` and the delays of mocks.',
  make: () => new TimerValue(),
  text: ({ started }: TimerValue) => (started === undefined ? 'not started' : 'started'),
  constructors: [{ signature: 'Timer()', run: () => new TimerValue() }],
  methods: [
    {
      signature: 'Void start()',
      run: (context, self: TimerValue) => {
        self.started = context.environment.now();
        self.stopped = undefined;
      },
    },
    {
      signature: 'Void stop()',
      run: (context, self: TimerValue) => {
        self.stopped = context.environment.now();
      },
    },
    { signature: 'Float getSeconds()', run: seconds },
    { signature: 'Float getHiResTimer()', run: (context) => context.environment.now() / 1000 },
    { signature: 'Float getTimer()', run: (context) => Math.floor(context.environment.now() / 1000) },
  ],
};

/** A set of thirty-two bits. */
class BitSetValue implements Measured {
  bits = 0;

  measure(): number {
    return 16;
  }
}

const checkBit = (context: NativeContext, number: number): number =>
  number >= 0 && number < 32
    ? number
    : context.fail('RunTimeException', `FHBitSet: there is no bit ${String(number)}; they are 0 to 31.`);

const bitSetClass: NativeClass = {
  name: 'FHBitSet',
  make: () => new BitSetValue(),
  text: ({ bits }: BitSetValue) => bitText(bits),
  constructors: [{ signature: 'FHBitSet()', run: () => new BitSetValue() }],
  methods: [
    {
      signature: 'Void set(Integer value)',
      run: (_context, self: BitSetValue, value: number) => {
        self.bits = value | 0;
      },
    },
    {
      signature: 'Void set(String rep)',
      run: (context, self: BitSetValue, text: string) => {
        context.work(workOfNumber);
        self.bits = parseIntegerText(text) ?? 0;
      },
    },
    {
      signature: 'Bool getBitNo(Integer number)',
      run: (context, self: BitSetValue, number: number) =>
        (self.bits & (1 << checkBit(context, number))) !== 0,
    },
    {
      signature: 'Void setBitNo(Integer number, Bool val)',
      run: (context, self: BitSetValue, number: number, on: boolean) => {
        const mask = 1 << checkBit(context, number);
        self.bits = on ? self.bits | mask : self.bits & ~mask;
      },
    },
    { signature: 'Integer toInteger()', run: (_context, self: BitSetValue) => self.bits },
    { signature: 'String toLsbString()', run: (_context, self: BitSetValue) => bitText(self.bits) },
  ],
};

/** All thirty-two; bit 0 stands last, although `toLsbString` is called as if it stood first. */
const bitText = (bits: number): string => (bits >>> 0).toString(2).padStart(32, '0');

/** How far the run's time zone is ahead of UTC at this moment. */
function offset(context: NativeContext): number {
  context.work(2 * workOfZone);
  const { now, timeZone } = {
    now: context.environment.now(),
    timeZone: context.environment.timeZone,
  };
  const shown = fromInstant(now, timeZone);
  return Math.round((toInstant(shown, 'UTC') - now) / 1000);
}

function offsetText(offsetSeconds: number): string {
  const minutes = Math.abs(Math.trunc(offsetSeconds / 60));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offsetSeconds < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}${two(minutes % 60)}`;
}

const timeZoneClass: NativeClass = {
  name: 'TimeZone',
  make: () => ({ measure: () => 16 }),
  constructors: [{ signature: 'TimeZone()', run: () => ({ measure: () => 16 }) }],
  methods: [
    { signature: 'String getTimeZone()', run: (context) => offsetText(offset(context)) },
    { signature: 'Integer getTimeZoneSecs()', run: offset },
  ],
};

export const smallPart: LibraryPart = {
  classes: [timerClass, bitSetClass, timeZoneClass],
  functions: [{ signature: 'TimeZone getLocalTimeZone()', run: () => ({ measure: () => 16 }) }],
};
