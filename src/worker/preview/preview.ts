import { isOpenAt } from '../../engine/availability.ts';
import { openState } from '../../engine/opening-week.ts';
import { findScript, isBotFolder } from '../../engine/registration.ts';
import type { World } from '../../engine/world.ts';
import { worldToJson } from '../../engine/world-json.ts';
import type {
  NotReached,
  Preview,
  PreviewedView,
  PreviewProblem,
  PreviewRequest,
  PreviewView,
} from '../../protocol/preview.ts';
import type { Engine, TakeStep } from '../ports.ts';
import { askable, Play, respondersOf, type Scene } from './play.ts';
import { forcedScene, leadsTo, sceneOf } from './scenes.ts';

/**
 * What a customer sees with these settings: every view of the widget, each in the world that the inputs of a customer on
 * the way to it have made. The scripts of its engine were prepared.
 */
export function previewOf(engine: Engine, request: PreviewRequest): Preview {
  const { setting, channel, now } = request;
  const unfit = engine.unfit?.({ type: 'admin.savesChannel', channel }) ?? null;
  if (unfit !== null) return { kind: 'unfit', problem: unfit };
  const world = engine.createWorld({ ...setting, startsAt: new Date(now).toISOString() });
  const scene = sceneOf(world, channel, request);
  const played = views.map((view) => playView(engine.step, scene, view));
  return {
    kind: 'played',
    views: played.map(({ shown }) => shown),
    problems: [...problemsOf(scene, played), ...failuresOf(scene.world, played)],
  };
}

const views = Object.keys(leadsTo) as PreviewView[];

export type PlayedView = {
  readonly shown: PreviewedView;
  /** As these settings have it, whether it leads to the view or not. */
  readonly play: Play;
  /** What is shown: the same, or with the view switched on. */
  readonly showing: Play;
};

/** Plays one view; where the settings do not lead there, once more with it switched on. */
export function playView(step: TakeStep, scene: Scene, view: PreviewView): PlayedView {
  const play = new Play(step, scene);
  const isOpen = play.opens();
  play.people(true);
  if (leadsTo[view](play, scene)) return { shown: shownAs(play, view, null), play, showing: play };
  const forced = forcedScene(scene, view);
  const showing = new Play(step, forced);
  showing.people(true);
  leadsTo[view](showing, forced);
  return { shown: shownAs(showing, view, whyNot(play, scene, view, isOpen)), play, showing };
}

const shownAs = ({ world, session }: Play, view: PreviewView, because: NotReached | null): PreviewedView => ({
  view,
  world: worldToJson(world),
  session,
  reached: because === null,
  because,
});

function whyNot(play: Play, scene: Scene, view: PreviewView, isOpen: boolean): NotReached {
  const { preChatForm, postChatForm } = scene.channel;
  const isOff =
    (view === 'preChat' && !preChatForm.enabled) ||
    (view === 'faq' && !preChatForm.faqEnabled) ||
    (view === 'postChat' && !postChatForm.enabled);
  if (isOff) return 'off';
  if (play.now?.botActive === true && play.screen === 'conversation') {
    if (view === 'preChat' || view === 'faq') return 'bot-first';
    return view === 'writing' ? 'nobody-types' : 'bot-answers';
  }
  if (respondersOf(scene).length === 0) return 'nobody';
  return isOpen ? 'elsewhere' : 'never-open';
}

/** What of these settings spoils a view that they switch on. */
function problemsOf(scene: Scene, played: readonly PlayedView[]): readonly PreviewProblem[] {
  const { world, channel } = scene;
  const { preChatForm, bot, properties } = channel;
  const { faqFolder } = preChatForm;
  const problems: PreviewProblem[] = [];
  const isGone = faqFolder > 0 && !world.faqFolders.some(({ id }) => id === faqFolder);
  if (played.some(({ shown }) => shown.view === 'preChat' && shown.because === 'bot-first'))
    problems.push({ view: 'preChat', code: 'bot-first' });
  if (preChatForm.faqEnabled && isGone) problems.push({ view: 'faq', code: 'faq-folder-gone' });
  else if (preChatForm.faqEnabled && askable(world, faqFolder).length === 0)
    problems.push({ view: 'faq', code: 'faq-empty' });
  if (respondersOf(scene).length === 0) problems.push({ view: 'queue', code: 'nobody' });
  const hours = properties.openingHours;
  if (!isOpenAt(hours, world.now) && openState(hours, world.now).until === null)
    problems.push({ view: 'queue', code: 'never-open' });
  const folder = world.folders.find(({ name }) => name === bot.folder);
  if (bot.enabled && (folder === undefined || !isBotFolder(folder)))
    problems.push({ view: 'conversation', code: 'bot-folder' });
  return problems;
}

/** The scripts that failed on the way to a view that the settings lead to, each once. */
function failuresOf(world: World, played: readonly PlayedView[]): readonly PreviewProblem[] {
  const told = new Set<number>();
  return played.flatMap(({ shown, play }) =>
    play.events.flatMap((event): readonly PreviewProblem[] => {
      if (event.type !== 'script.failed' || told.has(event.script)) return [];
      told.add(event.script);
      const script = findScript(world.folders, event.script)?.name ?? '';
      return [{ view: shown.view, code: 'script-failed', script, failure: event.failure }];
    }),
  );
}
