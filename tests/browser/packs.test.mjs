// @ts-check
// The first packs on a bad line: the start page stands without the start pack, and nobody is stuck without it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startBoth, until } from "./support.mjs";

const both = await startBoth();
after(() => both.stop());

const START_PACK = "**/content/start.*.json";

/** A start page whose start pack is answered as `answer` says. @param {(route: import("playwright-core").Route) => unknown} answer */
async function openStartPage(answer) {
  const context = await both.browser.newContext({ locale: "da-DK" });
  const page = await context.newPage();
  await page.route(START_PACK, answer);
  await page.goto(both.server.address);
  await until(() => page.evaluate(() => document.querySelector("#door-assess") !== null), "the door");
  return { page, close: () => context.close() };
}

/** @param {import("playwright-core").Page} page */
const words = (page) => page.evaluate(() => document.querySelector("#page main")?.textContent?.replace(/\s+/g, " ") ?? "");

test("a slow start pack: the door shows that something is fetched, then the first question", async () => {
  let letGo = () => {};
  const held = new Promise((resolve) => { letGo = () => resolve(undefined); });
  const { page, close } = await openStartPage(async (route) => {
    await held;
    await route.continue();
  });
  assert.match(await words(page), /Er barnet i fare lige nu\? Ring 112/);
  await page.locator("#door-assess").click();
  await until(async () => /Hvor gammelt er barnet\?.*Indholdet bliver hentet/.test(await words(page)), "the waiting line");
  letGo();
  await until(() => page.evaluate(() => document.querySelectorAll("#page main input[type=radio]").length > 3), "the question");
  await close();
});

test("a start pack that cannot be fetched: one sentence, and a way to try again", async () => {
  let isDown = true;
  const { page, close } = await openStartPage((route) => (isDown ? route.abort() : route.continue()));
  await page.locator("#door-assess").click();
  await until(() => page.evaluate(() => document.querySelector("#pack-again") !== null), "the button to try again");
  const said = await words(page);
  assert.match(said, /kunne ikke hentes/);
  assert.match(said, /Ring 112/);
  isDown = false;
  await page.locator("#pack-again").click();
  await until(() => page.evaluate(() => document.querySelectorAll("#page main input[type=radio]").length > 3), "the question");
  await close();
});

test("a start pack that is not as it was built is not used", async () => {
  const { page, close } = await openStartPage((route) => route.fulfill({ contentType: "application/json", body: "{}" }));
  await page.locator("#door-assess").click();
  await until(() => page.evaluate(() => document.querySelector("#pack-again") !== null), "the button to try again");
  assert.match(await words(page), /En del af indholdet er ikke, som det skal være, og er derfor ikke taget i brug\. Prøv igen;/);
  await close();
});

// What the rest of the program holds, and what happens to whoever asks for it early (tools/split_program.py).
const ASKED_EARLY = ["#/vurder/alder", "#/vurder/oversigt", "#/vurder/dokument/notification", "#/gem", "#/gemt", "#/gem/ny-saetning", "#/aabn-fil",
  "#/om", "#/udseende", "#/hjaelp", "#/viden", "#/viden/fagord/focus_team", "#/viden/alder/age_3_5", "#/viden/trin/early_talk", "#/viden/selvvurdering/six_components"];

for (const way of ["", "?visning=tekst"]) test(`the rest of the program is late${way && " in text view"}: every address waits with a sentence, a file is refused with one, and all comes when it comes`, async () => {
  let letGo = () => {};
  const held = new Promise((resolve) => { letGo = () => resolve(undefined); });
  const context = await both.browser.newContext({ locale: "da-DK" });
  const page = await context.newPage();
  await page.route("**/linealen.rest.*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(both.server.address + way);
  await until(() => page.evaluate(() => document.querySelector("#open-file") !== null), "the start page");
  const chosen = page.waitForEvent("filechooser");
  await page.locator("#open-file").click();
  await (await chosen).setFiles({ name: "a.lineal", mimeType: "application/json", buffer: Buffer.from("{}") });
  await until(async () => /Vent et øjeblik, og åbn filen igen/.test(await words(page)), "what is said of the file");
  for (const address of ASKED_EARLY) {
    await page.evaluate((to) => { location.hash = to; }, address);
    await until(async () => /Indholdet bliver hentet/.test(await words(page)), `the waiting line at ${address}`);
    await page.evaluate(() => { location.hash = "#/"; });
    await until(() => page.evaluate(() => document.querySelector("#door-assess") !== null), "the start page again");
  }
  await page.evaluate(() => { location.hash = "#/viden"; });
  letGo();
  await until(() => page.evaluate(() => document.querySelector("#page main input[type=search]") !== null), "the page for looking up");
  assert.equal(await page.locator("#page-fault").isVisible(), false);
  await context.close();
});

test("the rest of the program cannot be fetched: one sentence, and a way to try again", async () => {
  let isDown = true;
  const context = await both.browser.newContext({ locale: "da-DK" });
  const page = await context.newPage();
  await page.route("**/linealen.rest.*.wasm", (route) => (isDown ? route.abort() : route.continue()));
  await page.goto(both.server.address);
  await page.locator("#door-assess").click();
  await until(() => page.evaluate(() => document.querySelector("#pack-again") !== null), "the button to try again");
  assert.match(await words(page), /kunne ikke hentes.*Ring 112/);
  isDown = false;
  await page.locator("#pack-again").click();
  await until(() => page.evaluate(() => document.querySelectorAll("#page main input[type=radio]").length > 3), "the question");
  await context.close();
});

test("an address to another screen begins with all words", async () => {
  const context = await both.browser.newContext({ locale: "da-DK" });
  const page = await context.newPage();
  const fetched = /** @type {string[]} */ ([]);
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(`${both.server.address}#/vurder/alder`);
  await until(() => page.evaluate(() => document.querySelectorAll("#page main input[type=radio]").length > 3), "the question");
  assert.equal(fetched.filter((name) => name.startsWith("/content/start.")).length, 1);
  await context.close();
});

test("what is looked up is fetched when somebody looks something up, and not before; once", async () => {
  const context = await both.browser.newContext({ locale: "da-DK", serviceWorkers: "block" });
  const page = await context.newPage();
  const fetched = /** @type {string[]} */ ([]);
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  const knowledge = () => fetched.filter((name) => name.startsWith("/content/knowledge.")).length;
  await page.goto(both.server.address);
  await page.locator("#door-assess").click();
  await until(() => page.evaluate(() => document.querySelectorAll("#page main input[type=radio]").length > 3), "the question");
  await page.evaluate(() => { location.hash = "#/gemt"; });
  await until(() => page.evaluate(() => document.querySelector("#never-title") !== null), "what is kept");
  assert.equal(knowledge(), 0, fetched.join(" "));
  for (const address of ["#/viden", "#/viden/moede/focus_team", "#/viden"]) {
    await page.evaluate((to) => { location.hash = to; }, address);
    await until(() => page.evaluate((to) => document.querySelector(to) !== null, address === "#/viden" ? "#page main input[type=search]" : "#agenda"), address);
  }
  assert.equal(knowledge(), 1, fetched.join(" "));
  await context.close();
});
