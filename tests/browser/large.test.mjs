// @ts-check
// T8: 400 % zoom, twice the text, other spacing, either way up: nothing is cut and nothing scrolls sideways.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { settle, startBoth, until, visitPage } from "./support.mjs";
import { inTurn, listViews, some } from "./views.mjs";

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

const SETTINGS = [false, true].flatMap((text) => [[320, 256], [256, 320]].map(([width, height]) =>
  ({ text, width, height, density: 4, percent: 200 })));
for (const { view, setting } of inTurn(views, (one) => some(one, SETTINGS))) {
  test(`${view.name} at ${setting.width} × ${setting.height}, 200 %, in ${setting.text ? "text view" : "the picture"}`, async () => {
    const opened = await visitPage(both, view.address, setting);
    assert.deepEqual(await opened.page.evaluate(lookForCuts), []);
    await opened.close();
  });
}

for (const view of views) {
  test(`${view.name} with the user's own spacing becomes text view and is not cut`, async () => {
    const opened = await visitPage(both, view.address, { width: 390 });
    assert.equal(await opened.page.evaluate(() => document.body.className.includes("view-picture")), true);
    await opened.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    await until(() => opened.page.evaluate(() => document.body.className.includes("view-text")), "text view");
    await settle(opened.page);
    assert.deepEqual(await opened.page.evaluate(lookForCuts), []);
    await opened.page.evaluate(() => { document.adoptedStyleSheets = []; });
    await until(() => opened.page.evaluate(() => document.body.className.includes("view-picture")), "the picture");
    await opened.close();
  });
}
