import { useEffect } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { useNarrow } from '../controls/use-narrow.ts';
import { CallStack } from './call-stack.tsx';
import { ChatHere } from './chat-here.tsx';
import { debuggingOf } from './debugging.ts';
import { LogPoints } from './log-points.tsx';
import { Variables } from './variables.tsx';
import { WatchList } from './watch-list.tsx';

/** Beside the script: who called whom, and what they hold. A narrow window shows them one at a time, in the debugger itself. */
export function DebugSide() {
  const { store } = useAppContext();
  const narrow = useNarrow();
  useRoom();
  if (narrow || debuggingOf(store).view.value === null) return null;
  return (
    <>
      <div class="debug-column">
        <CallStack />
        <WatchList />
        <ChatHere />
      </div>
      <div class="debug-column wide">
        <Variables />
        <LogPoints />
      </div>
    </>
  );
}

/** So much of the window a debugger needs below the stage, in per cent. */
const room = 56;

/** The workbench is large enough as long as the debugger is shown, and then as it was, unless somebody has moved it. */
function useRoom(): void {
  const { windowState } = useAppContext();
  useEffect(() => {
    const { bottom } = windowState.sizes.peek();
    if (bottom >= room) return undefined;
    windowState.resize({ bottom: room });
    return () => {
      if (windowState.sizes.peek().bottom === room) windowState.resize({ bottom });
    };
  }, [windowState]);
}
