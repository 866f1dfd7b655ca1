import { amountOf } from '../amount.ts';
import { countOf, wallTimeOf } from '../format.ts';
import { doctorName } from './doctor-name.ts';
import type { Code, BrowserFacts, Subject } from '../doctor/facts.ts';

/** A few words for the line that is read aloud, of what keeps a computer from being ready. */
const short: Partial<Readonly<Record<Code, string>>> = {
  'address-insecure': 'opened by the address of another computer',
  'engine-silent': 'the engine does not answer',
  'database-fails': 'nothing can be stored',
  'in-memory': 'nothing is kept',
  'offline-coming': 'not yet copied for offline use',
  'offline-none': 'no offline use',
  'offline-missing': 'files are missing for offline use',
  'space-none': 'no space left',
};

/** What the doctor says. */
export const doctorWords = {
  title: doctorName,
  back: 'Back to Rehearsal',
  looking: 'Looking at this computer…',
  readAloud: 'To read aloud',
  ready: (version: string, free: number | null) =>
    `Ready: Rehearsal ${version}, offline${free === null ? '' : `, ${amountOf(free)} free`}`,
  notReady: (version: string, codes: readonly Code[]) =>
    `Not ready: Rehearsal ${version}, ${codes.map((code) => short[code] ?? code).join(', ')}`,
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'This browser copies nothing here. The line is selected: press Ctrl+C.',
  again: 'Look again',
  build: (name: string) => `build ${name}`,
  versionHint: 'Everybody in a workshop should have the same.',
  states: { good: 'In order', note: 'Worth a look', bad: 'In the way', waits: 'Being asked' },
  askPromise: 'Ask the browser to keep it',
  promiseRefused: 'The browser said no. Installing the app, or visiting it more often, changes its mind.',
  subjects: {
    address: 'Address',
    engine: 'Engine',
    database: 'Storage',
    files: 'Safety copy',
    offline: 'Without a network',
    space: 'Space',
    promise: 'Promise to keep',
    locks: 'Several tabs',
    scripts: 'Scripts in JavaScript',
    clock: 'Clock',
  } satisfies Record<Subject, string>,
  says: {
    'address-here': ({ host }) => `Served by this computer itself (${host}).`,
    'address-far': ({ host }) => `Served over a safe connection (${host}).`,
    'address-insecure': ({ host }) =>
      `The page comes from another computer (${host}) over plain HTTP. Browsers give such a page no offline copy, no private files and no locks between tabs. Copy the folder of the app to this computer and start it here, or open it over HTTPS.`,
    'engine-waits': () => 'It was asked, and has not answered yet.',
    'engine-answers': ({ engine }) => `It answers within ${countOf(Number(engine))} ms.`,
    'engine-slow': ({ engine }) =>
      `It took ${countOf(Number(engine))} ms to answer. Close other programs and tabs, and look again.`,
    'engine-silent': () =>
      'It did not answer within eight seconds. Load the page again. If that does not help, another tab may hold it up, or this browser may not start workers: close the others, or try Chrome, Edge, Firefox or Safari in a recent version.',
    'database-works': () => 'What you do is written to the disk of this computer, and read back.',
    'database-fails': () =>
      'The browser stores nothing for this page. A private window does that, and so does a browser that is told to block site data. Open the app in an ordinary window.',
    'in-memory': () =>
      'Everything is kept in memory and gone when the tab is closed. Open the app in an ordinary window, and save what you have as a file first.',
    'files-work': () =>
      'A second copy of everything is written as a file, in case the browser loses its database.',
    'files-fail': () =>
      'This browser keeps no private files, so there is no second copy. All works, and saving is slower. A backup from time to time is wise.',
    'offline-ready': ({ offline }) =>
      `All ${countOf(offline.kind === 'controls' ? (offline.files?.all ?? 0) : 0)} files of the app are on this computer. It starts without a network.`,
    'offline-not-counted': () =>
      'The app starts without a network. How many of its files are here was not answered in time: look again.',
    'offline-newer': () =>
      'It starts without a network. A newer version is here and waits until it is loaded.',
    'offline-missing': ({ offline }) =>
      `Of the files of the app, ${countOf(offline.kind === 'controls' ? (offline.files?.missing ?? 0) : 0)} are not on this computer any more. Load the page again while there is a network, or the server that it came from.`,
    'offline-coming': () =>
      'The app is still being copied, or this page was loaded past its copy. Wait a moment; if it stays so, load the page again.',
    'offline-none': () =>
      'This browser keeps no copy of the app at this address: it needs the server each time. A private window or an address that is not safe does that.',
    'space-enough': ({ free }) => `${amountOf(free ?? 0)} may still be stored.`,
    'space-little': ({ free }) =>
      `${amountOf(free ?? 0)} are left. Enough for a workshop; free some of the disk before the next.`,
    'space-none': ({ free }) =>
      `Only ${amountOf(free ?? 0)} are left. Free some of the disk, or delete workspaces, before anything else.`,
    'space-unknown': () => 'The browser does not say how much may still be stored.',
    'promise-given': () => 'The browser will not clear what is stored here by itself.',
    'promise-not-given': () =>
      'The browser may clear what is stored here when the disk is full. That is rare in a day; save what matters as a file.',
    'promise-unknown': () =>
      'This browser makes no promise to keep what is stored. Save what matters as a file.',
    'locks-work': () => 'One tab writes, and the others show it.',
    'locks-fail': () => 'Tabs cannot agree on who writes. Use one tab only.',
    'scripts-run': () => 'They can run.',
    'scripts-fail': () =>
      'This browser does not let WebAssembly run, which bots in JavaScript need. CRMScript runs all the same.',
    'clock-right': ({ now, zone }) =>
      `It is ${wallTimeOf(now)} here, in ${zone}. The clock of a rehearsal is apart from it.`,
    'clock-wrong': ({ now, zone }) =>
      `This computer says that it is ${new Date(now).toISOString().slice(0, 10)}, in ${zone}. Set it right: names of files, and what came first, go by it. The clock of a rehearsal is apart from it.`,
  } satisfies Record<Code, (facts: BrowserFacts) => string>,
} as const;
