// @ts-check
// T11: a scroll as it was presented, frame by frame: the page lies over the picture in each of them.
//
// The page's own text is made red. Lying exactly over the picture's dark text it hides it; beside it, dark shows.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openPage, settle, startBoth } from "../support.mjs";

const both = await startBoth();
after(() => both.stop());

/** @typedef {import("playwright-core").Page} Page */

/** A page without our policy, to look into pictures with. */
async function openLab() {
  const context = await both.browser.newContext();
  const page = await context.newPage();
  /**
   * How much of the text is dark, 0 to 1, in the strips of the window in which the page's own text is drawn: on a busy
   * machine the browser shows a strip of the page a frame or two after it has scrolled there.
   * @param {string} data PNG in base 64
   */
  const darkness = (data) => page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    pen.drawImage(picture, 0, 0);
    const sum = { dark: 0, red: 0 };
    for (let top = 0; top + 50 <= picture.height; top += 50) {
      const { data: pixels } = pen.getImageData(0, top, picture.width, 50);
      let dark = 0;
      let red = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        const [r, g, b] = [pixels[at], pixels[at + 1], pixels[at + 2]];
        if (r > 170 && g < 110 && b < 110) ++red;
        else if (r < 90 && g < 90 && b < 100) ++dark;
      }
      if (red > 0) Object.assign(sum, { dark: sum.dark + dark, red: sum.red + red });
    }
    return sum.dark / Math.max(1, sum.dark + sum.red);
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

  // What the measure says of frames at rest, as they are and with the picture 2 px away; more of one part of the page
  // is dark by itself than of another.
  const rests = /** @type {{top: number, together: number, apart: number}[]} */ ([]);
  for (let top = 0; top <= 3000; top += 250) {
    const rest = { top, together: 0, apart: 0 };
    await page.evaluate((y) => scrollTo(0, y), top);
    for (const [by, of] of /** @type {[number, "together" | "apart"][]} */ ([[0, "together"], [2, "apart"]])) {
      await shiftPicture(page, by);
      await settle(page);
      rest[of] = await lab.darkness((await page.screenshot()).toString("base64"));
    }
    await shiftPicture(page, 0);
    rests.push(rest);
  }
  for (const { top, together, apart } of rests) assert.ok(together * 1.5 < apart, `the measure sees 2 px at ${top}: ${together} against ${apart}`);
  const limitAt = (/** @type {number} */ top) => {
    const near = rests.filter((rest) => Math.abs(rest.top - top) <= 250);
    assert.ok(near.length > 0, `nothing is known of ${top}`);
    return (Math.max(...near.map((rest) => rest.together)) + Math.min(...near.map((rest) => rest.apart))) / 2;
  };

  const devtools = await page.context().newCDPSession(page);
  const record = async (/** @type {number} */ speed) => {
    await page.evaluate(() => scrollTo(0, 0));
    await settle(page);
    const frames = /** @type {{data: string, top: number}[]} */ ([]);
    const keep = (/** @type {any} */ { data, sessionId, metadata }) => {
      frames.push({ data, top: metadata.scrollOffsetY });
      devtools.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
    };
    devtools.on("Page.screencastFrame", keep);
    await devtools.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
    await devtools.send("Input.synthesizeScrollGesture", { x: 640, y: 400, yDistance: -3000, speed });
    await settle(page);
    await devtools.send("Page.stopScreencast");
    devtools.off("Page.screencastFrame", keep);
    assert.ok(await page.evaluate(() => scrollY) > 2500);
    return frames;
  };
  // A busy machine presents few frames of a fast scroll, and a single one late now and then; what is wrong by itself is
  // wrong in every scroll.
  const tops = /** @type {Set<number>} */ (new Set());
  let wrong = [""];
  for (const speed of [1500, 800, 400, 200]) {
    wrong = [];
    for (const { data, top } of await record(speed)) {
      const dark = await lab.darkness(data);
      tops.add(top);
      if (dark > limitAt(top)) wrong.push(`frame at ${top}: ${dark.toFixed(3)} over ${limitAt(top).toFixed(3)}`);
    }
    if (wrong.length === 0 && tops.size > 15) break;
  }
  assert.ok(tops.size > 15, `the frames are of a scroll: ${tops.size} places`);
  assert.deepEqual(wrong, []);
  await lab.close();
  await opened.close();
});
