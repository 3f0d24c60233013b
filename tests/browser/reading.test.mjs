// @ts-check
// T5 and T7: what is read aloud, what is found, marked and copied.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { openPage, ROOT, settle, startBoth, until, visitPage } from "./support.mjs";
import { inTurn, listViews } from "./views.mjs";

const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

const APPROVED = `${ROOT}tests/browser/approved`;
const READER = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader")
  .replace(/lib\/.*$/, "lib/esm/index.browser.js");

/**
 * Makes `Reader` known to the page. Given by the test itself: the page's policy allows no script from elsewhere, and
 * stays as it is. The reader waits a moment at each step for what the page may do; a message is the shortest moment.
 * @param {import("playwright-core").Page} page
 */
function giveReader(page) {
  const source = readFileSync(READER, "utf8");
  const name = /(\w+) as Virtual\b/.exec(source)?.[1];
  return page.evaluate(`globalThis.Reader = (() => {
    const setTimeout = (call, wait = 0) => {
      if (wait > 0) return globalThis.setTimeout(call, wait);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => call();
      channel.port2.postMessage(0);
    };
    ${source.replace(/export\s*\{[^}]*\};?[^]*$/, "")}
    return ${name};
  })(); 0`);
}

/** @param {import("playwright-core").Page} page @returns {Promise<string[]>} the phrases of a screen reader, from the first to the last */
function readAloud(page) {
  return page.evaluate(async () => {
    const reader = new (/** @type {any} */ (globalThis)).Reader();
    await reader.start({ container: document.body });
    let steps = 0;
    while (await reader.lastSpokenPhrase() !== "end of document" && ++steps < 2000) await reader.next();
    const phrases = await reader.spokenPhraseLog();
    await reader.stop();
    return phrases;
  });
}

const readApproved = (/** @type {string} */ name) => readFileSync(`${APPROVED}/${name}.txt`, "utf8").trimEnd();
// The switch of the text view is the one thing that differs.
const withoutSwitch = (/** @type {string} */ phrases) => phrases.replace(/Tekstvisning, (not )?pressed/g, "Tekstvisning");

for (const { view, setting } of inTurn(views, () => [{ text: false }, { text: true }])) {
  test(`${view.name} is read aloud as approved in ${setting.text ? "text view" : "the picture"}`, async () => {
    const opened = await visitPage(both, view.address, setting);
    if (opened.isNew) await giveReader(opened.page);
    const phrases = await readAloud(opened.page);
    assert.ok(phrases.length > 3, phrases.join("\n"));
    const heard = phrases.join("\n");
    if (process.env.LINEALEN_APPROVE && !setting.text) writeFileSync(`${APPROVED}/${view.name}.txt`, `${heard}\n`);
    if (setting.text) assert.equal(withoutSwitch(heard), withoutSwitch(readApproved(view.name)));
    else assert.equal(heard, readApproved(view.name));
    await opened.close();
  });
}

const FAR_DOWN = "Familien har svært ved at få pengene";

/** The browser looks for the words for half a second after loading: a busy machine may need another try. @param {string} sentence @param {import("./support.mjs").Setting} setting */
async function openAt(sentence, setting) {
  for (let tries = 3; ; --tries) {
    const opened = await openPage(both, `#/sample:~:text=${encodeURIComponent(sentence)}`, setting);
    const isThere = () => opened.page.evaluate(() => scrollY > 1000);
    try {
      await until(isThere, "the browser to go there", 5000);
      return opened;
    } catch (fault) {
      if (tries === 1) throw fault;
      await opened.close();
    }
  }
}

for (const text of [false, true]) {
  const where = text ? "text view" : "the picture";

  test(`a link to a sentence far down leads to it in ${where}`, async () => {
    const opened = await openAt(FAR_DOWN, { text, height: 600 });
    const seen = await opened.page.evaluate((sentence) => {
      const all = [...document.querySelectorAll("#page .t")].filter((node) => (node.textContent ?? "").includes(sentence));
      const rect = all[0]?.getBoundingClientRect();
      return { hash: location.hash, top: rect?.top ?? -1, bottom: rect?.bottom ?? -1 };
    }, FAR_DOWN);
    assert.equal(seen.hash, "#/sample");
    assert.ok(seen.top >= 0 && seen.bottom <= 600, JSON.stringify(seen));
    await opened.close();
  });

  test(`the browser's search finds a sentence far down in ${where}`, async () => {
    const opened = await openPage(both, "#/sample", { text, height: 600 });
    const found = await opened.page.evaluate((sentence) => /** @type {any} */ (window).find(sentence), FAR_DOWN);
    assert.equal(found, true);
    const rect = await opened.page.evaluate(() => {
      const range = getSelection()?.getRangeAt(0).getBoundingClientRect();
      return range ? { top: range.top, bottom: range.bottom, width: range.width } : null;
    });
    assert.ok(rect && rect.width > 100 && rect.top >= 0 && rect.bottom <= 600, JSON.stringify(rect));
    await opened.close();
  });

  test(`what is marked with the mouse is what is copied in ${where}`, async () => {
    const opened = await openPage(both, "#/sample", { text });
    const { page } = opened;
    await page.locator("#body").scrollIntoViewIfNeeded();
    const ends = await page.evaluate(() => {
      const lines = [...document.querySelectorAll("#body .l")].map((line) => line.getBoundingClientRect());
      const [first, last] = [lines[0], lines[lines.length - 1]];
      return { x: first.left + 1, y: first.top + first.height / 2, toX: last.right - 1, toY: last.top + last.height / 2 };
    });
    await page.mouse.move(ends.x, ends.y);
    await page.mouse.down();
    await page.mouse.move((ends.x + ends.toX) / 2, ends.toY, { steps: 4 });
    await page.mouse.move(ends.toX, ends.toY, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press("Control+C");
    await settle(page);
    // The policy lets no page read the clipboard: it is asked by pasting.
    await page.locator("#search").focus();
    await page.keyboard.press("Control+V");
    const copied = await page.locator("#search").inputValue();
    assert.equal(copied, "Får du kendskab til, at et barn kan have behov for særlig støtte, skal du underrette. Læs om underretningspligten");
    await opened.close();
  });
}
