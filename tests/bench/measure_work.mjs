// @ts-check
// measure_work.mjs -- Linealen in use on a slow machine: idle, steps, letters, scrolling, memory.
//
// Knows: browser.mjs, a few words of the interface. Never: writes figures down.

import { launch, openPage, pause, serve, waitUntilReady } from "./browser.mjs";
import { median } from "./measure_start.mjs";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Starts a clock at the next event of that kind, and stops it when the frame that shows what it did is made.
 * @param {Page} page @param {string} kind @param {() => Promise<void>} act
 */
async function timed(page, kind, act) {
  await page.evaluate((name) => {
    const channel = new MessageChannel();
    Object.assign(globalThis, { benchTime: new Promise((done) => {
      addEventListener(name, (event) => {
        channel.port1.onmessage = () => done(performance.now() - event.timeStamp);
        requestAnimationFrame(() => channel.port2.postMessage(0));
      }, { capture: true, once: true });
    }) });
  }, kind);
  await act();
  return page.evaluate(() => /** @type {any} */ (globalThis).benchTime);
}

/** @param {Page} page */
const heading = (page) => page.evaluate(() => document.querySelector("main h1")?.textContent ?? "");

const DOOR = "#door-assess";
const CONTINUE = "#continue";

/** Presses and waits for another heading. @param {Page} page @param {string} what @param {number[]} times */
async function step(page, what, times) {
  const before = await heading(page);
  const target = page.locator(what);
  await target.scrollIntoViewIfNeeded();
  await pause(300);
  const time = await timed(page, "click", () => target.click());
  for (let tries = 0; (await heading(page)) === before; ++tries) {
    if (tries > 50) throw new Error(`${what} led nowhere from »${before}«`);
    await pause(100);
  }
  times.push(time);
  console.error(`    ${before} -> ${await heading(page)}: ${Math.round(time)} ms`);
  await pause(500);
}

/** @param {Page} page @param {string} name @param {number} [at] */
const choose = (page, name, at = 0) => page.getByRole("radio", { name, exact: true }).nth(at).check({ force: true });

/** What happens while nothing happens. @param {Page} page @param {any} devtools @param {number} seconds */
async function idle(page, devtools, seconds) {
  const busy = async () => (await devtools.send("Performance.getMetrics")).metrics
    .find((/** @type {{name: string}} */ one) => one.name === "TaskDuration").value;
  const counts = () => page.evaluate(() => ({ ...(/** @type {any} */ (globalThis).bench), memory: null }));
  await pause(1500);
  const before = await counts();
  const from = await busy();
  await pause(seconds * 1000);
  const to = await busy();
  const after = await counts();
  return { frames: after.frames - before.frames, draws: after.draws - before.draws, busy: (to - from) / seconds };
}

/**
 * A question, letter by letter, over all there is: each letter searches, and shows what it found.
 * @param {Page} page @param {number[]} times @param {number[]} inProgram of those, how long the program took: search, view, layout, page
 */
async function search(page, times, inProgram) {
  await page.evaluate(() => { location.hash = "#/viden"; });
  const field = page.locator("#sought");
  await field.waitFor();
  await pause(4000);  // all that is searched has come
  await field.focus();
  for (const letter of "vil ikke i skole") {
    times.push(await timed(page, "keydown", () => page.keyboard.press(letter === " " ? "Space" : letter)));
    await pause(60);
  }
  inProgram.push(...await page.evaluate(() => /** @type {any} */ (globalThis).benchTold));
  if (!(await page.locator("#found-title").innerText()).match(/[1-9]/)) throw new Error("nothing was found");
}

/** @param {Page} page @param {any} devtools */
async function scroll(page, devtools) {
  await page.evaluate(() => {
    scrollTo(0, 0);
    const tasks = /** @type {number[]} */ ([]);
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)))
      .observe({ type: "longtask" });
    Object.assign(globalThis, { benchTasks: tasks });
  });
  await pause(500);
  const draws = () => page.evaluate(() => /** @type {any} */ (globalThis).bench.frames);
  const before = await draws();
  await devtools.send("Input.synthesizeScrollGesture", { x: 195, y: 500, yDistance: -4000, speed: 2000 });
  await pause(500);
  return {
    redraws: (await draws()) - before,
    longest: await page.evaluate(() => Math.max(0, .../** @type {any} */ (globalThis).benchTasks)),
    moved: await page.evaluate(() => scrollY),
  };
}

/** @param {Page} page */
const heap = (page) => page.evaluate(() => /** @type {any} */ (globalThis).bench.memory?.buffer.byteLength ?? NaN);

/** @param {string} folder @param {number} turns */
export async function measureWork(folder, turns) {
  const server = await serve(folder);
  const browser = await launch();
  /** @type {number[]} */
  const steps = [];
  /** @type {number[]} */
  const letters = [];
  /** @type {number[]} */
  const sought = [];
  /** @type {number[]} */
  const soughtInProgram = [];
  let rest;
  let rolled;
  let memory = NaN;
  let memoryBefore = NaN;
  try {
    for (let turn = 0; turn < turns; ++turn) {
      const { page, devtools, close } = await openPage(browser, {});
      await page.addInitScript(() => addEventListener("linealen-ready", (event) => {
        const { host } = /** @type {any} */ (event).detail, tell = host.tell.bind(host);
        const told = Object.assign(globalThis, { benchTold: /** @type {number[]} */ ([]) }).benchTold;
        host.tell = (/** @type {any[]} */ ...all) => {
          const from = performance.now();
          tell(...all);
          if (location.hash === "#/viden" && document.activeElement?.id === "sought") told.push(performance.now() - from);
        };
      }));
      await page.goto(server.address);
      await waitUntilReady(page);
      memoryBefore = await heap(page);
      if (turn === 0) rest = await idle(page, devtools, 5);
      await step(page, DOOR, steps);
      await choose(page, "3–5 år");
      await step(page, CONTINUE, steps);
      await choose(page, "Medarbejder i børnehave");
      await step(page, CONTINUE, steps);
      await step(page, CONTINUE, steps);
      await choose(page, "Ja");
      await pause(500);
      const field = page.locator("textarea").first();
      await field.scrollIntoViewIfNeeded();
      await field.focus();
      await pause(500);
      for (const letter of "Mandag gik det") {
        letters.push(await timed(page, "keydown", () => page.keyboard.press(letter === " " ? "Space" : letter)));
        await pause(60);
      }
      if (turn === 0) rolled = await scroll(page, devtools);
      for (let area = 0; area < 3; ++area) await step(page, CONTINUE, steps);
      await search(page, sought, soughtInProgram);
      memory = Math.max(await heap(page), Number.isNaN(memory) ? 0 : memory);
      await close();
      console.error(`  use, turn ${turn + 1} of ${turns}: step ${Math.round(median(steps))} ms, letter ${Math.round(median(letters))} ms`);
    }
  } finally {
    await browser.close();
    server.stop();
  }
  const worst = (/** @type {number[]} */ values) => Math.max(...values);
  return { steps: { median: median(steps), worst: worst(steps), count: steps.length },
    letters: { median: median(letters), worst: worst(letters), count: letters.length },
    sought: { median: median(sought), worst: worst(sought), count: sought.length, program: median(soughtInProgram) },
    idle: rest, scroll: rolled, memory, memoryBefore };
}

/** The stock demo at rest and its memory, to compare with. @param {string} folder */
export async function measureStockAtRest(folder) {
  const server = await serve(folder);
  const browser = await launch();
  try {
    const { page, devtools } = await openPage(browser, {});
    await page.goto(server.address);
    await waitUntilReady(page);
    return { idle: await idle(page, devtools, 5), memory: await heap(page) };
  } finally {
    await browser.close();
    server.stop();
  }
}
