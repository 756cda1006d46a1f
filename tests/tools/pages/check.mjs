// Checks web pages and schema.org data with tools that are not ours: Chromium, axe-core, jsonld.
//
//   node check.mjs CHROMIUM [--shots DIR] FILE.html|FILE.jsonld...
//
// A page called *.review.html is a report for reviewers, which may have a script.
// Prints a line for each check: "PASS what file" or "FAIL what file: why". With --shots it also keeps pictures and prints.
// Exits with 0 when it could look at every file, whatever it found.
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import jsonld from "jsonld";
import puppeteer from "puppeteer-core";
import { reviewFaults } from "./review.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [chromium, ...rest] = process.argv.slice(2);
const shots = rest[0] === "--shots" ? rest.splice(0, 2)[1] : null;
const files = rest;

const SCREENS = [
  { name: "phone", width: 320, height: 640 },
  { name: "desktop", width: 1280, height: 900 },
];
const SCHEMES = ["light", "dark"];

// A page with faults that the tools must see, or their silence says nothing.
const BROKEN = "data:text/html,<html><title>x</title><style>p{color:%23ccc}</style><p>pale<img src=x><div style='width:900px'>wide";

function tell(what, file, faults) {
  console.log(faults.length ? `FAIL ${what} ${file}: ${faults.join("; ")}` : `PASS ${what} ${file}`);
}

async function axeFaults(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((one) => `${one.id} (${one.nodes.map((node) => node.target.join(" ")).join(", ")})`);
}

async function wide(page) {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  return inner > outer ? [`${inner} pixels wide on a screen of ${outer}`] : [];
}

// What the page asks for or does on its own, and whether its style sheet is let through by its own policy.
async function alone(browser, url) {
  const page = await browser.newPage();
  const faults = [];
  page.on("request", (request) => {
    // A picture that is packed into the page is no request to anybody.
    if (request.url() !== url && !request.url().startsWith("data:image/")) faults.push(`asks for ${request.url()}`);
  });
  page.on("console", (message) => faults.push(message.text()));
  page.on("dialog", async (dialog) => {
    faults.push("opens a dialog");
    await dialog.dismiss();
  });
  await page.goto(url, { waitUntil: "load" });
  const width = await page.evaluate(() => getComputedStyle(document.querySelector("main")).maxWidth);
  if (width === "none") faults.push("the style sheet is not applied");
  const policy = await page.evaluate(() => document.querySelectorAll("script, [onclick], iframe, object").length);
  if (policy > 0) faults.push("holds what could run");
  const unseen = await page.evaluate(() => [...document.images].filter((one) => one.naturalWidth === 0).length);
  if (unseen > 0) faults.push(`does not show ${unseen} of its pictures`);
  await page.close();
  return faults;
}

async function checkPage(browser, file) {
  const url = pathToFileURL(resolve(file)).href;
  if (file.endsWith(".review.html")) {
    for (const [what, faults] of await reviewFaults(browser, file)) tell(what, file, faults);
  } else {
    tell("alone", file, await alone(browser, url));
  }
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  for (const screen of SCREENS) {
    for (const scheme of SCHEMES) {
      await page.setViewport(screen);
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.goto(url, { waitUntil: "load" });
      tell(`axe-${screen.name}-${scheme}`, file, [...(await axeFaults(page)), ...(await wide(page))]);
      if (shots) {
        const path = join(shots, `${basename(file, ".html")}-${screen.name}-${scheme}.png`);
        await page.screenshot({ path, fullPage: true });
      }
    }
  }
  const path = shots ? join(shots, `${basename(file, ".html")}-print.pdf`) : undefined;
  const pdf = await page.pdf({ path, preferCSSPageSize: true });
  tell("print", file, pdf.length > 1000 ? [] : ["prints nothing"]);
  await page.close();
}

async function checkTools(browser) {
  const page = await browser.newPage();
  await page.setViewport(SCREENS[0]);
  await page.goto(BROKEN);
  const found = [...(await axeFaults(page)), ...(await wide(page))].join("; ");
  const unseen = ["image-alt", "color-contrast", "html-has-lang", "pixels wide"].filter((one) => !found.includes(one));
  tell("broken-page-is-seen", "(made up)", unseen.map((one) => `missed ${one}`));
  await page.close();
}

// Without a network, all names are schema.org's.
const documentLoader = async (url) => {
  if (url !== "https://schema.org") throw new Error(`asks for ${url}`);
  return { documentUrl: url, document: { "@context": { "@vocab": "https://schema.org/", url: { "@type": "@id" } } } };
};

async function checkData(file) {
  const faults = [];
  try {
    const data = JSON.parse(readFileSync(file, "utf8"));
    const nodes = await jsonld.expand(data, { documentLoader, base: "https://example.org/", safe: true });
    const types = nodes.flatMap((node) => node["@type"] ?? []);
    if (!types.includes("https://schema.org/MedicalWebPage")) faults.push(`no MedicalWebPage among ${types}`);
    const quads = await jsonld.toRDF(data, { documentLoader, base: "https://example.org/", format: "application/n-quads" });
    if (!quads.includes("<https://schema.org/inLanguage>")) faults.push("no language");
    if (readFileSync(file, "utf8").includes("<")) faults.push("a < could end a script element");
  } catch (error) {
    faults.push(error.message);
  }
  tell("json-ld", file, faults);
}

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
try {
  await checkTools(browser);
  for (const file of files) {
    if (file.endsWith(".html")) await checkPage(browser, file);
    else await checkData(file);
  }
} finally {
  await browser.close();
}
