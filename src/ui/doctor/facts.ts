/** What was found out about this computer and this browser, as far as the app depends on it. */
export type BrowserFacts = {
  /** False where the page came over plain HTTP from another computer: the browser gives it less there. */
  readonly isSecure: boolean;
  /** The name of the host that the page came from. */
  readonly host: string;
  /** Whether a database of the browser could be written, read and deleted. */
  readonly database: 'works' | 'fails';
  /** Whether everything is kept in memory alone, as the engine says; null where it has not said. */
  readonly inMemory: boolean | null;
  /** Whether a file of the origin's private files could be written. */
  readonly files: 'works' | 'fails';
  /** Whether the browser promises to keep what is stored. */
  readonly persisted: 'yes' | 'no' | 'unknown';
  /** How many bytes may still be stored; null where the browser does not say. */
  readonly free: number | null;
  /** How long the engine took to answer, in milliseconds; `silent` when it did not. */
  readonly engine: number | 'waits' | 'silent';
  readonly offline: Offline;
  /** The clock on the wall, in milliseconds since 1970. */
  readonly now: number;
  /** The time zone that the browser takes this computer to be in. */
  readonly zone: string;
  /** Whether tabs can agree on which of them writes. */
  readonly locks: boolean;
  /** Whether scripts in JavaScript can run. */
  readonly wasm: boolean;
};

/** What is there to start without a network. */
export type Offline =
  /** The browser has no service workers, or none for this address. */
  | { readonly kind: 'none' }
  /** It is still being copied, or the page was loaded past it. */
  | { readonly kind: 'coming' }
  | {
      readonly kind: 'controls';
      /** How many files the app has, and how many of them are not on this computer; null where nobody answered. */
      readonly files: { readonly all: number; readonly missing: number } | null;
      /** A newer version is here and waits to be taken. */
      readonly newer: boolean;
    };

export type Subject =
  | 'address'
  | 'engine'
  | 'database'
  | 'files'
  | 'offline'
  | 'space'
  | 'promise'
  | 'locks'
  | 'scripts'
  | 'clock';

/** How one thing stands: in order, worth a word, in the way, or not known yet. */
export type DoctorFinding = {
  readonly subject: Subject;
  readonly state: 'good' | 'note' | 'bad' | 'waits';
  /** What is said of it; the words are the page's. */
  readonly code: Code;
};

export type Code =
  | 'address-here'
  | 'address-far'
  | 'address-insecure'
  | 'engine-waits'
  | 'engine-answers'
  | 'engine-slow'
  | 'engine-silent'
  | 'database-works'
  | 'database-fails'
  | 'in-memory'
  | 'files-work'
  | 'files-fail'
  | 'offline-ready'
  | 'offline-not-counted'
  | 'offline-newer'
  | 'offline-missing'
  | 'offline-coming'
  | 'offline-none'
  | 'space-enough'
  | 'space-little'
  | 'space-none'
  | 'space-unknown'
  | 'promise-given'
  | 'promise-not-given'
  | 'promise-unknown'
  | 'locks-work'
  | 'locks-fail'
  | 'scripts-run'
  | 'scripts-fail'
  | 'clock-right'
  | 'clock-wrong';

/** Less than this is worth a word, and less than that is not enough for a day of work. */
const little = 200e6;
const tooLittle = 20e6;
/** The app is younger than this, so no clock that is right shows less; and nothing lasts until that. */
const earliest = Date.UTC(2026, 0);
const latest = Date.UTC(2060, 0);
/** So many milliseconds are felt. */
const slow = 1500;

/** What is to be said of each thing, in the order in which they are told. */
export function findingsOf(facts: BrowserFacts): readonly DoctorFinding[] {
  const say = (subject: Subject, state: DoctorFinding['state'], code: Code): DoctorFinding => ({
    subject,
    state,
    code,
  });
  const works = (subject: Subject, does: boolean, good: Code, not: Code, otherwise: 'bad' | 'note') =>
    does ? say(subject, 'good', good) : say(subject, otherwise, not);
  const { isSecure, host, engine, free, persisted, now } = facts;
  return [
    isSecure
      ? say('address', 'good', isLocal(host) ? 'address-here' : 'address-far')
      : say('address', 'bad', 'address-insecure'),
    engine === 'waits'
      ? say('engine', 'waits', 'engine-waits')
      : engine === 'silent'
        ? say('engine', 'bad', 'engine-silent')
        : works('engine', engine < slow, 'engine-answers', 'engine-slow', 'note'),
    facts.inMemory === true
      ? say('database', 'bad', 'in-memory')
      : works('database', facts.database === 'works', 'database-works', 'database-fails', 'bad'),
    works('files', facts.files === 'works', 'files-work', 'files-fail', 'note'),
    offlineFinding(facts.offline),
    free === null
      ? say('space', 'note', 'space-unknown')
      : free < tooLittle
        ? say('space', 'bad', 'space-none')
        : works('space', free >= little, 'space-enough', 'space-little', 'note'),
    persisted === 'unknown'
      ? say('promise', 'note', 'promise-unknown')
      : works('promise', persisted === 'yes', 'promise-given', 'promise-not-given', 'note'),
    works('locks', facts.locks, 'locks-work', 'locks-fail', 'note'),
    works('scripts', facts.wasm, 'scripts-run', 'scripts-fail', 'note'),
    works('clock', now >= earliest && now < latest, 'clock-right', 'clock-wrong', 'note'),
  ];
}

function offlineFinding(offline: Offline): DoctorFinding {
  const say = (state: DoctorFinding['state'], code: Code): DoctorFinding => ({
    subject: 'offline',
    state,
    code,
  });
  switch (offline.kind) {
    case 'none':
      return say('bad', 'offline-none');
    case 'coming':
      return say('bad', 'offline-coming');
    case 'controls':
      if (offline.files === null) return say('note', 'offline-not-counted');
      if (offline.files.missing > 0) return say('bad', 'offline-missing');
      return offline.newer ? say('note', 'offline-newer') : say('good', 'offline-ready');
  }
}

/** Addresses that browsers take to be this computer. */
export const isLocal = (host: string): boolean =>
  /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);

/** What keeps this computer from being ready, in the order of telling; null as long as something is not known. */
export function inTheWay(findings: readonly DoctorFinding[]): readonly Code[] | null {
  const bad = findings.filter(({ state }) => state === 'bad').map(({ code }) => code);
  return bad.length === 0 && findings.some(({ state }) => state === 'waits') ? null : bad;
}
