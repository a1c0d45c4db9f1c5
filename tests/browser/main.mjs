/* main.mjs PROGRAM DIR [PAGE...]: has PROGRAM write every page of pages.mjs
 * about every world of worlds.mjs, and looks at each in Chromium: nothing runs
 * out of the window or the paper, axe-core finds nothing, the keyboard reaches
 * all, nothing is asked of the network, and no text of a ladder or an
 * assessment becomes anything but text. html-validate reads the bytes. */
import fs from "node:fs";
import {createRequire} from "node:module";
import path from "node:path";
import {fileURLToPath} from "node:url";

import {ask} from "./ask.mjs";
import {checkBad} from "./bad.mjs";
import {injectAll} from "./inject.mjs";
import {checkMermaid} from "./mermaid.mjs";
import {PAGES} from "./pages.mjs";
import {openViewer} from "./viewer.mjs";
import {friendlyWorlds, hostileWorld} from "./worlds.mjs";

const [program, work, ...named] = process.argv.slice(2);
const tests = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(`${process.env.MODULES}/`);
const {chromium} = require("playwright-core");
const injections = Object.values(JSON.parse(fs.readFileSync(
	`${tests}/support/injections.json`, "utf8"))).flat();
const wanted = PAGES.filter((p) => !named.length || named.includes(p.name));
const wrong = new Set();

/* What all parts of the test share. */
const test = {program, work, tests, require, injections, wanted,
	tell: (where, list) => list.forEach((what) =>
		wrong.add(`${where}: ${what}`.replace(/\s+/g, " "))),
	write: (row, world) => ask(test, [...row.words(world), "--format",
		"html", "-q"], row.status)};

/* Texts of which all characters come out as they are. */
const bare = (text) => !/[\u200b-\u200f\u2060\u061c*_`[<\\#]/.test(text);

async function viewAll(viewer, queue, said) {
	for (let next; (next = queue.shift());) {
		const [row, world] = next;
		const html = await test.write(row, world);

		await viewer.view(`${row.name}/${world.name}`, html,
				  {print: world.prints.includes(row.name)});
		if (world.name === "hostile")
			said.push(await viewer.text());
	}
}

/* Two at a time: a page waits for the program and the program for nobody. */
async function lookAtAll(browser, worlds) {
	const queue = worlds.flatMap((w) => wanted.map((row) => [row, w]));
	const said = [];

	await Promise.all([0, 1].map(async () => {
		const viewer = await openViewer(browser, test);

		await viewAll(viewer, queue, said);
		await viewer.close();
	}));
	if (!named.length)
		test.tell("hostile", injections.filter((text) => bare(text) &&
			!said.some((all) => all.includes(text.trim())))
			.map((text) => `lost: ${text}`));
	return worlds.length * wanted.length;
}

function everyInjection() {
	let next = 0;

	return () => injections[next++ % injections.length];
}

async function lookAt(browser) {
	const n = await lookAtAll(browser, [
		...friendlyWorlds(work, tests),
		hostileWorld("hostile", path.join(work, "hostile"),
			     everyInjection(), 3),
	]);

	await injectAll(browser, test);
	if (named.length)
		return n;
	await checkMermaid(browser, test);
	await checkBad(browser, test);
	return n;
}

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM,
	args: ["--no-sandbox", "--disable-gpu"],
});
const began = Date.now();
const looked = await lookAt(browser).finally(() => browser.close());
for (const what of wrong)
	console.log(what);
console.log(`${looked} pages, ${wrong.size} things wrong, ` +
	    `${Math.round((Date.now() - began) / 1000)} s`);
process.exit(wrong.size || !looked ? 1 : 0);
