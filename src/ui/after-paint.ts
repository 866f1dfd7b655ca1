/** A page that is not shown paints nothing; so long it waits for that all the same, in milliseconds. */
const waitsAtMost = 200;

/** Does something once the frame in which what was just changed is drawn is on its way to the screen. */
export function afterPaint(run: () => void): void {
  const painted = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    // A frame's own callbacks come before it is painted, what they have run later after that.
    setTimeout(run, 4);
  };
  const timer = setTimeout(painted, waitsAtMost);
  const frame = requestAnimationFrame(painted);
}
