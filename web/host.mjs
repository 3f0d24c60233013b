// @ts-check
// host.mjs -- what the program may ask of the browser, and how it is told things.
//
// Every order with a ticket is answered exactly once.
// Knows: wasm/platform/bridge.hpp (the same numbers). Never: decides.

/** As Told in bridge.hpp. */
export const TOLD = Object.freeze({
  faceRegular: 1, faceStrong: 2, remembered: 3, today: 4, start: 5, startPack: 6, pack: 7, packFailed: 8,
  used: 9, chosen: 10, toggled: 11, typed: 12, address: 13, dismissed: 14, answered: 15, fileRead: 16,
  pictureLost: 17, pictureFound: 18, followed: 19, hide: 20, time: 21, waited: 22, away: 23, stored: 24, takenOver: 25,
  storeLost: 26, offline: 27, readings: 28, reached: 29, save: 30,
});
const OK = 0, REFUSED = 1, FAILED = 2;
const UNREACHABLE = 14;  // as StoreCode: the code that keeps could not be fetched
/** Kept in the clear, as Remembered in bridge.hpp: how the page looks, and what was read, if that is wanted. */
const REMEMBERED = ["linealen.appearance", "linealen.readings"];
export const APPEARANCE = 0, READINGS = 1;
const LARGEST_FILE = 8 * 1024 * 1024;  // as longest_case_file: the core refuses one byte more, with a sentence
const encoder = new TextEncoder();

export function today(now = new Date()) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Tells how much time has passed, before anything that happens, and whether somebody is there. */
class Clock {
  /** @param {Host} host */
  constructor(host) {
    this.host = host;
    this.wall = Date.now();
    this.steady = performance.now();
    this.stirred = false;
    for (const kind of ["pointermove", "pointerdown", "keydown", "scroll", "touchstart"])
      addEventListener(kind, () => { this.stirred = true; }, { passive: true, capture: true });
    const away = (/** @type {boolean} */ gone) => host.tell(TOLD.away, 0, gone ? 1 : 0);
    document.addEventListener("visibilitychange", () => away(document.hidden));
    addEventListener("pagehide", () => away(true));
    document.addEventListener("freeze", () => away(true));
    addEventListener("pageshow", () => away(document.hidden));  // also back from where `pagehide` left it
    addEventListener("focus", () => { if (!document.hidden) this.tell(); });
  }

  tell() {
    const wall = Date.now(), steady = performance.now();
    const passed = Math.max(wall - this.wall, steady - this.steady, 0);
    if (passed < 1000 && this.told) return;  // letter by letter it would only cost
    this.told = true;
    this.wall = wall;
    this.steady = steady;
    const now = new Date(wall);
    const clock = `${String(now.getHours()).padStart(2, "0")}.${String(now.getMinutes()).padStart(2, "0")}`;
    this.host.say(TOLD.time, Math.min(passed, 0xFFFFFFFF), this.stirred ? 1 : 0, `${today(now)} ${clock}`);
    this.stirred = false;
  }
}

/**
 * @typedef {{_page_tell: (what: number, handle: number, number: number, length: number) => void,
 *   _page_window: (width: number, height: number) => void,
 *   _page_preferences: (bits: number, textPercent: number) => void,
 *   _page_pointing: (hovered: number, pressed: number, focused: number) => void,
 *   _page_draw: (top: number, width: number, height: number, density: number, scroll: number) => void}} Program
 */

export class Host {
  /**
   * @param {{apply: (bytes: Uint8Array) => void, openPicture: () => WebGL2RenderingContext | null, requestFrame: () => void, stop: (reason: string) => void,
   *   fetchPack: (name: string) => Promise<Uint8Array>, loadKeep: () => Promise<typeof import("./keep.mjs")>, clear: () => void}} hands
   */
  constructor(hands) {
    /** @type {Program | null} */
    this.program = null;
    /** @type {Uint8Array} */
    this.told = new Uint8Array();
    this.stopped = false;
    this.loading = 0;  // packs on their way
    this.hands = hands;
    this.clock = new Clock(this);
    /** @type {Promise<import("./keep.mjs").Keep> | null} */
    this.keep = null;
    /** @type {Set<Promise<unknown>>} */
    this.saving = new Set();
    /** @param {BeforeUnloadEvent} event */
    this.ask = (event) => event.preventDefault();
  }

  /**
   * @param {(program: Program) => void} call no call after a fault: what is in the heap is not to be trusted
   */
  call(call) {
    if (this.stopped || !this.program) return;
    try {
      call(this.program);
    } catch (fault) {
      console.error("linealen stopped", fault instanceof Error ? fault.message : "");
      this.stop("stopped");
    }
  }

  /** @param {number} what @param {number} [handle] @param {number} [number] @param {string | Uint8Array} [text] */
  tell(what, handle = 0, number = 0, text = "") {
    if (what >= TOLD.pack) this.clock.tell();
    this.say(what, handle, number, text);
  }

  /** @param {number} what @param {number} handle @param {number} number @param {string | Uint8Array} text */
  say(what, handle, number, text) {
    this.call((program) => {
      this.told = typeof text === "string" ? encoder.encode(text) : text;
      program._page_tell(what, handle, number, this.told.length);
    });
  }

  /** @param {number} hovered @param {number} pressed @param {number} focused */
  point(hovered, pressed, focused) { this.call((program) => program._page_pointing(hovered, pressed, focused)); }

  // ---- Called by the program (bridge.js) ----------------------------------

  /** @param {Uint8Array} bytes */
  apply(bytes) {
    this.hands.apply(bytes);
    // A change to the page may be told while it is made. What stopped then must not go on now.
    if (this.stopped) throw new Error("stopped meanwhile");
  }
  openPicture() { return this.hands.openPicture(); }
  requestFrame() { this.hands.requestFrame(); }

  /** @param {string} name */
  loadPack(name) {
    const line = encoder.encode(name + "\n");
    ++this.loading;
    // After what is being drawn: asking for a file takes as long as a tenth of a picture.
    const idle = new Promise((now) => {
      if ("requestIdleCallback" in globalThis) requestIdleCallback(now, { timeout: 100 });
      else setTimeout(now);
    });
    idle.then(() => this.hands.fetchPack(name)).finally(() => --this.loading).then((bytes) => {
      const whole = new Uint8Array(line.length + bytes.length);
      whole.set(line);
      whole.set(bytes, line.length);
      this.tell(TOLD.pack, 0, 0, whole);
    }, (fault) => this.tell(TOLD.packFailed, 0, fault?.message === "integrity" ? 1 : 0, name));
  }

  /** @param {number} ticket @param {number} code */
  answer(ticket, code) { setTimeout(() => this.tell(TOLD.answered, ticket, code), 0); }

  /** @param {number} ticket @param {string} name @param {string} type @param {Uint8Array<ArrayBuffer>} bytes */
  download(ticket, name, type, bytes) {
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    this.answer(ticket, OK);
  }

  /** @param {number} ticket */
  chooseFile(ticket) {
    const input = document.createElement("input");
    input.type = "file";
    input.autocomplete = "off";  // else a browser writes down which file it was
    input.accept = ".lineal,.json,application/json";
    input.hidden = true;
    input.addEventListener("cancel", () => {
      input.remove();
      this.answer(ticket, REFUSED);
    });
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      input.remove();
      if (!file) return this.answer(ticket, REFUSED);
      // A byte more than the largest is enough to see that it is too large.
      file.slice(0, LARGEST_FILE + 1).arrayBuffer().then(
        (buffer) => this.tell(TOLD.fileRead, 0, 0, new Uint8Array(buffer)),
        () => this.answer(ticket, FAILED));
    });
    document.body.append(input);
    input.click();
  }

  /** @param {number} ticket @param {string} text */
  copy(ticket, text) {
    const clipboard = navigator.clipboard;
    if (!clipboard) return this.answer(ticket, FAILED);
    clipboard.writeText(text).then(() => this.answer(ticket, OK), () => this.answer(ticket, FAILED));
  }

  /** @param {number} ticket the page itself is printed, as text view */
  print(ticket) {
    setTimeout(() => {
      window.print();
      this.answer(ticket, OK);
    }, 0);
  }

  /** @param {number} what @param {string} value holds nothing about a case */
  remember(what, value) {
    if (this.stopped) return;
    try {
      if (value) localStorage.setItem(REMEMBERED[what], value);
      else localStorage.removeItem(REMEMBERED[what]);
    } catch {
      // A private window: the choice lasts as long as the page.
    }
  }

  /** @param {number} what @returns {string} */
  remembered(what) {
    try {
      return localStorage.getItem(REMEMBERED[what]) ?? "";
    } catch {
      return "";
    }
  }

  /** @param {boolean} on the browser asks before the page is closed */
  guard(on) {
    if (on) window.addEventListener("beforeunload", this.ask);
    else window.removeEventListener("beforeunload", this.ask);
  }

  // ---- Keeping (keep.mjs, fetched when the page stands) ---------------------

  /** @returns {Promise<import("./keep.mjs").Keep>} */
  openKeep() {
    this.keep ??= this.hands.loadKeep().then(({ Keep }) => new Keep({
      lost: () => this.tell(TOLD.storeLost),
      takenOver: (draft) => this.tell(TOLD.takenOver, 0, 0, draft),
      flush: async () => {
        this.tell(TOLD.save);
        await Promise.all(this.saving);
      },
    }));
    this.keep.catch(() => { this.keep = null; });  // fetched again with the next order
    return this.keep;
  }

  /**
   * @param {number} ticket @param {number} kind @param {number} number @param {number} flag @param {string} text
   * @param {Uint8Array} bytes
   */
  store(ticket, kind, number, flag, text, bytes) {
    const carried = this.openKeep().then((keep) => keep.carryOut({ kind, number, flag, text, bytes }),
      () => ({ code: UNREACHABLE, generation: 0, bytes: new Uint8Array() }));
    const answered = carried.then((answer) => {
      const told = new Uint8Array(24 + answer.bytes.length);
      new DataView(told.buffer).setBigUint64(0, BigInt(answer.generation), true);
      crypto.getRandomValues(told.subarray(8, 24));
      told.set(answer.bytes, 24);
      this.tell(TOLD.stored, ticket, answer.code, told);
    });
    this.saving.add(answered);
    answered.finally(() => this.saving.delete(answered));
  }

  /** @param {number} milliseconds @param {number} number */
  wait(milliseconds, number) { setTimeout(() => this.tell(TOLD.waited, number), milliseconds); }

  /** Nothing of a case stays in the program's memory, nor on the page. @param {Uint8Array} memory */
  lock(memory) {
    this.stopped = true;
    this.guard(false);
    queueMicrotask(() => {  // the program is still in the middle of asking for it
      memory.fill(0);
      this.hands.clear();
    });
  }

  /** offline.mjs puts its own here: nothing waits before it does. */
  startUpdate() {}

  /** @param {string} reason */
  stop(reason) {
    if (this.stopped) return;
    this.stopped = true;
    this.guard(false);
    this.keep?.then((keep) => keep.poison(), () => {});
    this.hands.stop(reason);
  }
}
