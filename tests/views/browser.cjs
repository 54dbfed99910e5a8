// Opens each page given as an argument in a real Chromium and prints, as JSON, what a person would meet there:
// errors, requests, sideways scrolling, the number of printed pages, the text, and what axe finds against WCAG 2.2 AA.
// Usage: node browser.cjs TOOLS CHROMIUM PAGE…, where TOOLS is a folder with playwright-core and axe-core.
const { mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

const [tools, executablePath, ...files] = process.argv.slice(2);
const { chromium } = require(join(tools, "node_modules", "playwright-core"));
const axe = readFileSync(join(tools, "node_modules", "axe-core", "axe.min.js"), "utf8");
const WIDTHS = [320, 768, 1440];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function look(context, file) {
  const page = await context.newPage();
  const found = { errors: [], requests: [], sideways: [], axe: [] };
  page.on("console", (message) => found.errors.push(message.text()));
  page.on("pageerror", (error) => found.errors.push(String(error)));
  page.on("dialog", (dialog) => { found.errors.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  const address = pathToFileURL(file).href;
  page.on("request", (request) => { if (request.url() !== address && !request.url().startsWith("data:")) found.requests.push(request.url()); });
  await page.goto(address, { waitUntil: "load" });
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      if (content > room) found.sideways.push(`${width}: ${content}`);
      if (width === 768) continue; // axe looks at the two ends
      await page.evaluate(axe);
      const result = await page.evaluate((rules) => window.axe.run({ runOnly: rules }), RULES);
      for (const broken of result.violations)
        found.axe.push(`${colorScheme} ${width} ${broken.id}: ${broken.nodes.map((node) => node.html).slice(0, 2).join(" ")}`);
      found.checked = result.passes.length;
    }
  }
  found.text = await page.evaluate(() => document.body.innerText);
  found.ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  found.pages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) || []).length;
  await page.close();
  return found;
}

(async () => {
  const folder = mkdtempSync(join(tmpdir(), "mikro-chromium-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath, headless: true, chromiumSandbox: false,
    args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const results = {};
  try {
    for (const file of files) results[file] = await look(context, file);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(JSON.stringify(results));
})().catch((error) => { console.error(error); process.exit(1); });
