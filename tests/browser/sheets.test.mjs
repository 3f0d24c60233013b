// @ts-check
// A sheet of the guide is one page of A4, printed from the screen and taken along as a file: to hang up, or to bring.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { moveTo, openPage, ROOT, startBoth } from "./support.mjs";

const both = await startBoth();
after(() => both.stop());

/** Where one sheet has a back, for all of it is needed at once. */
const WITH_BACK = ["#/viden/handlevej/abuse", "#/viden/moede/abuse_preparedness", "#/viden/moede/notification"];

/**
 * "#/viden/moede/focus_team", for each that the content has.
 * @param {string} path @param {string} of @param {string} under
 */
const placesOf = (path, of, under) => JSON.parse(readFileSync(`${ROOT}content/${path}.json`, "utf8"))[of]
  .map((/** @type {{id: string}} */ { id }) => `#/viden/${under}/${id}`);

/** What each list leads to; the numbers are a sheet themselves. @type {Record<string, string[]>} */
const SHEETS = {
  moeder: placesOf("guide/meetings", "meetings", "moede"),
  handleveje: [...placesOf("lineal/levels", "levels", "niveau"), ...placesOf("guide/tracks", "tracks", "handlevej")],
  roller: placesOf("lineal/roles", "roles", "rolle"),
  numre: ["#/viden/numre"],
};

/** @param {Buffer} pdf */
const pagesIn = (pdf) => [...pdf.toString("latin1").matchAll(/\/MediaBox/g)].length;

for (const [from, all] of Object.entries(SHEETS)) {
  test(`${from}: all are listed, and each is one page`, async () => {
    const { page, context, close } = await openPage(both, `#/viden/${from}`, { text: true });
    const paper = await context.newPage();
    const places = from === "numre" ? ["#/viden/numre"] : await page.evaluate(() =>
      [...document.querySelectorAll("#page main a")].map((link) => link.getAttribute("href") ?? "")
        .filter((place) => /^#\/viden\/(moede|niveau|handlevej|rolle)\//.test(place)));
    assert.deepEqual([...places].sort(), [...all].sort(), "the list leads to each of them");
    const wrong = [];
    for (const place of places) {
      await moveTo(page, place);
      const most = WITH_BACK.includes(place) ? 2 : 1;
      const printed = pagesIn(await page.pdf({ preferCSSPageSize: true }));
      if (printed < 1 || printed > most) wrong.push(`${place}: ${printed} pages from the screen`);
      const waiting = page.waitForEvent("download");
      await page.locator("#download").click({ force: true });
      await paper.goto("about:blank");  // the file's own policy is not the next one's
      await paper.setContent(readFileSync(await (await waiting).path(), "utf8"));
      const taken = pagesIn(await paper.pdf({ preferCSSPageSize: true }));
      if (taken < 1 || taken > most) wrong.push(`${place}: ${taken} pages in the file`);
    }
    assert.deepEqual(wrong, []);
    await close();
  });
}
