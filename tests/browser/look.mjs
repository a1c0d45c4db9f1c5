/* What is looked at on a page in the browser; each function gives a list of
 * what is wrong. */
import {OURS, strangers} from "./tree.mjs";

/* axe: with which rules axe-core looks, by their tags or by name. Colours
 * differ by scheme and boxes by width; the rest is asked once. */
const LOOKS = [
	{scheme: "light", width: 1600, axe: {type: "tag",
		values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
			 "wcag22aa", "best-practice"]}},
	{scheme: "dark", width: 360, axe: {type: "rule",
		values: ["color-contrast", "target-size",
			 "scrollable-region-focusable"]}},
	{scheme: "light", width: 360},
	{scheme: "dark", width: 1600},
];

/* --- width ---------------------------------------------------------------- */

/* Whether the page as a whole, or a box in it, runs out of the window. What
 * scrolls by itself, or is there for screen readers alone, may hold more than
 * it shows. */
function overflow() {
	const root = document.documentElement;
	const wrong = [];
	const holds = (style) => style.overflowX !== "visible" ||
		style.clipPath !== "none";
	const held = (e) => e && e !== document.body && e !== root &&
		(holds(getComputedStyle(e)) || held(e.parentElement));

	if (root.scrollWidth > root.clientWidth)
		wrong.push(`${root.scrollWidth} wide`);
	for (const e of document.body.querySelectorAll("*")) {
		const box = e.getBoundingClientRect();

		if ((box.right > root.clientWidth + 1 || box.left < -1) &&
		    !e.closest("svg *") && !held(e.parentElement))
			wrong.push(`<${e.localName}> from ${box.left} to ` +
				   `${box.right}: ` +
				   e.textContent.trim().slice(0, 40));
	}
	return wrong.slice(0, 3);
}

/* --- keyboard ------------------------------------------------------------- */

const TAB_MOST = 400;

/* Marks all that can be focused; gives how many there are. */
function markFocusable() {
	const all = [...document.querySelectorAll(
		"a[href], summary, [tabindex], button, input, select")]
		.filter((e) => e.tabIndex >= 0 && e.checkVisibility());

	all.forEach((e, i) => { e.focusIs = i; });
	window.scrollTo(0, 0);
	return all.length;
}

function focused() {
	const e = document.activeElement;
	const style = getComputedStyle(e);

	return {is: e.focusIs ?? -1, name: e.localName,
		text: e.textContent.trim().slice(0, 40),
		seen: (style.outlineStyle !== "none" &&
		       parseFloat(style.outlineWidth) > 0) ||
		      style.boxShadow !== "none"};
}

export async function keyboard(page) {
	const n = Math.min(await page.evaluate(markFocusable), TAB_MOST);
	const reached = new Set();
	const wrong = [];

	for (let i = 0; i < n + 20 && reached.size < n; i++) {
		await page.keyboard.press("Tab");
		const at = await page.evaluate(focused);

		if (at.is >= 0 && !at.seen)
			wrong.push(`no visible focus: <${at.name}> ${at.text}`);
		if (at.is >= 0)
			reached.add(at.is);
	}
	if (reached.size < n)
		wrong.push(`Tab reaches ${reached.size} of ${n}`);
	return wrong.slice(0, 3);
}

/* --- accessibility --------------------------------------------------------- */

async function axe(page, runOnly) {
	const found = await page.evaluate((runOnly) => window.axe.run(document,
		{resultTypes: ["violations"], runOnly}), runOnly);

	return found.violations.map((v) =>
		`axe ${v.id} (${v.nodes.length}): ${v.help}: ` +
		v.nodes[0].html.slice(0, 160));
}

/* --- paper ----------------------------------------------------------------- */

/* Pixels between the margins: 210 and 216 mm less twice 16 mm. */
const PAPERS = {A4: 672, Letter: 694};

/* A row, a heading and a picture stay on one page, unless they are taller than
 * one; a heading stays with what is below it. */
function cut() {
	const wrong = new Set();
	const tall = 900;

	for (const e of document.querySelectorAll("tr, svg, h1, h2, h3, h4")) {
		const style = getComputedStyle(e);

		if (e.localName !== "svg" && e.closest("svg"))
			continue;
		if (!/^avoid/.test(style.breakInside) &&
		    e.getBoundingClientRect().height < tall)
			wrong.add(`<${e.localName}> may be cut`);
		if (/^h/.test(e.localName) && !/^avoid/.test(style.breakAfter))
			wrong.add(`<${e.localName}> may end a page`);
	}
	return [...wrong];
}

/* With `print` it is printed, too, which takes seconds for Japanese. */
export async function paper(page, print) {
	const wrong = [];

	await page.emulateMedia({media: "print", colorScheme: "light"});
	wrong.push(...await page.evaluate(cut));
	for (const [format, width] of Object.entries(PAPERS)) {
		await page.setViewportSize({width, height: 1000});
		for (const what of await page.evaluate(overflow))
			wrong.push(`on ${format}: ${what}`);
		if (!print)
			continue;
		const pdf = await page.pdf({format});
		if (!/\/Type \/Page\b/.test(pdf.toString("latin1")))
			wrong.push(`on ${format}: there are no pages`);
	}
	await page.emulateMedia({media: "screen"});
	return wrong;
}

/* --- all of it -------------------------------------------------------------- */

export async function tree(page) {
	return page.evaluate(`(${strangers})(document, ` +
			     `${JSON.stringify(OURS)})`);
}

function unfold() {
	for (const e of document.querySelectorAll("details"))
		e.open = true;
}

/* In each width and scheme, with all that is folded open. */
export async function looks(page, axeSource) {
	const wrong = [];

	await page.evaluate(axeSource);
	await page.evaluate(unfold);
	for (const look of LOOKS) {
		await page.emulateMedia({colorScheme: look.scheme});
		await page.setViewportSize({width: look.width, height: 900});
		const found = await page.evaluate(overflow);
		if (look.axe)
			found.push(...await axe(page, look.axe));
		for (const what of found)
			wrong.push(`${look.width} ${look.scheme}: ${what}`);
	}
	return wrong;
}
