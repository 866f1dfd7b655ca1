import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { useCopy } from '../controls/use-copy.ts';
import { askForPromise, examine } from './examine.ts';
import { findingsOf, inTheWay, type BrowserFacts, type DoctorFinding } from './facts.ts';
import { doctorWords as words } from '../words/doctor-words.ts';
import './doctor.css';

/** Whether this computer is ready for a workshop: one line to read aloud, and what stands behind it. It needs no workspace, and no engine that runs. */
export function Doctor({ version }: { readonly version: string }) {
  const { router } = useAppContext();
  const { facts, look } = useExamination();
  const findings = facts === null ? [] : findingsOf(facts);
  const codes = facts === null ? null : inTheWay(findings);
  const line =
    codes === null || facts === null
      ? words.looking
      : codes.length === 0
        ? words.ready(version, facts.free)
        : words.notReady(version, codes);
  const state = codes === null ? 'waits' : codes.length === 0 ? 'good' : 'bad';
  return (
    <main class="doctor" aria-label={words.title}>
      <header>
        <button
          type="button"
          class="plain"
          onClick={() => {
            router.go('stage');
          }}
        >
          <LaterIcon name="back" /> {words.back}
        </button>
        <h1>{words.title}</h1>
      </header>
      <Verdict line={line} state={state} />
      <p class="doctor-version">
        <span class="doctor-number">{version}</span>
        <span class="muted">
          {words.build(buildName())}
          <br />
          {words.versionHint}
        </span>
      </p>
      {facts === null ? null : (
        <ul class="doctor-findings card">
          {findings.map((finding) => (
            <Row key={finding.subject} finding={finding} facts={facts} look={look} />
          ))}
        </ul>
      )}
      <button type="button" class="plain" disabled={state === 'waits'} onClick={look}>
        <LaterIcon name="earlier" /> {words.again}
      </button>
    </main>
  );
}

/** Looked at once, and again when it is asked for or a copy of the app has come. */
function useExamination() {
  const { store } = useAppContext();
  const facts = useSignal<BrowserFacts | null>(null);
  const round = useRef(0);
  const look = useCallback(() => {
    const mine = (round.current += 1);
    const tell = (told: BrowserFacts) => {
      if (mine === round.current) facts.value = told;
    };
    void examine(store.engine, () => store.storage.peek().kind === 'memory', tell);
  }, [store, facts]);
  useEffect(() => {
    look();
    if (!('serviceWorker' in navigator)) return undefined;
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener('controllerchange', look);
    return () => {
      round.current += 1;
      serviceWorker.removeEventListener('controllerchange', look);
    };
  }, [look]);
  return { facts: facts.value, look };
}

/** Names the build: the name of the page's own script changes with its content and that of all that it loads. */
function buildName(): string {
  const [script] = document.querySelectorAll<HTMLScriptElement>('script[src]');
  return /-([\w-]{6,})\.js$/.exec(script?.src ?? '')?.[1] ?? 'dev';
}

type VerdictProps = { readonly line: string; readonly state: DoctorFinding['state'] };

function Verdict({ line, state }: VerdictProps) {
  const { of, says, copy } = useCopy<HTMLParagraphElement>(line, {
    yes: words.copied,
    refused: words.notCopied,
  });
  return (
    <section class={`doctor-verdict is-${state}`} aria-label={words.readAloud}>
      <Mark state={state} size={28} />
      <p ref={of} class="doctor-line" role="status">
        {line}
      </p>
      <button type="button" class="plain" disabled={state === 'waits'} onClick={() => void copy()}>
        <LaterIcon name="copy" /> {words.copy}
      </button>
      <p class="note" role="status">
        {says}
      </p>
    </section>
  );
}

type RowProps = { readonly finding: DoctorFinding; readonly facts: BrowserFacts; readonly look: () => void };

function Row({ finding: { subject, state, code }, facts, look }: RowProps) {
  const refused = useSignal(false);
  const ask = async () => {
    refused.value = !(await askForPromise());
    look();
  };
  return (
    <li class={`is-${state}`}>
      <Mark state={state} size={16} />
      <div>
        <h2>{words.subjects[subject]}</h2>
        <p>{words.says[code](facts)}</p>
        {code === 'promise-not-given' ? (
          <p class="doctor-act">
            <button type="button" class="plain small" onClick={() => void ask()}>
              {words.askPromise}
            </button>
            <span class="note" role="status">
              {refused.value ? words.promiseRefused : ''}
            </span>
          </p>
        ) : null}
      </div>
    </li>
  );
}

const marks = { good: 'passed', note: 'warn', bad: 'failed', waits: 'clock' } as const;

const Mark = ({ state, size }: { readonly state: DoctorFinding['state']; readonly size: number }) => (
  <span class="doctor-mark">
    <LaterIcon name={marks[state]} size={size} />
    <span class="hidden-text">{words.states[state]}: </span>
  </span>
);
