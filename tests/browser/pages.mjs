/* The pages that are looked at: a row for each, as words for the program. `w`
 * is a world (worlds.mjs): `use` names its ladder, `who` also whose plan it
 * is, `self` and `peer` what two people say of one, the later the peer; `crew`
 * is a directory of some people. To look at another page is to add its row.
 *
 * status: with which the program ends, 0 where missing. */
export const PAGES = [
	{name: "plan", words: (w) => ["plan", ...w.who]},
	{name: "plan-from", words: (w) => ["plan", ...w.use, "--from", w.from,
		"--target", w.target, "--all", "--start", "2026-11-02",
		"--routes", "3"]},
	{name: "gap", words: (w) => ["gap", ...w.who]},
	{name: "compare", words: (w) => ["compare", ...w.use, w.target,
		w.other]},
	{name: "case", words: (w) => ["case", ...w.use, "--assessment",
		w.self]},
	{name: "log", words: (w) => ["log", ...w.use, "--assessment", w.self]},
	{name: "progress", words: (w) => ["progress", ...w.use, w.self,
		w.peer]},
	{name: "team", words: (w) => ["team", ...w.use, w.crew]},
	{name: "team-counts", words: (w) => ["team", ...w.use, w.crew,
		"--names", "off"]},
	{name: "calibrate", words: (w) => ["calibrate", ...w.use, w.self,
		w.peer]},
	{name: "ladder", words: (w) => ["show", ...w.use]},
	{name: "role", words: (w) => ["show", ...w.use, w.target]},
	{name: "competency", words: (w) => ["show", ...w.use, w.competency]},
	{name: "list", words: (w) => ["list", ...w.use]},
	{name: "diff", words: (w) => ["diff", w.old, w.new]},
	{name: "diff-roles", words: (w) => ["diff", `${w.new}:${w.from}`,
		`${w.new}:${w.target}`]},
	{name: "explain", words: (w) => ["explain", w.code]},
	{name: "validate", words: (w) => ["validate", w.broken], status: 1},
];
