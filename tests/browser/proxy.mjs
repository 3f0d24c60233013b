// @ts-check
// proxy.mjs -- a browser that reaches nothing but our own server, through a proxy that writes down what it is asked for.
//
// Whatever is meant for elsewhere is refused here and stands in the log; what a browser sends past a proxy (names it looks
// up, datagrams) stands in the log that Chromium keeps of its own network.
// Knows: HTTP, Chromium's network log. Never: what the page may ask for; the tests say that.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { FLAGS } from "./support.mjs";

/**
 * @typedef {{method: string, host: string, path: string, bytes: number}} Asked `path` with what stands behind "?"
 * @typedef {(path: string, body: Buffer) => Buffer} Change
 */

/** Forwards what is meant for one address, and nothing else. */
export class RefusingProxy {
  /** @param {string} address "http://127.0.0.1:8080/" */
  constructor(address) {
    this.own = new URL(address).host;
    /** @type {Asked[]} */
    this.log = [];
    /** What becomes of a file on its way. @type {Change | null} */
    this.change = null;
    this.server = createServer((request, response) => this.carry(request, response));
    // Whatever wants a line of its own, as https and sockets do: nobody of ours does.
    this.server.on("connect", (request, socket) => {
      this.log.push({ method: "CONNECT", host: request.url ?? "", path: "", bytes: 0 });
      socket.on("error", () => {});
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    });
  }

  /** @returns {Promise<RefusingProxy>} */
  async start() {
    await new Promise((ready) => this.server.listen(0, "127.0.0.1", () => ready(null)));
    this.server.unref();
    return this;
  }

  get address() { return `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (this.server.address()).port}`; }
  /** What was asked for that is not ours. */
  get foreign() { return this.log.filter((one) => one.host !== this.own); }
  stop() { this.server.closeAllConnections(); this.server.close(); }

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
  async carry(request, response) {
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? ""}`);
    const sent = await bodyOf(request).catch(() => Buffer.alloc(0));
    this.log.push({ method: request.method ?? "", host: url.host, path: url.pathname + url.search, bytes: sent.length });
    if (url.host !== this.own) return void response.writeHead(403).end();
    const headers = { ...request.headers };
    delete headers["proxy-connection"];
    if (this.change) delete headers["accept-encoding"];
    const forward = ask({ host: url.hostname, port: url.port, path: url.pathname + url.search, method: request.method, headers }, async (answer) => {
      const body = await bodyOf(answer).catch(() => Buffer.alloc(0));
      response.writeHead(answer.statusCode ?? 500, answer.headers).end(this.change?.(url.pathname, body) ?? body);
    });
    forward.on("error", () => response.destroy());
    forward.end(sent);
  }
}

/** @param {import("node:http").IncomingMessage} stream */
async function bodyOf(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** What can send something without being a request for a file. */
export const SENDERS = ["RTCPeerConnection", "WebSocket", "WebTransport", "EventSource", "XMLHttpRequest", "SharedWorker", "Worker"];

/** What docs/hosting.md asks of a municipality's browsers: else Chromium tells its maker of each view how many fields it has. */
const WITHOUT_FILLING_IN = { autofill: { profile_enabled: false, credit_card_enabled: false }, credentials_enable_service: false };

/** @typedef {Awaited<ReturnType<typeof openWatched>>} Watched @type {Set<Watched>} */
const opened = new Set();

/**
 * A browser behind the proxy, with a disk. `told` holds each sender that was called, each breach of the page's policy,
 * and every word on the console.
 * @param {RefusingProxy} proxy @param {{workers?: "allow" | "block"}} [setting]
 */
export async function startWatched(proxy, setting = {}) {
  const watched = await openWatched(proxy, setting);
  opened.add(watched);
  return watched;
}

/** What a test that failed has left open. */
export async function closeWatched() {
  for (const watched of opened) {
    await watched.context.close().catch(() => {});
    watched.forget();
  }
}

/** @param {RefusingProxy} proxy @param {{workers?: "allow" | "block"}} setting */
async function openWatched(proxy, setting) {
  const profile = mkdtempSync(join(tmpdir(), "linealen-profile-"));
  const netLog = `${profile}.netlog.json`;
  mkdirSync(`${profile}/Default`);
  writeFileSync(`${profile}/Default/Preferences`, JSON.stringify(WITHOUT_FILLING_IN));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", locale: "da-DK", viewport: { width: 900, height: 900 },
    acceptDownloads: true, serviceWorkers: setting.workers ?? "allow",
    args: [...FLAGS, `--proxy-server=${proxy.address}`, "--proxy-bypass-list=<-loopback>",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", `--log-net-log=${netLog}`],
  });
  const told = { senders: /** @type {string[]} */ ([]), breaches: /** @type {string[]} */ ([]), console: /** @type {string[]} */ ([]) };
  await context.exposeBinding("toldSender", (_, name) => { told.senders.push(name); });
  await context.exposeBinding("toldBreach", (_, name) => { told.breaches.push(name); });
  context.on("console", (message) => { told.console.push(message.text()); });
  await context.addInitScript(watch, SENDERS);
  return {
    context, profile, told,
    /** Closes the browser; what its network log says of what went past the proxy. */
    async close() {
      await context.close();
      return readNetLog(JSON.parse(readFileSync(netLog, "utf8")));
    },
    forget() {
      for (const path of [profile, netLog]) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Runs in every page before anything else. @param {string[]} names */
function watch(names) {
  const all = /** @type {any} */ (globalThis);
  for (const name of names.filter((one) => one in all)) {
    all[name] = new Proxy(all[name], {
      construct(target, given) {
        all.toldSender(name);
        return Reflect.construct(target, given);
      },
    });
  }
  const { sendBeacon } = Navigator.prototype;
  Navigator.prototype.sendBeacon = function (/** @type {string | URL} */ address, /** @type {any} */ words) {
    all.toldSender("sendBeacon");
    return sendBeacon.call(this, address, words);
  };
  addEventListener("securitypolicyviolation", (event) => all.toldBreach(event.violatedDirective));
  addEventListener("linealen-ready", (event) => Object.assign(all, { linealen: /** @type {any} */ (event).detail }));
  window.print = () => { all.printed = (all.printed ?? 0) + 1; };
}

/**
 * @param {{constants: {logEventTypes: Record<string, number>}, events: {type: number, params?: any}[]}} log
 * @returns {{names: string[], datagrams: number, lines: string[]}} names the pages had looked up, datagrams sent, addresses connected to
 */
function readNetLog(log) {
  const named = new Map(Object.entries(log.constants.logEventTypes).map(([name, number]) => [number, name]));
  const events = log.events.map(({ type, params }) => ({ name: named.get(type) ?? "", params: params ?? {} }));
  const of = (/** @type {string} */ kind) => events.filter(({ name }) => name === kind);
  // Each says on whose behalf; "null" and its maker's site are the browser itself.
  const byPages = of("HOST_RESOLVER_MANAGER_REQUEST").filter(({ params }) => params.host && !/^null$|google\.com/.test(params.network_anonymization_key));
  return {
    names: [...new Set(byPages.map(({ params }) => `${params.host} for ${params.network_anonymization_key}`))],
    datagrams: of("UDP_BYTES_SENT").length,
    lines: [...new Set(of("TCP_CONNECT_ATTEMPT").map(({ params }) => String(params.address ?? "")).filter(Boolean))],
  };
}
