// @ts-check
// tile.mjs -- the canvas: a tile of the document that the browser scrolls with the page.
//
// It moves and is drawn again, in one frame, only when the window nears its edge.
// Knows: host. Never: draws; asks for a frame when nothing has changed.

import { TOLD } from "./host.mjs";

const WINDOWS = 2.5;
const MOST_PIXELS = 8_000_000;
const MOST_DENSITY = 3;
const USUAL_SIDE = 8192;
const STEP = 8;  // tops are whole device pixels at every density in use
const GIVE_UP = 5_000;
const WEBGL = { alpha: false, depth: false, stencil: false, antialias: false };  // Dear ImGui smooths its own edges

export class Tile {
  /** @param {HTMLCanvasElement} canvas @param {HTMLElement} stage @param {import("./host.mjs").Host} host */
  constructor(canvas, stage, host) {
    this.canvas = canvas;
    this.stage = stage;
    this.host = host;
    this.on = false;
    this.asked = false;
    this.frames = 0;
    this.documentHeight = 0;
    this.top = 0;
    this.height = 0;
    this.mostSide = USUAL_SIDE;  // device px that the graphics can draw in one direction
    addEventListener("scroll", () => { if (this.on && this.isNearEdge()) this.request(); }, { passive: true });
    let timer = 0;
    window.visualViewport?.addEventListener("resize", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.request(), 200);
    });
    this.watchContext();
  }

  /** A lost context often comes back; if not, the page goes on as text view. */
  watchContext() {
    let timer = 0;
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      this.host.tell(TOLD.pictureLost, 0, 0);
      timer = setTimeout(() => this.host.tell(TOLD.pictureLost, 0, 1), GIVE_UP);
    });
    this.canvas.addEventListener("webglcontextrestored", () => {
      clearTimeout(timer);
      this.host.tell(TOLD.pictureFound);
    });
  }

  /** @param {boolean} on */
  show(on) {
    this.on = on;
    if (on) this.request();
  }

  request() {
    if (this.asked || !this.on) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      if (this.on) this.draw();
    });
  }

  isNearEdge() {
    const margin = innerHeight / 4;
    const above = this.top > 0 && scrollY < this.top + margin;
    const below = this.top + this.height < this.documentHeight && scrollY + innerHeight > this.top + this.height - margin;
    return above || below;
  }

  /** The canvas takes its size. @returns {{width: number, height: number, density: number}} CSS px, CSS px, device px per CSS px */
  resize() {
    const width = document.documentElement.clientWidth;
    let density = Math.min(devicePixelRatio * (window.visualViewport?.scale ?? 1), MOST_DENSITY);
    // As high for a short document as for a long one: another size is a new drawing buffer, 11 ms and more. What
    // reaches below the document is cut off by the stage.
    let height = Math.ceil((innerHeight * WINDOWS) / STEP) * STEP;
    const most = Math.min(MOST_PIXELS / (width * density * density), this.mostSide / density);
    if (height > most) height = Math.max(Math.ceil(innerHeight * 1.2), Math.floor(most));
    density = Math.min(density, Math.sqrt(MOST_PIXELS / (width * height)), this.mostSide / Math.max(width, height));
    const columns = Math.round(width * density);
    const rows = Math.round(height * density);
    if (this.canvas.width !== columns) this.canvas.width = columns;
    if (this.canvas.height !== rows) this.canvas.height = rows;
    return { width, height, density };
  }

  /** The graphics, which take long to open the first time. @returns {WebGL2RenderingContext | null} */
  open() {
    this.resize();
    const graphics = /** @type {WebGL2RenderingContext | null} */ (this.canvas.getContext("webgl2", WEBGL));
    // A larger canvas than that is drawn smaller than it was asked to be, and what is cut off in it lies elsewhere.
    if (graphics && !graphics.isContextLost()) this.mostSide = Math.min(graphics.getParameter(graphics.MAX_RENDERBUFFER_SIZE), ...graphics.getParameter(graphics.MAX_VIEWPORT_DIMS));
    return graphics;
  }

  draw() {
    const { width, height, density } = this.resize();
    const whole = Math.max(this.documentHeight, innerHeight);
    if (height !== this.height || this.isNearEdge() || this.top + height > whole) {
      const wanted = scrollY - (height - innerHeight) / 2;
      this.top = Math.floor(Math.max(0, Math.min(wanted, whole - height)) / STEP) * STEP;
      this.height = height;
    }
    const style = this.canvas.style;
    style.top = `${this.top}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    ++this.frames;
    this.host.call((program) => program._page_draw(this.top, width, height, density, scrollY));
  }
}
