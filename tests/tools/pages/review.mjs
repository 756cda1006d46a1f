// Uses the page that `facetdoc check --report html=FILE` writes as a reviewer does: with eyes, a keyboard, a screen reader's
// names, a printer, and without scripts.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

// What is seen of the page.
const seen = (page) =>
  page.evaluate(() => {
    const shown = (one) => one.getClientRects().length > 0;
    const cards = [...document.querySelectorAll(".card")].filter(shown);
    return {
      cards: cards.length,
      errors: cards.filter((card) => card.dataset.s === "error").length,
      marks: document.querySelectorAll("mark:not(.off)").length,
      rows: [...document.querySelectorAll(".list tbody tr")].filter(shown).length,
      filters: shown(document.getElementById("filters")),
      status: document.getElementById("shown").textContent,
    };
  });

// Nothing of an article runs, and the page asks nobody for anything.
async function inert(browser, url) {
  const page = await browser.newPage();
  const faults = [];
  page.on("request", (request) => {
    if (request.url() !== url) faults.push(`asks for ${request.url()}`);
  });
  page.on("console", (message) => faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", async (dialog) => {
    faults.push("opens a dialog");
    await dialog.dismiss();
  });
  await page.goto(url, { waitUntil: "load" });
  const strange = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const acts = all.filter((one) => one.getAttributeNames().some((name) => name.startsWith("on") || name === "src"));
    const leads = (link) => (link.protocol === "file:" ? link.hash : /^(https?|mailto|tel):$/.test(link.protocol));
    const links = [...document.links].filter((link) => !leads(link));
    const scripts = document.scripts.length === 1 ? [] : [`${document.scripts.length} scripts`];
    return [...acts.map((one) => one.tagName), ...links.map((link) => link.href), ...scripts];
  });
  await page.close();
  return [...faults, ...strange];
}

async function filters(page) {
  const faults = [];
  const before = await seen(page);
  if (!before.filters) faults.push("no filters");
  if (before.errors === 0 || before.errors === before.cards) faults.push(`${before.errors} errors among ${before.cards}`);
  await page.click('input[name="s"][value="error"]');
  const without = await seen(page);
  if (without.errors > 0 || without.cards !== before.cards - before.errors) faults.push("shows errors that are not wanted");
  if (without.marks >= before.marks) faults.push("marks findings that are not shown");
  if (without.status !== `${without.cards} of ${before.cards} findings shown`) faults.push(`says "${without.status}"`);
  for (const box of await page.$$('input[name="family"]')) await box.click();
  const none = await seen(page);
  if (none.cards + none.marks + none.rows > 0) faults.push("shows something with every subject off");
  await page.click("#every");
  if (JSON.stringify(await seen(page)) !== JSON.stringify(before)) faults.push("does not show everything again");
  return faults;
}

// Tab reaches the way past the filters first, then every filter; a link leads to the place in the text.
async function keyboard(page) {
  const faults = [];
  const focused = () => page.evaluate(() => document.activeElement.className || document.activeElement.name || "");
  await page.keyboard.press("Tab");
  if ((await focused()) !== "skip") faults.push("the first stop is not the way to the articles");
  await page.keyboard.press("Tab");
  if ((await focused()) !== "s") faults.push("the second stop is no filter");
  const before = await seen(page);
  await page.keyboard.press("Space");
  if ((await seen(page)).cards === before.cards) faults.push("a filter does not obey the space bar");
  await page.keyboard.press("Space");
  await page.focus(".card a");
  await page.keyboard.press("Enter");
  const arrived = await page.evaluate(() => {
    const target = document.querySelector(":target");
    const box = target?.getBoundingClientRect();
    return Boolean(box) && box.top >= 0 && box.bottom <= window.innerHeight;
  });
  if (!arrived) faults.push("a finding's link does not lead to its place");
  return faults;
}

async function withoutScripts(browser, url) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(url, { waitUntil: "load" });
  const { cards, marks, filters } = await seen(page);
  await page.close();
  return [
    ...(cards > 0 && marks > 0 ? [] : ["shows no findings"]),
    ...(filters ? ["shows filters that do nothing"] : []),
  ];
}

async function printed(page) {
  await page.emulateMediaType("print");
  const { cards, filters } = await seen(page);
  await page.emulateMediaType(null);
  return [...(cards > 0 ? [] : ["prints no findings"]), ...(filters ? ["prints the filters"] : [])];
}

// Gives what was looked at with its faults.
export async function reviewFaults(browser, file) {
  const url = pathToFileURL(resolve(file)).href;
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const fresh = async (look) => {
    await page.goto("about:blank");
    await page.goto(url, { waitUntil: "load" });
    return look(page);
  };
  const found = [
    ["inert", await inert(browser, url)],
    ["filters", await fresh(filters)],
    ["keyboard", await fresh(keyboard)],
    ["printed", await fresh(printed)],
    ["without-scripts", await withoutScripts(browser, url)],
  ];
  await page.close();
  return found;
}
