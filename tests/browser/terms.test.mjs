// @ts-check
// A word of the field opens where it stands in a text, and closing it leads back to it: by key, by mouse, by touch, in
// both views.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openPage, startBoth, until } from "./support.mjs";

const both = await startBoth();
after(() => both.stop());

/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.textContent]);
/** @param {import("playwright-core").Page} page */
const isOpen = (page) => page.evaluate(() => document.querySelector("dialog")?.open === true);

for (const text of [false, true]) {
  for (const opens of ["Enter", "click", "tap"]) {
    for (const closes of ["Escape", "Luk"]) {
      test(`${text ? "text view" : "picture"}: opened by ${opens}, closed by ${closes}, and back at the word`, async () => {
        const { page, close } = await openPage(both, "#/viden/artikel/notification_steps",
          { width: 768, height: 600, density: 1, dark: false, text, touch: opens === "tap" });
        const word = page.locator("#page main a", { hasText: "forældremyndigheden" }).first();
        await word.scrollIntoViewIfNeeded();
        if (opens === "Enter") {
          await word.focus();
          await page.keyboard.press("Enter");
        } else if (opens === "tap") {
          await word.tap();
        } else {
          await word.click();
        }
        await until(() => isOpen(page), "the word to open");
        const scrolled = await page.evaluate(() => scrollY);
        assert.match(await page.locator("dialog").innerText(), /Forældremyndighed/);
        assert.equal(await page.evaluate(() => location.hash), "#/viden/artikel/notification_steps");
        if (closes === "Escape") await page.keyboard.press("Escape");
        else if (opens === "tap") await page.locator("#opened-term-close").tap();
        else await page.locator("#opened-term-close").click();
        await until(async () => !await isOpen(page), "the word to close");
        assert.deepEqual(await focused(page), ["A", "forældremyndigheden"]);
        assert.equal(await page.evaluate(() => scrollY), scrolled, "nothing jumps");
        await close();
      });
    }
  }
}
