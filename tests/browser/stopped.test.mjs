// @ts-check
// The program stops by a fault, whatever it is doing: from then on nothing calls it and nothing is written, the help
// panel says what is saved, and after reloading the last saved generation is there (R13 of safekeeping.md).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { choosePassphrase, closeDevices, isFull, openDraft, PASSPHRASE, startDevice, stands, unlock, writeCase } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

/** @typedef {import("playwright-core").Page} Page */

// As Trap in tests/browser/program/trap.cpp, then faults of our own scripts.
const FAULTS = ["a trap", "an abort", "a broken promise", "an endless depth", "no memory left", "a bad address",
  "a fault in the bridge", "a fault nobody caught", "a promise nobody caught"];
const SAID = /^console: (linealen stopped |a test has broken this promise)|^error: (nobody catches this|late)$/;
const WASM_FAULTS = 6;
const TURNS = isFull ? 200 : FAULTS.length;
// Where a save is when the program fails; else somebody just types.
const MOMENTS = ["", "before-seal", "", "after-seal", "in transaction", "", "before-transaction", "after-transaction"];
const QUIET = isFull ? 2500 : 1000;  // ms; a save begins 400 ms after the last letter, at most 2 s after the first

/** What is ordered and acknowledged from now on, and how often the program is called. @param {Page} page */
const watch = (page) => page.evaluate(async () => {
  const { host } = /** @type {any} */ (globalThis).linealen;
  const seen = Object.assign(globalThis, { seen: { calls: 0, ordered: /** @type {Record<number, string>} */ ({}), acknowledged: 0, before: 0 } }).seen;
  for (const name of Object.keys(host.program).filter((one) => one.startsWith("_page_"))) {
    const real = host.program[name];
    host.program[name] = (/** @type {any[]} */ ...words) => {
      ++seen.calls;
      return real(...words);
    };
  }
  const keep = await host.openKeep();
  const carry = keep.carryOut.bind(keep);
  keep.carryOut = async (/** @type {any} */ order) => {
    if (order.kind !== 3) return carry(order);
    const view = new DataView(order.bytes.buffer, order.bytes.byteOffset);
    const generation = Number(view.getBigUint64(48, true));
    const length = view.getUint32(76, true);
    seen.ordered[generation] = JSON.parse(new TextDecoder().decode(order.bytes.slice(80, 80 + length))).code_word;
    const answer = await carry(order);
    if (answer.code === 0) seen.acknowledged = generation;
    return answer;
  };
});

/**
 * Types letter by letter and lets the program fail on the way, or while a save is at a certain place.
 * @param {Page} page @param {number} fault @param {string} words @param {string} moment
 */
const failWhileTyping = (page, fault, words, moment) => page.evaluate(async ({ fault, words, moment, bridge }) => {
  const { linealen: { host, tile }, seen } = /** @type {any} */ (globalThis);
  const field = /** @type {HTMLInputElement} */ (document.getElementById("code-word"));
  const pause = (/** @type {number} */ most) => new Promise((done) => setTimeout(done, Math.random() * most));
  const type = async (/** @type {number} */ letters) => {
    for (let at = 1; at <= letters; ++at) {
      field.value = words.slice(0, at);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await pause(30);
    }
  };
  const fail = () => {
    seen.before = seen.acknowledged;
    if (fault < bridge) return host.call((/** @type {any} */ program) => program._page_trap(fault));
    if (fault === bridge) {
      host.hands.apply = () => { throw new TypeError("bridge"); };
      location.hash = "#/om";
    } else if (fault === bridge + 1) {
      tile.draw = () => { throw new TypeError("nobody catches this"); };  // called by our own script
      tile.asked = false;
      tile.request();
    } else {
      const late = new Error("late");
      late.stack = `Error: late\n at ${location.origin}/main.mjs:1:1`;  // as in an async function of ours
      Promise.reject(late);
    }
  };
  if (moment === "") {
    await type(words.length);
    await pause(600);
    await type(words.length - 3);
    return fail();
  }
  const failed = new Promise((done) => {
    let isOver = false;
    Object.assign(globalThis, {
      lineal: (/** @type {string} */ where) => {
        const isTransaction = moment === "in transaction";
        if (isOver || where !== (isTransaction ? "before-transaction" : moment)) return;
        isOver = true;
        if (isTransaction) setTimeout(() => done(fail()));
        else done(fail());
      },
    });
  });
  await type(words.length - 3);
  await failed;
}, { fault, words, moment, bridge: WASM_FAULTS });

/** Everything that lies on the device, as one sum. @param {Page} page @returns {Promise<string>} */
const sumOfStores = (page) => page.evaluate(async () =>
  `${await /** @type {any} */ (globalThis).keeping.sumOfRecords()} ${JSON.stringify({ ...localStorage })}`);

/** Everything that makes a page save. @param {Page} page */
const urge = (page) => page.evaluate(() => {
  const { host } = /** @type {any} */ (globalThis).linealen;
  for (const field of document.querySelectorAll("#page input")) {
    /** @type {HTMLInputElement} */ (field).value = "Forkert";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  for (const kind of ["visibilitychange", "freeze"]) document.dispatchEvent(new Event(kind));
  for (const kind of ["pagehide", "pageshow", "focus", "resize", "hashchange", "scroll"]) dispatchEvent(new Event(kind));
  host.remember(0, "light text 200");
});

/** Of the only draft. @param {Page} page */
const generationOf = (page) => page.evaluate(async () => Number((await /** @type {any} */ (globalThis).keeping.open()).drafts[0].split(" ")[1]));

/** @param {Page} page */
const panelWords = (page) => page.evaluate(() => {
  const panel = /** @type {HTMLElement} */ (document.getElementById("page-fault"));
  return panel.hidden ? "" : panel.innerText.replace(/\s+/g, " ");
});

/** What is left of the page itself: nobody could lock or hide it. @param {Page} page */
const behindPanel = (page) => page.evaluate(() => {
  const rest = /** @type {HTMLElement} */ (document.body.cloneNode(true));
  for (const one of rest.querySelectorAll("#page-fault, #page-probe, script, style")) one.remove();
  return { title: document.title, words: (rest.textContent ?? "").trim(), fields: document.querySelectorAll("input, textarea, select, canvas").length };
});

test(`${TURNS} faults while somebody types: nothing is written afterwards, the last saved generation is there (R13)`, async () => {
  const device = await startDevice(server, { expects: SAID });
  const page = await device.open();
  await choosePassphrase(page);
  await writeCase(page, "Mælkebøtte");
  let timesTold = 0, cutOff = 0;
  let kept = { generation: await generationOf(page), word: "Mælkebøtte" };
  for (let turn = 0; turn < TURNS; ++turn) {
    const fault = turn % FAULTS.length, moment = MOMENTS[turn % MOMENTS.length];
    const name = `${FAULTS[fault]} ${moment}, turn ${turn}`;
    await watch(page);
    await failWhileTyping(page, fault, `${turn} Rødkælk bag skuret`, moment);
    await until(() => panelWords(page), `the panel after ${name}`);
    const before = await sumOfStores(page);
    const then = await page.evaluate(() => ({ .../** @type {any} */ (globalThis).seen }));
    await urge(page);
    await new Promise((done) => setTimeout(done, QUIET));
    assert.equal(await sumOfStores(page), before, `nothing is written after ${name}`);
    const seen = await page.evaluate(() => ({ .../** @type {any} */ (globalThis).seen }));
    assert.equal(seen.calls, then.calls, `nothing calls the program after ${name}`);
    assert.equal(seen.acknowledged, then.acknowledged, `nothing is called saved after ${name}`);
    if (Math.max(0, ...Object.keys(seen.ordered).map(Number)) > seen.acknowledged) ++cutOff;

    const words = await panelWords(page);
    assert.match(words, /^Linealen er standset /, name);
    assert.match(words, turn === 0 ? /Der skete en fejl i Linealen, og den er standset\. Genindlæs siden/ : /Linealen er standset to gange i træk/, name);
    if (seen.acknowledged || turn === 0) {
      ++timesTold;
      assert.match(words, /Kladden blev sidst gemt kl\. \d\d\.\d\d og ligger på denne enhed\. Det, du har skrevet siden da, er desværre tabt\./, name);
    } else {
      assert.match(words, /Det, du ikke har gemt i en fil, er desværre tabt\. De kladder, der er gemt på denne enhed, ligger der stadig\./, name);
    }
    assert.match(words, /Er barnet i fare, så ring 112/);
    assert.deepEqual(await behindPanel(page), { title: "Linealen", words: "", fields: 0 }, `nothing of the case after ${name}`);
    assert.ok(await page.locator("#page-rescued").isVisible(), name);

    await page.locator(turn === 0 ? "#page-reload" : "#page-again").click();
    await until(() => page.evaluate(() => performance.getEntriesByName("app-ready").length > 0).catch(() => false), "the page");
    await stands(page);
    if (turn > 0) await page.evaluate(() => sessionStorage.setItem("linealen.faults", `1 ${Date.now()}`));
    await unlock(page);
    await openDraft(page);
    const word = await page.locator("#code-word").inputValue();
    const generation = await generationOf(page);
    assert.ok(generation >= seen.acknowledged, name);
    // A save that the disk had already, but of which nobody had been told, is there too.
    assert.ok(generation <= Math.max(kept.generation, seen.acknowledged) + 1, name);
    const isRefused = fault < WASM_FAULTS && ["before-seal", "after-seal", "before-transaction"].includes(moment);
    if (isRefused) assert.equal(generation, Math.max(kept.generation, seen.before), `${name}: the save on its way is refused`);
    const wanted = generation === kept.generation ? kept.word : seen.ordered[generation];
    assert.equal(word, wanted, name);
    kept = { generation, word };
  }
  assert.ok(timesTold > 1, "the time of saving was told");
  assert.ok(cutOff > 1, "some saves were on their way");
  await device.close();
  device.forget();
  reached("R13", "Chromium", `${TURNS} faults of ${FAULTS.length} kinds while typing: nothing called or written afterwards, the last saved generation opened each time`, TURNS);
});
