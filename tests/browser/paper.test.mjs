// @ts-check
// Print: the document itself on A4 with page numbers, readable in greyscale,
// without what is pressed, chosen or leads away, and nothing cut.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { settle, startBoth, visitPage } from "./support.mjs";

const both = await startBoth();
after(() => both.stop());

const PAPERS = ["notification", "focus-team", "parent-talk", "own-notes"];
const A4_WIDTH = Math.round((174 / 25.4) * 96);  // between the margins, in CSS px

/** What of the page is on the paper, and how. */
const lookAtPaper = () => {
  const wide = document.documentElement.clientWidth;
  const faults = [];
  for (const node of document.querySelectorAll("#page, #page *")) {
    const rect = node.getBoundingClientRect();
    if (rect.width === 0 || rect.height === 0 || node.matches(".ear, .ear *")) continue;
    if (node.matches("button, input, select, textarea, nav, header, footer, dialog, .skip")) faults.push(`${node.id || node.localName} is printed`);
    if (rect.left < -1 || rect.right > wide + 1) faults.push(`${node.id || node.localName} is cut: ${rect.left} to ${rect.right} of ${wide}`);
    if (!node.matches(".t")) continue;
    const [red, green, blue, alpha = 1] = (/rgba?\(([^)]+)\)/.exec(getComputedStyle(node).color)?.[1] ?? "").split(",").map(Number);
    // On white paper, without colours: dark enough is a contrast of 4.5.
    const light = [red, green, blue].map((one) => ((one / 255 + 0.055) / 1.055) ** 2.4);
    const contrast = 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05);
    if (alpha < 1 || !(contrast >= 4.5)) faults.push(`${node.id} is hard to read: ${getComputedStyle(node).color}`);
  }
  return faults;
};

for (const [number, paper] of PAPERS.entries()) {
  const setting = { dark: number % 2 === 1, text: number > 1 };
  test(`${paper} is printed on A4, without controls, and nothing is cut`, async () => {
    const opened = await visitPage(both, `#/view/${paper}`, setting);
    const { page } = opened;
    const before = await page.evaluate(() => document.body.className);

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map((one) => one[1].trim().split(/\s+/).map(Number));
    assert.ok(boxes.length >= 1 && boxes.length <= 6, `${boxes.length} pages`);
    for (const [, , width, height] of boxes) {
      assert.ok(Math.abs(width - 595.28) < 1 && Math.abs(height - 841.89) < 1, `${width} × ${height} pt is not A4`);
    }

    const size = page.viewportSize();
    await page.setViewportSize({ width: A4_WIDTH, height: 900 });
    await settle(page);
    await page.emulateMedia({ media: "print" });
    await settle(page);
    await page.evaluate(() => { dispatchEvent(new Event("beforeprint")); });
    await settle(page);
    assert.deepEqual(await page.evaluate(lookAtPaper), []);
    const shown = await page.evaluate(() => document.getElementById("page")?.innerText ?? "");
    assert.ok(shown.includes("gik for sig selv"), "what was seen");
    assert.equal(shown.includes("Stor bekymring"), paper !== "parent-talk", "the own mark");
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.ok(/rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/.test(background), background);

    await page.evaluate(() => { dispatchEvent(new Event("afterprint")); });
    await page.emulateMedia({ media: null });
    if (size) await page.setViewportSize(size);
    await settle(page);
    assert.equal(await page.evaluate(() => document.body.className), before, "the screen is as it was");
    await opened.close();
  });
}

test("each page has its number and how many there are", async () => {
  const opened = await visitPage(both, "#/view/notification");
  const rules = await opened.page.evaluate(() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSPageRule && rule.selectorText === "").map((rule) => rule.cssText));  // a sheet has only its margins besides
  assert.equal(rules.length, 1);
  assert.match(rules[0], /size: a4/i);
  assert.match(rules[0], /counter\(page\) " \/ " counter\(pages\)/);
  await opened.close();
});

test("the button prints the page once", async () => {
  const opened = await visitPage(both, "#/view/notification");
  await opened.page.evaluate(() => {
    Object.assign(globalThis, { printed: 0 });
    window.print = () => { ++(/** @type {any} */ (globalThis)).printed; };
  });
  await opened.page.locator("#print").click();
  await settle(opened.page);
  assert.equal(await opened.page.evaluate(() => /** @type {any} */ (globalThis).printed), 1);
  await opened.close();
});
