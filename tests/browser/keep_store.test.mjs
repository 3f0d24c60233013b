// @ts-check
// The store in the browser keeps the contract every store keeps (tests/keeping/store_suite.json), and nothing that was
// acknowledged is lost when the page or the browser is killed: R1, R2, R3 of safekeeping.md.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { closeDevices, halveLastRecord, isFull, PASSPHRASE, press, says, stands, startDevice, wordsOf } from "./keep_support.mjs";
import { reached } from "./reached.mjs";
import { ROOT, startServer, until } from "./support.mjs";

const server = await startServer();
after(async () => { await closeDevices(); server.stop(); });

const CODES = ["ok", "not_found", "quota", "aborted", "blocked", "closed", "corrupt", "conflict", "newer_schema", "unsupported",
  "wrong_key", "timeout", "held", "taken_over"];
const DRAFT = "00112233445566778899aabbccddeeff";

/** @typedef {import("playwright-core").Page} Page */

test("the store does what every store must do", async () => {
  const { scenarios } = JSON.parse(readFileSync(`${ROOT}tests/keeping/store_suite.json`, "utf8"));
  assert.ok(scenarios.length >= 12);
  const device = await startDevice(server);
  const first = await device.open(), second = await device.open();
  for (const scenario of scenarios) {
    await first.evaluate(async (words) => {
      const { keeping } = /** @type {any} */ (globalThis);
      await keeping.wipe();
      await keeping.create(words);
    }, PASSPHRASE);
    for (const step of scenario.steps) {
      const page = step.page === 2 ? second : first;
      if (step.page === 2) await page.evaluate((words) => /** @type {any} */ (globalThis).keeping.unlock(words), PASSPHRASE);
      const told = await page.evaluate(async ({ step, words }) => {
        const { keeping } = /** @type {any} */ (globalThis);
        const draft = (step.draft ?? "").repeat(16);
        switch (step.do) {
          case "open": return keeping.open();
          case "load": return keeping.load(draft, step.copy ?? 0, step.for ?? 0);
          case "release": return keeping.order({ kind: 13, text: draft });
          case "days": return keeping.order({ kind: 11, text: `${step.seen} ${step.before}` });
          case "save": return keeping.save(draft, step.after, step.bytes, step.expires);
          case "remove": return { code: await keeping.remove(draft) };
          default: {
            const { code } = await keeping.wipe();
            await keeping.create(words);  // a store without a vault takes nothing
            return { code };
          }
        }
      }, { step, words: PASSPHRASE });
      const where = `${scenario.name}: ${JSON.stringify(step)}`;
      assert.equal(CODES[told.code], step.code, where);
      if (step.generation !== undefined) assert.equal(told.generation, step.generation, where);
      if (step.do === "load" && step.code === "ok") assert.equal(told.words, step.bytes, where);
      const drafts = step.drafts?.map((/** @type {any} */ one) => `${one.draft.repeat(16)} ${one.generation} ${one.expires}`);
      if (drafts) assert.deepEqual(told.drafts, drafts, where);
      if (step.seen !== undefined && step.do === "open") assert.equal(told.days, `${step.seen} ${step.before}`, where);
    }
  }
  await device.close();
  device.forget();
});

/** Saves generation after generation until it is stopped, and tells each that was acknowledged. @param {Page} page @param {number} after */
const saveOn = (page, after) => page.evaluate(async ({ after, draft }) => {
  const { keeping, acknowledge } = /** @type {any} */ (globalThis);
  for (let generation = after; ; ++generation) {
    const { code } = await keeping.save(draft, generation, `${generation + 1} `.repeat(5000));
    if (code !== 0) return code;
    acknowledge(generation + 1);
  }
}, { after, draft: DRAFT }).catch(() => {});  // the page is gone

/** What a person reads before anything is unlocked. @param {number} count */
const DRAFTS = (count) => `Skriv din adgangssætning for at åbne det, der er gemt her. Antal kladder: ${count}.`;

/** What is there after a fault: whole, and not older than what was acknowledged. @param {Page} page @param {number} acknowledged */
async function check(page, acknowledged) {
  await press(page, "footer-keeping");
  if (acknowledged > 0) await says(page, "locked-lead", DRAFTS(1));
  const told = await page.evaluate(async ({ words, draft }) => {
    const { keeping } = /** @type {any} */ (globalThis);
    const unlocked = await keeping.unlock(words);
    return { unlocked, ...await keeping.load(draft, 0, 1) };
  }, { words: PASSPHRASE, draft: DRAFT });
  assert.equal(told.unlocked, 0, "unlocked");
  if (acknowledged > 0) assert.equal(told.code, 0, "nothing acknowledged is lost or unreadable");
  if (told.code !== 0) return 0;
  assert.ok(told.generation >= acknowledged, `generation ${told.generation} of ${acknowledged}`);
  assert.equal(told.words, `${told.generation} `.repeat(5000), "not torn");
  return told.generation;
}

/** @param {import("./keep_support.mjs").Device} device */
async function begin(device) {
  const page = await device.open();
  await page.evaluate(async (words) => /** @type {any} */ (globalThis).keeping.create(words), PASSPHRASE);
  return page;
}

/** @param {number} most */
const random = (most) => Math.floor(Math.random() * most);

test(`${isFull ? 500 : 10} pages that crash while they save lose nothing that was acknowledged (R1)`, async () => {
  const device = await startDevice(server);
  let acknowledged = 0;
  await device.context.exposeBinding("acknowledge", (_, generation) => { acknowledged = generation; });
  let page = await begin(device);
  for (let turn = 0; turn < (isFull ? 500 : 10); ++turn) {
    const kept = await check(page, acknowledged);
    acknowledged = kept;
    saveOn(page, kept);
    await until(async () => acknowledged >= kept + 1, "a save");
    await new Promise((done) => setTimeout(done, random(60)));
    const crashed = page.waitForEvent("crash");
    const session = await device.context.newCDPSession(page);
    session.send("Page.crash").catch(() => {});
    await crashed;
    await page.close();
    page = await device.open();
  }
  await check(page, acknowledged);
  assert.ok(acknowledged > 25);
  await device.close();
  device.forget();
  reached("R1", "Chromium", `${isFull ? 500 : 10} crashed pages, ${acknowledged} generations, 0 lost, 0 torn`, isFull ? 500 : 10);
});

test(`${isFull ? 60 : 3} browsers that are killed while they save lose nothing that was acknowledged (R2)`, async () => {
  let device = await startDevice(server);
  const { profile } = device;
  let acknowledged = 0;
  let page = await begin(device);
  for (let turn = 0; turn < (isFull ? 60 : 3); ++turn) {
    await device.context.exposeBinding("acknowledge", (_, generation) => { acknowledged = generation; });
    const kept = await check(page, acknowledged);
    acknowledged = kept;
    saveOn(page, kept);
    await until(async () => acknowledged >= kept + 2, "saves");
    await new Promise((done) => setTimeout(done, random(60)));
    await device.kill();
    device = await startDevice(server, { profile });
    page = await device.open();
  }
  await check(page, acknowledged);
  await device.close();
  device.forget();
  reached("R2", "Chromium", `${isFull ? 60 : 3} killed browsers, ${acknowledged} generations, 0 lost, 0 torn`, isFull ? 60 : 3);
});

/** What is left after a browser that was killed within a write, one that wrote on and a third. @param {string} [init] */
async function startAfterHalfRecord(init) {
  let device = await startDevice(server, { init });
  const { profile } = device;
  await saveOnce(await begin(device), 0);
  await device.kill();
  halveLastRecord(profile);
  device = await startDevice(server, { profile, init });
  const page = await device.open();
  await check(page, 1);
  await saveOnce(page, 1);
  await device.close();
  device = await startDevice(server, { profile, init });
  return { device, page: await device.open() };
}

/** @param {Page} page @param {number} after */
async function saveOnce(page, after) {
  const { code } = await page.evaluate(({ after, draft }) =>
    /** @type {any} */ (globalThis).keeping.save(draft, after, `${after + 1} `.repeat(5000)), { after, draft: DRAFT });
  assert.equal(code, 0);
}

test("half a record at the end of the browser's log loses nothing, though Chromium writes on after it (R2)", async () => {
  const { device, page } = await startAfterHalfRecord();
  await check(page, 2);
  const strange = await page.evaluate(async () =>
    (await /** @type {any} */ (globalThis).keeping.records()).filter((/** @type {any} */ one) => one.store === "meta" && typeof one.key !== "string").length);
  assert.equal(strange, 0, "the ballast is gone");
  await device.close();
  device.forget();
  reached("R2", "half-record", "half a record at the end of the browser's log: 0 lost");
});

test("without a new log Chromium loses all of it: the test before this can fail", async () => {
  const { device, page } = await startAfterHalfRecord("delete Navigator.prototype.userAgentData");
  assert.equal((await page.evaluate(() => /** @type {any} */ (globalThis).keeping.open())).state, "none");
  await device.close();
  device.forget();
});

/**
 * What the store is asked while the page crashes at one place after the other where it waits (R3): `saved` generations
 * are there before; `from` and `to` what is there when it stopped at the first place and at the last, in between either.
 * @type {{name: string, saved: number, act: (with_: any) => any, isElsewhere?: true, isDeaf?: true, only?: string[],
 *   from: string, to: string}[]}
 */
const ORDERS = [
  {
    name: "a vault is made", saved: -1, from: "none", to: "old words, no draft",
    act: ({ words }) => /** @type {any} */ (globalThis).keeping.create(words),
  },
  {
    name: "the first is saved", saved: 0, from: "old words, no draft", to: "old words, draft 1",
    act: ({ draft }) => /** @type {any} */ (globalThis).keeping.save(draft, 0, "1 ".repeat(5000)),
  },
  {
    name: "a later one is saved", saved: 2, from: "old words, draft 2", to: "old words, draft 3",
    act: ({ draft }) => /** @type {any} */ (globalThis).keeping.save(draft, 2, "3 ".repeat(5000)),
  },
  {
    name: "it is looked for what is there", saved: 2, from: "old words, draft 2", to: "old words, draft 2",
    act: () => /** @type {any} */ (globalThis).keeping.open(),
  },
  {
    name: "it is unlocked", saved: 2, from: "old words, draft 2", to: "old words, draft 2",
    act: ({ words }) => /** @type {any} */ (globalThis).keeping.unlock(words),
  },
  {
    name: "a draft is taken over", saved: 2, isElsewhere: true, from: "old words, draft 2", to: "old words, draft 2",
    act: ({ draft }) => /** @type {any} */ (globalThis).keeping.load(draft, 0, 1),
  },
  {
    name: "a draft is taken from a tab that does not answer", saved: 2, isElsewhere: true, isDeaf: true,
    from: "old words, draft 2", to: "old words, draft 2",
    act: ({ draft }) => /** @type {any} */ (globalThis).keeping.load(draft, 0, 1),
    only: ["before-stealing"],  // each takes as long as that tab is waited for
  },
  {
    name: "the passphrase is exchanged", saved: 2, from: "old words, draft 2", to: "new words, draft 2",
    act: ({ words, next }) => /** @type {any} */ (globalThis).keeping.order({ kind: 12, text: next, bytes: new TextEncoder().encode(words) }),
  },
  {
    name: "a draft is removed", saved: 2, from: "old words, draft 2", to: "old words, no draft",
    act: ({ draft }) => /** @type {any} */ (globalThis).keeping.remove(draft),
  },
  {
    name: "all is wiped", saved: 2, from: "old words, draft 2", to: "none",
    act: () => /** @type {any} */ (globalThis).keeping.wipe(),
  },
];
const WITH = { draft: DRAFT, words: PASSPHRASE, next: "Fire kolde nætter i oktober" };
let places = 0;  // where it was stopped
const waits = new Set();  // by their names
/** Every kind of waiting there is: who adds one to web/ names it there with pass(), and here. */
const WAITS = ["after-seal", "after-transaction", "asked", "ballast-gone", "ballast-there", "before-lock", "before-seal", "before-stealing",
  "before-transaction", "before-wipe", "cache-gone", "database-gone", "key-made", "server-asked", "worker-gone"];

/** As it is before each of them. @param {Page} page @param {number} saved */
const prepare = (page, saved) => page.evaluate(async ({ saved, draft, words }) => {
  const { keeping } = /** @type {any} */ (globalThis);
  if (saved >= 0) await keeping.create(words);
  await caches.open("app-of-before");
  (await /** @type {any} */ (globalThis).linealen.host.openKeep()).database.isLogNew = false;  // as in a page just opened
  for (let after = 0; after < saved; ++after) await keeping.save(draft, after, `${after + 1} `.repeat(5000));
}, { saved, ...WITH });

/** What a person reads who comes back. @param {Page} page @returns {Promise<string>} */
async function readKeeping(page) {
  await press(page, "footer-keeping");
  return until(async () => await wordsOf(page, "locked-lead") || await wordsOf(page, "keep-lead"), "what is kept");
}

/** What that must be. @param {string} what there is */
function sentenceOf(what) {
  if (what === "none") return "Du bestemmer, om noget skal blive liggende på denne enhed.";
  return DRAFTS(what.endsWith("no draft") ? 0 : 1);
}

/** What is there then. @param {Page} page @returns {Promise<string>} */
const found = (page) => page.evaluate(async ({ draft, words, next }) => {
  const { keeping } = /** @type {any} */ (globalThis);
  if ((await keeping.open()).state === "none") return "none";
  const isOld = await keeping.unlock(words) === 0;
  if (!isOld && await keeping.unlock(next) !== 0) return "no words open it";
  const { code, generation, words: kept } = await keeping.load(draft, 0, 1);
  const isWhole = code === 1 || (code === 0 && kept === `${generation} `.repeat(5000));
  if (!isWhole) return `a draft that is torn or answers ${code}`;
  if (code === 0 && (await keeping.save(draft, generation, `${generation + 1} `.repeat(5000))).code !== 0) return "a draft that takes nothing more";
  return `${isOld ? "old" : "new"} words, ${code === 1 ? "no draft" : `draft ${generation}`}`;
}, WITH);

for (const { name, saved, act, isElsewhere, isDeaf, only, from, to } of ORDERS) {
  test(`a crash wherever it waits while ${name} loses nothing (R3)`, async () => {
    const device = await startDevice(server);
    let arrive = () => {};
    await device.context.exposeBinding("arrived", () => arrive());
    const order = `(${act})(${JSON.stringify(WITH)})`;

    /** The only tab, or one that wants what another has. */
    async function begin() {
      for (const one of device.context.pages()) if (one.url().startsWith(server.address)) await one.close();
      const first = await device.open();
      await first.evaluate(() => /** @type {any} */ (globalThis).keeping.wipe());
      if (isElsewhere) {  // Chromium: a page whose storage was cleared shares its locks with none until it is loaded anew
        await first.reload();
        await stands(first);
      }
      await prepare(first, saved);
      if (!isElsewhere) return first;
      const other = await device.open();
      await other.evaluate((words) => /** @type {any} */ (globalThis).keeping.unlock(words), PASSPHRASE);
      if (isDeaf) await first.evaluate(async () => (await /** @type {any} */ (globalThis).linealen.host.openKeep()).tabs.channel.close());
      return other;
    }

    let page = await begin();
    await page.evaluate(() => {
      const passed = /** @type {string[]} */ ([]);
      Object.assign(globalThis, { passed, lineal: (/** @type {string} */ where) => { passed.push(where); } });
    });
    await page.evaluate(order);
    const passed = /** @type {string[]} */ (await page.evaluate("passed"));
    assert.ok(passed.length >= 2, `${passed}`);
    const left = /** @type {string[]} */ ([]), stopped = /** @type {string[]} */ ([]);
    for (const [place, where] of passed.entries()) {
      if (only && !only.includes(where)) continue;
      stopped.push(where);
      page = await begin();
      const arrived = new Promise((done) => { arrive = () => done(true); });
      const crashed = page.waitForEvent("crash");
      await page.evaluate((place) => {
        let at = 0;
        Object.assign(globalThis, {
          lineal: async () => {
            if (at++ !== place) return;
            /** @type {any} */ (globalThis).arrived();
            await new Promise(() => {});  // never goes on
          },
        });
      }, place);
      page.evaluate(order).catch(() => {});  // the page is gone
      await arrived;
      (await device.context.newCDPSession(page)).send("Page.crash").catch(() => {});
      await crashed;
      await page.close();
      const next = await device.open();
      const read = await readKeeping(next), what = await found(next);
      assert.ok(read.startsWith(sentenceOf(what)), `${where}, ${what}: »${read}«`);
      left.push(what);
      ++places;
      waits.add(where);
    }
    const shown = stopped.map((where, place) => `${where}: ${left[place]}`).join("\n");
    assert.equal(left[0], from, shown);
    assert.equal(left.at(-1), to, shown);
    assert.ok(left.every((one) => one === from || one === to), shown);
    await device.close();
    device.forget();
  });
}

test("each of those orders was stopped wherever it waits", () => {
  assert.ok(places >= 40, `${places}`);
  assert.deepEqual([...waits].sort(), WAITS);
  reached("R3", "Chromium", `${ORDERS.length} orders, stopped at ${places} places in all: 0 lost, 0 torn`, places);
});
