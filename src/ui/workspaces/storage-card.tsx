import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useStore } from '../context.ts';
import { DoctorLink } from '../doctor/doctor-link.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { workspacesWords as words } from '../words/workspaces-words.ts';

/** Whether the browser promises to keep what is stored; `unknown` where it cannot be asked. */
type Promised = 'yes' | 'no' | 'refused' | 'unknown';

/** What the workspaces take of what the browser gives, and whether it promises to keep them. */
export function StorageCard() {
  const store = useStore();
  const amount = useSignal<{ readonly used: number; readonly quota: number } | null>(null);
  const promised = useSignal<Promised | null>(null);
  const all = store.workspaces.value;
  useEffect(() => {
    let over = false;
    void look().then(([used, keeps]) => {
      if (over) return;
      amount.value = used;
      if (promised.peek() !== 'refused' || keeps === 'yes') promised.value = keeps;
    });
    return () => {
      over = true;
    };
  }, [all, amount, promised]);
  const inMemory = store.storage.value.kind === 'memory';
  return (
    <section class="card side-card" aria-labelledby="storage-title">
      <header>
        <h3 id="storage-title">{words.here}</h3>
        {amount.value === null || inMemory ? null : (
          <span class="muted number">{words.usedOf(amount.value.used, amount.value.quota)}</span>
        )}
      </header>
      {inMemory ? (
        <p class="side-warn">
          <LaterIcon name="warn" /> {words.nothingKept}
        </p>
      ) : (
        <>
          {amount.value === null ? null : <Meter {...amount.value} />}
          <Keeping
            promised={promised.value}
            onAsk={async () => {
              promised.value = await ask();
            }}
          />
        </>
      )}
      <DoctorLink />
    </section>
  );
}

const Meter = ({ used, quota }: { readonly used: number; readonly quota: number }) => (
  <div
    class="side-meter"
    role="meter"
    aria-label={words.used}
    aria-valuemin={0}
    aria-valuemax={quota}
    aria-valuenow={Math.min(used, quota)}
    aria-valuetext={words.usedOf(used, quota)}
  >
    <i style={{ width: `${String(quota > 0 ? Math.max(1, Math.min(100, (used / quota) * 100)) : 0)}%` }} />
  </div>
);

type KeepingProps = { readonly promised: Promised | null; readonly onAsk: () => Promise<void> };

function Keeping({ promised, onAsk }: KeepingProps) {
  return (
    <>
      <p class={promised === 'yes' ? 'side-good' : 'side-warn'} role="status">
        {promised === null ? null : (
          <>
            <LaterIcon name={promised === 'yes' ? 'good' : 'warn'} />{' '}
            {promised === 'yes' ? words.keeps : promised === 'refused' ? words.refused : words.mayClear}
          </>
        )}
      </p>
      {promised === 'no' || promised === 'refused' ? (
        <button type="button" class="plain wide" onClick={() => void onAsk()}>
          <LaterIcon name="keep" /> {words.ask}
        </button>
      ) : null}
      {promised === 'unknown' ? <p class="note">{words.cannotAsk}</p> : null}
    </>
  );
}

/** Browsers leave this out where a page is not loaded from a safe address. */
const manager = (): Partial<StorageManager> => ('storage' in navigator ? navigator.storage : {});

async function look() {
  const storage = manager();
  const { usage = 0, quota = 0 } = (await storage.estimate?.().catch(() => undefined)) ?? {};
  const keeps = await storage.persisted?.().catch(() => undefined);
  const canAsk = storage.persist !== undefined && keeps !== undefined;
  const promised: Promised = keeps === true ? 'yes' : canAsk ? 'no' : 'unknown';
  return [quota > 0 ? { used: usage, quota } : null, promised] as const;
}

async function ask(): Promise<Promised> {
  const keeps = await manager()
    .persist?.()
    .catch(() => false);
  return keeps === true ? 'yes' : 'refused';
}
