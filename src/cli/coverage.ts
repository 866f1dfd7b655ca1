import type { Coverage, ScriptCoverage, SettingUse } from '../testing/coverage.ts';
import {
  addShares,
  branchShare,
  diagramOf,
  linesOf,
  neverUsed,
  rateOf,
  statementShare,
  type Share,
} from '../testing/measure-coverage.ts';

/** What the scenarios made use of: a line for each script, then the session diagram and settings that nothing used. */
export function coverageLines(coverage: Coverage): string[] {
  const { runs, scripts, transitions, settings } = coverage;
  const { known } = diagramOf(transitions);
  const taken = known.filter(({ hits }) => hits > 0).length;
  return [
    `coverage of ${String(runs)} ${runs === 1 ? 'scenario' : 'scenarios'}: ${sharesText(scripts)}`,
    ...scripts.map((script, index) => `  ${nameOf(script)}${again(scripts, index)}: ${useText(script)}`),
    ...(scripts.length === 0 ? ['  no scripts'] : []),
    `  session diagram: ${String(taken)} of ${String(known.length)} transitions`,
    ...neverUsed(settings).map((setting) => `  never used: ${settingText(setting)}`),
  ];
}

const nothing: Share = { covered: 0, total: 0 };

const sharesText = (scripts: readonly ScriptCoverage[]): string =>
  `statements ${shareText(scripts.map(statementShare).reduce(addShares, nothing))}, ` +
  `branches ${shareText(scripts.map(branchShare).reduce(addShares, nothing))}`;

/** `83 % (5 of 6)` */
const shareText = (share: Share): string =>
  `${String(Math.floor(100 * rateOf(share)))} % (${String(share.covered)} of ${String(share.total)})`;

const nameOf = ({ folder, name, includeName }: ScriptCoverage): string =>
  `${folder === '' ? '' : `${folder} / `}${name}${includeName === '' ? '' : ` (#include "${includeName}")`}`;

/** Of several texts of one script all but the first are told to be others. */
function again(scripts: readonly ScriptCoverage[], index: number): string {
  const script = scripts[index];
  const first = scripts.findIndex((one) => one.folder === script?.folder && one.name === script.name);
  return first === index ? '' : ', another text';
}

function useText(script: ScriptCoverage): string {
  const { statements, language } = script;
  if (statements.length === 0) return 'nothing in it to run';
  const [first] = statements;
  if (language === 'javascript' && first !== undefined) {
    return first.hits === 0 ? 'never ran' : `ran ×${String(first.hits)} (JavaScript counts as one statement)`;
  }
  if (statements.every(({ hits }) => hits === 0)) return 'never ran';
  const branches = branchShare(script);
  const never = linesOf(script).filter(({ hits }) => hits === 0);
  return [
    `statements ${shareText(statementShare(script))}`,
    ...(branches.total === 0 ? [] : [`branches ${String(branches.covered)} of ${String(branches.total)}`]),
    ...(never.length === 0 ? [] : [`never ran: ${rangesText(never.map(({ line }) => line))}`]),
  ].join(', ');
}

/** `line 7`, `lines 3-5, 9` */
function rangesText(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const texts = ranges.map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`));
  return `${lines.length === 1 ? 'line' : 'lines'} ${texts.join(', ')}`;
}

const kindTexts: Readonly<Record<SettingUse['kind'], string>> = {
  channel: 'channel',
  bot: 'bot of channel',
  preChatForm: 'pre-chat form of channel',
  faq: 'FAQ of channel',
  offlineForm: 'offline form of channel',
  offlineRequests: 'requests from the offline form of channel',
  offlineFromQueue: 'offline form offered in the queue of channel',
  postChatForm: 'post-chat form of channel',
  rating: 'rating of channel',
  transcript: 'transcript by mail of channel',
  queueText: 'queue text of channel',
  welcomeMessage: 'welcome message of channel',
  trigger: 'trigger',
  webhook: 'webhook',
  mock: 'mock',
  faqEntry: 'FAQ entry',
  agent: 'agent',
  script: 'script',
};

const settingText = ({ kind, id, name }: SettingUse): string =>
  `${kindTexts[kind]} ${kind === 'mock' ? name : `“${name}”`}${kind === 'trigger' ? ` (${String(id)})` : ''}`;
