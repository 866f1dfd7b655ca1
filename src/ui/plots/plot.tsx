import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useSteady } from '../controls/use-steady.ts';
import { minuteOf, secondOf } from '../format.ts';
import { plotWords as words } from '../words/plot-words.ts';
import './plot.css';

export type Series = {
  readonly name: string;
  /** One for each moment; null for none. */
  readonly values: readonly (number | null)[];
  /** A colour of the tokens: `--customer`. */
  readonly colour: string;
  /** A value that holds until the next, a dot, or a bar. */
  readonly as: 'steps' | 'dots' | 'bars';
};

export type PlotProps = {
  readonly title: string;
  /** Moments of the virtual clock, rising, in milliseconds since 1970. */
  readonly at: readonly number[];
  readonly series: readonly Series[];
  /** The zone in which times are told. */
  readonly zone: string;
  /** A value as it is read: `1 min 20 s`. */
  readonly format: (value: number) => string;
  /** Goes to what stands behind the moment of this index. */
  readonly onChoose?: ((index: number) => void) | undefined;
};

const height = 160;

/**
 * Values over the virtual clock as a picture, with what the pointer is at in words, and the same as a table for whoever cannot see it.
 * Its parent gives the width.
 */
export function Plot({ title, at, series, zone, format, onChoose }: PlotProps) {
  const holder = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const say = useSteady((index: number | null | undefined) => {
    if (said.current !== null)
      said.current.textContent =
        index === null || index === undefined ? '' : spoken(at[index] ?? 0, series, index, zone, format);
  });
  const choose = useSteady((index: number) => onChoose?.(index));
  const draws = useSteady((root: HTMLElement) => draw({ root, at, series, zone, format, say, choose }));
  const shape = JSON.stringify([at, series]);
  useEffect(() => {
    const root = holder.current;
    if (root === null) return undefined;
    let plot = draws(root);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    // What is drawn on a canvas has the colours of the moment when it was drawn.
    const redraw = () => {
      plot.destroy();
      plot = draws(root);
    };
    const sizes = new ResizeObserver(() => {
      plot.setSize({ width: root.clientWidth, height });
    });
    dark.addEventListener('change', redraw);
    sizes.observe(root);
    return () => {
      dark.removeEventListener('change', redraw);
      sizes.disconnect();
      plot.destroy();
    };
  }, [draws, shape]);
  return (
    <figure class="plot">
      <figcaption>
        <h3>{title}</h3>
        <span class="plot-legend">
          {series.map(({ name, colour, as }) => (
            <span key={name}>
              <i class={`plot-key as-${as}`} style={{ background: `var(${colour})` }} /> {name}
            </span>
          ))}
        </span>
        <p ref={said} class="plot-said muted number" aria-hidden="true" />
      </figcaption>
      <div
        ref={holder}
        class={onChoose === undefined ? 'plot-canvas' : 'plot-canvas leads'}
        aria-hidden="true"
      />
      <Table {...{ title, at, series, zone, format, onChoose }} />
    </figure>
  );
}

const spoken = (
  at: number,
  series: readonly Series[],
  index: number,
  zone: string,
  format: (value: number) => string,
): string =>
  [
    secondOf(at, zone),
    ...series.flatMap(({ name, values }) => {
      const value = values[index];
      return value === null || value === undefined ? [] : [`${name}: ${format(value)}`];
    }),
  ].join(' · ');

type Drawing = Omit<PlotProps, 'title' | 'onChoose'> & {
  readonly root: HTMLElement;
  readonly say: (index: number | null | undefined) => void;
  readonly choose: (index: number) => void;
};

function draw({ root, at, series, zone, format, say, choose }: Drawing): uPlot {
  const style = getComputedStyle(root);
  const colourOf = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colourOf('--muted'),
    grid: { stroke: colourOf('--line'), width: 1 },
    ticks: { show: false },
    font: `11px ${style.fontFamily}`,
  };
  const plot = new uPlot(
    {
      width: root.clientWidth,
      height,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      tzDate: (second) => uPlot.tzDate(new Date(second * 1000), zone),
      scales: {
        // Of a single moment half a minute on either side: else it would be days.
        x: { range: (_, first, last) => (first === last ? [first - 30, last + 30] : [first, last]) },
        y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] },
      },
      axes: [
        { ...axis, size: 28, values: (_, splits) => timesOf(splits, zone), space: 72 },
        {
          ...axis,
          size: 64,
          values: (_, splits) => splits.map((value) => (Number.isInteger(value) ? format(value) : '')),
        },
      ],
      series: [{}, ...series.map((one) => lineOf(one, colourOf(one.colour)))],
      hooks: {
        setCursor: [
          ({ cursor }) => {
            say(cursor.idx);
          },
        ],
      },
    },
    [at.map((moment) => moment / 1000), ...series.map(({ values }) => [...values])],
    root,
  );
  plot.over.addEventListener('click', () => {
    const { idx } = plot.cursor;
    if (idx !== null && idx !== undefined) choose(idx);
  });
  return plot;
}

/** Whole minutes, and seconds where there is more than one of them in a minute. */
function timesOf(seconds: readonly number[], zone: string): string[] {
  const [first = 0, second = first + 60] = seconds;
  const told = second - first < 60 ? secondOf : minuteOf;
  return seconds.map((moment) => told(moment * 1000, zone));
}

function lineOf({ as, name }: Series, colour: string): uPlot.Series {
  const { stepped, bars } = uPlot.paths;
  const linear = uPlot.paths.linear?.() ?? (() => null);
  const soft = `color-mix(in srgb, ${colour} 22%, transparent)`;
  switch (as) {
    case 'steps':
      return {
        label: name,
        stroke: colour,
        width: 2,
        points: { show: false },
        paths: stepped?.({ align: 1 }) ?? linear,
      };
    case 'bars':
      return {
        label: name,
        stroke: colour,
        fill: soft,
        points: { show: false },
        paths: bars?.({ size: [0.8, 40] }) ?? linear,
      };
    case 'dots':
      return {
        label: name,
        stroke: colour,
        paths: () => null,
        points: { show: true, size: 7, fill: colour },
      };
  }
}

function Table({ title, at, series, zone, format, onChoose }: PlotProps) {
  return (
    <details class="plot-table">
      <summary>{words.asTable}</summary>
      <div class="plot-rows" tabIndex={0} role="region" aria-label={title}>
        <table>
          <caption class="hidden-text">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.time}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {at.slice(0, mostRows).map((moment, index) => (
              <tr key={index}>
                <th scope="row">
                  {onChoose === undefined ? (
                    secondOf(moment, zone)
                  ) : (
                    <button
                      type="button"
                      class="link"
                      onClick={() => {
                        onChoose(index);
                      }}
                    >
                      {secondOf(moment, zone)}
                    </button>
                  )}
                </th>
                {series.map(({ name, values }) => (
                  <td key={name} class="number">
                    {cellOf(values[index], format)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {at.length > mostRows ? <p class="note">{words.moreRows(at.length - mostRows)}</p> : null}
      </div>
    </details>
  );
}

const cellOf = (value: number | null | undefined, format: (value: number) => string): string =>
  value === null || value === undefined ? '' : format(value);

/** Nobody reads more; the picture has all. */
const mostRows = 500;
