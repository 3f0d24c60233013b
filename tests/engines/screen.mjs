// @ts-check
// screen.mjs -- a screen in memory, and an end to what was started.
//
// Firefox and WebKitGTK draw with WebGL only in a window, and a window needs a screen: Xvfb, with Mesa's software
// renderer behind it.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** @type {Promise<{display: string, stop: () => void}> | null} one, also when two engines ask for it at once */
let screen = null;

/** @returns {Promise<string>} its name, ":7" */
export async function openScreen() {
  screen ??= startScreen();
  return (await screen).display;
}

async function startScreen() {
  // It takes a free number itself and writes it to the descriptor given.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1200x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "pipe", "pipe"] });
  const display = await new Promise((resolve, reject) => {
    let said = "", complaint = "";
    server.stderr?.on("data", (bytes) => { complaint += bytes; });
    server.stdio[3]?.on("data", (/** @type {Buffer} */ bytes) => {
      said += bytes;
      if (said.endsWith("\n")) resolve(`:${said.trim()}`);
    });
    server.on("error", (fault) => reject(new Error(`Xvfb is missing or does not start: ${fault.message}`)));
    server.on("exit", () => reject(new Error(`Xvfb ended: ${complaint}`)));
  });
  return { display, stop: () => server.kill("SIGKILL") };
}

export async function closeScreen() {
  (await screen)?.stop();
  screen = null;
}

/**
 * What an engine finds around it: the screen, and no folder but its own.
 * @param {string} profile
 */
export const surroundings = async (profile) => ({
  PATH: process.env.PATH, LANG: "da_DK.UTF-8", TZ: process.env.TZ, DISPLAY: await openScreen(),
  LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", GTK_A11Y: "none",
  HOME: profile, TMPDIR: profile, XDG_DATA_HOME: `${profile}/data`, XDG_CACHE_HOME: `${profile}/cache`,
  XDG_CONFIG_HOME: `${profile}/config`, XDG_RUNTIME_DIR: profile,
});

/** @param {number} root @returns {number[]} it and all that came from it */
function treeOf(root) {
  const children = /** @type {Map<number, number[]>} */ (new Map());
  for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      children.set(parent, [...children.get(parent) ?? [], Number(name)]);
    } catch {
      // gone meanwhile
    }
  }
  const tree = [root];
  for (let at = 0; at < tree.length; ++at) tree.push(...children.get(tree[at]) ?? []);
  return tree;
}

/** As a cut in the power of the browser, not of the machine. @param {import("node:child_process").ChildProcess} process_ */
export async function killTree(process_) {
  if (process_.exitCode !== null || process_.signalCode !== null) return;
  const gone = new Promise((resolve) => process_.once("exit", resolve));
  const tree = treeOf(process_.pid ?? -1);  // listed before any of them dies: a child of the dead has another parent
  for (const pid of tree) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // gone with its parent
    }
  }
  await gone;
}
