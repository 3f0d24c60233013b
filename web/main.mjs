// @ts-check
// main.mjs -- opens the page: the gate, the faces, the program, the first pack.
//
// Until the first view is written, index.html's own words stand there. Each
// fault shows one of the sentences that are already in index.html (help.mjs).

import start from "linealen";
import { listen } from "./events.mjs";
import { isSafeMode, showHelp } from "./help.mjs";
import { APPEARANCE, Host, READINGS, TOLD, today } from "./host.mjs";
import { Page } from "./page.mjs";
import { watchPreferences } from "./preferences.mjs";
import { Route } from "./route.mjs";
import { Tile } from "./tile.mjs";

let shown = document.body.className;  // as the program last wanted it, also while paper is made

/** What can wait until the page stands. @type {() => void} */
let stand;
const standing = new Promise((resolve) => { stand = () => resolve(undefined); });

/** @param {string} id @returns {any} */
const find = (id) => document.getElementById(id);

/** Of what is on the device, for the help panel; fetched beforehand. @type {Promise<typeof import("./rescue.mjs")> | undefined} */
let rescue;
const loadRescue = () => (rescue ?? Promise.reject()).catch(() => loadModule("page-rescue"));

/** @param {string} reason @param {Host} [host] */
function help(reason, host) {
  showHelp(reason, loadRescue, host);
  shown = document.body.className;
}

/**
 * Fetches a file named in index.html, and only as it was built.
 * @param {string} selector
 * @returns {Promise<Response>}
 */
async function fetchAsset(selector) {
  const link = document.querySelector(selector);
  const address = link?.getAttribute("href");
  if (!link || !address) throw new Error("network");
  const response = await fetch(address, { integrity: link.getAttribute("integrity") ?? link.getAttribute("data-integrity") ?? "" }).catch(() => null);
  if (!response) throw new Error(await reasonOfNothing(address));
  if (!response.ok) throw new Error("network");
  return response;
}

/** The browser does not tell a file that is not as it was built from a line that is down. @param {string} address */
async function reasonOfNothing(address) {
  const answer = await fetch(address, { cache: "no-store" }).catch(() => null);
  return answer?.ok ? "integrity" : "network";
}

/** The first half of the program is there, and the rest can be joined to it. @type {(exports: WebAssembly.Exports) => void} */
let begin;
const begun = /** @type {Promise<WebAssembly.Exports>} */ (new Promise((resolve) => { begin = resolve; }));
/** @type {Promise<unknown> | undefined} */
let rest;

/** The rest of the program; what was built for a debugger is one whole. */
function joinRest() {
  if (!document.querySelector('[data-asset="wasm-rest"]')) return undefined;
  rest ??= fetchAsset('[data-asset="wasm-rest"]').then((response) => WebAssembly.compileStreaming(response))
    .then(async (half) => WebAssembly.instantiate(half, { first: await begun }));
  rest.catch(() => { rest = undefined; });  // fetched again with the next pack
  return rest;
}

/** No pack but the front pack is given to half a program (tools/split_program.py). @param {string} name */
async function fetchPack(name) {
  const whole = name === "front" ? undefined : joinRest();
  const bytes = await (await fetchAsset(`[data-pack="${name}"]`)).arrayBuffer();
  await whole;
  return new Uint8Array(bytes);
}

/** What calls into the rest before it is there is a fault, and stops the page as any other. */
const notYet = () => { throw new Error("called too early"); };

/** The start page needs few words; an address to elsewhere all of them. */
const firstPack = () => (["", "#", "#/"].includes(location.hash) ? "front" : "start");

/** @param {string} weight */
async function fetchFace(weight) {
  const bytes = await (await fetchAsset(`[data-asset="face-${weight}"]`)).arrayBuffer();
  // The page's face and the painter's are the same bytes, so lines break alike.
  const face = new FontFace("Linealen", bytes, { weight });
  document.fonts.add(await face.load());
  return new Uint8Array(bytes);
}

async function open() {
  // A module runs when the style has come. Without one the page could not be read: was it refused, or is it only late?
  const style = /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=stylesheet]"));
  if (!style.sheet) await fetchAsset("link[rel=stylesheet]");
  const stage = find("page-stage");
  const root = find("page");
  const tile = /** @type {{now: Tile | null}} */ ({ now: null });
  const host = new Host({
    apply: (bytes) => page.apply(bytes),
    openPicture: () => tile.now?.open() ?? null,
    requestFrame: () => tile.now?.request(),
    stop: (reason) => help(reason, host),
    fetchPack,
    loadKeep: () => standing.then(() => loadModule("page-keep")),
    clear() {
      history.replaceState(null, "", "#/");
      document.title = "Linealen";
      document.body.replaceChildren();
      location.reload();
    },
  });
  // A fault of ours that nobody caught: what the program knows may no longer be true.
  for (const kind of ["error", "unhandledrejection"]) {
    addEventListener(kind, (/** @type {any} */ event) => {
      const fault = event.error ?? event.reason;
      if (fault instanceof Error && !(fault instanceof DOMException) && fault.stack?.includes(location.origin)) host.stop("stopped");
    });
  }
  tile.now = new Tile(find("page-picture"), stage, host);
  const route = new Route(host);
  let isEmpty = false;
  const page = new Page(root, (name, value) => {
    if (!isEmpty) root.replaceChildren();  // the words that stood there until now
    isEmpty = true;
    if (name === "title") document.title = value;
    if (name === "address") route.show(value);
    if (name === "text") stage.style.setProperty("--text", String(Number(value) / 100));
    if (name === "height") {
      stage.style.setProperty("--height", `${value}px`);
      if (tile.now) tile.now.documentHeight = Number(value);
    }
    if (name === "class") {
      shown = value;
      show(page, value);
      tile.now?.show(value.includes("view-picture"));
    }
  });

  const wasm = fetchAsset('[data-asset="wasm"]');
  // What does not need the program is done while it is on its way; the graphics after a frame, so that the first
  // words come before them.
  requestAnimationFrame(() => setTimeout(() => tile.now?.open()));
  let tellPreferences = () => {};
  const faces = Promise.all([fetchFace("400"), fetchFace("600")]).then((both) => {
    tellPreferences = watchPreferences(host);  // not before: what it measures is set in the face
    return both;
  });
  const remembered = host.remembered(APPEARANCE), readings = host.remembered(READINGS);
  listen(root, page, host);
  const parts = Promise.all([
    start({
      host,
      canvas: find("page-picture"),
      instantiateWasm(/** @type {any} */ imports, /** @type {any} */ done) {
        imports.later = new Proxy({}, { get: () => notYet });
        wasm.then((response) => WebAssembly.instantiateStreaming(response, imports))
          .then(({ instance, module }) => {
            begin(instance.exports);
            done(instance, module);
          }).catch((fault) => host.stop(reasonOf(fault)));
        return {};
      },
      onAbort: () => host.stop("stopped"),
    }),
    faces, fetchPack(firstPack()),
  ]);
  const [program, [regular, strong], pack] = await parts;
  host.program = program;
  const measure = () => host.call((one) => one._page_window(document.documentElement.clientWidth, innerHeight));
  host.tell(TOLD.faceRegular, 0, 0, regular);
  host.tell(TOLD.faceStrong, 0, 0, strong);
  host.tell(TOLD.remembered, 0, 0, remembered);
  host.tell(TOLD.today, 0, 0, today());
  const wish = new URLSearchParams(location.search).get("visning") === "tekst" ? 1 : 0;
  host.tell(TOLD.start, 0, wish, location.hash || "#/");
  tellPreferences();
  measure();
  host.tell(TOLD.startPack, 0, 0, pack);
  if (readings) host.tell(TOLD.readings, 0, 0, readings);
  // In the next frame: what is measured here changes what is observed, and WebKit calls that a fault.
  new ResizeObserver(() => requestAnimationFrame(measure)).observe(document.documentElement);
  addEventListener("resize", measure);
  watchPrinting(page);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    performance.mark("app-ready");
    setTimeout(() => {
      stand();
      rescue = loadModule("page-rescue");
      rescue.catch(() => {});  // then it is tried again when it is needed
      loadModule("page-offline").then(({ keep }) => keep(host), () => host.tell(TOLD.offline, 0, 0));  // with a net only
    }, 500);
  }));
  return { host, page, tile: tile.now };
}

/**
 * What can wait until nobody waits for anything. import() alone checks no hash, and WebKit checks none of a preload
 * either: there it is fetch() that refuses, and what is imported then is what the browser has just put aside.
 * @param {string} id of a link in index.html @returns {Promise<any>}
 */
async function loadModule(id) {
  const named = find(id), link = document.createElement("link");  // a new one each time: it may be a second try
  const { integrity } = named.dataset;
  const response = await fetch(named.href, { integrity });
  if (!response.ok) throw new Error("network");
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
    link.integrity = integrity;
    link.rel = "modulepreload";
    link.href = named.getAttribute("href");  // as it is listed: offline.mjs compares the names
    document.head.append(link);
  });
  return import(named.href);
}

/** @param {Page} page @param {string} classes of the view */
function show(page, classes) {
  document.body.className = classes;
  page.cover(classes.includes("view-picture"));
}

/** What is printed is the text view, whichever is on the screen. @param {Page} page */
function watchPrinting(page) {
  addEventListener("beforeprint", () => show(page, "view-text is-light is-printed"));
  addEventListener("afterprint", () => show(page, shown));
}

/** @param {unknown} fault */
function reasonOf(fault) {
  const known = ["network", "integrity", "content", "face"];
  return fault instanceof Error && known.includes(fault.message) ? fault.message : "stopped";
}

const isNewEnough = [typeof WebAssembly, typeof HTMLDialogElement, typeof ResizeObserver].every((kind) => kind !== "undefined");
if (!isNewEnough) help("webassembly");
else if (!isSecureContext) help("insecure");
else if (top !== self) help("framed");  // where the host sends no headers, nothing else forbids it
else if (isSafeMode()) help("again");
else open().then((parts) => globalThis.dispatchEvent(new CustomEvent("linealen-ready", { detail: parts })),
  (fault) => help(reasonOf(fault)));
