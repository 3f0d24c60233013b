// @ts-check
// browser.mjs -- a browser, a server and a slow line, for the benchmarks.
//
// Knows: serve.py, Chromium's own measuring protocol. Never: what is measured.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const CPU = 4;
// Slow 4G: 1.6 Mbit/s, 150 ms.
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** Serves a folder with the project's own server. @param {string} folder */
export async function serve(folder) {
  const server = spawn("python3", ["serve.py", "--no-build", "--port", "0", "--dist", folder], { cwd: ROOT });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (part) => { said += part; });
  for (let tries = 0; tries < 100; ++tries) {
    const address = /http:\/\/[\d.:]+\//.exec(said)?.[0];
    if (address) return { address, stop: () => server.kill() };
    await pause(100);
  }
  server.kill();
  throw new Error(`serve.py did not start: ${said}`);
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-quic",
      "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Runs in the page before anything of it: counts frames and keeps the program's memory.
function watch() {
  const seen = { frames: 0, draws: 0, memory: /** @type {WebAssembly.Memory | null} */ (null) };
  Object.defineProperty(globalThis, "bench", { value: seen });
  const ask = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (work) => ask((time) => { ++seen.frames; work(time); });
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (/** @type {[number, number, number, number]} */ ...all) { ++seen.draws; draw.apply(this, all); };
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...all) => {
    const made = await start(...all);
    for (const thing of Object.values(made.instance.exports)) {
      if (thing instanceof WebAssembly.Memory) seen.memory = thing;
    }
    return made;
  };
}

/**
 * A page in a fresh profile, the size of a phone.
 * @param {import("playwright-core").Browser} browser
 * @param {{slowLine?: boolean, slowCpu?: boolean}} wishes
 */
export async function openPage(browser, { slowLine = false, slowCpu = true }) {
  // The worker's installation comes after the start, which is measured with it, and is no part of a step's work.
  const serviceWorkers = slowLine ? "allow" : "block";
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, serviceWorkers });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Performance.enable");
  if (slowLine) await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  if (slowCpu) await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  return { page, devtools, close: () => context.close() };
}

/** The time of the mark "app-ready", in ms after the navigation began. @param {import("playwright-core").Page} page */
export async function waitUntilReady(page) {
  for (let tries = 0; tries < 300; ++tries) {
    const ready = await page.evaluate(() => performance.getEntriesByName("app-ready")[0]?.startTime);
    if (ready !== undefined) return ready;
    await pause(200);
  }
  throw new Error(`the page was not ready within a minute: ${page.url()}`);
}
