/* A page with mistakes of every kind (bad.html), so that looking at pages is
 * known to find some. */
import fs from "node:fs";
import path from "node:path";
import {fileURLToPath} from "node:url";

import {openViewer} from "./viewer.mjs";

const FOUND = [
	"html-validate no-dup-id",
	"asks for https://e.example/picture.png",
	"the console says said",
	"a script asks: asked",
	"a script fails: nothing is not defined",
	"<script>",
	"<img>",
	"<!-- One mistake",
	"<p onclick>",
	"a link to javascript:void(0)",
	"the policy is not ours",
	"1600 light: 30",
	"1600 light: axe color-contrast",
	"1600 light: axe image-alt",
	"360 dark: axe color-contrast",
	"no visible focus: <a> link",
	"on A4: 30",
	"<tr> may be cut",
	"<h1> may end a page",
];

export async function checkBad(browser, test) {
	const here = path.dirname(fileURLToPath(import.meta.url));
	const said = [];
	const viewer = await openViewer(browser, {...test,
		tell: (_, list) => said.push(...list)});

	await viewer.view("bad", fs.readFileSync(`${here}/bad.html`, "utf8"),
			  {print: false});
	await viewer.close();
	test.tell("bad.html", FOUND.filter((what) =>
		!said.some((one) => one.startsWith(what)))
		.map((what) => `nothing is said of: ${what}`));
}
