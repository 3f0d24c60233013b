// @ts-check
// A new edition comes while a draft is kept: the draft is there in it, and no word of it has got on the disk (E1, R15 of safekeeping.md).

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { choosePassphrase, openDraft, PASSPHRASE, placesOf, says, unlock, writeCase } from "./keep_support.mjs";
import { closeAll, FaultyHost, go, heading, LATER, makeEditions, READY, startKeeping, untilFooter, untilOpen, update, WAITS } from "./offline_support.mjs";
import { reached } from "./reached.mjs";
import { until } from "./support.mjs";

const editions = makeEditions();
after(closeAll);

const MARK = "Mælkebøttefnug";

test("a draft outlives a new edition, and is nowhere to be read on the disk (E1)", async () => {
  const { context, profile } = await startKeeping();
  const host = await new FaultyHost(editions.first).start();
  const page = await context.newPage();
  await page.goto(host.address);
  await untilOpen(page);
  await untilFooter(page, READY);
  await choosePassphrase(page);
  await writeCase(page, MARK);
  host.folder = editions.second;
  await update(page);
  await go(page, "#/");
  await until(() => page.evaluate((words) => document.querySelector("#page")?.textContent?.includes(words), WAITS), "the notice");
  await page.locator("#update-start").click();
  await until(async () => (await heading(page).catch(() => "")).includes(LATER), "the new edition");
  await untilFooter(page, READY);
  await unlock(page);
  await openDraft(page);
  assert.equal(await page.locator("#code-word").inputValue(), MARK);
  const written = `${MARK} i regn`;
  await page.locator("#code-word").fill(written);
  await says(page, "kept-state", "Gemt kl.");
  await context.close();
  await host.stop();
  const found = [MARK, PASSPHRASE].map((words) => placesOf(profile, words));
  assert.deepEqual(found, [[], []]);
  assert.notEqual(placesOf(profile, "lineal").length, 0, "the search can find");
  reached("E1", "Chromium, over an update", "a draft opens in the new edition; its words and the passphrase: 0 hits in the browser's folder");
});
