/**
 * Timers on the clock of the run: nothing waits, the clock moves to when the next one is due. They are kept in a list
 * of our own, in the order in which they will run.
 */
export const timerScope = String.raw`
  const now = Date.now;
  const longest = 2147483647;
  let firstTimer;
  let lastId = 0;
  const addTimer = (timer) => {
    let before;
    let after = firstTimer;
    while (after !== undefined && after.due <= timer.due) {
      before = after;
      after = after.next;
    }
    timer.next = after;
    if (before === undefined) firstTimer = timer;
    else before.next = timer;
  };
  const newTimer = (run, delay, args, repeats) => {
    if (typeof run !== 'function') throw new TypeError('A timer needs a function');
    const wait = +delay >= 1 && +delay <= longest ? Math.trunc(+delay) : 1;
    const id = ++lastId;
    addTimer({ __proto__: null, id, run, args, due: now() + wait, every: repeats ? wait : 0, next: undefined });
    return id;
  };
  const dropTimer = (id) => {
    let before;
    let timer = firstTimer;
    while (timer !== undefined && timer.id !== id) {
      before = timer;
      timer = timer.next;
    }
    if (timer === undefined) return;
    if (before === undefined) firstTimer = timer.next;
    else before.next = timer.next;
  };
  const globals = {
    setTimeout(callback, delay, ...args) { return newTimer(callback, delay, args, false); },
    setInterval(callback, delay, ...args) { return newTimer(callback, delay, args, true); },
    clearTimeout(id) { dropTimer(id); },
    clearInterval(id) { dropTimer(id); },
  };
  for (const name in globals) hidden(globalThis, name, globals[name]);

  /** Runs the timer that is due first: false when there is none. */
  const nextTimer = () => {
    const timer = firstTimer;
    if (timer === undefined) return 0;
    firstTimer = timer.next;
    bridge('wait', '' + (timer.due - now()));
    if (timer.every > 0) {
      timer.due += timer.every;
      addTimer(timer);
    }
    Reflect.apply(timer.run, undefined, timer.args);
    return 1;
  };
`;
