// @ts-check
// A whole case on a phone-sized screen, ending in the four documents: by
// touch, by keyboard alone and in text view.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { arrive, WAYS } from "./hands.mjs";
import { openPage, settle, startBoth, until } from "./support.mjs";

const both = await startBoth();
after(() => both.stop());

const SAW = "Mandag på legepladsen gik barnet for sig selv";
const PAPERS = [
  { slug: "notification", mark: true }, { slug: "focus_team", mark: true },
  { slug: "parent_talk", mark: false }, { slug: "own_notes", mark: true },
];

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./hands.mjs").Hand} Hand */

/** From the start page to the overview. @param {Page} page @param {Hand} hand */
async function goThroughCase(page, hand) {
  await hand.use("Start en vurdering");
  await hand.choose("", "3–5 år");
  await hand.use("Fortsæt");
  await arrive(page, "#/vurder/rolle");
  await hand.choose("", "Medarbejder i børnehave");
  await hand.use("Fortsæt");
  await arrive(page, "#/vurder/omraader");
  await hand.use("Tag dem efter tur");
  await arrive(page, "#/vurder/tegn/mental");
  await hand.choose("", "Ja");
  await hand.choose("Hvor ofte?", "Flere gange om ugen");
  await hand.choose("Hvor meget bekymrer det dig?", "En del");
  await hand.write("Hvad så eller hørte du?", SAW);
  for (const area of ["social", "cognitive", "physical", "attendance", "care", "parents", "abuse"]) {
    await hand.use("Fortsæt");
    await arrive(page, `#/vurder/tegn/${area}`);
    await hand.use("Ingen af disse er set");
  }
  await hand.use("Fortsæt");
  await arrive(page, "#/vurder/forhold");
  await hand.use("Fortsæt");
  await arrive(page, "#/vurder/beskyttende");
  await hand.tick("Barnet");
  await hand.use("Fortsæt");
  await arrive(page, "#/vurder/refleksion");
  await hand.use("Fortsæt");
  await arrive(page, "#/vurder/tjek");
  await hand.use("Fortsæt");
  await arrive(page, "#/vurder/fornemmelse");
  await hand.choose("", "Bekymring");
  await hand.use("Fortsæt");
  await arrive(page, "#/vurder/indikator");
  await hand.choose("", "Stor bekymring");
  await hand.use("Fortsæt med »Stor bekymring«");
  await until(() => page.evaluate(() => /vurdering|hvad-nu/.test(location.hash)), "the own mark");
  if (await page.evaluate(() => location.hash.includes("vurdering"))) await hand.use("Fortsæt");
  await arrive(page, "#/vurder/hvad-nu");
  await hand.use("Oversigt");
  await arrive(page, "#/vurder/oversigt");
}

/** Opens one of the papers from the overview and takes it along as text. @param {Page} page @param {Hand} hand @param {string} slug */
async function takeAlong(page, hand, slug) {
  const id = await until(() => page.evaluate((wanted) =>
    document.querySelector(`#page main a[href="#/vurder/dokument/${wanted}"]`)?.id, slug), `the way to ${slug}`);
  await page.evaluate((one) => document.getElementById(one)?.focus(), id);
  await page.keyboard.press("Enter");
  await arrive(page, `#/vurder/dokument/${slug}`);
  await settle(page);
  const waiting = page.waitForEvent("download");
  await hand.use("Hent som tekst");
  // That anybody can read it is asked once a visit.
  const asks = await page.evaluate(() => document.querySelector("dialog[open] #question-yes") !== null);
  if (asks) await hand.use("Ja, gem filen");
  return readFileSync(await (await waiting).path(), "utf8");
}

for (const way of WAYS) {
  test(`a whole case on a phone-sized screen ${way.name} ends in the four documents`, async () => {
    const opened = await openPage(both, "#/", way.setting);
    const hand = way.hand(opened.page);

    await goThroughCase(opened.page, hand);

    for (const paper of PAPERS) {
      const text = await takeAlong(opened.page, hand, paper.slug);
      assert.ok(text.includes(SAW), `${paper.slug} holds what was seen`);
      assert.equal(text.includes("Stor bekymring"), paper.mark, `${paper.slug} and the own mark`);
      await opened.page.goBack();
      await arrive(opened.page, "#/vurder/oversigt");
      await settle(opened.page);
    }
    await opened.close();
  });
}
