// @ts-check
// What leaves the page, and what foreign may come in: nothing (N1, N2, N4, N5 of safekeeping.md).
//
// The page as it is shipped, in a browser that reaches nothing but us.

import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { after, test } from "node:test";
import { isFull } from "./keep_support.mjs";
import { editionOf, untilOpen } from "./offline_support.mjs";
import { closeWatched, RefusingProxy, startWatched } from "./proxy.mjs";
import { reached } from "./reached.mjs";
import { ROOT, startServer, until } from "./support.mjs";
import { takeWholeVisit } from "./whole_visit.mjs";

const DIST = `${ROOT}dist`;
const server = await startServer(DIST);
after(async () => { await closeWatched(); server.stop(); });

/** What the browser itself asks for at its maker's: not by the page, and not about it. */
const BROWSERS_OWN = /^(accounts|clients2|update)\.(google|googleapis)\.com(:443)?$/;
const LISTED = new Set([...Object.keys(editionOf(DIST).files).map((path) => (path === "./" ? "/" : `/${path}`)), "/sw.js"]);

/** @param {string[]} list */
const withoutBrowsers = (list) => list.filter((host) => !BROWSERS_OWN.test(host));

for (const workers of /** @type {("allow" | "block")[]} */ (isFull ? ["allow", "block"] : ["allow"])) {
  test(`a whole visit asks nobody but its own host, and that only for listed files (service worker: ${workers})`, async () => {
    const proxy = await new RefusingProxy(server.address).start();
    const watched = await startWatched(proxy, { workers });
    const marks = { ready: 0, wiping: 0 };

    await takeWholeVisit(watched.context, server.address, (when) => { marks[when] = proxy.log.length; }, workers === "allow");
    const { told } = watched;
    const past = await watched.close();

    // N1: nothing to elsewhere, by no way there is.
    assert.deepEqual(withoutBrowsers(proxy.foreign.map(({ host }) => host)), []);
    assert.deepEqual(told.senders, []);
    assert.deepEqual(past.names.filter((name) => !name.startsWith(`${new URL(server.address).origin} for `)), [], "names looked up");
    assert.equal(past.datagrams, 0);
    assert.deepEqual(past.lines, [new URL(proxy.address).host]);

    // N2: what is asked for stands in the list of the build, and nothing is told by asking.
    const own = proxy.log.filter(({ host }) => host === proxy.own);
    const kindOf = (/** @type {import("./proxy.mjs").Asked} */ { method, path, bytes }) => `${method} ${path}${bytes ? ` with ${bytes} bytes` : ""}`;
    const strangers = own.filter(({ method, path, bytes }) => method !== "GET" || !LISTED.has(path) || bytes > 0);
    assert.deepEqual(strangers.map(kindOf), ["POST /wipe"]);
    assert.ok(proxy.log.findIndex(({ path }) => path === "/wipe") >= marks.wiping, "when wiping, and not before");
    const later = proxy.log.slice(marks.ready, marks.wiping).filter(({ host }) => host === proxy.own).map(({ path }) => path);
    if (workers === "allow") assert.deepEqual(later.filter((path) => path !== "/sw.js"), [], "after the start the device has it all");
    assert.ok(workers === "block" || later.includes("/sw.js"), "the look for an update was seen");

    // N4
    assert.deepEqual(told.breaches, []);
    watched.forget();
    proxy.stop();
    const where = `Chromium, shipped page${workers === "block" ? ", no service worker" : ""}`;
    reached("N1", where, "whole visit: 0 foreign requests, 0 names looked up, 0 datagrams, 0 calls of anything that sends");
    reached("N2", where, `${own.length} requests, all of ${LISTED.size} listed files but POST /wipe when wiping; ${new Set(later).size} address${new Set(later).size === 1 ? "" : "es"} asked for after the start`);
    reached("N4", where, "whole visit: 0 breaches");
  });
}

test("the watch sees what it is there for: requests, sockets, datagrams", async () => {
  const proxy = await new RefusingProxy(server.address).start();
  const watched = await startWatched(proxy);
  const socket = createSocket("udp4");
  let datagrams = 0;
  socket.on("message", () => { ++datagrams; });
  await new Promise((ready) => socket.bind(0, "127.0.0.1", () => ready(null)));
  const page = await watched.context.newPage();  // blank: without a policy

  await page.evaluate(async (port) => {
    await fetch("http://fetched.example/secret?words", { mode: "no-cors" }).catch(() => {});
    new Image().src = "http://pictured.example/secret.png";
    navigator.sendBeacon("http://beacon.example/", "words");
    new WebSocket("ws://socket.example/");
    await fetch("https://locked.example/", { mode: "no-cors" }).catch(() => {});
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    peer.createDataChannel("words");
    await peer.setLocalDescription(await peer.createOffer());
  }, socket.address().port);
  const hosts = ["beacon.example", "fetched.example", "locked.example:443", "pictured.example", "socket.example:80"];
  await until(async () => hosts.every((host) => proxy.foreign.some((one) => one.host === host)), "the proxy to see them");
  await until(async () => datagrams > 0, "a datagram");

  assert.deepEqual([...watched.told.senders].sort(), ["RTCPeerConnection", "WebSocket", "sendBeacon"]);
  assert.equal(proxy.foreign.find(({ host }) => host === "fetched.example")?.path, "/secret?words");
  assert.ok((await watched.close()).datagrams > 0, "the browser's own log has the datagrams");
  socket.close();
  watched.forget();
  proxy.stop();
});

/** Each way to make words into script, tried in the page; what came of it. */
async function tryInjections() {
  await new Promise((later) => setTimeout(later));  // in the test's own call the browser lets eval through
  const all = /** @type {any} */ (globalThis);
  const node = document.createElement("div");
  document.body.append(node);
  /** @type {Record<string, () => unknown>} */
  const ways = {
    "innerHTML": () => { node.innerHTML = "<b>x</b>"; },
    "outerHTML": () => { node.outerHTML = "<b>x</b>"; },
    "insertAdjacentHTML": () => node.insertAdjacentHTML("beforeend", "<b>x</b>"),
    "document.write": () => document.write("<b>x</b>"),
    "DOMParser": () => new DOMParser().parseFromString("<b>x</b>", "text/html"),
    "srcdoc": () => { document.createElement("iframe").srcdoc = "<b>x</b>"; },
    "createContextualFragment": () => document.createRange().createContextualFragment("<b>x</b>"),
    "script.src": () => { document.createElement("script").src = "other.js"; },
    "script.text": () => { document.createElement("script").text = "1"; },
    "onclick": () => node.setAttribute("onclick", "1"),
    "eval": () => all.eval("1"),
    "Function": () => new all.Function("return 1"),
    "setTimeout": () => all.setTimeout("1"),
    "Worker": () => new Worker("other.js"),
    "another policy": () => all.trustedTypes.createPolicy("other", {}),
    "the policy once more": () => all.trustedTypes.createPolicy("lineal-sw", { createScriptURL: (/** @type {string} */ url) => url }),
    "a policy for all": () => all.trustedTypes.createPolicy("default", {}),
  };
  const came = Object.entries(ways).map(([name, way]) => {
    try {
      way();
      return `${name} was let through`;
    } catch (fault) {
      return /** @type {Error} */ (fault).name;
    }
  });
  node.remove();
  return came;
}

test("no words become script on the page, and no worker comes from another address (N4, N5)", async () => {
  const proxy = await new RefusingProxy(server.address).start();
  const watched = await startWatched(proxy);
  const page = await watched.context.newPage();
  const answer = await page.goto(server.address);
  await untilOpen(page);
  await until(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.active)), "the worker: it is let through");

  const policy = answer?.headers()["content-security-policy"] ?? "";
  assert.match(policy, /require-trusted-types-for 'script'; trusted-types lineal-sw$/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*|http:|https:|data:|blob:/);
  const inPage = await page.evaluate(() => document.querySelector("meta[http-equiv]")?.getAttribute("content"));
  assert.equal(inPage, policy.replace("frame-ancestors 'none'; ", ""));

  const came = await page.evaluate(tryInjections);
  assert.deepEqual(came.filter((name) => !["TypeError", "EvalError"].includes(name)), []);
  for (const address of ["other.js", "sw.js", `${server.address}sw.js?other`]) {
    const said = await page.evaluate((url) => navigator.serviceWorker.register(url).then(() => "registered", (fault) => fault.name), address);
    assert.equal(said, "TypeError", `a worker from ${address}, as words`);
  }
  // A handler or script that stands in the page is not run either, and no picture or style comes from elsewhere.
  const ran = await page.evaluate(async () => {
    const all = /** @type {any} */ (globalThis);
    const style = document.createElement("style"), script = document.createElement("script"), image = new Image();
    const link = document.createElement("a");
    link.href = "javascript:globalThis.ran=true";
    link.click();
    script.append("globalThis.ran = true;");
    style.textContent = "body { outline: 7px solid }";
    image.src = "http://pictured.example/secret.png";
    document.head.append(script, style, image);
    await new Promise((done) => { image.onerror = done; });
    return { ran: all.ran ?? false, outline: getComputedStyle(document.body).outlineWidth };
  });
  assert.deepEqual(ran.ran, false);
  assert.notEqual(ran.outline, "7px");
  assert.deepEqual(proxy.foreign.filter(({ host }) => host === "pictured.example"), []);
  const breached = new Set(watched.told.breaches);
  for (const directive of ["require-trusted-types-for", "trusted-types", "script-src-elem", "style-src-elem", "img-src"])
    assert.ok(breached.has(directive), `${directive}, seen by the listener: ${[...breached]}`);
  await watched.close();
  watched.forget();
  proxy.stop();
  reached("N5", "Chromium, shipped page", `${came.length + 3} ways to make words into script refused, one worker let through`);
});
