// @ts-check
// A file that was changed on its way is refused in each engine, also those that are fetched late (N6 of safekeeping.md).
// WebKit checks no hash of a module that is preloaded: found here.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { reached } from "../browser/reached.mjs";
import { startServer, until } from "../browser/support.mjs";
import { closeEngines, ENGINES, makePlace, startEngine } from "./engines.mjs";
import { open, press, says, settle } from "./steps.mjs";

const server = await startServer();
const proxies = /** @type {(() => void)[]} */ ([]);
after(async () => {
  await closeEngines();
  for (const stop of proxies) stop();
  server.stop();
});

/** A module that is run leaves this behind. */
const MARK = "\nglobalThis.isForeign = true;\n";

/**
 * The server as it is, but for one file.
 * @param {RegExp | null} victim
 * @returns {Promise<{address: string, asked: () => number}>}
 */
async function startProxy(victim) {
  let asked = 0;
  const proxy = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const real = await fetch(new URL(path, server.address), { headers: { "Accept-Encoding": "identity" } });
    let body = Buffer.from(await real.arrayBuffer());
    if (victim?.test(path)) {
      ++asked;
      if (path.endsWith(".mjs")) body = Buffer.concat([body, Buffer.from(MARK)]);
      else body[body.length >> 1] ^= 1;
    }
    const headers = Object.fromEntries([...real.headers].filter(([name]) => !["connection", "keep-alive", "content-length", "transfer-encoding"].includes(name)));
    response.writeHead(real.status, { ...headers, "Content-Length": body.length }).end(body);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => proxy.once("listening", resolve));
  proxies.push(() => { proxy.close(); proxy.closeAllConnections(); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (proxy.address());
  return { address: `http://127.0.0.1:${port}/`, asked: () => asked };
}

/** @param {import("./engines.mjs").Device} device */
const isForeign = (device) => device.evaluate(() => "isForeign" in globalThis);

for (const engine of ENGINES) {
  test(`${engine.name}: a changed file is refused, at the start and later (N6)`, async () => {
    const device = await startEngine(engine, makePlace());
    const sound = await startProxy(null);
    await open(device, sound.address);  // through the proxy itself all is well

    const main = await startProxy(/\/main\./);
    await device.goto(main.address);
    await until(async () => main.asked(), "the page's own module to be asked for");
    await settle(device);
    assert.equal(await isForeign(device), false, "main");
    const late = await until(() => device.evaluate(() => {
      const words = document.getElementById("page-late");  // comes into sight by itself
      return words && getComputedStyle(words).visibility === "visible" ? words.textContent : "";
    }), "the words for those who wait", 20_000);
    assert.match(late ?? "", /genindlæs siden\. Hjælper det ikke, så sig det til den, der driver siden\./);
    assert.equal(await device.evaluate(() => performance.getEntriesByName("app-ready").length), 0);

    for (const victim of [/\.wasm$/, /\/front\./, /-400\./]) {
      const proxy = await startProxy(victim);
      await device.goto(proxy.address);
      const said = await until(() => device.evaluate(() => [...document.querySelectorAll("#page-fault:not([hidden]) [data-fault]:not([hidden])")].map((one) => one.textContent).join("\n")), `a sentence about ${victim}`);
      assert.match(said, /^En del af Linealen er ikke, som den skal være, og er derfor ikke taget i brug\./m);
    }

    for (const victim of [/\/keep\./, /\/offline\./]) {
      const proxy = await startProxy(victim);
      await device.goto(proxy.address);
      await until(async () => proxy.asked(), `${victim} to be asked for`, 40_000);
      await new Promise((done) => setTimeout(done, 500));  // it would be run by now
      assert.equal(await isForeign(device), false, String(victim));
      assert.ok(await device.evaluate(() => performance.getEntriesByName("app-ready").length > 0), "the page works without it");
      if (!victim.test("/keep.")) continue;  // what is said of the other, the shipped page says: tests/browser/offline.test.mjs
      await press(device, "footer-keeping");
      await says(device, "absent", "fordi en del af Linealen ikke kunne hentes.");
    }
    await device.close();
    reached("N6", `${engine.name}, by --engines`, "6 files changed on their way, 2 of them fetched late: each refused");
  });
}
