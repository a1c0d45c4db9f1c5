/* Ladders that are large in one direction. */
#include "hostile/family.h"

#define HEAD "format: ladder/1\nid: t\nname: T\n"
#define ABC \
	"competencies: {a: {name: A, layer: technical, stages: [{id: s}]}}\n"
#define TRACK "tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n"
#define LEVELS "tracks:\n  t:\n    levels:\n"
#define COMPETENCY "  c$i: {name: C$i, layer: technical, stages: [{id: s}]}\n"

const struct family families_ladders[] = {
	/* what people write, with which the others are compared */
	{"honest",
	 {HEAD "competencies:\n",
	  "  skill-$i:\n    name: Skill $i\n    layer: technical\n"
	  "    summary: Runs the service number $i for those who use it.\n"
	  "    stages:\n"
	  "      - id: first\n        name: First\n        effort: 16h-32h\n"
	  "        behaviours:\n"
	  "          - Answers what others ask about part $i the same day.\n"
	  "          - Measures part $i and keeps the figures in the open.\n"
	  "        evidence: [A report about part $i that others use.]\n"
	  "      - id: second\n        name: Second\n        elapsed: 3mo\n"
	  "        behaviours:\n"
	  "          - Plans the release of part $i with its users.\n"
	  "        evidence: [A release $i that went out in time.]\n",
	  "tracks:\n",
	  "  track-$i:\n    name: Track $i\n    levels:\n"
	  "      - id: one\n        title: One\n        requires:\n"
	  "          skill-$i: 1\n"
	  "      - id: two\n        title: Two\n        requires:\n"
	  "          skill-$i: 2\n          skill-$+: 1\n"}},
	{"competencies", {HEAD "competencies:\n", COMPETENCY, TRACK}},
	{"categories",
	 {HEAD "categories:\n", "  k$i: {name: K, layer: technical}\n",
	  "competencies:\n",
	  "  c$i: {name: C, category: k$-, stages: [{}]}\n", TRACK}},
	{"stages",
	 {HEAD "competencies:\n  a:\n    name: A\n    layer: technical\n"
	       "    stages:\n",
	  "    - id: s$i\n", LEVELS, "    - {id: l$i, requires: {a: $+}}\n"}},
	{"levels", {HEAD ABC LEVELS, "    - {id: l$i, requires: {a: 1}}\n"}},
	{"levels-that-ask-more",
	 {HEAD "competencies:\n", COMPETENCY, LEVELS,
	  "    - {id: l$i, requires: {c$i: 1}}\n"}},
	{"levels-not-cumulative",
	 {HEAD "cumulative: false\ncompetencies:\n", COMPETENCY, LEVELS,
	  "    - {id: l$i, requires: {c$i: 1, c$-: 1}}\n"}},
	{"levels-that-start-again",
	 {HEAD "competencies:\n", COMPETENCY, LEVELS,
	  "    - {id: l$i, cumulative: false, requires: {c$h: 1, c0: 1}}\n"}},
	{"ranks-falling",
	 {HEAD ABC LEVELS, "    - {id: l$i, rank: $-, requires: {a: 1}}\n"}},
	{"ranks-at-random",
	 {HEAD ABC LEVELS, "    - {id: l$i, rank: $r, requires: {a: 1}}\n"}},
	{"tracks",
	 {HEAD ABC "tracks:\n", "  t$i: {levels: [{id: l, requires: {a: 1}}]}\n"}},
	{"tracks-of-ten",
	 {HEAD ABC "tracks:\n",
	  "  t$i: {levels: [{id: a, requires: {a: 1}}, {id: b}, {id: c}, {id: d},"
	  " {id: e}, {id: f}, {id: g}, {id: h}, {id: i}, {id: j}]}\n"}},
	{"tracks-of-managers",
	 {HEAD ABC "tracks:\n",
	  "  t$i: {kind: manager, levels: [{id: l, rank: $+, requires: {a: 1}}]}"
	  "\n  u$i: {levels: [{id: l, rank: $+, salary: {min: 1, max: $+}, "
	  "requires: {a: 1}}]}\n"}},
	{"tracks-that-ask-all",
	 {HEAD "competencies:\n", COMPETENCY, "tracks:\n",
	  "  t$i: {levels: [{id: l, requires: {c$i: 1, c$-: 1, c0: 1}}]}\n"}},
	{"moves",
	 {HEAD ABC LEVELS, "    - {id: l$i, requires: {a: 1}}\n", "moves:\n",
	  "- {from: t/l$i, to: t/l$-}\n"}},
	{"requirements",
	 {HEAD "competencies:\n", COMPETENCY,
	  "tracks: {t: {levels: [{id: l, requires: {", "c$i: 1, ", "}}]}}\n"}},
	{"requirements-lost",
	 {HEAD ABC LEVELS, "    - {id: l$i, requires: {q$i: 1}}\n"}},
	{"choices",
	 {HEAD "competencies:\n", COMPETENCY,
	  "tracks: {t: {levels: [{id: l, choose: [\n",
	  "{at-least: 1, of: {c$i: 1, c$+: 1}},\n", "]}]}}\n"}},
	{"choice-of-all",
	 {HEAD "competencies:\n", COMPETENCY,
	  "tracks: {t: {levels: [{id: l, choose: [{at-least: $n, of: {",
	  "c$i: 1, ", "}}]}]}}\n"}},
	{"choices-of-levels",
	 {HEAD "competencies:\n", COMPETENCY, LEVELS,
	  "    - {id: l$i, choose: [{at-least: 1, of: {c$i: 1, c$-: 1}}]}\n"}},
	{"scores",
	 {HEAD "competencies:\n", COMPETENCY, "scores:\n", "  s$i: {}\n", LEVELS,
	  "    - {id: l$i, scores: {s$i: 1}}\n"}},
	{"scores-of-two",
	 {HEAD "competencies:\n", COMPETENCY, "scores:\n",
	  "  s$i: {of: [c$i, c$-], weights: {c$i: 2}}\n", LEVELS,
	  "    - {id: l$i, scores: {s$i: 1}}\n"}},
	{"score-of-all",
	 {HEAD "competencies:\n", COMPETENCY, "scores: {s: {weights: {",
	  "c$i: 0, ", "}}}\n" LEVELS, "    - {id: l$i, scores: {s: $i}}\n"}},
	{"scores-of-tracks",
	 {HEAD "competencies:\n", COMPETENCY, "scores: {s: {}}\ntracks:\n",
	  "  t$i: {scores: {s: {combine: mean, weights: {c$i: 2}}}, "
	  "levels: [{id: l, scores: {s: 1}}]}\n"}},
	{"cells",
	 {HEAD "competencies: {a: {name: A, layer: technical}}\n" LEVELS,
	  "    - {id: l$i, expects: {a: [Does the thing number $i.]}}\n"}},
	{"cells-of-a-level",
	 {HEAD "competencies:\n", "  c$i: {name: C$i, layer: technical}\n",
	  "tracks: {t: {levels: [{id: l, expects: {",
	  "c$i: [Does it $i.], ", "}}]}}\n"}},
	{"cells-of-tracks",
	 {HEAD "competencies: {a: {name: A, layer: technical}}\ntracks:\n",
	  "  t$i: {levels: [{id: l, rank: $+, expects: {a: [Does it $i.]}}]}\n"}},
	{"efforts",
	 {HEAD "effort: [", "1h, ", "]\n" ABC TRACK}},
	{"attributes",
	 {HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 1}, attributes: {",
	  "a$i: b, ", "}}]}}\n"}},
	/* over another ladder */
	{"overlay-of-levels",
	 {HEAD "extends: base.yaml\n" LEVELS, "    - {id: l$-, title: T$i}\n"},
	 .beside = "base.yaml",
	 .beside_parts = {"format: ladder/1\nid: b\nname: B\n" ABC LEVELS,
			  "    - {id: l$i, requires: {a: 1}}\n"}},
	{"overlay-of-new-levels",
	 {HEAD "extends: base.yaml\n" LEVELS,
	  "    - {id: n$i, requires: {z: 1}}\n    - {id: l$-, title: x}\n"},
	 .beside = "base.yaml",
	 .beside_parts = {"format: ladder/1\nid: b\nname: B\n" ABC LEVELS,
			  "    - {id: l$i, requires: {a: 1}}\n"}},
	{"overlay-of-nothing",
	 {HEAD "extends: base.yaml\ncompetencies:\n", "  c$-: null\n",
	  "  d: {name: D, layer: technical, stages: [{}]}\n"},
	 .beside = "base.yaml",
	 .beside_parts = {"format: ladder/1\nid: b\nname: B\ncompetencies:\n",
			  COMPETENCY, TRACK}},
	{"overlay-that-changes-nothing",
	 {HEAD "extends: base.yaml\ncompetencies:\n", "  c$-: {name: C$-}\n"},
	 .beside = "base.yaml",
	 .beside_parts = {"format: ladder/1\nid: b\nname: B\ncompetencies:\n",
			  COMPETENCY,
			  "tracks: {t: {levels: [{id: l, requires: {c0: 1}}]}}\n"}},
	{"extends-itself", {HEAD "extends: f.yaml\n", "x-$i: a\n"}},
	{"extends-in-a-loop",
	 {HEAD "extends: base.yaml\n", "x-$i: a\n"},
	 .beside = "base.yaml",
	 .beside_parts = {"format: ladder/1\nid: b\nname: B\nextends: f.yaml\n",
			  "x-$i: a\n"}},
	{NULL},
};
