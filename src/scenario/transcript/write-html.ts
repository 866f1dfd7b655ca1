import { parseRichText, type RichNode } from '../../engine/rich-text.ts';
import type { Transcript, TranscriptSession } from '../transcript.ts';
import type { Turn } from './turn.ts';
import { style, styleHash } from './html-style.ts';
import {
  factsOf,
  headline,
  isTold,
  manner,
  momentIn,
  onOneLine,
  readTurns,
  sessionTitle,
  subline,
  withoutControls,
} from './lines.ts';

/** Nothing is loaded and nothing runs, whatever stands in the texts: only the file's own style is let in. */
const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;

/** One page to print or to keep: no script, no address but the links that a bot wrote (reliability I24). */
export function writeHtml(transcript: Transcript): string {
  const sections = transcript.sessions.map((session) => sectionHtml(session, transcript)).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(headline(transcript))}</title>
<style>${style}</style>
</head>
<body>
<h1 dir="auto">${escaped(headline(transcript))}</h1>
<p class="sub">${escaped(subline(transcript))}</p>
${sections}
</body>
</html>
`;
}

function sectionHtml(session: TranscriptSession, transcript: Transcript): string {
  const facts = factsOf(session, transcript).map(
    ([name, value]) => `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd>`,
  );
  const turns = readTurns(session).map((turn) => turnHtml(turn, momentIn(session, turn.at, transcript)));
  return `<section>
<h2 dir="auto">${escaped(sessionTitle(session))}</h2>
<dl>${facts.join('')}</dl>
<ol class="turns">
${turns.join('\n')}
</ol>
</section>`;
}

function turnHtml(turn: Turn, moment: string): string {
  const time = `<time datetime="${new Date(turn.at).toISOString()}">${escaped(moment)}</time>`;
  const isLong = moment.length > 8 ? ' long' : '';
  if (isTold(turn)) {
    const text = `<span dir="auto">${escaped(onOneLine(turn.text))}</span>`;
    return `<li class="turn told${isLong}">${time}${text}</li>`;
  }
  const note = manner(turn) === '' ? '' : ` <span class="note">${escaped(manner(turn))}</span>`;
  const who =
    turn.actor === '' ? '' : `<div class="who"><bdi>${escaped(onOneLine(turn.actor))}</bdi>${note}</div>`;
  const kind = turn.kind === 'blocked' ? ' blocked' : '';
  return `<li class="turn ${turn.role}${kind}${isLong}">${time}<div class="said">${who}${textHtml(turn)}${optionsHtml(turn)}</div></li>`;
}

const textHtml = ({ html, text }: Turn): string =>
  html === undefined
    ? `<div class="text" dir="auto">${escaped(withoutControls(text))}</div>`
    : `<div class="text rich" dir="auto">${richHtml(parseRichText(html))}</div>`;

function optionsHtml({ options = [] }: Turn): string {
  if (options.length === 0) return '';
  const labels = options.map((label) => `<li dir="auto">${escaped(onOneLine(label))}</li>`);
  return `<ul class="options">${labels.join('')}</ul>`;
}

/** The markup of the product, whose tags and addresses `parseRichText` has let through. */
function richHtml(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if ('text' in node) return escaped(withoutControls(node.text)).replaceAll('\n', '<br>');
      if (node.tag === 'br') return '<br>';
      const inside = richHtml(node.children);
      if (node.tag !== 'a') return `<${node.tag}>${inside}</${node.tag}>`;
      return node.href === undefined
        ? inside
        : `<a href="${escaped(node.href)}" rel="noopener noreferrer nofollow">${inside}</a>`;
    })
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
