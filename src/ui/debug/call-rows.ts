import { eventType } from '../../engine/numbers.ts';
import type { World } from '../../engine/world.ts';
import type { DebugCall, DebugView } from '../../protocol/debug-api.ts';
import { sharedStart } from '../bots/folders/script-names.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { kindOfRole } from './slider-marks.ts';

/** An open call as the stack shows it: what it is called, and what had it called. */
export type CallRow = {
  /** Which of the open calls, 0 innermost. */
  readonly frame: number;
  readonly name: string;
  readonly detail: string;
  readonly kind: 'bot' | 'trigger' | 'script' | 'function';
  readonly line: number;
};

type Known = Pick<World, 'folders'>;

/** The calls of a step, innermost first, across all scripts that run inside each other. */
export const callRows = ({ calls }: Pick<DebugView, 'calls'>, world: Known): readonly CallRow[] =>
  calls.map((call, frame) => {
    const { startedBy, line } = call;
    if (startedBy === undefined)
      return {
        frame,
        name: call.name,
        detail: words.called.function(scriptName(world, call)),
        kind: 'function',
        line,
      };
    const around = calls.slice(frame + 1).find((other) => other.startedBy !== undefined);
    return {
      frame,
      name: scriptName(world, call),
      detail: whoCalled(world, call, around),
      kind: kindOfRole(startedBy.role),
      line,
    };
  });

const folderOf = (world: Known, script: number) =>
  world.folders.find(({ scripts }) => scripts.some(({ id }) => id === script));

/** A script by its name, without the words that all of its folder begin with; its file where it is gone. */
export function scriptName(world: Known, { script, file }: Pick<DebugCall, 'script' | 'file'>): string {
  const folder = folderOf(world, script);
  const found = folder?.scripts.find(({ id }) => id === script);
  return folder === undefined || found === undefined ? file : found.name.slice(sharedStart(folder));
}

/** What had a script run: the event of a trigger, the bot, or the script that it runs inside of. */
function whoCalled(world: Known, call: DebugCall, around: DebugCall | undefined): string {
  const { startedBy } = call;
  const event = startedBy?.eventType;
  if (event !== undefined) {
    const isOfMessage = event === eventType.beforeSaveMessage || event === eventType.afterSaveMessage;
    return isOfMessage && around !== undefined
      ? words.called.inMessage(whose(world, around))
      : words.called.trigger(words.events[event]);
  }
  if (kindOfRole(startedBy?.role) === 'bot') return folderOf(world, call.script)?.name ?? '';
  if (startedBy?.role === 'webhook') return words.called.webhook;
  return around === undefined ? words.called.manual : words.called.byScript(scriptName(world, around));
}

/** The bot whose script it is, else the script. */
const whose = (world: Known, call: DebugCall): string =>
  kindOfRole(call.startedBy?.role) === 'bot'
    ? (folderOf(world, call.script)?.name ?? scriptName(world, call))
    : scriptName(world, call);
