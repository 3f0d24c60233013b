// @ts-check
// webkit.mjs -- WebKitGTK, the engine nearest to Safari's, steered by WebKitWebDriver.
//
// The protocol is W3C WebDriver: JSON over HTTP, one address an order.
// Knows: webkit_window.py, the browser the driver starts.

import { spawn } from "node:child_process";
import { chmodSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { killTree, surroundings } from "./screen.mjs";
import { asText, clickAt, keysOf } from "./webdriver.mjs";

const WINDOW = fileURLToPath(new URL("webkit_window.py", import.meta.url));
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";  // the key of an element's name, as the protocol has it
const LONGEST_START = 60_000;

/** @returns {Promise<number>} a port nobody listens at */
const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
    probe.close(() => resolve(port));
  });
});

/** @param {import("./engines.mjs").Setting} setting @returns {Promise<import("./engines.mjs").Device>} */
export async function startWebkit({ profile, downloads, init, isPrivate }) {
  chmodSync(profile, 0o700);  // it is the runtime folder too, and others must not look into that
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { env: await surroundings(profile), stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  let isGone = false;
  driver.stderr.on("data", (bytes) => { said += bytes; });
  driver.on("error", (fault) => { isGone = true; said += `WebKitWebDriver is missing or does not start: ${fault.message}`; });
  driver.on("exit", () => { isGone = true; });

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  const ask = async (method, path, body) => {
    if (isGone) throw new Error(`WebKit is gone: ${said}`);
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const end = Date.now() + LONGEST_START;
  while (!await ask("GET", "/status").catch(() => null)) {
    if (isGone || Date.now() > end) throw new Error(`WebKitWebDriver does not answer: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { sessionId, capabilities } = await ask("POST", "/session", { capabilities: { alwaysMatch: {
    unhandledPromptBehavior: "accept", timeouts: { script: 120_000 },
    "webkitgtk:browserOptions": { binary: WINDOW, args: [profile, downloads, init, ...isPrivate ? ["--private"] : []] },
  } } });
  const order = (/** @type {string} */ path, body = {}) => ask("POST", `/session/${sessionId}${path}`, body);
  return {
    version: capabilities.browserVersion,
    async goto(address) { await order("/url", { url: address }); },
    async reload() { await order("/refresh"); },
    async evaluate(work, given) {
      const script = `const done = arguments[1]; (${asText(work)})(arguments[0]).then((json) => done({ json }), (fault) => done({ fault: String(fault) }));`;
      const told = await order("/execute/async", { script, args: [JSON.stringify(given ?? null)] });
      if (told.fault) throw new Error(`in the page: ${told.fault}`);
      return JSON.parse(told.json);
    },
    async click(x, y) { await order("/actions", { actions: clickAt(x, y) }); },
    async type(words) { await order("/actions", { actions: keysOf(words) }); },
    async choose(path) {
      const element = await order("/element", { using: "css selector", value: "input[type=file]" });
      await order(`/element/${element[ELEMENT]}/value`, { text: path });
    },
    async screenshot() { return Buffer.from(await ask("GET", `/session/${sessionId}/screenshot`), "base64"); },
    kill: () => killTree(driver),
    async close() {
      await ask("DELETE", `/session/${sessionId}`).catch(() => {});
      await killTree(driver);
    },
  };
}
