// @ts-check
// measure_start.mjs -- from the first byte asked for until the first view can be used.
//
// Both pages take turns, so that a busy machine is busy for both.
// Knows: browser.mjs. Never: writes figures down.

import { launch, openPage, serve, waitUntilReady } from "./browser.mjs";

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * One visit with an empty cache over a slow line.
 * @param {import("playwright-core").Browser} browser @param {string} address
 */
async function visit(browser, address) {
  const { page, devtools, close } = await openPage(browser, { slowLine: true });
  /** @type {Map<string, {address: string, body: number, ends: number, wire: number}>} */
  const files = new Map();
  devtools.on("Network.responseReceived", ({ requestId, response }) => {
    const length = Object.entries(response.headers).find(([name]) => name.toLowerCase() === "content-length");
    files.set(requestId, { address: response.url, body: Number(length?.[1] ?? 0), ends: Infinity, wire: 0 });
  });
  devtools.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) Object.assign(file, { ends: timestamp, wire: encodedDataLength });
  });
  let began = 0;
  devtools.on("Network.requestWillBeSent", ({ timestamp, type }) => { if (type === "Document") began = timestamp; });
  await page.goto(address, { waitUntil: "commit" });
  const ready = await waitUntilReady(page);
  const times = await page.evaluate(() => ({
    firstText: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
    program: Math.max(...performance.getEntriesByType("resource").filter((entry) => entry.name.endsWith(".wasm") && !entry.name.includes(".rest."))
      .map((entry) => /** @type {PerformanceResourceTiming} */ (entry).responseEnd)),
  }));
  await close();
  const fetched = [...files.values()].filter((file) => (file.ends - began) * 1000 <= ready + 5);
  return {
    ready,
    ...times,
    body: fetched.reduce((sum, file) => sum + file.body, 0),
    wire: fetched.reduce((sum, file) => sum + file.wire, 0),
    files: fetched.map(({ address: of, body }) => ({ name: new URL(of).pathname, body })),
  };
}

/**
 * @param {Record<string, string>} folders name of a page -> folder it is served from; the last is the one compared with
 * @param {number} turns
 */
export async function measureStart(folders, turns) {
  const names = Object.keys(folders);
  const servers = await Promise.all(names.map((name) => serve(folders[name])));
  const browser = await launch();
  /** @type {Record<string, Awaited<ReturnType<typeof visit>>[]>} */
  const visits = Object.fromEntries(names.map((name) => [name, []]));
  try {
    for (const server of servers) await visit(browser, server.address);  // warms the machine, not the cache
    for (let turn = 0; turn < turns; ++turn) {
      for (const [at, name] of names.entries()) visits[name].push(await visit(browser, servers[at].address));
      console.error(`  start, turn ${turn + 1} of ${turns}: ` +
        names.map((name) => `${name} ${Math.round(visits[name][turn].ready)} ms`).join(", "));
    }
  } finally {
    await browser.close();
    for (const server of servers) server.stop();
  }
  const reference = visits[names[names.length - 1]];
  return Object.fromEntries(names.map((name) => {
    const all = visits[name];
    /** @param {(one: typeof all[0]) => number} of */
    const middle = (of) => median(all.map(of));
    return [name, {
      ready: middle((one) => one.ready),
      spread: [Math.min(...all.map((one) => one.ready)), Math.max(...all.map((one) => one.ready))],
      // Turn by turn: what disturbs one disturbs the other.
      ratio: median(all.map((one, turn) => one.ready / reference[turn].ready)),
      firstText: middle((one) => one.firstText),
      program: middle((one) => one.program),
      body: middle((one) => one.body),
      wire: middle((one) => one.wire),
      files: all[0].files,
    }];
  }));
}
