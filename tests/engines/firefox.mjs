// @ts-check
// firefox.mjs -- Firefox ESR in a window of its own, spoken to by WebDriver BiDi.
//
// No geckodriver: Firefox listens itself. Its protocol is JSON over a WebSocket.

import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import WebSocket from "ws";
import { killTree, surroundings } from "./screen.mjs";
import { asText, clickAt, keysOf } from "./webdriver.mjs";

const LONGEST_START = 60_000;  // ms, on a busy machine

/** Nothing asked, nothing offered, nothing sent home; files go where the test looks. @param {string} downloads @param {boolean} isPrivate */
const preferences = (downloads, isPrivate) => ({
  "browser.download.dir": downloads, "browser.download.folderList": 2, "browser.download.alwaysOpenPanel": false,
  "browser.aboutwelcome.enabled": false, "browser.shell.checkDefaultBrowser": false, "browser.startup.page": 0,
  "browser.sessionstore.resume_from_crash": false, "toolkit.startup.max_resumed_crashes": -1,
  "datareporting.policy.dataSubmissionEnabled": false, "datareporting.healthreport.uploadEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false, "app.normandy.enabled": false, "app.update.disabledForTesting": true,
  "browser.safebrowsing.downloads.enabled": false, "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false, "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false, "browser.privatebrowsing.autostart": isPrivate,
  "focusmanager.testmode": true,  // where no window manager is, no window would ever have the focus
});

class Bidi {
  /** @param {WebSocket} socket */
  constructor(socket) {
    this.socket = socket;
    this.number = 0;
    /** @type {Map<number, {resolve: (result: any) => void, reject: (fault: Error) => void}>} */
    this.waiting = new Map();
    socket.on("message", (bytes) => {
      const said = JSON.parse(String(bytes));
      const waiting = this.waiting.get(said.id);
      this.waiting.delete(said.id);
      if (said.type === "error") waiting?.reject(new Error(`${said.error}: ${said.message}`));
      else waiting?.resolve(said.result);
    });
    socket.on("close", () => {
      for (const { reject } of this.waiting.values()) reject(new Error("Firefox is gone"));
      this.waiting.clear();
    });
    socket.on("error", () => {});  // told by close
  }

  /** @param {string} method @param {object} params @returns {Promise<any>} */
  send(method, params) {
    return new Promise((resolve, reject) => {
      if (this.socket.readyState !== WebSocket.OPEN) return reject(new Error("Firefox is gone"));
      this.waiting.set(++this.number, { resolve, reject });
      this.socket.send(JSON.stringify({ id: this.number, method, params }));
    });
  }
}

/** @param {import("./engines.mjs").Setting} setting @returns {Promise<import("./engines.mjs").Device>} */
export async function startFirefox({ profile, downloads, init, isPrivate }) {
  const lines = Object.entries(preferences(downloads, isPrivate)).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(`${profile}/user.js`, lines.join("\n"));
  const firefox = spawn(process.env.FIREFOX ?? "firefox-esr",
    ["--profile", profile, "--remote-debugging-port", "0", "--new-instance", "--width", "900", "--height", "1000"],
    { env: await surroundings(profile), stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    const tooLate = setTimeout(() => reject(new Error(`Firefox does not listen: ${said}`)), LONGEST_START);
    firefox.stderr.on("data", (bytes) => {
      said += bytes;
      const found = /WebDriver BiDi listening on (ws:\/\/[\d.:]+)/.exec(said);
      if (!found) return;
      clearTimeout(tooLate);
      resolve(`${found[1]}/session`);
    });
    firefox.on("error", (fault) => reject(new Error(`Firefox ESR is missing or does not start: ${fault.message}`)));
    firefox.on("exit", () => reject(new Error(`Firefox ended: ${said}`)));
  });
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((resolve, reject) => { socket.once("open", resolve); socket.once("error", reject); });
  const bidi = new Bidi(socket);
  const { capabilities } = await bidi.send("session.new", { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: "accept" } } } });
  const { contexts } = await bidi.send("browsingContext.getTree", {});
  const { context } = contexts[0];
  await bidi.send("script.addPreloadScript", { functionDeclaration: `() => {${readFileSync(init, "utf8")}}` });

  await bidi.send("browsingContext.activate", { context });

  /** @param {string} functionDeclaration @param {unknown} given @param {string} ownership */
  const call = async (functionDeclaration, given, ownership = "none") => {
    const told = await bidi.send("script.callFunction", {
      functionDeclaration, awaitPromise: true, target: { context }, resultOwnership: ownership,
      arguments: [{ type: "string", value: JSON.stringify(given ?? null) }], userActivation: false,
    });
    if (told.type === "exception") throw new Error(`in the page: ${told.exceptionDetails.text}`);
    return told.result;
  };
  return {
    version: capabilities.browserVersion,
    async goto(address) { await bidi.send("browsingContext.navigate", { context, url: address, wait: "complete" }); },
    async reload() { await bidi.send("browsingContext.reload", { context, wait: "complete" }); },
    async evaluate(work, given) { return JSON.parse((await call(asText(work), given)).value); },
    async click(x, y) { await bidi.send("input.performActions", { context, actions: clickAt(x, y) }); },
    async type(words) { await bidi.send("input.performActions", { context, actions: keysOf(words) }); },
    async choose(path) {
      const element = await call("() => document.querySelector('input[type=file]')", null, "root");
      await bidi.send("input.setFiles", { context, element: { sharedId: element.sharedId }, files: [path] });
    },
    async screenshot() { return Buffer.from((await bidi.send("browsingContext.captureScreenshot", { context })).data, "base64"); },
    kill: () => killTree(firefox),
    async close() {
      const gone = new Promise((resolve) => firefox.once("exit", resolve));
      await bidi.send("browser.close", {}).catch(() => {});
      await gone;
    },
  };
}
