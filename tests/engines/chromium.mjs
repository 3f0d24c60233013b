// @ts-check
// chromium.mjs -- Chromium behind the same interface as the others; the browser's own tests are in tests/browser.

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { FLAGS } from "../browser/support.mjs";

/** @param {import("./engines.mjs").Setting} setting @returns {Promise<import("./engines.mjs").Device>} */
export async function startChromium({ profile, downloads, init, isPrivate }) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const look = { locale: "da-DK", viewport: { width: 900, height: 900 }, acceptDownloads: true };
  // What Playwright opens without a profile is a private window.
  const browser = isPrivate ? await chromium.launch({ executablePath, args: FLAGS }) : null;
  const context = browser ? await browser.newContext(look)
    : await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS, ...look });
  await context.addInitScript({ path: init });
  const page = context.pages()[0] ?? await context.newPage();
  page.on("download", (download) => download.saveAs(join(downloads, download.suggestedFilename())));
  page.on("dialog", (dialog) => { dialog.accept().catch(() => {}); });  // the page may be gone before its answer is
  return {
    version: (browser ?? context.browser())?.version() ?? "",
    async goto(address) { await page.goto(address); },
    async reload() { await page.reload(); },
    evaluate: (work, given) => page.evaluate(/** @type {any} */ (work), given),
    click: (x, y) => page.mouse.click(x, y),
    type: (words) => page.keyboard.type(words),
    choose: (path) => page.locator("input[type=file]").setInputFiles(path),
    screenshot: () => page.screenshot(),
    async kill() {
      const closed = new Promise((done) => context.once("close", done));
      for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
        try {
          if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(profile)) process.kill(Number(pid), "SIGKILL");
        } catch {
          // gone meanwhile
        }
      }
      await closed;
      for (const lock of readdirSync(profile)) if (lock.startsWith("Singleton")) rmSync(join(profile, lock), { force: true });
    },
    async close() { await (browser ?? context).close(); },
  };
}
