import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

/** The light edge that scanners need, in modules. */
const edge = 4;

/** The dark modules as one path: a line for each run of them. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  rows.forEach((row, y) => {
    let from = -1;
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] === true && from < 0) from = x;
      if (row[x] !== true && from >= 0) {
        path += `M${String(from)} ${String(y)}h${String(x - from)}v1h-${String(x - from)}z`;
        from = -1;
      }
    }
  });
  return path;
}

/** A text as a code that a camera reads; dark on light whatever the colours of the window are. */
export function QrCode({ text, name }: { readonly text: string; readonly name: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'L', border: 0 });
    return { size: code.size, path: pathOf(code.data) };
  }, [text]);
  const whole = size + 2 * edge;
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={name}
      viewBox={`${String(-edge)} ${String(-edge)} ${String(whole)} ${String(whole)}`}
      shape-rendering="crispEdges"
    >
      <rect x={-edge} y={-edge} width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
