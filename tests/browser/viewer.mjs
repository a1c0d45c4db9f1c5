/* A window in which one page after the other is looked at. Whatever a page
 * asks of the network or says on the console is wrong. */
import fs from "node:fs";
import path from "node:path";
import {pathToFileURL} from "node:url";

import {keyboard, looks, paper, tree} from "./look.mjs";

/* --- the bytes --------------------------------------------------------------- */

function validator({HtmlValidate}) {
	return new HtmlValidate({root: true,
		extends: ["html-validate:recommended"],
		rules: {
			/* how it is written, not what it means */
			"attribute-boolean-style": "off",
			"long-title": "off",
			"no-trailing-whitespace": "off",
			"void-style": "off",
		}});
}

async function mistakes(html, reader) {
	const report = await reader.validateString(html);

	return report.results.flatMap((result) => result.messages)
		.map((m) => `html-validate ${m.ruleId}: ${m.message} ` +
		     `(line ${m.line})`).slice(0, 5);
}

/* --- the window -------------------------------------------------------------- */

/* Nothing but the page itself is let through. */
async function listen(page, tell) {
	await page.route("**/*", (route) => {
		const request = route.request();

		if (request.isNavigationRequest())
			return route.continue();
		tell([`asks for ${request.url()}`]);
		return route.abort();
	});
	page.on("console", (message) =>
		tell([`the console says ${message.text()}`]));
	page.on("pageerror", (error) =>
		tell([`a script fails: ${error.message}`]));
	page.on("dialog", (dialog) => {
		tell([`a script asks: ${dialog.message()}`]);
		return dialog.dismiss();
	});
}

export async function openViewer(browser, {work, require, tell}) {
	const axe = fs.readFileSync(require.resolve("axe-core"), "utf8");
	const reader = validator(require("html-validate"));
	const page = await browser.newPage();
	let where = "";
	const here = (list) => tell(where, list);

	await listen(page, here);
	const view = async (name, html, {print}) => {
		const file = path.join(work, `${name.replace("/", "-")}.html`);

		where = name;
		fs.writeFileSync(file, html);
		here(await mistakes(html, reader));
		await page.goto(pathToFileURL(file).href);
		here(await tree(page));
		here(await looks(page, axe));
		here(await keyboard(page));
		here(await paper(page, print));
	};
	return {view, close: () => page.close(),
		text: () => page.evaluate(() => document.body.textContent)};
}
