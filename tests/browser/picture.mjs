// @ts-check
// picture.mjs -- what the canvas shows, read in the very frame it is drawn in: afterwards the browser has thrown it away.
//
// Knows: tile.mjs. Never: what should be drawn.

import { until } from "./support.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** From now on each picture is copied as it is drawn. @param {Page} page */
export async function watchPicture(page) {
  await page.evaluate(() => {
    const { tile } = /** @type {any} */ (globalThis).linealen;
    const draw = tile.draw.bind(tile);
    tile.draw = () => {
      draw();
      const { canvas, top } = tile;
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext("2d")).drawImage(canvas, 0, 0);
      Object.assign(globalThis, { drawn: { copy, top, at: performance.now(), density: canvas.width / canvas.getBoundingClientRect().width } });
    };
    tile.request();
  });
  await until(() => page.evaluate(() => "drawn" in globalThis), "a picture");
}

/**
 * How much is written where an element stands, in the last picture: dots that are dark, and dots of the ground.
 * @param {Page} page @param {string} id @returns {Promise<{ink: number, ground: number, at: number}>}
 */
export const inkOf = (page, id) => page.evaluate((id) => {
  const { copy, top, at, density } = /** @type {any} */ (globalThis).drawn;
  const box = /** @type {HTMLElement} */ (document.getElementById(id)).getBoundingClientRect();
  const { data } = copy.getContext("2d").getImageData(box.left * density, (box.top + scrollY - top) * density,
    Math.ceil(box.width * density), Math.ceil(box.height * density));
  let ink = 0, ground = 0;
  for (let dot = 0; dot < data.length; dot += 4) {
    if (data[dot] < 100) ++ink;
    if (data[dot] > 230) ++ground;
  }
  return { ink, ground, at };
}, id);

/** The whole of a picture drawn just now, as one word, the same for pictures that are the same dot by dot. @param {Page} page */
export async function pictureOf(page) {
  await page.evaluate(() => {
    Reflect.deleteProperty(globalThis, "drawn");
    /** @type {any} */ (globalThis).linealen.tile.request();
  });
  await until(() => page.evaluate(() => "drawn" in globalThis), "a picture");
  return page.evaluate(async () => {
    const { copy, top } = /** @type {any} */ (globalThis).drawn;
    const { data } = copy.getContext("2d").getImageData(0, 0, copy.width, copy.height);
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
    return `${copy.width} x ${copy.height} from ${top}: ${[...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  });
}
