// @ts-check
// measure.mjs -- runs the browser benchmarks and writes docs/figures.md with the native ones.
//
//     node tests/bench/measure.mjs FOLDER TURNS      FOLDER as tests/bench/run leaves it
//
// Knows: the goals of issue 2, F.18. Never: rounds a miss into a hit.

import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { ROOT } from "./browser.mjs";
import { measureStart } from "./measure_start.mjs";
import { measureStockAtRest, measureWork } from "./measure_work.mjs";
import { writeFigures } from "./write_figures.mjs";

const [folder = "build/bench", turns = "7"] = process.argv.slice(2);
const dist = process.env.BENCH_DIST ?? `${ROOT}dist`;  // another dist/, to try something out
const output = process.env.BENCH_OUTPUT ?? `${ROOT}docs/figures.md`;
const native = JSON.parse(readFileSync(resolve(folder, "native.json"), "utf8"));
const loadBefore = loadavg()[0];

const start = await measureStart(
  { linealen: resolve(dist), preloaded: resolve(folder, "stock_preload"), stock: resolve(folder, "stock") },
  Number(turns));
const work = await measureWork(resolve(dist), Math.max(2, Math.ceil(Number(turns) / 2)));
const stock = await measureStockAtRest(resolve(folder, "stock"));

/** @param {string} program @param {string[]} words */
const firstLine = (program, ...words) => {
  try {
    return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).split("\n")[0].trim();
  } catch {
    return program;
  }
};
const figures = {
  date: new Date().toISOString().slice(0, 10),
  turns: Number(turns),
  machine: `${cpus().length} × ${cpus()[0]?.model ?? "?"}`,
  load: loadBefore,
  versions: [firstLine(process.env.CHROMIUM ?? "/usr/bin/chromium", "--version"), firstLine("em++", "--version"),
    firstLine("c++", "--version")],
  native, start, work, stock,
};
writeFileSync(resolve(folder, "figures.json"), JSON.stringify(figures, null, 1));
writeFileSync(output, writeFigures(figures));
console.error(`  written: ${output}`);
