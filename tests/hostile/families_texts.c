/* Texts for the rules of wording to be slow over. */
#include "hostile/family.h"

#define HEAD "format: ladder/1\nid: t\nname: T\nlanguage: en\n"
#define TRACK "tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n"
#define BEHAVIOURS                                                  \
	"competencies:\n  a:\n    name: A\n    layer: technical\n" \
	"    stages:\n    - behaviours:\n"

const struct family families_texts[] = {
	{"behaviours",
	 {HEAD BEHAVIOURS, "      - Writes the report number $i.\n", TRACK}},
	{"behaviours-same",
	 {HEAD BEHAVIOURS, "      - Writes the report of the week.\n", TRACK}},
	{"behaviours-nearly-same",
	 {HEAD BEHAVIOURS,
	  "      - Writes the report of week $i for everyone on the team.\n",
	  TRACK}},
	{"behaviours-of-same-letters",
	 {HEAD BEHAVIOURS,
	  "      - Reviews one's $r work and one's $r review of it.\n", TRACK}},
	{"behaviours-of-one-word", {HEAD BEHAVIOURS, "      - Writes\n", TRACK}},
	{"behaviours-empty", {HEAD BEHAVIOURS, "      - ''\n", TRACK}},
	{"behaviours-vague",
	 {HEAD BEHAVIOURS, "      - Understands and knows it very well $i.\n",
	  TRACK}},
	{"behaviours-drafted",
	 {HEAD BEHAVIOURS, "      - TODO tbd lorem ipsum $i\n", TRACK}},
	{"behaviours-of-years",
	 {HEAD BEHAVIOURS, "      - Has at least $i years of experience.\n",
	  TRACK}},
	{"behaviours-as-examples",
	 {HEAD BEHAVIOURS, "      - For example, e.g. must write it $i.\n",
	  TRACK}},
	{"behaviours-foreign",
	 {HEAD BEHAVIOURS, "      - Wr\xd1\x96t\xd0\xb5s the r\xd0\xb5port $i.\n",
	  TRACK}},
	{"behaviours-hidden",
	 {HEAD BEHAVIOURS, "      - Writes the re\xe2\x80\x8bport $i.\n", TRACK}},
	{"behaviours-of-kanji",
	 {"format: ladder/1\nid: t\nname: T\nlanguage: ja\n" BEHAVIOURS,
	  "      - \xe8\xaa\xb2\xe9\xa1\x8c\xe3\x82\x92$i\xe3\x80\x82\n", TRACK}},
	{"behaviour-long",
	 {HEAD BEHAVIOURS "      - >\n", "        writes the report\n", TRACK}},
	{"behaviours-long",
	 {HEAD BEHAVIOURS,
	  "      - Writes the report and reads it and writes it again and "
	  "reads it and then writes it and reads it and sends it and writes "
	  "another and reads it and so on and on, until number $i is done.\n",
	  TRACK}},
	{"behaviours-with-ids",
	 {HEAD BEHAVIOURS, "      - {id: b$i, text: Writes number $i.}\n", TRACK}},
	{"behaviours-with-same-ids",
	 {HEAD BEHAVIOURS, "      - {id: b, text: Writes number $i.}\n", TRACK}},
	{"same-in-all-stages",
	 {HEAD "competencies:\n  a:\n    name: A\n    layer: technical\n"
	       "    stages:\n",
	  "    - behaviours: [Writes the report of the week.]\n", TRACK}},
	{"same-in-all-competencies",
	 {HEAD "competencies:\n",
	  "  c$i:\n    name: C\n    layer: technical\n    stages:\n"
	  "    - behaviours: [Writes the report of the week.]\n",
	  "tracks:\n  t:\n    levels:\n", "    - {id: l$i, requires: {c$i: 1}}\n"}},
	{"same-in-all-cells",
	 {HEAD "competencies: {a: {name: A, layer: technical}}\n"
	       "tracks:\n  t:\n    levels:\n",
	  "    - {id: l$i, expects: {a: [Writes the report of the week.]}}\n"}},
	{"examples",
	 {HEAD "competencies:\n  a:\n    name: A\n    layer: technical\n"
	       "    stages:\n    - examples:\n",
	  "      - You must write it $i.\n", TRACK}},
	{"evidence",
	 {HEAD "competencies:\n  a:\n    name: A\n    layer: technical\n"
	       "    stages:\n    - evidence:\n",
	  "      - A report $i.\n", TRACK}},
	{"resources",
	 {HEAD "competencies:\n  a:\n    name: A\n    layer: technical\n"
	       "    stages:\n    - resources:\n",
	  "      - {title: Book $i, type: boook, url: 'javascript:$i'}\n", TRACK}},
	{"counts-declared",
	 {HEAD BEHAVIOURS, "      - Does two of the three things $i.\n", TRACK}},
	{NULL},
};
