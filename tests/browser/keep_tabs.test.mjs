// @ts-check
// Two tabs and more: one writes a draft, nothing is overwritten unseen (R9 of safekeeping.md).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, isFull, PASSPHRASE, press, says, startDevice, unlock, writeCase } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

test("a draft open in one tab is opened in another only after a yes; the first saves what it has and stops", async () => {
  const device = await startDevice(server);
  const first = await device.open();
  await choosePassphrase(first);
  await writeCase(first, "Mælkebøtte");
  const second = await device.open();
  await unlock(second);
  const go = await until(() => second.evaluate(() => document.querySelector("[id^=draft-][id$=-go]")?.id ?? ""), "the draft");
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
  await device.close();
  device.forget();
});

test("a draft that was closed in one tab is opened in another without a question", async () => {
  const device = await startDevice(server);
  const first = await device.open();
  await choosePassphrase(first);
  await writeCase(first, "Mælkebøtte");
  const second = await device.open();
  await unlock(second);
  const go = await until(() => second.evaluate(() => document.querySelector("[id^=draft-][id$=-go]")?.id ?? ""), "the draft");
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
  await says(first, "kept-state", "IKKE GEMT.");
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

test(`${isFull ? 1000 : 20} random schedules of up to four tabs lose no update (R9)`, async () => {
  const device = await startDevice(server);
  const pages = [await device.open()];
  await pages[0].evaluate((words) => /** @type {any} */ (globalThis).keeping.create(words), PASSPHRASE);
  while (pages.length < 4) {
    const page = await device.open();
    assert.equal(await page.evaluate((words) => /** @type {any} */ (globalThis).keeping.unlock(words), PASSPHRASE), 0);
    pages.push(page);
  }
  let accepted = 0, refused = 0;
  for (let seed = 1; seed <= (isFull ? 1000 : 20); ++seed) {
    const roll = diceOf(seed);
    const draft = seed.toString(16).padStart(32, "0");
    const tabs = pages.slice(0, 2 + roll(3)).map((page) => ({ page, words: "", generation: 0, writes: false }));
    const log = /** @type {string[]} */ ([]);  // of what was acknowledged, in the order it was
    for (let step = 0; step < 14; ++step) {
      const tab = tabs[roll(tabs.length)];
      const what = roll(4);
      if (what === 0) {  // opens it to write, and takes it where another has it
        const told = await tab.page.evaluate((one) => /** @type {any} */ (globalThis).keeping.load(one, 0, 1), draft);
        if (told.code === 0) Object.assign(tab, { words: told.words, generation: told.generation, writes: true });
      } else if (what === 1) {  // opens it unless another has it
        const told = await tab.page.evaluate((one) => /** @type {any} */ (globalThis).keeping.load(one, 0, 2), draft);
        if (told.code === 0) Object.assign(tab, { words: told.words, generation: told.generation, writes: true });
        else assert.ok([1, 12].includes(told.code), `code ${told.code}`);
      } else {
        const token = `${seed}.${step};`;
        const told = await tab.page.evaluate(({ draft, after, words }) => /** @type {any} */ (globalThis).keeping.save(draft, after, words),
          { draft, after: tab.generation, words: tab.words + token });
        if (told.code === 0) {
          Object.assign(tab, { words: tab.words + token, generation: told.generation });
          log.push(token);
          ++accepted;
        } else {
          assert.ok([1, 7, 12, 13].includes(told.code), `code ${told.code}`);
          ++refused;
        }
      }
    }
    const end = await pages[0].evaluate((one) => /** @type {any} */ (globalThis).keeping.load(one), draft);
    assert.equal(end.words, log.join(""), `schedule ${seed}`);
  }
  assert.ok(accepted > 40 && refused > 40, `${accepted} accepted, ${refused} refused`);
  await device.close();
  device.forget();
  reached("R9", "Chromium", `${isFull ? 1000 : 20} schedules, ${accepted} saves accepted, ${refused} refused, 0 lost; taken from a frozen tab within 5 s`);
});
