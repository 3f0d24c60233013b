// @ts-check
// T8: 400 % zoom, twice the text, other spacing, either way up: nothing is cut and nothing scrolls sideways.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openPage, settle, startBoth, until } from "./support.mjs";
import { listViews, some } from "./views.mjs";

const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

const lookForCuts = () => {
  const faults = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${wide}`);
  for (const node of document.querySelectorAll("#page .t, #page button, #page a, #page input, #page select, #page textarea")) {
    const rect = node.getBoundingClientRect();
    if (rect.width === 0 || rect.height === 0 || node.closest(".ear, [aria-hidden=true]") || node.matches(".skip")) continue;
    const inTable = node.closest("table") !== null;  // may scroll inside itself
    if (!inTable && (rect.left < -1 || rect.right > wide + 1)) faults.push(`${node.id} leaves the window: ${rect.left} to ${rect.right}`);
    const isField = node.matches("input, select, textarea");
    if (!isField && node.scrollWidth > node.clientWidth + 2 && getComputedStyle(node).display !== "inline") faults.push(`${node.id} is cut`);
  }
  return faults;
};

for (const view of views) {
  const settings = [false, true].flatMap((text) => [[320, 256], [256, 320]].map(([width, height]) => ({ text, width, height })));
  for (const { text, width, height } of some(view, settings)) {
    test(`${view.name} at ${width} × ${height}, 200 %, in ${text ? "text view" : "the picture"}`, async () => {
      const opened = await openPage(both, view.address, { width, height, density: 4, percent: 200, text });
      assert.deepEqual(await opened.page.evaluate(lookForCuts), []);
      await opened.close();
    });
  }

  test(`${view.name} with the user's own spacing becomes text view and is not cut`, async () => {
    const opened = await openPage(both, view.address, { width: 390 });
    await opened.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    await until(() => opened.page.evaluate(() => document.body.className.includes("view-text")), "text view");
    await settle(opened.page);
    assert.deepEqual(await opened.page.evaluate(lookForCuts), []);
    await opened.close();
  });
}
