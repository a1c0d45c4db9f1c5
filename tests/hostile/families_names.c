/* Names that are nearly others, and references that lead nowhere or round. */
#include "hostile/family.h"

#define HEAD "format: ladder/1\nid: t\nname: T\n"
#define ABC \
	"competencies: {a: {name: A, layer: technical, stages: [{id: s}]}}\n"
#define TRACK "tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n"
#define LEVELS "tracks:\n  t:\n    levels:\n"
#define COMPETENCY "  c$i: {name: C$i, layer: technical, stages: [{id: s}]}\n"

const struct family families_names[] = {
	/* near misses: each could be many others */
	{"near-keys", {HEAD, "summar$i: a\n", ABC TRACK}},
	{"near-competencies",
	 {HEAD "competencies:\n",
	  "  deliver-$i: {name: C, layer: technical, stages: [{id: s}]}\n",
	  LEVELS, "    - {id: l$i, requires: {delivr-$i: 1}}\n"}},
	{"near-competencies-long",
	 {HEAD "competencies:\n",
	  "  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-$i: "
	  "{name: C, layer: technical, stages: [{id: s}]}\n",
	  LEVELS,
	  "    - {id: l$i, requires: "
	  "{aaaaaaaaaaaaaaaaaaaaaaaaaaaabaaaaaaaaaaaaaaaaaaaa-$i: 1}}\n"}},
	{"near-stages",
	 {HEAD "competencies:\n  a:\n    name: A\n    layer: technical\n"
	       "    stages:\n",
	  "    - id: reached-$i\n", LEVELS,
	  "    - {id: l$i, requires: {a: reachd-$i}}\n"}},
	{"near-roles",
	 {HEAD ABC LEVELS, "    - {id: level-$i, requires: {a: 1}}\n", "moves:\n",
	  "- {from: t/levl-$i, to: levle-$i}\n"}},
	{"near-words",
	 {HEAD "competencies:\n", "  c$i: {name: C, layer: technicl}\n", TRACK}},
	{"near-categories",
	 {HEAD "categories:\n", "  cat-$i: {name: C, layer: technical}\n",
	  "competencies:\n", "  c$i: {name: C, category: cta-$i}\n"}},
	{"near-scores",
	 {HEAD ABC "scores:\n", "  sum-$i: {of: [a]}\n", LEVELS,
	  "    - {id: l$i, scores: {smu-$i: 1}}\n"}},
	{"near-formats", {"format: ladder/1\nid: t\nname: T\n", "forma$i: a\n"}},
	/* the same again */
	{"ids-same",
	 {HEAD ABC LEVELS, "    - {id: l, requires: {a: 1}}\n"}},
	{"ids-of-other-case",
	 {HEAD ABC LEVELS, "    - {id: l$h, requires: {a: 1}}\n"
			   "    - {id: L$h, requires: {a: 1}}\n"}},
	{"ids-bad", {HEAD ABC LEVELS, "    - {id: -$i-, requires: {a: 1}}\n"}},
	{"competencies-of-other-case",
	 {HEAD "competencies:\n",
	  "  c$i: {name: C, layer: technical, stages: [{}]}\n"
	  "  C$i: {name: C, layer: technical, stages: [{}]}\n",
	  TRACK}},
	{"titles-same",
	 {HEAD ABC LEVELS,
	  "    - {id: l$i, title: Lead, titles: [Lead], requires: {a: 1}}\n",
	  "moves:\n", "- {from: lead, to: lead}\n"}},
	/* loops and chains */
	{"needs-in-a-loop",
	 {HEAD "competencies:\n",
	  "  c$i: {name: C, layer: technical, stages: [{needs: {c$+: 1}}]}\n",
	  "tracks: {t: {levels: [{id: l, requires: {c0: 1}}]}}\n"}},
	{"needs-in-many-loops",
	 {HEAD "competencies:\n",
	  "  c$i: {name: C, layer: technical, "
	  "stages: [{needs: {c$+: 1, c$-: 1, c0: 1}}]}\n",
	  "tracks: {t: {levels: [{id: l, requires: {c0: 1}}]}}\n"}},
	{"needs-of-self",
	 {HEAD "competencies:\n",
	  "  c$i: {name: C, layer: technical, stages: [{needs: {c$i: 1}}]}\n",
	  TRACK}},
	{"needs-in-a-chain",
	 {HEAD "competencies:\n",
	  "  c$i: {name: C, layer: technical, stages: "
	  "[{id: s}, {needs: {c$+: 1}}]}\n",
	  LEVELS, "    - {id: l$i, requires: {c$i: 2}}\n"}},
	{"needs-of-one",
	 {HEAD "competencies:\n",
	  "  c$i: {name: C, layer: technical, stages: [{needs: {c0: 1}}]}\n",
	  LEVELS, "    - {id: l$i, requires: {c$-: 1}}\n"}},
	{"needs-up-and-down",
	 {HEAD "competencies:\n  z:\n    name: Z\n    layer: technical\n"
	       "    stages:\n",
	  "    - {needs: {c$-: 1}}\n", "",
	  "  c$i: {name: C, layer: technical, stages: [{}]}\n", LEVELS,
	  "    - {id: l$i, requires: {z: $+}}\n"}},
	{"renamed-in-a-loop",
	 {HEAD "competencies:\n",
	  "  c$i: {name: C, layer: technical, stages: [{}], "
	  "renamed-from: [c$+]}\n",
	  TRACK}},
	{"renamed-from-one",
	 {HEAD "competencies:\n",
	  "  c$i: {name: C, layer: technical, stages: [{}], "
	  "renamed-from: [o]}\n",
	  LEVELS, "    - {id: l$i, requires: {o: 1}}\n"}},
	{"renamed-and-used",
	 {HEAD "competencies:\n",
	  "  c$i: {name: C, layer: technical, stages: [{}], "
	  "renamed-from: [o$i]}\n",
	  LEVELS, "    - {id: l$i, requires: {o$-: 1}}\n"}},
	{"renamed-levels",
	 {HEAD ABC LEVELS,
	  "    - {id: l$i, renamed-from: [o$i], requires: {a: 1}}\n",
	  "moves:\n", "- {from: t/o$i, to: o$-}\n"}},
	{"renamed-stages",
	 {HEAD "competencies:\n  a:\n    name: A\n    layer: technical\n"
	       "    stages:\n",
	  "    - {id: s$i, renamed-from: [o$i]}\n", LEVELS,
	  "    - {id: l$i, requires: {a: o$-}}\n"}},
	{"retired-in-a-loop",
	 {HEAD ABC TRACK "retired:\n", "  r$i: {replaced-by: r$+}\n"}},
	{"retired-and-used",
	 {HEAD ABC "retired:\n", "  r$i: {replaced-by: a}\n", LEVELS,
	  "    - {id: l$i, requires: {r$-: 1}}\n"}},
	{"moves-to-self",
	 {HEAD ABC LEVELS, "    - {id: l$i, requires: {a: 1}}\n", "moves:\n",
	  "- {from: t/l$i, to: t/l$i}\n"}},
	{"moves-twice",
	 {HEAD ABC LEVELS, "    - {id: l$i, requires: {a: 1}}\n", "moves:\n",
	  "- {from: t/l0, to: t/l1}\n"}},
	{"moves-in-a-loop",
	 {HEAD "lateral: explicit\n" ABC "tracks:\n",
	  "  t$i: {levels: [{id: l, requires: {a: 1}}]}\n", "moves:\n",
	  "- {from: t$i/l, to: t$+/l}\n"}},
	{"moves-by-title",
	 {HEAD ABC LEVELS,
	  "    - {id: l$i, title: Title $i, requires: {a: 1}}\n", "moves:\n",
	  "- {from: title $i, to: TITLE $-}\n"}},
	{NULL},
};
