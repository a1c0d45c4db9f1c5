/* Which elements and attributes are ours. Nothing else may come into a page,
 * whatever the texts hold. Runs in the browser: says what it finds. */
export const OURS = {
	elements: `html head meta title style body main header footer nav
		section article div p span strong em code pre ins del a br hr
		h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col
		thead tbody tfoot tr th td details summary progress meter
		figure figcaption time abbr mark small
		svg g path line polyline polygon rect circle ellipse text tspan
		desc defs use pattern clipPath marker`.split(/\s+/),
	attributes: `lang dir charset name content http-equiv id class role
		tabindex scope headers colspan rowspan href rel value max min
		low high optimum open start type datetime title
		viewBox width height x y x1 x2 y1 y2 dx dy cx cy r rx ry d
		points transform text-anchor dominant-baseline fill stroke
		stroke-width stroke-dasharray stroke-linecap stroke-linejoin
		opacity preserveAspectRatio focusable xmlns clip-path
		font-size font-weight textLength lengthAdjust
		patternUnits`.split(/\s+/),
	policy: "default-src 'none'; style-src 'unsafe-inline'",
};

/* Takes the tree of a page apart; gives what is wrong with it. */
export function strangers(root, ours) {
	const elements = new Set(ours.elements);
	const attributes = new Set(ours.attributes);
	const wrong = [];
	const count = {};

	const look = (element, attribute) => {
		const {name, value} = attribute;

		if (!attributes.has(name) && !/^aria-[a-z]+$/.test(name))
			wrong.push(`<${element.localName} ${name}>`);
		if (name === "href" && !/^(https?:\/\/|mailto:|#)/.test(value))
			wrong.push(`a link to ${value}`);
		if (name === "class" && !/^[a-z0-9 -]+$/.test(value))
			wrong.push(`class="${value}"`);
		if (name === "id" && !/^[a-z0-9-]+$/.test(value))
			wrong.push(`id="${value}"`);
	};

	const walker = document.createTreeWalker(root,
		NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
	while (walker.nextNode()) {
		const node = walker.currentNode;

		if (node.nodeType === Node.COMMENT_NODE) {
			wrong.push(`<!--${node.data.slice(0, 40)}-->`);
			continue;
		}
		count[node.localName] = (count[node.localName] ?? 0) + 1;
		if (!elements.has(node.localName))
			wrong.push(`<${node.localName}>`);
		for (const attribute of node.attributes)
			look(node, attribute);
	}
	for (const one of ["head", "body", "style", "title", "main", "h1"])
		if (root.querySelectorAll(one).length -
		    root.querySelectorAll(`svg ${one}`).length !== 1)
			wrong.push(`not one <${one}> but ${count[one] ?? 0}`);
	const policies = root.querySelectorAll("meta[http-equiv]");
	if (policies.length !== 1 || policies[0].content !== ours.policy)
		wrong.push("the policy is not ours");
	return [...new Set(wrong)];
}
