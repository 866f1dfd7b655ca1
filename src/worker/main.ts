import { expose } from 'comlink';
import type { WorkerRole } from '../protocol/help-api.ts';
import { browserPorts, javascriptLater, loadText, newId } from './browser-ports.ts';
import { filesInPart } from './files/files-in-part.ts';
import { helpInPart } from './scripts/help-in-part.ts';
import { realEngine } from './real-engine.ts';
import { createEngineService } from './service.ts';
import { testsInPart } from './tests/tests-in-part.ts';

/*
 * What all workers begin with: what opens, folds and shows a workspace. What takes steps (`rules.ts`) and what looks at
 * scripts (`script-help.ts`) are parts of their own, loaded when they are first needed.
 */

const [role, page] = self.name.split(' ') as [WorkerRole, 'network'?];

// Its policy would let a worker ask anybody: only the page itself may.
if (page !== undefined)
  void import('./own-origin-only.ts').then(
    ({ ownOriginOnly }) => {
      ownOriginOnly(self);
    },
    // Without its wall it does nothing.
    () => {
      self.close();
    },
  );

if (role === 'help') {
  expose(helpInPart({ loadText }));
} else if (role === 'files') {
  expose(filesInPart({ engine: realEngine(javascriptLater), loadText, loadJavaScript: javascriptLater }));
} else if (role === 'tests') {
  expose(
    testsInPart({
      engine: realEngine(javascriptLater),
      loadText,
      loadJavaScript: javascriptLater,
      newId,
    }),
  );
} else {
  const service = createEngineService(browserPorts());
  service.begin();
  expose(service);
}
