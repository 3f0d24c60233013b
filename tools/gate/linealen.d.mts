// What Emscripten's program is to web/main.mjs: a function that starts it.
import type { Program } from "../../web/host.mjs";
export default function start(settings: object): Promise<Program>;

declare global {
  /** Set by tools/build_dist; false in what is shipped, and gone from it. */
  const TESTING: boolean;
}
