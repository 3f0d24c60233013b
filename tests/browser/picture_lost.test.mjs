// @ts-check
// The graphics card gives up, again and again, while somebody types: no edit is lost and the picture comes back; where
// it does not, the text view carries every task (R12 of safekeeping.md).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { beginCase, choosePassphrase, closeDevices, isFull, press, says, startDevice, writeCase } from "./keep_support.mjs";
import { inkOf, watchPicture } from "./picture.mjs";
import { reached } from "./reached.mjs";
import { openPage, settle, startBoth, startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

/** @typedef {import("playwright-core").Page} Page */

const TURNS = isFull ? 100 : 5;
const SOON = isFull ? 1000 : 5000;  // ms; the goal is 1 s, and this machine may be busy with other tests
const WORDS = "Rødkælk bag det gamle skur ved åen";

const isTextView = () => document.body.classList.contains("view-text");

/** @param {Page} page */
const giveHold = (page) => page.evaluate(() => {
  const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById("page-picture"));
  Object.assign(globalThis, { card: canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context"), back: 0 });
  canvas.addEventListener("webglcontextrestored", () => Object.assign(globalThis, { back: performance.now() }), { capture: true });
});

/** @param {Page} page @param {"loseContext" | "restoreContext"} what */
const card = (page, what) => page.evaluate((one) => /** @type {any} */ (globalThis).card[one](), what);

test(`${TURNS} lost pictures while somebody types: no letter is lost, and the picture is back (R12)`, async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  await giveHold(page);
  await watchPicture(page);
  await until(async () => (await inkOf(page, "title")).ink > 50, "letters in the picture");
  const first = await inkOf(page, "title");
  let slowest = 0;
  for (let turn = 0; turn < TURNS; ++turn) {
    const words = `${turn} ${WORDS}`;
    await page.locator("#code-word").fill("");
    await page.locator("#code-word").focus();
    const lost = 2 + Math.floor(Math.random() * 10), found = lost + 1 + Math.floor(Math.random() * 12);
    for (const [at, letter] of [...words].entries()) {
      if (at === lost) await card(page, "loseContext");
      if (at === found) {
        await until(() => page.evaluate(isTextView), "text view in between");
        await card(page, "restoreContext");
      }
      await page.keyboard.type(letter);
    }
    await until(async () => {
      const { back } = /** @type {any} */ (await page.evaluate(() => ({ back: /** @type {any} */ (globalThis).back })));
      return back > 0 && (await inkOf(page, "title")).at > back && !await page.evaluate(isTextView);
    }, "the picture");
    const now = await inkOf(page, "title");
    const took = now.at - await page.evaluate(() => /** @type {any} */ (globalThis).back);
    slowest = Math.max(slowest, took);
    await settle(page);
    const ink = await inkOf(page, "title");
    assert.ok(Math.abs(ink.ink - first.ink) <= first.ink / 20, `the heading is drawn as before: ${ink.ink} of ${first.ink}`);
    assert.ok(ink.ground > first.ground / 2, "on its own ground");
    assert.equal(await page.locator("#code-word").inputValue(), words);
    await page.evaluate(() => Object.assign(globalThis, { back: 0 }));
  }
  assert.ok(slowest < SOON, `the slowest came back after ${Math.round(slowest)} ms`);
  const last = `${TURNS - 1} ${WORDS}`;
  const kept = await until(() => page.evaluate(async (wanted) => {
    const { keeping } = /** @type {any} */ (globalThis);
    const { drafts } = await keeping.open();
    const { words } = await keeping.load(drafts[0].split(" ")[0]);
    return JSON.parse(words).code_word === wanted;
  }, last), "what was typed on the disk");
  assert.ok(kept);
  await says(page, "kept-state", "Gemt kl.");
  await device.close();
  device.forget();
  reached("R12", "Chromium", `${TURNS} lost pictures while typing, 0 letters lost, picture back after at most ${Math.ceil(slowest)} ms`, TURNS);
});

/** From nothing to a file with the words in it. @param {Page} page */
async function completeTask(page) {
  await page.evaluate(() => { location.hash = "#/vurder/alder"; });
  await beginCase(page);
  await page.locator("#code-word").fill(WORDS);
  await press(page, "save");
  await press(page, "file-kind-1");
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "save-file")]);
  assert.ok(readFileSync(await file.path(), "utf8").includes(WORDS));
  await says(page, "notice", "Browseren har fået kladden som fil. Se efter, at den ligger på enheden, før du lukker siden.");
}

test("a picture that does not come back within 5 s: the page says so, and a task is completed in text view (R12)", async () => {
  const device = await startDevice(server);
  const page = await device.open();
  await giveHold(page);
  const from = Date.now();
  await card(page, "loseContext");
  await says(page, "notice", "Billedet kunne ikke tegnes, så siden vises som tekst. Dine svar er her stadig.", 15_000);
  assert.ok(Date.now() - from >= 4900, "not before");
  assert.ok(await page.evaluate(isTextView));
  await completeTask(page);
  assert.ok(await page.evaluate(isTextView));
  await device.close();
  device.forget();
});

test("a browser without WebGL: text view from the start, and a task is completed (R12)", async (context) => {
  const without = await startBoth(["--disable-gpu", "--disable-3d-apis"]);
  context.after(() => without.stop());
  const opened = await openPage(without, "#/");
  assert.ok(await opened.page.evaluate(isTextView));
  await completeTask(opened.page);
  await opened.close();
  reached("R12", "Chromium, no picture", "lost for good and never there: text view, a task completed in each");
});

test("a window higher than the graphics can draw: a smaller picture, and nothing of it is cut off", async (context) => {
  const both = await startBoth();
  context.after(() => both.stop());
  const opened = await openPage(both, "#/viden", { width: 390, height: 3000, density: 2 });
  await settle(opened.page);
  const found = await opened.page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById("page-picture"));
    const graphics = /** @type {WebGL2RenderingContext} */ (canvas.getContext("webgl2"));
    return { asked: [canvas.width, canvas.height], got: [graphics.drawingBufferWidth, graphics.drawingBufferHeight],
      most: [...graphics.getParameter(graphics.MAX_VIEWPORT_DIMS)], text: document.body.classList.contains("view-text") };
  });
  assert.equal(found.text, false);
  assert.deepEqual(found.got, found.asked);
  assert.ok(found.asked.every((side, at) => side <= found.most[at]), JSON.stringify(found));
  await opened.close();
});
