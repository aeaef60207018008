// What Mermaid draws of each file of a folder, as JSON: node mermaid.mjs FOLDER OUT CHROMIUM
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [folder, out, executablePath] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.setContent("<!doctype html><body></body>");
await page.addScriptTag({ path: path.join(here, "node_modules/mermaid/dist/mermaid.min.js") });
await page.evaluate(() => mermaid.initialize({ startOnLoad: false, maxTextSize: 100_000_000 }));

const found = {};
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith(".mmd"))) {
  found[file] = await page.evaluate(async (text) => {
    try {
      const { svg } = await mermaid.render("map", text);
      const box = document.createElement("div");
      box.innerHTML = svg;
      const texts = (query) => [...box.querySelectorAll(query)].map((one) => one.textContent);
      return {
        type: box.querySelector("svg").getAttribute("aria-roledescription"),
        title: texts(".wardley-title")[0] ?? "",
        names: texts(".wardley-node-label"),
        stages: texts(".wardley-stage-label"),
        notes: texts(".wardley-notes text"),
        links: box.querySelectorAll(".wardley-links line").length,
        linkTexts: texts(".wardley-link-label"),
        annotationTexts: texts(".wardley-annotations-box text"),
        evolved: box.querySelectorAll(".wardley-trends line").length,
        annotations: texts(".wardley-annotation text"),
        accelerators: texts(".wardley-accelerators text, .wardley-deaccelerators text"),
      };
    } catch (error) {
      return { failure: String(error).slice(0, 400) };
    }
  }, fs.readFileSync(path.join(folder, file), "utf8"));
}
fs.writeFileSync(out, JSON.stringify(found));
await browser.close();
