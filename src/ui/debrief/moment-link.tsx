import type { ComponentChildren } from 'preact';
import { useAppContext } from '../context.ts';
import { debriefWords as words } from '../words/debrief-words.ts';
import { showOnStage } from './show-moment.ts';

type MomentLinkProps = {
  readonly seq: number;
  readonly session: number;
  /** What is at that moment, for who hears and does not see what stands around it. */
  readonly what: string;
  readonly children: ComponentChildren;
};

/** Leads to a moment of the log, on the stage. */
export function MomentLink({ seq, session, what, children }: MomentLinkProps) {
  const context = useAppContext();
  return (
    <button
      type="button"
      class="link"
      title={words.goThere(what)}
      onClick={() => {
        showOnStage(context, seq, session);
      }}
    >
      {children}
    </button>
  );
}
