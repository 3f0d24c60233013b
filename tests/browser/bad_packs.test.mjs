// @ts-check
// Damaged content whose hash fits, as a municipality could have packed it with a tool of its own: the page takes it or says that
// it cannot, and does not stop (F2 of safekeeping.md). That a wrong hash is refused is integrity.test.mjs's.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { damage, makeDice } from "./damage.mjs";
import { isFull } from "./keep_support.mjs";
import { editionOf, untilOpen } from "./offline_support.mjs";
import { reached } from "./reached.mjs";
import { ROOT, startBoth, until } from "./support.mjs";

const both = await startBoth();
after(() => both.stop());

const DIST = `${ROOT}build/dist-testing`;
const PAGE = readFileSync(`${DIST}/index.html`, "utf8");
const COUNT = isFull ? 200 : 10;
const LONGEST = 2000;  // ms in which the program is to be done with a pack
const UNREADABLE = "Linealens indhold kan ikke læses. Sig det til den, der driver siden; indholdet skal pakkes igen.";
const NOT_AS_IT_SHOULD_BE = "En del af indholdet er ikke, som det skal være, og er derfor ikke taget i brug. Prøv igen; hjælper det ikke, så sig det til den, der driver siden.";
/** Where each pack is asked for first, and what is pressed there. @type {Record<string, {at: string, press?: string, then?: string}>} */
const ASKED = {
  front: { at: "#/" }, start: { at: "#/vurder/alder" }, guide: { at: "#/hjaelp" }, knowledge: { at: "#/viden/emne/law" },
  passphrase: { at: "#/gem", press: "keep-mode-1" }, age_3_5: { at: "#/vurder/alder", press: "age-3", then: "#/vurder/oversigt" },
};

/** @param {string} name */
const pathOf = (name) => Object.keys(editionOf(DIST).files).find((path) => path.startsWith(`content/${name}.`)) ?? "";
/** @param {Buffer} bytes */
const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** @param {string} name of the pack @param {Buffer} bytes @returns {Promise<{end: string, slowest: number}>} */
async function openWith(name, bytes) {
  const path = pathOf(name);
  const context = await both.browser.newContext({ locale: "da-DK", serviceWorkers: "block" });
  const page = await context.newPage();
  const faults = /** @type {string[]} */ ([]);
  page.on("pageerror", (error) => faults.push(error.message));
  await page.route(both.server.address, (route) => route.fulfill({ contentType: "text/html;charset=utf-8",
    body: PAGE.replaceAll(integrity(readFileSync(`${DIST}/${path}`)), integrity(bytes)) }));
  await page.route(`**/${path}`, (route) => route.fulfill({ contentType: "application/json", body: bytes }));
  await page.addInitScript(() => addEventListener("linealen-ready", (event) => {
    const { host } = Object.assign(globalThis, { linealen: /** @type {any} */ (event).detail, slowest: 0 }).linealen;
    const tell = host.tell.bind(host);
    host.tell = (/** @type {any[]} */ ...told) => {
      const from = performance.now();
      tell(...told);
      Object.assign(globalThis, { slowest: Math.max(/** @type {any} */ (globalThis).slowest, performance.now() - from) });
    };
  }));
  const { at, press, then } = ASKED[name];
  await page.goto(both.server.address + at);
  await untilOpen(page);
  if (press) await page.locator(`#${press}`).click({ force: true });
  if (then) await page.evaluate((to) => { location.hash = to; }, then);
  const end = await until(() => page.evaluate(() => {
    const shown = (/** @type {string} */ which) => /** @type {HTMLElement | null} */ (document.querySelector(which))?.innerText.replace(/\s+/g, " ") ?? "";
    if (document.body.className.includes("is-stopped")) return shown("#page-fault");
    const { host } = /** @type {any} */ (globalThis).linealen ?? {};
    return host?.loading === 0 && host.program && !document.querySelector("#pack-waiting") && (shown("#pack-failed") || `taken: ${shown("#page main")}`);
  }), `an end to ${name}`);
  const slowest = await page.evaluate(() => /** @type {any} */ (globalThis).slowest ?? 0);
  await context.close();
  assert.deepEqual(faults, []);
  return { end, slowest };
}

test(`${COUNT} damaged packs: taken, or refused whole with a sentence`, async () => {
  const dice = makeDice(3), names = Object.keys(ASKED);
  const told = { refused: 0, taken: 0, slowest: 0 };
  const each = names.map((name, at) => ({ name, damaged: damage(readFileSync(`${DIST}/${pathOf(name)}`), COUNT + 8, 10 + at, true) }));
  for (const { damaged } of each) for (let skipped = dice(8); skipped > 0 && !isFull; --skipped) damaged.next();
  for (let made = 0; made < COUNT; ++made) {
    const { name, damaged } = each[made % each.length];
    const { kind, bytes } = damaged.next().value ?? assert.fail("no more of them");
    const { end, slowest } = await openWith(name, bytes);
    const isFirst = name === "front" || name === "start";
    if (end.startsWith("taken: ")) ++told.taken;
    else assert.ok(end.includes(isFirst ? UNREADABLE : NOT_AS_IT_SHOULD_BE), `${name}, ${kind}: »${end}«`);
    assert.ok(slowest < LONGEST, `${name}, ${kind}: ${slowest} ms`);
    told.refused += end.startsWith("taken: ") ? 0 : 1;
    told.slowest = Math.max(told.slowest, slowest);
  }
  assert.ok(told.refused > COUNT / 2, JSON.stringify(told));
  reached("F2", "Chromium, packs", `${COUNT} damaged packs with a hash that fits: ${told.refused} refused with a sentence, ${told.taken} taken, 0 traps, slowest ${Math.round(told.slowest)} ms`);
});
