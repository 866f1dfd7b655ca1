/*
 * The one style sheet of a transcript in HTML, made for paper. Its hash stands beside it, because the policy of the file
 * allows this style and nothing else; a test compares the two.
 */

export const style = `
@page { margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 46rem; color: #16181d; background: #fff;
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 0 0 8px; font-size: 1.15rem; line-height: 1.3; overflow-wrap: anywhere; }
.sub { margin: 4px 0 0; color: #4b515c; }
section { margin-top: 28px; padding-top: 20px; border-top: 2px solid #16181d; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0 0 16px; }
dt { color: #4b515c; }
dd { margin: 0; overflow-wrap: anywhere; }
ol.turns { margin: 0; padding: 0; list-style: none; }
.turn { display: grid; grid-template-columns: 5.6rem 1fr; gap: 0 12px; align-items: baseline; padding: 6px 0; break-inside: avoid; }
time { color: #4b515c; font-size: 0.87em; font-variant-numeric: tabular-nums; white-space: nowrap; }
.long time { white-space: normal; }
.said { padding: 0 0 0 12px; border-left: 3px solid #c9ced6; min-width: 0; }
.customer .said { border-left-color: #1f5fbf; }
.bot .said { border-left-color: #6b3fb5; border-left-style: double; }
.agent .said { border-left-color: #0f7a4a; }
.who { font-weight: 600; overflow-wrap: anywhere; }
.note { font-weight: 400; color: #4b515c; }
.text { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.rich { white-space: normal; }
.rich p, .rich ul, .rich ol { margin: 0 0 4px; }
.options { margin: 4px 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 6px; }
.options li { padding: 1px 10px; border: 1px solid #7a818d; border-radius: 12px; font-size: 0.9em; overflow-wrap: anywhere; }
.told { padding: 2px 0; color: #4b515c; }
.told span { padding-left: 15px; font-size: 0.92em; }
.blocked .text { text-decoration: line-through; }
a { color: #1f4f9e; }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  section + section { break-before: page; border-top: 0; padding-top: 0; margin-top: 0; }
  h2 { break-after: avoid; }
  dl { break-after: avoid; }
  a[href]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
}
@media (max-width: 30rem) {
  .turn { grid-template-columns: 1fr; }
}
`;

/** SHA-256 of the style, as a policy names it. */
export const styleHash = 'sha256-HpFWIuyU0WaCyKkdZRY2UJwjJvoLHJOIdfCZqoesfVo=';
