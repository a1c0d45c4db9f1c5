/* Gantt diagrams, drawn by Mermaid itself: every name comes out as it is in
 * the plan, whatever it holds, and the diagram has a bar for each step. */
import path from "node:path";

import {ask} from "./ask.mjs";
import {friendlyWorlds, hostileWorld} from "./worlds.mjs";

/* What hides is shown as what it is. */
const shown = (text) => text.split(/[\u200b-\u200f\u2060\u061c]|##\[/)[0]
	.replace(/\s+/g, " ").trim();

/* In the browser: the texts of a drawn diagram. */
async function drawn(source) {
	mermaid.initialize({startOnLoad: false, maxTextSize: 1e6});
	await mermaid.parse(source);
	const {svg} = await mermaid.render(`d${performance.now() | 0}`, source);
	const box = document.createElement("div");
	const texts = (what) => [...box.querySelectorAll(what)]
		.map((e) => e.textContent.replace(/\s+/g, " ").trim());

	box.innerHTML = svg;
	return {title: texts(".titleText"), bars: texts("text[class*=taskText]"),
		sections: texts(".sectionTitle"), ticks: texts(".tick text"),
		strange: texts("script, foreignObject, a, img, iframe")};
}

function compare(plan, got) {
	const wrong = [];
	const names = plan.steps.map((s, i) => `${i + 1}. ${shown(s.name)}`);

	for (const name of names)
		if (!got.bars.some((bar) => bar.startsWith(name)))
			wrong.push(`there is no bar for ${name}`);
	if (got.bars.length !== names.length + plan.milestones.length)
		wrong.push(`${got.bars.length} bars`);
	if (got.title.length !== 1 || !got.title[0].includes(":"))
		wrong.push(`the title is ${got.title}`);
	if (!got.sections.length && names.length)
		wrong.push("there are no sections");
	if (got.ticks.some((tick) => !/^(\d{4}-\d\d-\d\d|(week|turn) \d+)$/
			.test(tick)))
		wrong.push(`the axis has ${got.ticks}`);
	if (got.strange.length)
		wrong.push(`strange elements: ${got.strange}`);
	return wrong;
}

async function check(page, test, name, words) {
	const plan = JSON.parse(await ask(test, [...words, "-f", "json"]));
	const source = await ask(test, [...words, "-f", "mermaid"]);
	const got = await page.evaluate(drawn, source)
		.catch((error) => ({error}));

	test.tell(`mermaid ${name}`, got.error
		? [String(got.error.message).slice(0, 300)]
		: compare(plan, got));
}

/* A ladder whose every name is an injection, with and without weeks. */
function worlds(test) {
	let i = 0;
	const next = () => `n${i} ${test.injections[i++ %
		test.injections.length]}`;
	const hostile = hostileWorld("hostile", path.join(test.work, "gantt"),
				     next, 12);

	return [...friendlyWorlds(test.work, test.tests), hostile,
		{name: "undated", who: [...hostile.use, "--from", "t/l0",
			"--target", "t/l11"]},
		{name: "met", who: [...hostile.use, "--from", "t/l11",
			"--target", "t/l11"]}];
}

export async function checkMermaid(browser, test) {
	const page = await browser.newPage();

	await page.addScriptTag({path: test.require.resolve(
		"@mermaid-js/tiny")});
	for (const {name, who} of worlds(test))
		await check(page, test, name, ["plan", "-q", ...who]);
	await page.close();
}
