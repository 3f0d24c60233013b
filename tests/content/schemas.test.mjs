// @ts-check
// The JSON Schemas agree with what is shipped, and with the reader: what a
// schema lets through and the reader refuses is a trap for authors.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { Ajv2020 } from "ajv/dist/2020.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** Every .json file below a folder, as paths from that folder. @param {string} folder @returns {string[]} */
function filesBelow(folder, prefix = "") {
  return readdirSync(join(root, folder, prefix)).sort().flatMap((name) => {
    const path = prefix === "" ? name : `${prefix}/${name}`;
    if (statSync(join(root, folder, path)).isDirectory()) return filesBelow(folder, path);
    return name.endsWith(".json") ? [path] : [];
  });
}

/** Which schema a content file follows: "lineal/signs/age_3_5/mental.json" follows signs. @param {string} path */
function kindOf(path) {
  const [first, second] = path.split("/");
  const name = ["lineal", "guide", "knowledge"].includes(first) ? second : first;
  return name.replace(/\.json$/, "").replace(/\.da$/, "");
}

const schemas = filesBelow("content/schema").map((path) => read(`content/schema/${path}`));
const ajv = new Ajv2020({ schemas, strict: true, strictRequired: false, strictTypes: false, allErrors: true });
const follows = (/** @type {string} */ kind, /** @type {unknown} */ value) => {
  const validate = ajv.getSchema(`${kind}.schema.json`);
  assert.ok(validate, `there is no schema for ${kind}`);
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
};

const contentFiles = filesBelow("content").filter((path) => !path.startsWith("schema/"));

test("every schema is a valid draft 2020-12 schema", () => {
  assert.ok(schemas.length >= 20);
  for (const schema of schemas) {
    assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
    assert.ok(ajv.validateSchema(schema), JSON.stringify(ajv.errors));
  }
});

test("every shipped file follows the schema of its kind", () => {
  assert.ok(contentFiles.length >= 60);
  for (const path of contentFiles) {
    assert.deepEqual(follows(kindOf(path), read(`content/${path}`)), [], path);
  }
});

test("every schema has a file that follows it", () => {
  const kinds = new Set(contentFiles.map(kindOf));
  const others = new Set(["common", "document", "case", "self_assessment"]);  // not content: the program writes these
  for (const schema of schemas) {
    const kind = schema.$id.replace(".schema.json", "");
    assert.ok(kinds.has(kind) || others.has(kind), `${kind} is used by nothing`);
  }
});

test("every tiny file follows its schema too", () => {
  for (const path of filesBelow("tests/content/tiny")) {
    assert.deepEqual(follows(kindOf(path), read(`tests/content/tiny/${path}`)), [], path);
  }
});

test("a field left out, misspelt or of the wrong kind breaks every schema", () => {
  for (const path of ["lineal/ages.json", "lineal/signs/age_small/mental.json", "guide/steps.json", "guide/pages.json",
    "guide/tracks.json", "guide/contacts.json", "lineal/roles.json", "lineal/levels.json", "lineal/reflections.json"]) {
    const kind = kindOf(path);
    const list = kind === "roles" ? "roles" : kind;
    const fresh = () => read(`tests/content/tiny/${path}`);
    const without = fresh();
    delete without[list][0].id;
    assert.notDeepEqual(follows(kind, without), [], `${path} without an id`);
    const misspelt = fresh();
    misspelt[list][0].naem = "x";
    assert.notDeepEqual(follows(kind, misspelt), [], `${path} with a field too many`);
    const wrong = fresh();
    wrong[list][0].id = 7;
    assert.notDeepEqual(follows(kind, wrong), [], `${path} with a number for an id`);
  }
});

/** The broken cases whose fault lies in one file's own shape: the schema sees them as well. */
const faultsOfShape = ["field_missing", "field_unknown", "field_of_wrong_kind", "number_out_of_range", "text_empty",
  "id_invalid", "choice_unknown", "list_expected", "review_date_wrong", "page_block_empty"];

test("the schema refuses what the reader refuses", () => {
  for (const name of faultsOfShape) {
    const broken = read(`tests/content/broken/${name}.json`);
    for (const step of broken.changes) {
      const value = read(`tests/content/tiny/${step.file}`);
      const parts = step.at.split("/").slice(1);
      const last = parts.pop();
      const parent = parts.reduce((/** @type {any} */ at, /** @type {string} */ part) => at[part], value);
      if ("value" in step) parent[last] = step.value;
      else delete parent[last];
      assert.notDeepEqual(follows(kindOf(step.file), value), [], name);
    }
  }
});
