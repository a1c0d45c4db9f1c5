/* Each injection in every text field at once: of none may the browser's parser
 * make anything but text. */
import path from "node:path";

import {OURS, strangers} from "./tree.mjs";
import {hostileWorld} from "./worlds.mjs";

/* In the browser. */
function parsed({html, source, ours}) {
	const page = new DOMParser().parseFromString(html, "text/html");

	return new Function(`return ${source}`)()(page, ours);
}

export async function injectAll(browser, test) {
	const page = await browser.newPage();
	const source = String(strangers);

	for (const [i, text] of test.injections.entries()) {
		const world = hostileWorld(`injection ${i}`,
			path.join(test.work, `${i}`), () => text, 2);
		const pages = await Promise.all(test.wanted.map((row) =>
			test.write(row, world)));

		for (const [k, html] of pages.entries())
			test.tell(`${test.wanted[k].name} with ` +
				  text.slice(0, 60), await page.evaluate(
					parsed, {html, source, ours: OURS}));
	}
	await page.close();
}
