// @ts-check
// T11: a scroll as it was presented, frame by frame: the page lies over the picture in each of them.
//
// The page's own text is made red. Lying exactly over the picture's dark text it hides it; beside it, dark shows.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openPage, settle, startBoth } from "./support.mjs";

const both = await startBoth();
after(() => both.stop());

/** @typedef {import("playwright-core").Page} Page */

/** A page without our policy, to look into pictures with. */
async function openLab() {
  const context = await both.browser.newContext();
  const page = await context.newPage();
  /** How much of the text is dark, 0 to 1. @param {string} data PNG in base 64 */
  const darkness = (data) => page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    pen.drawImage(picture, 0, 0);
    const { data: pixels } = pen.getImageData(0, 0, picture.width, picture.height);
    let dark = 0;
    let red = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [r, g, b] = [pixels[at], pixels[at + 1], pixels[at + 2]];
      if (r > 170 && g < 110 && b < 110) ++red;
      else if (r < 90 && g < 90 && b < 100) ++dark;
    }
    return dark / Math.max(1, dark + red);
  }, data);
  return { darkness, close: () => context.close() };
}

/** @param {Page} page */
const showPageText = (page) => page.evaluate(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("#page .t, #page .t *, #page input, #page textarea { color: rgb(255, 0, 0) !important; }");
  document.adoptedStyleSheets = [sheet];
});

/** @param {Page} page @param {number} pixels */
const shiftPicture = (page, pixels) => page.evaluate((by) => {
  /** @type {HTMLElement} */ (document.getElementById("page-picture")).style.setProperty("transform", by ? `translateY(${by}px)` : "none");
}, pixels);

test("in every presented frame of a scroll the page lies over the picture", async () => {
  const opened = await openPage(both, "#/view/signs", { height: 600 });
  const { page } = opened;
  const lab = await openLab();
  await showPageText(page);

  // What the measure says of frames at rest, as they are and with the picture 2 px away.
  const together = /** @type {number[]} */ ([]);
  const apart = /** @type {number[]} */ ([]);
  for (const top of [0, 700, 1500, 2600]) {
    await page.evaluate((y) => scrollTo(0, y), top);
    for (const [by, values] of /** @type {[number, number[]][]} */ ([[0, together], [2, apart]])) {
      await shiftPicture(page, by);
      await settle(page);
      values.push(await lab.darkness((await page.screenshot()).toString("base64")));
    }
    await shiftPicture(page, 0);
  }
  const limit = (Math.max(...together) + Math.min(...apart)) / 2;
  assert.ok(Math.max(...together) * 1.5 < Math.min(...apart), `the measure sees 2 px: ${together} against ${apart}`);

  await page.evaluate(() => scrollTo(0, 0));
  await settle(page);
  const devtools = await page.context().newCDPSession(page);
  const frames = /** @type {string[]} */ ([]);
  devtools.on("Page.screencastFrame", ({ data, sessionId }) => {
    frames.push(data);
    devtools.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await devtools.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  await devtools.send("Input.synthesizeScrollGesture", { x: 640, y: 400, yDistance: -3000, speed: 1500 });
  await settle(page);
  await devtools.send("Page.stopScreencast");

  assert.ok(await page.evaluate(() => scrollY) > 2500);
  assert.ok(frames.length > 15, `${frames.length} frames`);
  const wrong = [];
  for (const [number, frame] of frames.entries()) {
    const dark = await lab.darkness(frame);
    if (dark > limit) wrong.push(`frame ${number} of ${frames.length}: ${dark.toFixed(3)} over ${limit.toFixed(3)}`);
  }
  assert.deepEqual(wrong, []);
  await lab.close();
  await opened.close();
});
