import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Waits } from '../../protocol/debug-api.ts';
import type { RecordedAnswer } from '../../engine/step-request.ts';
import { byNobody } from '../../engine/http.ts';
import type { AppContextValue } from '../context.ts';
import { openNext } from '../open-next.ts';
import { askedBy, type AllowedAddress, type BadAddress } from './address.ts';
import { askService, type Asking, type ServiceFailure } from './ask-service.ts';
import { pageAddress } from './network-page.ts';
import { keyOf, off, readSettings, writeSettings, type NetworkSettings } from './settings.ts';

export type Failure = ServiceFailure | BadAddress;

type WaitingCall = Waits & { readonly call: NonNullable<Waits['call']> };

/** What becomes of the call that waits. */
export type CallState =
  | { readonly kind: 'none' }
  /** Nobody has said yet whether its host may be asked. */
  | { readonly kind: 'question'; readonly waits: WaitingCall; readonly asked: AllowedAddress }
  | { readonly kind: 'asking'; readonly host: string }
  /** Why no answer came, until somebody has read it; `waits` as long as its step waits for another answer. */
  | { readonly kind: 'failed'; readonly why: Failure; readonly host: string; readonly waits: boolean };

/** The real network of the open workspace, as this window knows it (docs/network.md). */
export type Network = {
  readonly settings: ReadonlySignal<NetworkSettings>;
  /** Whether this is the page that may ask. */
  readonly isHere: boolean;
  readonly call: ReadonlySignal<CallState>;
  /** Hosts that were not allowed since this page was loaded: they are not asked about again. */
  readonly declined: ReadonlySignal<ReadonlySet<string>>;
  /** Goes to the page that may ask; false where the browser does not keep that it was switched on. */
  readonly switchOn: () => Promise<boolean>;
  readonly switchOff: () => void;
  /** To the page where the workspace belongs by its switch. */
  readonly goThere: () => Promise<void>;
  readonly allow: (origin: string) => void;
  readonly forbid: (origin: string) => void;
  /** The question is answered with no: this host is not asked about again before the page is loaded anew. */
  readonly decline: () => void;
  /** Asks for the call that waits, once more or although it was left to somebody. */
  readonly askNow: () => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  /** Whether what is said of it is open. */
  readonly shows: Signal<boolean>;
};

export type NetworkPorts = Asking & {
  readonly isHere: boolean;
  readonly location: Pick<Location, 'href' | 'hash' | 'origin' | 'protocol' | 'assign' | 'replace'>;
  readonly locks: Pick<LockManager, 'request'> | null;
  /** Calls when another tab has written this key. */
  readonly onKept: (changed: (key: string | null) => void) => void;
};

const keyOfCall = ({ step, place, hand }: WaitingCall): string =>
  `${String(step)} ${String(place?.statement)} ${String(hand.answers?.length ?? 0)}`;

export function createNetwork(
  { store, keepers, undo }: Pick<AppContextValue, 'store' | 'keepers' | 'undo'>,
  ports: NetworkPorts,
): Network {
  const { engine } = store;
  const { isHere } = ports;
  /** Goes up whenever what is kept may be other than it was. */
  const changes = signal(0);
  const openId = computed(() => store.workspace.value?.id ?? '');
  const settings = computed<NetworkSettings>(() =>
    changes.value >= 0 && openId.value !== '' ? readSettings(keepers.local, openId.value) : off,
  );
  const isOn = computed(() => settings.value.on);
  const call = signal<CallState>({ kind: 'none' });
  const declined = signal<ReadonlySet<string>>(new Set());
  /** One tab asks for a workspace, else each would. */
  const leads = signal(false);
  const workspace = (): string => openId.peek();
  let asked = '';
  /** Who is asked at this moment. */
  let asking = '';
  let cancel = new AbortController();

  const read = () => {
    changes.value = changes.peek() + 1;
  };
  const write = (change: Partial<NetworkSettings>): boolean => {
    const written = writeSettings(keepers.local, workspace(), { ...settings.peek(), ...change });
    read();
    return written;
  };
  ports.onKept((key) => {
    if (key === null || key === keyOf(workspace())) read();
  });

  async function go(which: 'ordinary' | 'network', way: 'assign' | 'replace' = 'assign'): Promise<void> {
    openNext(keepers.session, workspace());
    await store.leave().catch(() => undefined);
    ports.location[way](pageAddress(which, ports.location));
  }

  /** What stands while nobody may be asked, whatever was under way. */
  function rest(): void {
    asked = '';
    cancel.abort();
    if (call.peek().kind !== 'failed') call.value = { kind: 'none' };
  }

  const isMeant = ({ on, allowed }: NetworkSettings, origin: string): boolean =>
    on && allowed.includes(origin);

  /** Whether the step still waits for this call: meanwhile somebody may have answered it, or stopped its script. */
  const stands = (waits: WaitingCall): boolean => {
    const now = waitingCall.peek();
    return now !== null && keyOfCall(now) === keyOfCall(waits);
  };

  async function goOn(waits: WaitingCall, answer: RecordedAnswer, of: string): Promise<void> {
    if (of !== workspace() || !stands(waits)) return;
    const { hand } = waits;
    await engine.goOn(of, 'continue', { ...hand, answers: [...(hand.answers ?? []), answer] });
  }

  /** Where somebody wants to answer by hand, the step waits for that; else nobody answers. */
  async function leave(waits: WaitingCall, of: string, answer: RecordedAnswer): Promise<boolean> {
    if (await engine.asksForAnswers(of)) return true;
    await goOn(waits, answer, of);
    return false;
  }

  async function fail(waits: WaitingCall, of: string, why: Failure, host: string, answer: RecordedAnswer) {
    // Told before the step goes on: by then its next call may have a state of its own.
    call.value = { kind: 'failed', why, host, waits: false };
    if ((await leave(waits, of, answer)) && stands(waits))
      call.value = { kind: 'failed', why, host, waits: true };
  }

  async function take(waits: WaitingCall): Promise<void> {
    const of = workspace();
    const whom = askedBy(waits.call.url, ports.location);
    if (!whom.ok) {
      await fail(waits, of, whom.why, waits.call.url, byNobody(waits.call));
    } else if (isMeant(settings.peek(), whom.origin)) {
      await ask(waits, whom, of);
    } else if (declined.peek().has(whom.origin)) {
      call.value = { kind: 'none' };
      await leave(waits, of, byNobody(waits.call));
    } else {
      call.value = { kind: 'question', waits, asked: whom };
    }
  }

  async function ask(waits: WaitingCall, { origin, host }: AllowedAddress, of: string): Promise<void> {
    cancel = new AbortController();
    const { signal: cancelled } = cancel;
    asking = origin;
    call.value = { kind: 'asking', host };
    const { answer, failure } = await askService(ports, waits.call, cancelled);
    // What stands there now is another call, with a state of its own.
    if (of === workspace() && !stands(waits)) return;
    // Switched off, forbidden or gone meanwhile, here or in another tab: then it counts as if nobody had been asked.
    const isOver = of !== workspace() || !isMeant(readSettings(keepers.local, of), origin);
    if (failure === 'cancelled' || isOver) {
      if (of === workspace()) call.value = { kind: 'none' };
      await leave(waits, of, byNobody(waits.call));
    } else if (failure === null) {
      call.value = { kind: 'none' };
      await goOn(waits, answer, of);
    } else {
      await fail(waits, of, failure, host, answer);
    }
  }

  const waitingCall = computed((): WaitingCall | null => {
    const waits = store.waits.value;
    const call = waits?.call;
    // What a mock holds is not for anybody else to answer.
    return waits === null || call === undefined || call.held !== undefined ? null : { ...waits, call };
  });

  effect(() => {
    // A worker that takes the place of another one opens the workspace anew, and has to be told anew.
    const open = store.workspace.value;
    // With the page goes what can be taken back: a workspace that was deleted would be lost.
    const isPassing = undo.last('')?.passing !== undefined;
    if (!isHere || open === null) return;
    if (isOn.value) void engine.asksServices(open.id, leads.value);
    else if (isPassing) void engine.asksServices(open.id, false);
    else void engine.asksServices(open.id, false).then(() => go('ordinary', 'replace'));
  });
  effect(() => {
    const open = openId.value;
    return isHere && open !== '' && isOn.value ? leadIn(open) : undefined;
  });
  effect(() => {
    const waits = waitingCall.value;
    if (!leads.value || !isOn.value || waits === null) {
      rest();
      return;
    }
    const key = keyOfCall(waits);
    if (key === asked) return;
    rest();
    asked = key;
    void take(waits);
  });

  effect(() => {
    const now = settings.value;
    // Taken away here or in another tab: nothing more is sent, not even to learn why nothing came.
    if (call.peek().kind === 'asking' && !isMeant(now, asking)) cancel.abort();
  });

  function leadIn(open: string): () => void {
    const leaves = new AbortController();
    let release = () => {};
    const lead = () =>
      new Promise<void>((resolve) => {
        release = resolve;
        leads.value = !leaves.signal.aborted;
      });
    if (ports.locks === null) void lead();
    else
      void ports.locks
        .request(`rehearsal network ${open}`, { signal: leaves.signal }, lead)
        .catch(() => undefined);
    return () => {
      leads.value = false;
      leaves.abort();
      release();
    };
  }

  const again = () => {
    const waits = waitingCall.peek();
    if (waits !== null && leads.peek() && call.peek().kind !== 'asking') void take(waits);
  };

  return {
    settings,
    isHere,
    call,
    declined,
    switchOn: async () => {
      if (!write({ on: true })) return false;
      await go('network');
      return true;
    },
    // Where this page may ask, it goes by itself.
    switchOff: () => {
      write({ on: false });
    },
    goThere: () => go(settings.peek().on ? 'network' : 'ordinary'),
    allow: (origin) => {
      const others = settings.peek().allowed.filter((one) => one !== origin);
      write({ allowed: [...others, origin] });
      declined.value = new Set([...declined.peek()].filter((one) => one !== origin));
      const now = call.peek();
      if (now.kind === 'question' && now.asked.origin === origin) again();
    },
    forbid: (origin) => {
      write({ allowed: settings.peek().allowed.filter((one) => one !== origin) });
    },
    decline: () => {
      const now = call.peek();
      if (now.kind !== 'question') return;
      declined.value = new Set([...declined.peek(), now.asked.origin]);
      again();
    },
    askNow: () => {
      const waits = waitingCall.peek();
      const whom = waits === null ? null : askedBy(waits.call.url, ports.location);
      if (whom?.ok === true)
        declined.value = new Set([...declined.peek()].filter((one) => one !== whom.origin));
      again();
    },
    cancel: () => {
      cancel.abort();
    },
    dismiss: () => {
      call.value = { kind: 'none' };
    },
    shows: signal(false),
  };
}
