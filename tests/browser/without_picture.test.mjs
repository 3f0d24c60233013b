// @ts-check
// T10: forced colours, less motion, WebGL lost or never there: the page goes on.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { counters, openPage, settle, startBoth, until, visitPage } from "./support.mjs";
import { listViews, some } from "./views.mjs";

const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

const isTextView = () => document.body.classList.contains("view-text");

/** @param {import("playwright-core").Page} page one of each kind of control answers */
async function useThePage(page) {
  await page.locator("#sign-presence-2").check({ force: true });  // its label lies over it
  await page.locator("#check-move").check({ force: true });  // its label lies over it
  await page.locator("#search").fill("trist");
  await page.locator("#act-off").click();
  await settle(page);
  assert.equal(await page.locator("#sign-presence-2").isChecked(), true);
  assert.equal(await page.locator("#check-move").isChecked(), true);
  assert.equal(await page.locator("#act-off").getAttribute("aria-pressed"), "true");
}

test("forced colours are text view in the system's colours", async () => {
  const opened = await openPage(both, "#/sample", { forced: true });
  assert.equal(await opened.page.evaluate(isTextView), true);
  await useThePage(opened.page);
  await opened.close();
});

test("less motion: nothing moves by itself", async () => {
  const opened = await openPage(both, "#/sample", { reduced: true });
  await useThePage(opened.page);
  const moving = await opened.page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
  await opened.close();
});

test("a lost context gives text view, and the picture comes back with it", async () => {
  const opened = await openPage(both, "#/sample");
  const { page } = opened;
  await page.locator("#search").fill("før");
  await page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById("page-picture"));
    Object.assign(globalThis, { lost: canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context") });
    /** @type {any} */ (globalThis).lost.loseContext();
  });
  await until(() => page.evaluate(isTextView), "text view");
  await useThePage(page);
  const before = (await counters(page)).frames;
  await page.evaluate(() => /** @type {any} */ (globalThis).lost.restoreContext());
  await until(async () => !(await page.evaluate(isTextView)), "the picture");
  await until(async () => (await counters(page)).frames > before, "a frame");
  assert.equal(await page.locator("#search").inputValue(), "trist");
  await opened.close();
});

test("a context lost for good says so, and work goes on", async () => {
  const opened = await openPage(both, "#/");
  const { page } = opened;
  await page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById("page-picture"));
    canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  });
  await until(() => page.evaluate(isTextView), "text view");
  await until(() => page.evaluate(() => document.getElementById("notice")?.innerText.includes("Billedet kunne ikke tegnes, så siden vises som tekst. Dine svar er her stadig.")), "the sentence", 10_000);
  await page.locator("#door-assess").click();
  await until(() => page.evaluate(() => document.querySelectorAll("#page main input[type=radio]").length > 3), "the first question");
  await page.locator("#page main input[type=radio]").first().check({ force: true });
  await opened.close();
});

test("without WebGL the page is text view from the first", async (context) => {
  const without = await startBoth(["--disable-gpu", "--disable-3d-apis"]);
  context.after(() => without.stop());
  const opened = await openPage(without, "#/sample");
  assert.equal(await opened.page.evaluate(isTextView), true);
  await useThePage(opened.page);
  assert.equal((await counters(opened.page)).frames, 0);
  await opened.close();
});

test("?visning=tekst is text view", async () => {
  const opened = await openPage(both, "#/sample", { page: "?visning=tekst" });
  assert.equal(await opened.page.evaluate(isTextView), true);
  await opened.close();
});

test("printing is text view, in light colours, without what can be pressed", async () => {
  const opened = await openPage(both, "#/sample", { dark: true });
  const { page } = opened;
  const places = () => [...document.querySelectorAll("#page .p")].map((node) => JSON.stringify(node.getBoundingClientRect()));
  const before = await page.evaluate(places);
  await page.evaluate(() => {
    addEventListener("beforeprint", () => {
      const laid = document.querySelectorAll('#page [style]:not([style=""])').length;
      Object.assign(globalThis, { printed: `${document.body.className}, ${laid} as over the picture` });
    });
  });
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  assert.ok(pdf.length > 10_000);
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).printed), "view-text is-light is-printed, 0 as over the picture");
  assert.equal(await page.evaluate(isTextView), false, "the picture is back after printing");
  assert.ok(before.length > 50);
  assert.deepEqual(await page.evaluate(places), before, "and everything is back over it");
  await opened.close();
});

/** What of a text view cannot be seen, reached or read. */
const lookForLoss = () => {
  const faults = [];
  if (!document.body.classList.contains("view-text")) faults.push("no text view");
  const laid = document.querySelectorAll('#page [style]:not([style=""])').length;
  if (laid > 0) faults.push(`${laid} elements lie as over the picture`);
  const canvas = document.getElementById("page-picture")?.getBoundingClientRect();
  if (canvas && canvas.width * canvas.height > 0) faults.push("the picture is in the way");
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${wide}`);
  const top = document.querySelector("dialog") ?? document.getElementById("page") ?? document.body;
  for (const node of top.querySelectorAll(".t, button, a[href], input, select, textarea")) {
    if (node.closest(".ear, [aria-hidden=true], .skip")) continue;
    const style = getComputedStyle(node);
    const rect = node.getBoundingClientRect();
    const name = node.id || node.textContent?.slice(0, 30);
    if (rect.width < 1 || rect.height < 1 || style.visibility !== "visible" || Number(style.opacity) === 0) faults.push(`${name} is not seen`);
    if (/^rgba\(.*, 0\)$/.test(style.color)) faults.push(`${name} is written in no colour`);
    if (!node.matches("button, input, select, textarea")) continue;
    node.scrollIntoView({ block: "center", behavior: "instant" });
    const now = node.getBoundingClientRect();
    const hit = document.elementFromPoint(now.left + now.width / 2, now.top + now.height / 2);
    const reached = hit !== null && (node.contains(hit) || hit.closest("label")?.control === node);
    if (!reached) faults.push(`${name} is covered by ${hit?.id || hit?.localName}`);
  }
  return faults;
};

// Every view once without its picture, the samples in each way to be without.
const WITHOUT = ["in forced colours", "with its context lost for good", "where there is no WebGL"];
for (const way of WITHOUT) {
  const due = views.filter((view) => some(view, WITHOUT).includes(way));
  test(`${due.length} views stand complete ${way}`, async (context) => {
    const where = way === WITHOUT[2] ? await startBoth(["--disable-gpu", "--disable-3d-apis"]) : both;
    try {
      for (const view of due) {
        await context.test(`${view.name} stands complete ${way}`, async () => {
          const opened = await visitPage(where, view.address, { width: 390, forced: way === WITHOUT[0], reduced: way === WITHOUT[1] });
          if (way === WITHOUT[1] && opened.isNew) {
            await opened.page.evaluate(() => /** @type {any} */ (globalThis).linealen.host.tell(17, 0, 1));
            await settle(opened.page);
          }
          assert.deepEqual(await opened.page.evaluate(lookForLoss), []);
          await opened.close();
        });
      }
    } finally {
      if (where !== both) await where.stop();
    }
  });
}
