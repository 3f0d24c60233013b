// @ts-check
// T5 and T7: what is read aloud, what is found, marked and copied.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { openPage, ROOT, settle, startBoth } from "./support.mjs";
import { listViews } from "./views.mjs";

const both = await startBoth();
after(() => both.stop());
const views = await listViews(both);

const APPROVED = `${ROOT}tests/browser/approved`;
const READER = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader")
  .replace(/lib\/.*$/, "lib/esm/index.browser.js");

/** @param {import("playwright-core").Page} page the phrases of a screen reader, from the first to the last */
async function readAloud(page) {
  // Given by the test itself: the page's policy allows no script from elsewhere, and stays as it is.
  const session = await page.context().newCDPSession(page);
  const source = readFileSync(READER, "utf8");
  const name = /(\w+) as virtual\b/.exec(source)?.[1];
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    awaitPromise: true, returnByValue: true,
    expression: `(async () => { ${source.replace(/export\s*\{[^}]*\};?[^]*$/, "")}
      const reader = ${name};
      await reader.start({ container: document.body });
      let steps = 0;
      while (await reader.lastSpokenPhrase() !== "end of document" && ++steps < 2000) await reader.next();
      const phrases = await reader.spokenPhraseLog();
      await reader.stop();
      return phrases;
    })()`,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return /** @type {string[]} */ (result.value);
}

for (const view of views) {
  test(`${view.name} is read aloud as approved, alike in the picture and in text view`, async () => {
    const heard = /** @type {string[][]} */ ([]);
    for (const text of [false, true]) {
      const opened = await openPage(both, view.address, { text });
      heard.push(await readAloud(opened.page));
      await opened.close();
    }
    // The switch of the text view is the one thing that differs.
    const tidy = (/** @type {string[]} */ phrases) => phrases.join("\n").replace(/Tekstvisning, (not )?pressed/g, "Tekstvisning");
    assert.ok(heard[0].length > 3);
    const path = `${APPROVED}/${view.name}.txt`;
    if (process.env.LINEALEN_APPROVE) writeFileSync(path, `${heard[0].join("\n")}\n`);
    assert.equal(heard[0].join("\n"), readFileSync(path, "utf8").trimEnd());
    assert.equal(tidy(heard[1]), tidy(heard[0]));
  });
}

for (const text of [false, true]) {
  const where = text ? "text view" : "the picture";

  test(`a text fragment is found far down in ${where}`, async () => {
    const opened = await openPage(both, "#/sample", { text, height: 600 });
    const found = await opened.page.evaluate(() => /** @type {any} */ (window).find("Familien har svært ved at få pengene"));
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
