// @ts-check
// reached.mjs -- what a test has shown of a goal in tests/reliability/goals.json, for docs/reliability.md.
//
// Written only after the last assertion, so that a record is a test that passed.
// Knows: tools/write_reliability.py, which reads the records.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../build/reached", import.meta.url));

/**
 * @param {string} goal "R1"
 * @param {string} where the engine, and a word more when several tests share a goal: "Chromium", "Chromium, private window"
 * @param {string} what in figures: "25 crashes, 0 lost, 0 torn"
 * @param {number} [count] where the goal asks for so and so many
 */
export function reached(goal, where, what, count) {
  mkdirSync(FOLDER, { recursive: true });
  const name = `${goal}.${where.replace(/[^a-zA-Z0-9]+/g, "-").toLowerCase()}.json`;
  const full = process.env.LINEALEN_FULL === "1";
  writeFileSync(`${FOLDER}/${name}`, `${JSON.stringify({ goal, where, what, full, count })}\n`);
}
