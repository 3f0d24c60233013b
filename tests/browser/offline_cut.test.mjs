// @ts-check
// R15: installation and update cut at every file, and cold starts without a host.
//
// Every second file meets one fault, the next one round; with LINEALEN_FULL every file every fault, and 50 cold starts.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { cachesOf, closeAll, editionOf, FaultyHost, FAULTS, filesOf, go, heading, isOfOneEdition, LATER, makeEditions, missingPacks, READY,
  saysNotOffline, startKeeping, untilFooter, untilOpen, update, walk, workersOf } from "./offline_support.mjs";
import { reached } from "./reached.mjs";
import { until } from "./support.mjs";

const FULL = Boolean(process.env.LINEALEN_FULL);
const AGES = 7;
const editions = makeEditions();
after(closeAll);
const FIRST = editionOf(editions.first).name;
const SECOND = editionOf(editions.second).name;
// What only a page of the first edition asks a host for; an installation of the second may still be on its way.
const OF_SECOND = new Set(filesOf(editions.second));
const ASKED_OF_FIRST = new Set(["NAVIGATE ./", ...filesOf(editions.first).filter((path) => !OF_SECOND.has(path)).map((path) => `GET ${path}`)]);

/** Which faults befall a file. @param {string[]} files */
const cuts = (files) => files.flatMap((path, at) => (FULL ? FAULTS : at % 2 === 0 ? [FAULTS[at % FAULTS.length]] : []).map((kind) => ({ path, kind })));

/** Nobody can tell a worker whose own code was changed on the way from another edition: the host is trusted (T9). @param {{path: string, kind: string}} cut */
const canBeSeen = ({ path, kind }) => path !== "sw.js" || !["wrong hash", "short", "longer"].includes(kind);

test("a first installation cut at any file leaves nothing behind and promises nothing", async () => {
  const keeping = await startKeeping();
  const host = await new FaultyHost(editions.first).start();
  const page = await keeping.context.newPage();
  let isOpen = false;
  for (const { path, kind } of cuts(filesOf(editions.first)).filter(canBeSeen)) {
    const what = `${kind} at ${path}`;
    host.failAt(path, kind);
    await (isOpen ? page.reload() : page.goto(host.address));
    isOpen = true;
    await untilOpen(page);
    await until(async () => host.hits > 0, what);
    await until(async () => (await workersOf(page).catch(() => null))?.installing === "", `the end of it: ${what}`);
    assert.deepEqual(await workersOf(page), { active: "", waiting: "", installing: "" }, what);
    assert.deepEqual(await cachesOf(page), [], what);
    await saysNotOffline(page, what);
  }
  host.fault = null;
  await page.reload();
  await untilFooter(page, READY);
  assert.deepEqual(await cachesOf(page), [FIRST]);
  await keeping.context.close();
  await host.stop();
  reached("R15", "Chromium, installation", `cut ${cuts(filesOf(editions.first)).filter(canBeSeen).length} times: nothing kept, nothing promised`);
});

test("an update cut at any file leaves the old edition whole, alone and in use", async () => {
  const keeping = await startKeeping();
  const host = await new FaultyHost(editions.first).start();
  const page = await keeping.context.newPage();
  await page.goto(host.address);
  await untilFooter(page, READY);
  for (const { path, kind } of cuts(filesOf(editions.second)).filter(canBeSeen)) {
    const what = `${kind} at ${path}`;
    host.folder = editions.second;
    host.failAt(path, kind);
    await update(page);
    await until(async () => host.hits > 0, what);
    await until(async () => !(await workersOf(page)).installing, what);
    host.folder = editions.first;  // so that the browser's own look for a newer worker finds none
    await until(async () => !(await workersOf(page)).installing, what);  // it may just have been looking
    assert.deepEqual(await workersOf(page), { active: "activated", waiting: "", installing: "" }, what);
    await until(async () => (await cachesOf(page)).length === 1, `no leftovers: ${what}`);
    assert.deepEqual(await cachesOf(page), [FIRST], what);

    host.log = [];
    await page.reload();
    await untilFooter(page, READY);
    assert.deepEqual(await missingPacks(page), [], what);
    assert.equal((await heading(page)).includes(LATER), false, what);
    assert.equal(await isOfOneEdition(page, editions.first), true, what);
    assert.deepEqual(host.log.filter((line) => ASKED_OF_FIRST.has(line)), [], `nothing of it from the host: ${what}`);
  }
  host.fault = null;
  host.folder = editions.second;
  await update(page);
  assert.equal((await workersOf(page)).waiting, "installed", "once nothing is cut, it waits");
  assert.deepEqual(await cachesOf(page), [FIRST, SECOND].sort());
  await keeping.context.close();
  await host.stop();
  reached("R15", "Chromium, update", `cut ${cuts(filesOf(editions.second)).filter(canBeSeen).length} times: the old edition whole and in use`);
});

for (const isFirst of [true, false]) {
  test(`${isFirst ? "a first installation" : "an update"} in which the browser died: what it left is gone after the next start`, async () => {
    const host = await new FaultyHost(editions.first).start();
    const before = await startKeeping();
    const page = await before.context.newPage();
    await page.goto(host.address);
    if (!isFirst) await untilFooter(page, READY);
    const left = isFirst ? FIRST : SECOND;
    if (!isFirst) host.folder = editions.second;
    host.failAt("content/" + (filesOf(host.folder).find((path) => path.startsWith("content/age_3")) ?? "").slice(8), "never");
    if (isFirst) await page.reload();
    else await page.evaluate(() => { navigator.serviceWorker.getRegistration().then((found) => found?.update()); });
    await until(async () => host.hits > 0 && (await cachesOf(page).catch(() => [""])).includes(left), "half an installation");
    await before.context.close();
    await host.stop();

    // No host, or one without a worker: nothing comes to take the leftovers' place.
    host.folder = editions.first;
    host.failAt("sw.js", "404");
    await host.start();
    const next = await startKeeping(before.profile);
    const again = await next.context.newPage();
    await again.goto(host.address);
    await untilOpen(again);
    await until(async () => !(await cachesOf(again)).includes(left), "the leftovers to go");
    assert.deepEqual(await cachesOf(again), isFirst ? [] : [FIRST]);
    if (isFirst) await saysNotOffline(again, "after half an installation");
    else await untilFooter(again, READY);
    await next.context.close();
    await host.stop();
  });
}

test(`${FULL ? 50 : 2} cold starts without a host: every screen opens, with the packs of every age`, async () => {
  const host = await new FaultyHost(editions.first).start();
  const first = await startKeeping();
  const page = await first.context.newPage();
  await page.goto(host.address);
  await untilFooter(page, READY);
  await first.context.close();
  await host.stop();
  const labels = new Set();
  for (let start = 0; start < (FULL ? 50 : 2); ++start) {
    const { context } = await startKeeping(first.profile);
    const cold = await context.newPage();
    const began = Date.now();
    await cold.goto(host.address + (start % 3 === 1 ? "?visning=tekst" : "") + (start % 3 === 2 ? "#/hjaelp" : ""));
    await untilOpen(cold);
    await untilFooter(cold, READY);
    assert.deepEqual(await missingPacks(cold), [], `start ${start + 1}`);
    assert.equal(await cold.locator("#page-fault").isVisible(), false);
    // The first opens all ages, each later one the next in turn.
    for (let age = 0; age < AGES; ++age) {
      if (start > 0 && age !== start % AGES) continue;
      labels.add(await walk(cold, age));
      await go(cold, "#/");
    }
    assert.equal(await isOfOneEdition(cold, editions.first), true, `start ${start + 1} took ${Date.now() - began} ms`);
    await context.close();
  }
  assert.equal(labels.size, AGES, [...labels].join(", "));
  reached("R15", "Chromium, cold starts", `${FULL ? 50 : 2} of ${FULL ? 50 : 2} without a host`, FULL ? 50 : 2);
});
