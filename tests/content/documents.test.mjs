// @ts-check
// What the native tool writes: documents and case files that follow their
// schemas, and web pages that are valid HTML by themselves.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { Ajv2020 } from "ajv/dist/2020.js";
import { HtmlValidate } from "html-validate";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tool = join(root, "build/native/lineal");
const sample = join(root, "tests/content/sample_case.json");
const recipients = ["notification", "focus_team", "parent_talk", "own_notes"];

const read = (/** @type {string} */ path) => JSON.parse(readFileSync(path, "utf8"));
const follows = (/** @type {string} */ name) => new Ajv2020({ strict: false }).compile(read(join(root, `content/schema/${name}.schema.json`)));
const write = (/** @type {string} */ recipient, /** @type {string} */ format, file = sample) =>
  execFileSync(tool, ["document", file, "--recipient", recipient, "--format", format, "--today", "2026-11-22",
    "--content", join(root, "content")], { encoding: "utf8" });

test("the sample case follows the schema of case files", () => {
  const validate = follows("case");
  assert.ok(validate(read(sample)), JSON.stringify(validate.errors));
});

for (const recipient of recipients) {
  test(`${recipient}: the JSON follows its schema`, () => {
    const validate = follows("document");
    const held = /** @type {any} */ (JSON.parse(write(recipient, "json")));
    validate(held);
    assert.deepEqual(validate.errors ?? [], []);
    assert.equal(held.recipient, recipient);
    assert.ok(held.sections.length >= 4);
  });

  test(`${recipient}: the web page is valid HTML, with headings in order and nothing fetched`, async () => {
    const page = write(recipient, "html");
    const report = await new HtmlValidate({ extends: ["html-validate:recommended"], rules: {
      "no-inline-style": "error", "heading-level": "error", "long-title": "off", "no-trailing-whitespace": "off",
      "element-permitted-content": "error", "tel-non-breaking": "off" } }).validateString(page);
    assert.deepEqual(report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId}: ${m.message}`)), []);
    assert.ok(!/\s(src|href)=/.test(page), "a document refers to nothing outside itself");
  });
}

test("a case for the tool that is not one gives a sentence and exit 1, and wrong usage gives exit 2", () => {
  const folder = mkdtempSync(join(tmpdir(), "linealen-documents-"));
  const broken = join(folder, "broken.json");
  writeFileSync(broken, "{\"kind\":\"something else\"}");
  const refused = spawnSync(tool, ["assess", broken, "--content", join(root, "content")], { encoding: "utf8" });
  const misused = spawnSync(tool, ["document", sample, "--recipient", "nobody"], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.equal(refused.status, 1);
  assert.match(refused.stderr + refused.stdout, /[A-ZÆØÅ].+\./);
  assert.equal(misused.status, 2);
});
