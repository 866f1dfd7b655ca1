import { nr } from './phrases.ts';
import type { Catalogue, CodedText } from './catalogue.ts';

type Failed = { readonly error: string };

type Step = { readonly step: number };
type Event = { readonly seq: number };

/** What is the matter with what is stored. */
export const damages = {
  'step-damaged': ({ step }: Step) => (step > 0 ? `Step ${nr(step)} is damaged.` : 'A step is damaged.'),
  'step-missing': ({ step }: Step) => `Step ${nr(step)} is missing.`,
  'event-damaged': ({ seq }: Event) => `Event ${nr(seq)} is damaged.`,
  'event-missing': ({ seq }: Event) => `Event ${nr(seq)} is missing.`,
  'event-of-no-type': ({ seq }: Event) => `Event ${nr(seq)} is of an unknown type.`,
  'no-event': ({ seq }: Event) => `Event ${nr(seq)} is not an event.`,
  'event-misfits': ({ seq }: Event) => `Event ${nr(seq)} does not fit the world before it.`,
  'not-played-again': ({ step }: { step: number }) =>
    `Step ${String(step)} cannot be played in the world as it is now.`,
  'not-followed': () => 'The database went on without it.',
  'not-upgraded': () => 'It could not be read when the database was upgraded.',
};

/** A damage as a part of a sentence. */
function clause({ code, params }: CodedText): string {
  const make = Object.hasOwn(damages, code) ? (damages as Catalogue)[code] : undefined;
  const text = make?.(params as never) ?? code;
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

/**
 * What the app says of inputs, storage and itself, besides the engine. Each sentence says what happened, what was kept and
 * what to do (reliability §3).
 */
export const ofTheApp = {
  'changed-meanwhile': () =>
    'This was changed somewhere else a moment ago. Nothing was overwritten, and what you have is kept. Look at what it is now, then do it again if you still want to.',
  'dropped-by-hand': () =>
    'This waited at a breakpoint, and somebody did not let it happen. Nothing of it was kept; send it again if you want it after all.',
  'not-waiting': () => 'This step does not wait there any more.',
  'no-such-step': ({ step }: Step) => `Step ${String(step)} cannot be read.`,
  'nothing-stands': () => 'No script stands here.',
  'no-timer-set': () => 'No timer is set: nothing will happen by itself.',
  'nothing-due': () => 'Nothing is due.',
  'storage-full': () =>
    'The browser has no room left for this site. Everything up to your last input is kept; the last input was not saved. Free some space on the disk, then send it again.',
  'storage-not-written': () =>
    'The browser could not write to its database. Everything up to your last input is kept; the last input was not saved. Send it again; if that fails too, reload the page.',
  'storage-rows-taken': () =>
    'The database already holds other rows in the place of your last input. What was saved is kept; the last input was not saved. Reload the page, then send it again.',
  'storage-taken-over': () =>
    'Another tab took over this workspace while your input was on its way. What was saved is kept; the input was not saved. Send it again.',
  'storage-deleted': () =>
    'The data of this site was deleted while this tab was open. What you see is kept in this tab only, and nothing new is saved. Copy what you need from it, then reload the page.',
  'storage-newer': () =>
    'The data in this browser was written by a newer version of the app. It is unchanged, and this version does not touch it. Reload the page to get the newer version.',
  'storage-blocked': () =>
    'Another tab with an older version of the app is open and keeps the data from being opened. Nothing was changed. Close the other tabs of this app, then try again.',
  'storage-missing': () =>
    'This browser offers no database here. You can work as usual, but nothing is kept once this tab is closed. Copy what you need before you leave.',
  'workspace-damaged': ({ damage, seq, writes }: { damage: CodedText; seq: number; writes: boolean }) =>
    `A part of this workspace cannot be read: ${clause(damage)}. Everything up to event ${nr(seq)} is kept. ${
      writes
        ? 'What came after it was moved aside, not deleted, and the workspace goes on from there.'
        : 'What comes after it is not shown.'
    } Check the last messages of the conversation.`,
  'app-failed': ({ error }: Failed) =>
    `The app failed inside while it handled this (${error}). Nothing was changed by it, and everything before it is kept. Try again; if it fails again, reload the page.`,
  'workspace-not-open': () =>
    'This workspace is not open. Nothing was changed. Open it again, then repeat what you did.',
  'no-workspace': () =>
    'There is no such workspace in this browser. Nothing was changed. Choose another one from the list.',
  'part-not-loaded': ({ error }: Failed) =>
    `A part of the app that this needs could not be loaded (${error}). Everything up to your last input is kept. Go online once or reload the page, then send it again.`,
  'sample-not-loaded': () =>
    'This sample could not be loaded. Your workspaces are as they were. Samples are there offline once the app says that it works offline; reload the page and try again.',
  'worker-stops': () =>
    'The part of the app that runs the conversations stopped several times in a row. Everything that was saved is kept; what was on its way was not saved. Try again; if it fails again, reload the page.',
  'moment-not-read': () =>
    'This moment could not be read from the log. What is shown has not changed, and nothing is lost. Try another moment, or reload the page.',
  'opening-hung': () =>
    'This did not come to an end and was stopped. Everything that was saved is kept. Open another workspace, or try it again.',
};
