import type { Plugin } from 'vite';

const told = '//# allFunctionsCalledOnLoad\n';

/** The parts of which the first conversation is made: the window, the stage, what both share, and the worker. */
const isFirst = ({
  name,
  moduleIds,
}: {
  readonly name: string;
  readonly moduleIds: readonly string[];
}): boolean =>
  name === 'stage-parts' ||
  moduleIds.some((id) => /\/src\/(?:main|ui\/stage\/stage|worker\/main)\.tsx?$/.test(id));

/**
 * Tells Chromium of the parts that every start needs that all their functions are called at once. It compiles them together the first time and
 * keeps that, so that later nothing is compiled while a conversation is opened and drawn. That has to be the first line, and before
 * the last moment others put theirs in front of it.
 */
export function compiledWhole(): Plugin {
  return {
    name: 'rehearsal-compiled-whole',
    apply: 'build',
    augmentChunkHash: (chunk) => (isFirst(chunk) ? told : ''),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const one of Object.values(bundle))
          if (one.type === 'chunk' && isFirst(one)) one.code = told + one.code;
      },
    },
  };
}
