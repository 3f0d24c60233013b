// @ts-check
// Something looked up on a phone-sized screen without a case, from the first letter to the paper: by touch, by keyboard alone
// and in text view.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { arrive, WAYS } from "./hands.mjs";
import { openPage, startBoth, until } from "./support.mjs";

const both = await startBoth();
after(() => both.stop());

for (const way of WAYS) {
  test(`a meeting leads ${way.name} to its words and its sheet, and what was seen to an article`, async () => {
    const { page, close } = await openPage(both, "#/", way.setting);
    const hand = way.hand(page);
    const reads = (/** @type {string} */ words) => until(() => page.evaluate((wanted) =>
      document.querySelector("#page main")?.textContent?.includes(wanted) ?? false, words), `»${words}«`);

    await hand.use("Slå op");
    await arrive(page, "#/viden");
    await hand.use("Møder og arbejdsgange");
    await arrive(page, "#/viden/moeder");
    await hand.use("Fokusteam");
    await arrive(page, "#/viden/moede/focus_team");
    const opener = await page.evaluate(() => document.querySelector("#page main a[href^='#/viden/fagord/']")?.textContent ?? "");
    await hand.open(opener);
    await until(() => page.evaluate(() => document.querySelector("dialog")?.open === true), "the word to open");
    await hand.use("Luk");
    await until(() => page.evaluate(() => document.querySelector("dialog") === null), "the word to close");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), opener, "back at the word");

    const waiting = page.waitForEvent("download");
    await hand.use("Hent som webside");
    assert.match(readFileSync(await (await waiting).path(), "utf8"), /<h1>Fokusteam<\/h1>/);

    await hand.use("Slå op");
    await arrive(page, "#/viden");
    await hand.write("Søg i Slå op", "vil ikke i skole");
    await reads("svar. De bedste står først.");
    await hand.use("Når et barn holder op med at komme i skole");
    await arrive(page, "#/viden/artikel/");
    await reads("Kilder og dato");
    await page.goBack();
    await reads("svar. De bedste står først.");
    assert.equal(await page.getByRole("searchbox").inputValue(), "vil ikke i skole", "the question still stands");
    await close();
  });
}
