/** The words of two runs that are held beside each other: loaded with the first of them. */
export const compareWords = {
  same: (messages: number, statuses: number, steps: number) =>
    `Both do the same: ${some(messages, 'message')} and ${some(statuses, 'change of status', 'changes of status')} in ${some(steps, 'step')}.`,
  differ: (count: number, steps: number) =>
    `${count === 1 ? '1 step differs' : `${String(count)} steps differ`} of ${String(steps)}.`,
  endsAt: (step: number) => `From step ${String(step)} on one of the two cannot be played as it was.`,
  these: (first: number, last: number, all: number) =>
    `${String(first)} to ${String(last)} of ${String(all)} that differ`,
  earlier: 'Earlier steps',
  later: 'Later steps',
  step: (step: number) => `Step ${String(step)}`,
  none: 'Nothing',
  failed: (script: string, line: number, why: string) => `${script}, line ${String(line)}: ${why}`,
  status: (session: number, from: string, to: string) => `Session ${String(session)}: ${from} → ${to}`,
  call: (method: string, url: string, by: string) => `${method} ${url} (${by})`,
  answered: { mock: 'mock', recorded: 'recorded', nobody: 'nobody answers' },
  refused: (why: string) => `Refused: ${why}`,
  unlike: 'A step that differs',
  runAgain: 'Run again',
  runAgainAbout: 'The same inputs, to bots and settings as they are now',
  branches: 'Compare branches',
  was: 'As it was',
  now: 'Run again',
  running: 'Playing both…',
  runningDiffers: (step: number) => `Playing both… Step ${String(step)} is the first that differs.`,
  slow: 'This takes longer than ten seconds, so it was stopped. Nothing was changed. A script may never come to its end, or the conversation is very long: fork from a later moment, and run that again.',
  stopped: 'It was stopped. Nothing was changed.',
  stop: 'Stop',
  broken: 'They could not be compared. Close this and try again.',
  lost: 'The workspace could not be read. Close this and try again.',
  keep: 'Keep it as a branch',
  branchName: 'Name of the branch',
  keptName: (name: string) => `${name}, run again`,
  anew: 'Run again',
  show: (step: number) => `Show step ${String(step)}`,
};

function some(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${String(count)} ${many}`;
}
