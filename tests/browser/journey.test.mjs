// @ts-check
// A whole case on a phone-sized screen, ending in the four documents: by
// touch, by keyboard alone and in text view.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { openPage, settle, startBoth, until } from "./support.mjs";

const both = await startBoth();
after(() => both.stop());

const PHONE = { width: 390, height: 844, touch: true };
const SAW = "Mandag på legepladsen gik barnet for sig selv";
const PAPERS = [
  { slug: "notification", mark: true }, { slug: "focus_team", mark: true },
  { slug: "parent_talk", mark: false }, { slug: "own_notes", mark: true },
];

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{use: (words: string) => Promise<void>, choose: (legend: string, option: string) => Promise<void>,
 *   tick: (words: string) => Promise<void>, write: (label: string, text: string) => Promise<void>}} Hand */

/** The id of the first link or button that says `words`. @param {Page} page @param {string} words */
const findControl = (page, words) => until(() => page.evaluate((wanted) => {
  const all = [...document.querySelectorAll("#page a[href], #page button")];
  const said = (/** @type {Element} */ node) => (node.textContent ?? "").replace(/\s+/g, " ").trim();
  return (all.find((node) => said(node) === wanted) ?? all.find((node) => said(node).includes(wanted)))?.id;
}, words), `»${words}« on the page`);

/** @param {Page} page @param {string} legend @param {string} option */
const findOption = (page, legend, option) => until(() => page.evaluate(([group, wanted]) => {
  const said = (/** @type {Element | null} */ node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
  for (const fieldset of document.querySelectorAll("#page fieldset")) {
    if (group !== "" && !said(fieldset.querySelector("legend")).includes(group)) continue;
    for (const input of fieldset.querySelectorAll("input[type=radio]")) {
      const label = /** @type {HTMLInputElement} */ (input).labels?.[0] ?? null;
      if (said(label) === wanted || said(label).startsWith(`${wanted} `)) return input.id;
    }
  }
  return "";
}, [legend, option]), `»${option}« under »${legend}«`);

/** @param {Page} page @param {string} label */
const findField = (page, label) => until(() => page.evaluate((wanted) => {
  const all = [...document.querySelectorAll("#page textarea, #page input[type=checkbox]")];
  return all.find((node) => (/** @type {HTMLInputElement} */ (node).labels?.[0]?.textContent ?? "").includes(wanted))?.id;
}, label), `the field »${label}«`);

/** @param {Page} page @param {boolean} touch @returns {Hand} */
function pointer(page, touch) {
  const press = async (/** @type {string} */ id) => {
    const target = page.locator(`[id="${id}"]`);
    await (touch ? target.tap({ force: true }) : target.click({ force: true }));
    await settle(page);
  };
  return {
    use: async (words) => press(await findControl(page, words)),
    choose: async (legend, option) => press(await findOption(page, legend, option)),
    tick: async (words) => press(await findField(page, words)),
    async write(label, text) {
      const id = await findField(page, label);
      await press(id);
      await page.keyboard.type(text);
      await settle(page);
    },
  };
}

/** Tab, arrows, space and Enter; nothing else. @param {Page} page @returns {Hand} */
function keyboard(page) {
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  const groupOf = (/** @type {string} */ id) => page.evaluate((one) =>
    /** @type {HTMLInputElement | null} */ (document.getElementById(one))?.name ?? "", id);
  const tabTo = async (/** @type {string} */ id, /** @type {string} */ group = "") => {
    for (let i = 0; i < 500; ++i) {
      const now = await focused();
      if (now === id || (group !== "" && (await groupOf(now)) === group)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab never comes to ${id}`);
  };
  return {
    async use(words) {
      await tabTo(await findControl(page, words));
      await page.keyboard.press("Enter");
      await settle(page);
    },
    async choose(legend, option) {
      const id = await findOption(page, legend, option);
      await tabTo(id, await groupOf(id));
      for (let i = 0; i < 30 && (await focused()) !== id; ++i) await page.keyboard.press("ArrowDown");
      assert.equal(await focused(), id);
      if (!(await page.locator(`[id="${id}"]`).isChecked())) await page.keyboard.press("Space");
      await settle(page);
    },
    async tick(words) {
      await tabTo(await findField(page, words));
      await page.keyboard.press("Space");
      await settle(page);
    },
    async write(label, text) {
      await tabTo(await findField(page, label));
      await page.keyboard.type(text);
      await settle(page);
    },
  };
}

/** @param {Page} page @param {string} address */
const arrive = (page, address) =>
  until(() => page.evaluate((wanted) => location.hash.startsWith(wanted), address), `the page ${address}`);

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

const WAYS = [
  { name: "by touch", setting: PHONE, hand: (/** @type {Page} */ page) => pointer(page, true) },
  { name: "by keyboard alone", setting: { width: 390, height: 844 }, hand: keyboard },
  { name: "in text view", setting: { ...PHONE, text: true }, hand: (/** @type {Page} */ page) => pointer(page, true) },
];

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
