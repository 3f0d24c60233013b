// @ts-check
// screenshots.mjs -- every view × width × theme × picture/text, into build/screenshots.
//
//   node tools/screenshots.mjs [part of a name …]     e.g. sample-1280-light-picture, start, 390
//   node tools/screenshots.mjs --readme               docs/picture.png, the one in README.md
//   node tools/screenshots.mjs --look FOLDER […]      with the design's look-*.png of the same screen beside each
//
// Knows: the page of the browser tests (tools/build_testing). Never: judges.

import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { openPage, ROOT, startBoth } from "../tests/browser/support.mjs";
import { listViews } from "../tests/browser/views.mjs";

const folder = `${ROOT}build/screenshots`;
const README_VIEW = "indication-1280-light-picture";
const forReadme = process.argv.includes("--readme");
const lookAt = process.argv.indexOf("--look");
const look = lookAt < 0 ? "" : process.argv.splice(lookAt, 2)[1] ?? "";
const wanted = forReadme ? [README_VIEW] : process.argv.slice(2);
// Screen -> its name among the drawn targets.
const DRAWN = new Map([["start", "start"], ["signs", "signs"], ["indication", "result"], ["next", "next"]]);
mkdirSync(folder, { recursive: true });
const both = await startBoth();
try {
  for (const view of await listViews(both)) {
    for (const width of [390, 768, 1280]) {
      for (const dark of [false, true]) {
        for (const text of [false, true]) {
          const name = `${view.name}-${width}-${dark ? "dark" : "light"}-${text ? "text" : "picture"}`;
          if (!wanted.every((part) => `-${name}-`.includes(part))) continue;
          const density = width === 390 && !text ? 2 : 1;
          const opened = await openPage(both, view.address, { width, height: width === 390 ? 844 : 900, density, dark, text, touch: width === 390 });
          await photograph(opened.page, `${folder}/${name}.png`, text);
          await opened.close();
          console.log(name);
          if (look) putLookBeside(view.name, width, dark, name);
          if (forReadme && name === README_VIEW) copyFileSync(`${folder}/${name}.png`, `${ROOT}docs/picture.png`);
        }
      }
    }
  }
} finally {
  await both.stop();
}

/** @param {string} screen @param {number} width @param {boolean} dark @param {string} name */
function putLookBeside(screen, width, dark, name) {
  const drawn = `look-${DRAWN.get(screen) ?? ""}`;
  for (const middle of [dark ? "-dark" : "", width === 390 ? "-phone" : ""]) {
    const path = `${look}/${drawn}${middle}-${width}.png`;
    if (existsSync(path) && (!dark || middle === "-dark")) copyFileSync(path, `${folder}/${name}.look.png`);
  }
}

/**
 * The picture is a tile of two and a half windows: the window is made as high as the page, as far as that goes.
 * @param {import("playwright-core").Page} page @param {string} path @param {boolean} text
 */
async function photograph(page, path, text) {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (!text) {
    await page.setViewportSize({ width: size.width, height: Math.min(Math.max(height, size.height), 3000) });
    await page.waitForTimeout(300);
  }
  await page.screenshot({ path, fullPage: text });
}
