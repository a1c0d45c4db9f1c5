/* Assessments, configurations and baselines. */
#include "hostile/family.h"

#define HEAD \
	"format: assessment/1\nladder: honest\nperson: P\ndate: 2026-11-01\n"
#define KNOWN "format: accepted/1\naccepted:\n"
#define LADDER                                                              \
	"format: ladder/1\nid: t\nname: T\ncompetencies: {a: {name: A, "    \
	"layer: technical, stages: [{id: s}]}}\n"                           \
	"tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n"

const struct family families_people[] = {
	{"ratings-unknown", {HEAD "ratings:\n", "  q$i: 1\n"},
	 .is_assessment = true},
	{"ratings-near", {HEAD "ratings:\n", "  skill-$i-: 1\n"},
	 .is_assessment = true},
	{"ratings-same", {HEAD "ratings:\n", "  skill-1: 1\n"},
	 .is_assessment = true},
	{"ratings-wrong", {HEAD "ratings:\n  skill-1: {", "stag$i: 1, ", "}\n"},
	 .is_assessment = true},
	{"evidence-of-a-rating",
	 {HEAD "ratings:\n  skill-1:\n    stage: 1\n    evidence:\n",
	  "    - {date: 2026-12-01, text: Did it $i}\n"},
	 .is_assessment = true},
	{"evidence-same",
	 {HEAD "ratings:\n  skill-1:\n    stage: 1\n    evidence:\n",
	  "    - {date: 2020-01-01, text: Did it}\n"},
	 .is_assessment = true},
	{"met-of-a-rating",
	 {HEAD "ratings:\n  skill-1:\n    stage: 1\n    met: [", "m$i, ", "]\n"},
	 .is_assessment = true},
	{"met-by-number",
	 {HEAD "ratings:\n  skill-1:\n    stage: 1\n    met: [", "$i, ", "]\n"},
	 .is_assessment = true},
	{"avoided", {HEAD "avoid: [", "t$i/l, ", "]\n"}, .is_assessment = true},
	{"keys-of-an-assessment", {HEAD, "rating$i: 1\n"}, .is_assessment = true},
	{"notes", {HEAD "ratings:\n  skill-1:\n    stage: 1\n    note: |\n",
		   "      a\n"},
	 .is_assessment = true},
	/* a small file under a large configuration */
	{"severities",
	 {LADDER},
	 .beside = ".ladder.yaml",
	 .beside_parts = {"severity:\n", "  L$i: off\n"}},
	{"severities-near",
	 {LADDER},
	 .beside = ".ladder.yaml",
	 .beside_parts = {"severity:\n", "  dead-en$i: off\n"}},
	{"ignored-paths",
	 {LADDER},
	 .beside = ".ladder.yaml",
	 .beside_parts = {"ignore:\n", "- '**/*$i*/**'\n"}},
	{"ignored-stars",
	 {LADDER},
	 .beside = ".ladder.yaml",
	 .beside_parts = {"ignore: ['", "*/**", "']\n"}},
	{"vague-words",
	 {LADDER},
	 .beside = ".ladder.yaml",
	 .beside_parts = {"vague-words:\n  en:\n", "  - word$i\n"}},
	{"keys-of-a-configuration",
	 {LADDER},
	 .beside = ".ladder.yaml",
	 .beside_parts = {"", "severit$i: a\n"}},
	/* a baseline, and one that nothing asks for */
	{"baseline",
	 {"format: ladder/1\nid: t\nname: T\n", "z$i: a\n"},
	 .options = "--baseline=known.yaml",
	 .beside = "known.yaml",
	 .beside_parts = {KNOWN, "- {fingerprint: '$f', code: L303, "
				 "file: f.yaml, reason: a}\n"}},
	{"baseline-same",
	 {LADDER},
	 .options = "--baseline=known.yaml",
	 .beside = "known.yaml",
	 .beside_parts = {KNOWN, "- {fingerprint: '0123456789abcdef'}\n"}},
	{NULL},
};
