// What Emscripten's program is to web/main.mjs: a function that starts it.
import type { Program } from "../../web/host.mjs";
export default function start(settings: object): Promise<Program>;
