// @ts-check
// Two tabs and more: one writes a draft, nothing is overwritten unseen (R9 of safekeeping.md).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, isFull, openDraft, PASSPHRASE, press, says, stands, startDevice, unlock, writeCase } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

/** @typedef {import("playwright-core").Page} Page */

/** A draft that is open in the first tab and listed in the second; `go` opens it there. */
async function openTwice() {
  const device = await startDevice(server);
  const first = await device.open();
  await choosePassphrase(first);
  await writeCase(first, "Mælkebøtte");
  const second = await device.open();
  await unlock(second);
  const go = await until(() => second.evaluate(() => document.querySelector("[id^=draft-][id$=-go]")?.id ?? ""), "the draft");
  return { device, first, second, go };
}

test("a draft open in one tab is opened in another only after a yes; the first saves what it has and stops", async () => {
  const { device, first, second, go } = await openTwice();
  await press(second, go);
  await says(second, "question", "Kladden er åben i en anden fane.");
  await press(second, "question-no");
  assert.equal(await second.evaluate(() => location.hash), "#/gem");
  await first.locator("#code-word").fill("Ærenpris");  // not saved yet
  await press(second, go);
  await says(second, "question", "Vil du fortsætte her?");
  const from = Date.now();
  await press(second, "question-yes");
  await until(() => second.evaluate(() => location.hash === "#/vurder/oversigt"), "the case");
  assert.ok(Date.now() - from < 5000, "taken over within 5 s");
  assert.equal(await second.locator("#code-word").inputValue(), "Ærenpris");
  await says(first, "notice", "Kladden er nu åben i en anden fane, og her gemmes ikke mere.");
  await first.locator("#code-word").fill("Forkert");
  await says(first, "kept-state", "IKKE GEMT. Gem som fil");
  await second.locator("#code-word").fill("Ærenpris to");
  await says(second, "kept-state", "Gemt kl.");
  await new Promise((done) => setTimeout(done, 1000));
  const kept = await second.evaluate(async () => /** @type {any} */ (globalThis).keeping.open());
  const loaded = await second.evaluate((draft) => /** @type {any} */ (globalThis).keeping.load(draft), kept.drafts[0].split(" ")[0]);
  assert.ok(loaded.words.includes("Ærenpris to"));
  assert.ok(!loaded.words.includes("Forkert"));
  // The first is in sight all the time, though it was asked to save: a sleep of a minute and a half is noticed.
  await first.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 90_000;
    dispatchEvent(new Event("focus"));  // one of the events that tell the time
  });
  await says(first, "title", "Skærmen er skjult");
  await says(first, "not-locked", "Linealen er ikke låst, fordi kladden er åben i en anden fane");
  await device.close();
  device.forget();
});

test("a draft that was closed in one tab is opened in another without a question", async () => {
  const { device, first, second, go } = await openTwice();
  await first.evaluate(() => { location.hash = "#/gem"; });
  await press(first, "other-child");
  await says(first, "notice", "Kladden er gemt og lukket.");
  await press(second, go);
  await until(() => second.evaluate(() => location.hash === "#/vurder/oversigt"), "the case");
  await second.locator("#code-word").fill("Ærenpris");
  await says(second, "kept-state", "Gemt kl.");
  await device.close();
  device.forget();
});

test("a draft that is deleted in one tab is not called saved in the other, though nothing more is written there", async () => {
  const { device, first, second, go } = await openTwice();
  assert.match(await says(first, "kept-state", "Gemt kl."), /Gemt kl\. \d\d\.\d\d/);
  await press(second, go.replace(/-go$/, "-remove"));
  await press(second, "question-yes");
  await says(second, "notice", "Kladden er slettet");
  await says(first, "notice", "Det, der var gemt på enheden, er fjernet, og der gemmes ikke mere. Det, du har skrevet, er her stadig.");
  await says(first, "kept-state", "IKKE GEMT.");
  const isGuarded = await first.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  assert.ok(isGuarded, "the browser asks before the tab is closed");
  assert.equal(await first.locator("#code-word").inputValue(), "Mælkebøtte");
  await first.evaluate(() => /** @type {any} */ (globalThis).linealen.host.guard(false));
  await device.close();
  device.forget();
});

test("a draft is taken within 5 s from a tab that is frozen, and its late save is refused when it thaws", async () => {
  const device = await startDevice(server);
  const first = await device.open();
  const draft = "cd".repeat(16);
  await first.evaluate(async ({ words, draft }) => {
    const { keeping } = /** @type {any} */ (globalThis);
    await keeping.create(words);
    await keeping.save(draft, 0, "one");
  }, { words: PASSPHRASE, draft });
  const second = await device.open();
  assert.equal(await second.evaluate((words) => /** @type {any} */ (globalThis).keeping.unlock(words), PASSPHRASE), 0);
  const session = await device.context.newCDPSession(first);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  const from = Date.now();
  const taken = await second.evaluate(async (draft) => {
    const { keeping } = /** @type {any} */ (globalThis);
    const loaded = await keeping.load(draft, 0, 1);
    const saved = await keeping.save(draft, 1, "two");
    return { loaded, saved };
  }, draft);
  assert.ok(Date.now() - from < 5000);
  assert.equal(taken.loaded.words, "one");
  assert.equal(taken.saved.code, 0);
  await session.send("Page.setWebLifecycleState", { state: "active" });
  const late = await first.evaluate((one) => /** @type {any} */ (globalThis).keeping.save(one, 1, "mine"), draft);
  assert.equal(late.code, 13, "taken over");
  assert.equal((await second.evaluate((one) => /** @type {any} */ (globalThis).keeping.load(one), draft)).words, "two");
  await device.close();
  device.forget();
  reached("R9", "Chromium, frozen tab", "taken from it within 5 s, and its late save refused");
});

test("a tab with a draft crashes: another opens it without a question, and goes on", async () => {
  const { device, first, second, go } = await openTwice();
  const crashed = first.waitForEvent("crash");
  (await device.context.newCDPSession(first)).send("Page.crash").catch(() => {});
  await crashed;
  await press(second, go);
  await says(second, "notice", "Kladden er åbnet.", 5000);
  assert.equal(await second.locator("#question").count(), 0);
  assert.equal(await second.locator("#code-word").inputValue(), "Mælkebøtte");
  await second.locator("#code-word").fill("Ærenpris");
  await says(second, "kept-state", "Gemt kl.");
  await device.close();
  device.forget();
});

test("a person takes a draft from a tab that is frozen; that tab says so when it thaws, and what is typed there is not called saved", async () => {
  const { device, first, second, go } = await openTwice();
  const session = await device.context.newCDPSession(first);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await press(second, go);
  await says(second, "question", "Kladden er åben i en anden fane. Fortsætter du her, gemmes den derovre først");
  await press(second, "question-yes");
  await until(() => second.evaluate(() => location.hash === "#/vurder/oversigt"), "the case");
  await second.locator("#code-word").fill("Ærenpris");
  await says(second, "kept-state", "Gemt kl.");
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await says(first, "notice", "Kladden er nu åben i en anden fane, og her gemmes ikke mere. Har du skrevet noget, som ikke er kommet med, kan du gemme det som fil.");
  await first.locator("#code-word").fill("Forkert");
  await says(first, "kept-state", "IKKE GEMT. Gem som fil");
  await device.close();
  device.forget();
});

test("a tab that is duplicated asks before it takes the draft; after going away and back the draft opens without a question", async () => {
  const { device, first, second } = await openTwice();
  await second.close();
  const [copy] = await Promise.all([device.context.waitForEvent("page"), first.evaluate(() => { open(location.href); })]);
  await stands(copy);
  await unlock(copy);
  const go = await until(() => copy.evaluate(() => document.querySelector("[id^=draft-][id$=-go]")?.id ?? ""), "the draft");
  await press(copy, go);
  await says(copy, "question", "Vil du fortsætte her?");
  await press(copy, "question-no");
  await copy.close();
  await first.goto(`${server.address}licences.txt`);
  await first.goBack();
  await stands(first);
  await unlock(first);
  await press(first, go);
  await until(() => first.evaluate(() => location.hash === "#/vurder/oversigt"), "the case");
  assert.equal(await first.locator("#code-word").inputValue(), "Mælkebøtte");
  await first.locator("#code-word").fill("Ærenpris");
  await says(first, "kept-state", "Gemt kl.");
  await device.close();
  device.forget();
});

test("who goes back finds the page as it was left and writes on; taken over meanwhile, it opens anew and locked (R9)", async () => {
  const device = await startDevice(server, { keepsPages: true });
  const first = await device.open();
  await choosePassphrase(first);
  await writeCase(first, "Mælkebøtte");
  await first.evaluate(() => addEventListener("pageshow", ({ persisted }) => Object.assign(globalThis, { persisted })));
  const isAsItWas = () => first.evaluate(() => /** @type {any} */ (globalThis).persisted === true).catch(() => false);
  await first.goto(`${server.address}licences.txt`);
  await first.goBack({ waitUntil: "commit" });  // what was kept does not load
  await until(isAsItWas, "the page as it was");
  assert.equal(await first.locator("#code-word").inputValue(), "Mælkebøtte");
  await first.locator("#code-word").fill("Ærenpris");
  await says(first, "kept-state", "Gemt kl.");

  await first.goto(`${server.address}licences.txt`);
  const second = await device.open();
  await unlock(second);
  await openDraft(second);
  assert.equal(await second.locator("#code-word").inputValue(), "Ærenpris");
  await second.locator("#code-word").fill("Hvidtjørn");
  await says(second, "kept-state", "Gemt kl.");
  await first.goBack({ waitUntil: "commit" });
  await stands(first);
  assert.equal(await isAsItWas(), false);
  assert.equal(await first.locator("#code-word").inputValue(), "", "locked");
  await press(first, "footer-keeping");
  await says(first, "locked-lead", "Antal kladder: 1.");
  await unlock(first);
  const go = await until(() => first.evaluate(() => document.querySelector("[id^=draft-][id$=-go]")?.id ?? ""), "the draft");
  await press(first, go);
  await says(first, "question", "Kladden er åben i en anden fane.");
  await device.close();
  device.forget();
});

test("a wipe in one tab shuts the others out", async () => {
  const device = await startDevice(server);
  const first = await device.open();
  await choosePassphrase(first);
  await writeCase(first, "Mælkebøtte");
  const second = await device.open("#/gemt");
  await press(second, "wipe");
  await press(second, "question-yes");
  await says(second, "notice", "Alt er ryddet fra denne browser.");
  await first.locator("#code-word").fill("Ærenpris");
  await says(first, "notice", "Det, der var gemt på enheden, er fjernet, og der gemmes ikke mere. Det, du har skrevet, er her stadig.");
  await says(first, "kept-state", "IKKE GEMT. Gem som fil");
  await new Promise((done) => setTimeout(done, 1000));
  assert.deepEqual(await second.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
  await device.close();
  device.forget();
});

/** Numbers of a schedule, the same each time. @param {number} seed */
function diceOf(seed) {
  let state = seed * 2654435761 % 2 ** 32;
  return (/** @type {number} */ sides) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor(state / 2 ** 32 * sides);
  };
}

/** What befalls a tab in the middle of one schedule of five, in turn. The tab as it is then. */
const DISTURBANCES = {
  /** @param {import("./keep_support.mjs").Device} device @param {Page} page */
  async crash(device, page) {
    const crashed = page.waitForEvent("crash");
    (await device.context.newCDPSession(page)).send("Page.crash").catch(() => {});
    await crashed;
    await page.close();
    return openUnlocked(device);
  },
  /** @param {import("./keep_support.mjs").Device} device @param {Page} page */
  async reload(device, page) {
    await page.reload();
    await stands(page);
    await unlockStore(page);
    return page;
  },
  /** @param {import("./keep_support.mjs").Device} device @param {Page} page */
  async freeze(device, page) {
    await (await device.context.newCDPSession(page)).send("Page.setWebLifecycleState", { state: "frozen" });
    return page;
  },
};

/** @param {Page} page */
async function unlockStore(page) {
  assert.equal(await page.evaluate((words) => /** @type {any} */ (globalThis).keeping.unlock(words), PASSPHRASE), 0);
}

/** @param {import("./keep_support.mjs").Device} device */
async function openUnlocked(device) {
  const page = await device.open();
  await unlockStore(page);
  return page;
}

/** @param {import("./keep_support.mjs").Device} device @param {Page} page */
const thaw = async (device, page) => (await device.context.newCDPSession(page)).send("Page.setWebLifecycleState", { state: "active" });

const SCHEDULES = isFull ? 1000 : 20;

test(`${SCHEDULES} random schedules of up to four tabs, some of which crash, freeze or are loaded anew, lose no update (R9)`, async () => {
  const device = await startDevice(server);
  const pages = [await device.open()];
  await pages[0].evaluate((words) => /** @type {any} */ (globalThis).keeping.create(words), PASSPHRASE);
  while (pages.length < 4) pages.push(await openUnlocked(device));
  const ways = Object.keys(DISTURBANCES);
  const befell = Object.fromEntries(ways.map((way) => [way, 0]));
  let accepted = 0, refused = 0, slowestTaking = 0;
  for (let seed = 1; seed <= SCHEDULES; ++seed) {
    const roll = diceOf(seed);
    const draft = seed.toString(16).padStart(32, "0");
    const tabs = pages.slice(0, 2 + roll(3)).map((_, at) => ({ at, words: "", generation: 0, isFrozen: false }));
    let writer = /** @type {typeof tabs[number] | null} */ (null);
    const log = /** @type {string[]} */ ([]);  // of what was acknowledged, in the order it was
    for (let step = 0; step < 14; ++step) {
      const tab = tabs[roll(tabs.length)];
      if (seed % 5 === 0 && step === 6) {
        const way = /** @type {keyof typeof DISTURBANCES} */ (ways[seed / 5 % ways.length]);
        const struck = writer ?? tab;
        pages[struck.at] = await DISTURBANCES[way](device, pages[struck.at]);
        ++befell[way];
        struck.isFrozen = way === "freeze";
        if (!struck.isFrozen) {
          Object.assign(struck, { words: "", generation: 0 });
          writer = null;
        }
      }
      if (tab.isFrozen) continue;
      const page = pages[tab.at];
      const what = roll(4);
      if (what < 2) {  // opens it to write: takes it where another has it, or only where none has
        const from = Date.now();
        const told = await page.evaluate(({ one, flag }) => /** @type {any} */ (globalThis).keeping.load(one, 0, flag), { one: draft, flag: 1 + what });
        slowestTaking = Math.max(slowestTaking, Date.now() - from);
        if (told.code === 0) {
          Object.assign(tab, { words: told.words, generation: told.generation });
          writer = tab;
        } else assert.ok(what === 1 ? [1, 12].includes(told.code) : told.code === 1, `code ${told.code}`);
      } else {
        const token = `${seed}.${step};`;
        const told = await page.evaluate(({ draft, after, words }) => /** @type {any} */ (globalThis).keeping.save(draft, after, words),
          { draft, after: tab.generation, words: tab.words + token });
        if (told.code === 0) {
          assert.ok(writer === tab || log.length === 0, `schedule ${seed}, step ${step}: who writes has opened it last`);
          writer = tab;
          Object.assign(tab, { words: tab.words + token, generation: told.generation });
          log.push(token);
          ++accepted;
        } else {
          assert.ok([1, 7, 12, 13].includes(told.code), `code ${told.code}`);
          ++refused;
        }
      }
    }
    for (const { at } of tabs.filter(({ isFrozen }) => isFrozen)) await thaw(device, pages[at]);
    const end = await pages[0].evaluate((one) => /** @type {any} */ (globalThis).keeping.load(one), draft);
    assert.equal(end.words, log.join(""), `schedule ${seed}`);
  }
  assert.ok(accepted > 40 && refused > 20, `${accepted} accepted, ${refused} refused`);
  assert.ok(slowestTaking <= 5000, `${slowestTaking} ms until it was taken over`);
  await device.close();
  device.forget();
  reached("R9", "Chromium", `${SCHEDULES} schedules, ${accepted} saves accepted, ${refused} refused, 0 lost, never two that write; `
    + `${befell.crash} tabs crashed, ${befell.freeze} frozen, ${befell.reload} loaded anew; taken over after at most ${slowestTaking} ms`, SCHEDULES);
});
