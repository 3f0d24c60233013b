// @ts-check
// page.mjs -- carries out the operations of wasm/mirror/operations.hpp on the document.
//
// Knows: the packed bytes, the DOM. Never: what an element means; reads the page between two writes.

const WINDOW = 1, REMOVE = 2, CREATE = 3, MOVE = 4, TEXT = 5, ATTRIBUTE = 6, PROPERTY = 7, GEOMETRY = 8,
  FOCUS = 9, ANNOUNCE = 10;
const VALUE = 0, CHECKED = 1, SELECTED_INDEX = 2, OPEN = 3;
const SPACE = 0, FORCED = 2, BEFORE_CUT = 3;
const STRONG = 1, LINK = 2, SEEN = 4;
const decoder = new TextDecoder();

/** Reads numbers and strings one after the other. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }
  get done() { return this.at >= this.bytes.length; }
  u8() { return this.bytes[this.at++]; }
  u16() { this.at += 2; return this.view.getUint16(this.at - 2, true); }
  u32() { this.at += 4; return this.view.getUint32(this.at - 4, true); }
  f32() { this.at += 4; return this.view.getFloat32(this.at - 4, true); }
  text() {
    const length = this.u32();
    this.at += length;
    return decoder.decode(this.bytes.subarray(this.at - length, this.at));
  }
}

/** @param {Reader} reader @returns {{plain: boolean, lines: {end: number, runs: {kind: number, text: string, target: string}[]}[]}} */
function readText(reader) {
  const plain = reader.u8() === 1;
  const lines = [];
  for (let left = reader.u16(); left > 0; --left) {
    const end = reader.u8();
    const runs = [];
    for (let more = reader.u16(); more > 0; --more) {
      runs.push({ kind: reader.u8(), text: reader.text(), target: reader.text() });
    }
    lines.push({ end, runs });
  }
  return { plain, lines };
}

/** @param {{kind: number, text: string, target: string}} run @returns {Node} */
function makeRun(run) {
  const kind = run.kind & 3;
  if (run.kind === 0) return document.createTextNode(run.text);
  const isAddress = kind === LINK && run.target.startsWith("#/");
  const node = document.createElement(kind === STRONG ? "strong" : isAddress ? "a" : "span");
  if (isAddress) node.setAttribute("href", run.target);
  if (run.kind & SEEN) node.className = "is-seen";
  node.textContent = run.text;
  return node;
}

/** @param {ReturnType<typeof makeRun>[]} inner @param {boolean} whole the line, or a part of it */
function makeSpan(inner, whole) {
  const span = document.createElement("span");
  span.className = whole ? "l" : "l part";
  span.append(...inner);
  return span;
}

/** @param {{kind: number, target: string} | undefined} run */
const linkOf = (run) => (run && (run.kind & 3) === LINK && run.target.startsWith("#/") ? run.target : "");

/**
 * Each line a span that never breaks. A link over several lines is still one link.
 * @param {ReturnType<typeof readText>["lines"]} lines
 */
function makeLines(lines) {
  const parts = /** @type {(Node | string)[]} */ ([]);
  let open = /** @type {HTMLElement | null} */ (null);  // the link that came from the line before
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    let runs = line.runs;
    const goesOn = linkOf(runs[runs.length - 1]) !== "" && linkOf(runs[runs.length - 1]) === linkOf(next?.runs[0]);
    if (open) {
      open.append(makeSpan([document.createTextNode(runs[0].text)], false));
      runs = runs.slice(1);
    }
    const last = goesOn ? runs[runs.length - 1] : undefined;
    const before = last ? runs.slice(0, -1) : runs;
    if (before.length > 0) parts.push(makeSpan(before.map(makeRun), !open && !goesOn));
    if (last) {
      open = /** @type {HTMLElement} */ (makeRun(last));
      open.replaceChildren(makeSpan([document.createTextNode(last.text)], false));
      parts.push(open);
    } else if (!goesOn) {
      open = null;
    }
    if (!next) return;
    const between = line.end === SPACE ? [" "] : line.end === BEFORE_CUT ? [" ", document.createElement("br")]
      : [document.createElement(line.end === FORCED ? "br" : "wbr")];
    if (open) open.append(...between);
    else parts.push(...between);
  });
  return parts;
}

export class Page {
  /**
   * @param {HTMLElement} root
   * @param {(name: string, value: string) => void} onWindow
   */
  constructor(root, onWindow) {
    /** @type {Map<number, HTMLElement>} */
    this.nodes = new Map([[1, root]]);
    /** @type {WeakMap<Element, number>} */
    this.handles = new WeakMap([[root, 1]]);
    /** Where each lies in the picture, as a style. @type {WeakMap<Element, string>} */
    this.places = new WeakMap();
    this.covers = false;
    this.onWindow = onWindow;
    this.busy = false;
    /** The field in which something is being composed. @type {EventTarget | null} */
    this.composed = null;
    /** For the tests: how many operations and DOM writes there have been. */
    this.count = 0;
    this.unsaid = 0;
    this.live = [document.getElementById("page-polite"), document.getElementById("page-assertive")];
  }

  /** @param {EventTarget | null} target @returns {number} the handle of the nearest known node, or 0 */
  handleOf(target) {
    for (let node = target instanceof Element ? target : null; node; node = node.parentElement) {
      const handle = this.handles.get(node);
      if (handle !== undefined) return handle;
    }
    return 0;
  }

  /** @param {Uint8Array} bytes */
  apply(bytes) {
    const reader = new Reader(bytes);
    this.busy = true;
    while (!reader.done) {
      this.one(reader);
      ++this.count;
    }
    this.busy = false;
  }

  /** @param {number} handle @returns {HTMLElement} */
  node(handle) {
    const node = this.nodes.get(handle);
    if (!node) throw new Error("an operation for a node that is not there");
    return node;
  }

  /** @param {Reader} reader */
  one(reader) {
    switch (reader.u8()) {
      case WINDOW: return this.onWindow(reader.text(), reader.text());
      case REMOVE: return this.remove(reader.u32());
      case CREATE: return this.create(reader);
      case MOVE: {
        const node = this.node(reader.u32());
        const before = reader.u32();
        node.parentNode?.insertBefore(node, before === 0 ? null : this.node(before));
        return;
      }
      case TEXT: return this.write(this.node(reader.u32()), readText(reader));
      case ATTRIBUTE: {
        const node = this.node(reader.u32());
        const name = reader.text();
        const present = reader.u8() === 1;
        const value = reader.text();
        if (present) node.setAttribute(name, value);
        else node.removeAttribute(name);
        return;
      }
      case PROPERTY: return this.setProperty(this.node(reader.u32()), reader.u8(), reader.text());
      case GEOMETRY: return this.place(this.node(reader.u32()), reader);
      case FOCUS: return this.focus(this.node(reader.u32()), reader.u8() === 1);
      case ANNOUNCE: return this.announce(reader.u8() === 1, reader.text());
      default: throw new Error("an operation that is not known");
    }
  }

  /** @param {number} handle */
  remove(handle) {
    const node = this.node(handle);
    if (node instanceof HTMLDialogElement && node.open) node.close();
    for (const inner of [node, ...node.querySelectorAll("*")]) {
      const known = this.handles.get(inner);
      if (known !== undefined) this.nodes.delete(known);
    }
    node.remove();
  }

  /** @param {Reader} reader */
  create(reader) {
    const handle = reader.u32();
    const parent = this.node(reader.u32());
    const before = reader.u32();
    const node = document.createElement(reader.text());
    node.id = reader.text();
    this.nodes.set(handle, node);
    this.handles.set(node, handle);
    parent.insertBefore(node, before === 0 ? null : this.node(before));
  }

  /** @param {HTMLElement} node @param {ReturnType<typeof readText>} text */
  write(node, text) {
    if (text.plain) {
      node.textContent = text.lines.map((line) => line.runs.map((run) => run.text).join("")).join(" ");
      return;
    }
    node.replaceChildren(...makeLines(text.lines));
  }

  /** @param {HTMLElement} node @param {number} name @param {string} value */
  setProperty(node, name, value) {
    if (name === OPEN && node instanceof HTMLDialogElement) {
      if (!node.open) node.showModal();
    } else if (name === VALUE && (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)) {
      // It would end what is being composed; when that is done it is told, and answered, once more.
      if (node === this.composed) return;
      const caret = node === document.activeElement ? node.selectionEnd : null;
      node.value = value;
      if (caret !== null) node.setSelectionRange(Math.min(caret, value.length), Math.min(caret, value.length));
    } else if (name === CHECKED && node instanceof HTMLInputElement) {
      node.checked = value === "1";
    } else if (name === SELECTED_INDEX && node instanceof HTMLSelectElement) {
      node.selectedIndex = Number(value);
    }
  }

  /**
   * The page lies over the picture, or flows by itself.
   * @param {boolean} on
   */
  cover(on) {
    if (on === this.covers) return;
    this.covers = on;
    for (const node of this.nodes.values()) node.style.cssText = (on && this.places.get(node)) || "";
  }

  /** @param {HTMLElement} node @param {Reader} reader */
  place(node, reader) {
    const placed = reader.u8() === 1;
    const [x, y, width, height, size, line, padX, padY] = Array.from({ length: 8 }, () => `${Math.round(reader.f32() * 1000) / 1000}px`);
    // Lengths themselves: var() in a rule is read anew for each element, which takes many times as long. A field's rule
    // computes with them (16 px at least, less its border), so there they stay variables.
    let style = `left:${x};top:${y};width:${width};height:${height};`;
    const isField = node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement;
    if (isField) style += `--s:${size};--l:${line};--px:${padX};--py:${padY};`;
    else if (size !== "0px") style += `font-size:${size};line-height:${line};`;
    this.places.set(node, placed ? style : "");
    // All at once: nothing else of a node's style is set, and one write for each takes several times as long.
    if (this.covers) node.style.cssText = placed ? style : "";
  }

  /** @param {HTMLElement} node @param {boolean} byView a new view begins at its top */
  focus(node, byView) {
    if (node.tabIndex < 0 && !node.hasAttribute("tabindex")) node.setAttribute("tabindex", "-1");
    node.focus({ preventScroll: byView });
    if (byView) window.scrollTo(0, 0);
    else node.scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} urgent @param {string} text */
  announce(urgent, text) {
    const region = this.live[urgent ? 1 : 0];
    if (!region) return;
    // The same sentence twice is only said twice when it was gone in between.
    region.textContent = "";
    ++this.unsaid;
    setTimeout(() => {
      --this.unsaid;
      region.textContent = text;
    }, 100);
  }
}
