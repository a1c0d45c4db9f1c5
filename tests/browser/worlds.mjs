/* What the pages are about: ladders that are shipped, a small one with
 * somebody's assessment, a Japanese one, and hostile ones, whose every text is
 * an injection. `prints` names the pages that are printed. */
import fs from "node:fs";
import path from "node:path";

/* JSON is YAML. */
function put(dir, name, value) {
	const file = path.join(dir, name);

	fs.writeFileSync(file, JSON.stringify(value, null, 1));
	return file;
}

/* A directory of five people; `of(i)` is the assessment of one. */
function putCrew(dir, of) {
	fs.mkdirSync(dir, {recursive: true});
	for (let i = 0; i < 5; i++)
		put(dir, `${i}.yaml`, of(i));
	return dir;
}

/* Keys have 256 bytes at most. */
const key = (text) => text.slice(0, 64);

/* --- hostile -------------------------------------------------------------- */

function stageOf(text) {
	return {name: text(), summary: text(),
		behaviours: [{text: text(), examples: [text()]},
			     {text: text(), optional: true}],
		examples: [text()], practise: [text()], evidence: [text()],
		resources: [{title: text(), url: text(), type: "book"},
			    {title: text(), hours: 2}]};
}

function levelOf(text, i, edition) {
	const at = edition === "new" && i ? 2 : 1;

	return {id: `l${i}`, title: text(), titles: [text()], code: text(),
		summary: text(), attributes: {[key(text())]: text()},
		salary: {min: 1, max: 2, currency: "EUR"},
		expects: {cells: {summary: text(), behaviours: [text()]}},
		requires: {[`c${i}`]: at, na: 1}, optional: {[`c${i}`]: 2},
		choose: [{"at-least": 1, of: {x: 1, y: 1}, summary: text()}],
		scores: {total: i + 1}, gates: [text()]};
}

/* Every field that holds text, from `text`; `n` competencies and levels. */
function hostileLadder(text, n, edition) {
	const ids = [...Array(n).keys()].map((i) => `c${i}`);
	const competencies = {};

	for (const id of [...ids, "na", "x", "y"])
		competencies[id] = {name: text(), category: "k",
			summary: text(),
			stages: [stageOf(text), stageOf(text)]};
	competencies.cells = {name: text(), layer: "execution",
		summary: text()};
	return {format: "ladder/1", id: "hostile", name: text(),
		version: text(), summary: text(), effort: ["8h"],
		categories: {k: {name: text(), summary: text(),
			layer: "technical"}},
		competencies, scores: {total: {name: text(), summary: text()}},
		tracks: {t: {name: text(), summary: text(),
			levels: ids.map((_, i) => levelOf(text, i, edition))},
			u: {name: text(), kind: "manager", levels: [{id: "m",
				title: text(), requires: {x: 1}}]}},
		moves: [{from: "t/l0", to: "u/m", summary: text()}]};
}

function hostileAssessment(person, text, n, later) {
	return {format: "assessment/1", ladder: "hostile", person,
		assessor: text(), date: later ? "2027-02-01" : "2026-11-02",
		role: "t/l0", target: `t/l${n - 1}`, "ladder-version": text(),
		ratings: {na: {na: text()}, c0: {stage: later ? 2 : 1,
			met: later ? [] : [1], note: text(),
			evidence: [{text: text(), url: text(),
				date: "2026-10-01"}]}}};
}

/* Characters that no file may hold stand in one that is only quoted. */
const FORBIDDEN = "\u202e\u2066\u0000\u001b[31m\u0085\u2028\ufeff\u{e0041}";

function writeHostile(dir, text, n) {
	const wrong = hostileLadder(text, n, "new");
	const person = text();

	fs.mkdirSync(dir, {recursive: true});
	wrong.tracks.t.levels[0].requires = {[key(text())]: text()};
	wrong[key(text())] = FORBIDDEN + text();
	return {old: put(dir, "old.yaml", hostileLadder(text, n, "old")),
		new: put(dir, "new.yaml", hostileLadder(text, n, "new")),
		self: put(dir, "self.yaml", hostileAssessment(person, text, n, 0)),
		peer: put(dir, "peer.yaml", hostileAssessment(person, text, n, 1)),
		crew: putCrew(path.join(dir, "crew"), (i) => ({mentor: true,
			...hostileAssessment(`${text()} ${i}`, text, n, i % 2)})),
		broken: put(dir, "broken.yaml", wrong)};
}

/* `text` gives the next text. */
export function hostileWorld(name, dir, text, n) {
	const files = writeHostile(dir, text, n);
	const use = ["--ladder", files.new];

	return {name, ...files, use, prints: ["plan"],
		who: [...use, "--assessment", files.self],
		from: "t/l0", target: `t/l${n - 1}`, other: "u/m",
		competency: "c0", code: "L204"};
}

/* --- friendly -------------------------------------------------------------- */

/* The two differ in one rating; one has evidence. */
function friends(dir, ladder, person, role, target, [id, low, high]) {
	const of = (assessor, date, stage, evidence) => put(dir,
		`${ladder}-${assessor}.yaml`, {format: "assessment/1", ladder,
			person, assessor, date, target,
			ratings: {[id]: {stage, evidence}}});

	return {self: of("self", "2026-11-02", low, [{text: "RFC 17",
			url: "https://e.example/rfc/17", date: "2026-06-01"}]),
		peer: of("lead", "2027-02-01", high, []),
		crew: putCrew(path.join(dir, `${ladder}-crew`), (i) => ({
			format: "assessment/1", ladder, person: `${person} ${i}`,
			date: "2026-11-02", role, baseline: role, target,
			mentor: i < 2, ratings: {[id]: i < 3 ? low : high}}))};
}

function japanese(dir, files) {
	const old = fs.readFileSync(`${files}/ja.yaml`, "utf8");
	const changed = path.join(dir, "ja-new.yaml");
	const broken = path.join(dir, "ja-broken.yaml");
	const use = ["--ladder", `${files}/ja.yaml`];

	fs.writeFileSync(changed, old.replaceAll("障害時の", "停止した時の")
		.replace("{sekkei: 1}", "{sekkei: 2}"));
	fs.writeFileSync(broken, old.replace("{sekkei: 1}", "{設計: 1}"));
	return {name: "japanese", use, prints: ["plan"],
		...friends(dir, "kyoto", "山田 花子", "ic/minarai", "一人前",
			   ["sekkei", 1, 2]),
		who: [...use, "--target", "一人前"], from: "見習い",
		target: "一人前", other: "見習い", competency: "設計",
		old: `${files}/ja.yaml`, new: changed, code: "L204", broken};
}

export function friendlyWorlds(dir, tests) {
	const files = `${tests}/golden/files`;
	const shipped = ["--ladder", "builtin:software-engineering"];
	const acme = ["--ladder", `${files}/acme.yaml`];

	return [
		{name: "shipped", use: shipped, prints: ["plan-from", "ladder"],
		 ...friends(dir, "software-engineering", "Ada", "ic/senior",
			    "principal", ["mentoring", 2, 3]),
		 who: [...shipped, "--target", "principal"], from: "junior",
		 target: "principal", other: "engineering-manager",
		 competency: "mentoring", code: "changes",
		 old: "builtin:software-engineering",
		 new: "builtin:payments-engineering",
		 broken: `${tests}/rules/L204/bad.yaml`},
		{name: "acme", use: acme, prints: [],
		 ...friends(dir, "acme", "Ada", "ic/senior", "staff",
			    ["design", 1, 3]),
		 who: [...acme, "--assessment", `${files}/ada.yaml`],
		 from: "junior", target: "staff", other: "lead",
		 competency: "mentoring", code: "D403",
		 old: `${files}/acme.yaml`, new: `${files}/acme-3.yaml`,
		 broken: `${tests}/rules/L206/bad.yaml`},
		japanese(dir, files),
	];
}
