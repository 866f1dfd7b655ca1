/** A page that is not shown paints nothing; so long it waits for that all the same, in milliseconds. */
const waitsAtMost = 200;

/** Does something once the frame in which what was just changed is drawn is on its way to the screen. */
export function afterPaint(run: () => void): void {
  const painted = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    // What a frame's callbacks change is painted after them, and a timer that they set comes behind it. The painting gets 4 ms.
    setTimeout(run, 4);
  };
  const timer = setTimeout(painted, waitsAtMost);
  const frame = requestAnimationFrame(painted);
}
