/*
 * How long journeys wait, in milliseconds. A wait ends as soon as what it waits for is there, so this is what a failure costs and nothing
 * else. It is long, as two browsers at a time keep both processors of a small machine busy, beside whatever else it does: a step takes many
 * times what it takes alone. A journey that waits for less, or for more, says why.
 */

/** For what is to come of one step: on the page (Playwright's own waits), or asked for again and again (`expect.poll`). */
export const stepTimeout = 45_000;

/** For a whole journey, and for what starts and ends it. */
export const journeyTimeout = 180_000;
