#include "property/edits.h"

#define S1 "{id: one}"
#define S2 S1 ", {id: two}"
#define S3 S2 ", {id: three}"

const char edits_head[] =
	"format: ladder/1\n"
	"id: @{id}\n"
	"name: @{name}\n"
	"version: @{version}\n"
	"@{language}\n"
	"@{summary}\n"
	"effort: @{effort}\n";

const struct edit head_edits[] = {
	{"id", {"^before", "^after"}, CHANGE_D001, "", {0}},
	{"name", {"^A name", "^Another name"}, CHANGE_D003, "", {0}},
	{"version", {"^\"1.0\"", "^\"1.1\""}, CHANGE_D002, "", {0}},
	{"language", {"language: ^en", "language: ^de"}, CHANGE_D004, "", {0}},
	{"summary",
	 {"summary: ^How we grow.", "summary: ^Where we grow."},
	 CHANGE_D326, "", {0}},
	{"effort", {"^[8h, 16h]", "^[8h, 24h]"}, CHANGE_D012, "", {0}},
	{0},
};

const char edits_categories[] =
	"  cat-%: {name: Cat, layer: technical}\n"
	"  dog-%: {name: Dog, layer: technical}\n"
	"  elk-%: {name: Elk, layer: @{category-layer}}\n"
	"  @{category}\n";

const char edits_competencies[] =
	/* asked by levels of ic */
	"  base-%: {name: A, category: cat-%, stages: [" S3 "]}\n"
	"  raised-%: {name: A, category: cat-%, stages: [" S3 "]}\n"
	"  asked-%: {name: A, category: cat-%, stages: [" S3 "]}\n"
	"  early-%: {name: A, category: cat-%, stages: [" S3 "]}\n"
	"  dream-%: {name: A, category: cat-%, stages: [" S3 "]}\n"
	"  pick1-%: {name: A, category: cat-%, stages: [" S3 "]}\n"
	"  pick2-%: {name: A, category: cat-%, stages: [" S3 "]}\n"
	"  pick3-%: {name: A, category: cat-%, stages: [" S3 "]}\n"
	"  pick4-%: {name: A, category: cat-%, stages: [" S3 "]}\n"
	/* things themselves */
	"  @{competency}\n"
	"  @{competency-id} name: A, category: cat-%, stages: [" S2 "]}\n"
	"  @{competency-old-id}\n"
	"  moves-%: {name: A, category: @{competency-category},"
	" stages: [" S2 "]}\n"
	"  layer-%: {name: A, layer: @{layer}, stages: [" S2 "]}\n"
	"  share-%: {name: A, category: cat-%, threshold: @{threshold},"
	" stages: [" S2 "]}\n"
	"  label-%: {name: @{competency-name}, category: cat-%,"
	" stages: [" S2 "]}\n"
	"  about-%: {name: A, category: cat-%, @{competency-summary}"
	" stages: [" S2 "]}\n"
	"  top-%: {name: A, category: cat-%, stages: [" S2 "@{stage-top}]}\n"
	"  mid-%: {name: A, category: cat-%, stages: [" S1
	"@{stage-middle}, {id: three}]}\n"
	"  ids-%: {name: A, category: cat-%, stages: [" S1
	", @{stage-id}, {@{stage-named}summary: Third}]}\n"
	"  turn-%: {name: A, category: cat-%, stages: [" S2 "]}\n"
	"  needy-%: {name: A, category: cat-%, stages: [" S1
	", {id: two, needs: {@{need}base-%: @{need-stage}}}]}\n"
	"  slow-%: {name: A, category: cat-%, stages: [" S1
	", {id: two, effort: @{stage-effort}, elapsed: @{elapsed}}]}\n"
	"  points-%: {name: A, category: cat-%, stages: [" S1
	", {id: two, points: @{points}}]}\n"
	"  pointed-%: {name: A, category: cat-%, stages: [" S2 "]}\n"
	"  weighed-%: {name: A, category: cat-%, stages: [" S2 "]}\n"
	/* texts */
	"  texts-%:\n    name: A\n    category: cat-%\n    stages:\n"
	"      - id: one\n"
	"      - id: two\n"
	"        name: @{stage-name}\n"
	"        summary: @{stage-summary}\n"
	"        behaviours:\n"
	"          - Answers the phone before noon, part %.\n"
	"          @{behaviour}\n"
	"          - @{reworded}\n"
	"          - {text: Draws maps of rivers,@{optional} id: maps}\n"
	"          - {text: Counts all sheep twice@{behaviour-id}}\n"
	"          - {text: Sings in tune, examples: @{behaviour-examples}}\n"
	"        examples: @{examples}\n"
	"        practise: @{practise}\n"
	"        evidence: @{evidence}\n"
	"        resources: @{resources}\n"
	"  down-%: {name: A, category: cat-%, stages: [{id: one, behaviours:"
	" [Lights the fire@{down}]}, {id: two, behaviours:"
	" [Cooks soup@{down:2}]}]}\n"
	"  away-%: {name: A, category: cat-%, stages: [{id: one, behaviours:"
	" [Lights the lamp@{away}]}]}\n"
	"  home-%: {name: A, category: cat-%, stages: [{id: one, behaviours:"
	" [Bakes bread@{away:2}]}]}\n"
	"  order-%: {name: A, category: cat-%, stages: [{id: one, behaviours:"
	" @{order}}]}\n"
	/* made of cells */
	"  cells-%: {name: A, category: cat-%}\n"
	"  @{flip}\n";

const char edits_scores[] =
	"  plain-%: {of: [points-%], name: @{score-name}}\n"
	"  listed-%: {of: [pointed-%], points: @{score-points}}\n"
	"  rules-%: {of: [weighed-%], combine: @{combine}}\n"
	"  goal-%: {of: [base-%]}\n"
	"  more-%: {of: [base-%]}\n"
	"  @{score}\n";

const char edits_tracks[] =
	"  ic-%:\n    levels:\n"
	"      - id: l1\n        rank: 1\n"
	"        requires: {base-%: 1, down-%: 1@{early}}\n"
	"      - id: l2\n        rank: 2\n"
	"        requires: {raised-%: @{raised}, texts-%: 2, down-%: 2,"
	" share-%: 1, order-%: 1, away-%: 1, mid-%: three, top-%: 2,"
	" ids-%: 1, slow-%: 1, needy-%: 2, label-%: 1, about-%: 1"
	"@{asked}@{early:2}}\n"
	"        choose:\n"
	"          - {at-least: 1, of: {pick1-%: 1, base-%: 3@{option}}}\n"
	"          - {at-least: 1, of: {pick2-%: @{option-stage},"
	" base-%: 3}}\n"
	"          - {at-least: @{at-least}, of: {pick3-%: 1, base-%: 3}}\n"
	"          @{choice}\n"
	"      - id: l3\n        rank: 3\n"
	"        requires: {base-%: 2}\n"
	"        optional: {dream-%: @{dream}}\n"
	"        scores: {goal-%: @{goal}, listed-%: 1, rules-%: 1,"
	" plain-%: 1@{goal-more}}\n"
	/* levels and their own fields */
	"  own-%:\n    name: @{track-name}\n    kind: @{kind}\n"
	"    summary: @{track-summary}\n"
	"    @{track-old-id}\n"
	"    levels:\n"
	"      - id: o1\n        rank: 1\n        title: @{title}\n"
	"        summary: @{level-summary}\n"
	"        attributes: {@{attribute}}\n"
	"        experience: @{experience}\n        salary: @{salary}\n"
	"        terminal: @{terminal}\n        min-time: @{min-time}\n"
	"        requires: {home-%: 1}\n"
	"      - id: o2\n        rank: @{rank}\n"
	"        gates: [@{gate}@{gate-words}]\n"
	"        requires: {turn-%: 1}\n"
	"        @{level-old-id}\n"
	/* levels that come and go, or change their name */
	"  @{track}\n"
	"  @{track-id}\n    levels: [{id: n1, requires: {base-%: 1}}]\n"
	"  grow-%:\n    levels:\n"
	"      - {id: g1, requires: {base-%: 1}}\n"
	"      - {id: @{level-id}, requires: {base-%: 2}}\n"
	"      @{level}\n"
	"  new-ids-%:\n    levels:\n"
	"      @{in-place}, requires: {base-%: 1}}\n"
	"      - {id: @{in-place:2}, requires: {base-%: 2}}\n"
	"  afresh-%:\n    levels:\n"
	"      - {id: a1, requires: {base-%: 1}}\n"
	"      - {id: a2, cumulative: @{cumulative},"
	" requires: {pick4-%: 1}}\n"
	"  table-%:\n    levels:\n"
	"      - {id: t1, rank: 1, expects: {cells-%: [Lays one table"
	"@{cell}]}}\n"
	"      - {id: t2, rank: 2, expects: {cells-%: [Lays two tables]}}\n"
	"  flips-%: {levels: [{id: f1, @{flip:2}}]}\n";

const char edits_moves[] =
	"  - {from: ic-%/l1, to: own-%/o2}\n"
	"  @{move}\n";

const char edits_retired[] =
	"  kept-%: {since: @{since}}\n"
	"  @{retired}\n";

#define L23 "ic-%/l2 ic-%/l3 "

const struct edit part_edits[] = {
	/* tracks and levels */
	{"track",
	 {"", "^more-%: {levels: [{id: m1, requires: {base-%: 1}}]}"},
	 CHANGE_D101, "", {0}},
	{"track-id",
	 {"^once-%:", "^now-%:\n    renamed-from: [once-%]"},
	 CHANGE_D103, "", {0}},
	{"track-name", {"^Owners", "^Keepers"}, CHANGE_D003, "", {0}},
	{"kind", {"^ic", "^manager"}, CHANGE_D105, "", {0}},
	{"track-summary",
	 {"^For some.", "^For some others."}, CHANGE_D326, "", {0}},
	{"track-old-id",
	 {"", "renamed-from: [^older-%]"}, CHANGE_D140, "", {0}},
	{"in-place",
	 {"^- {id: x1", "^- {id: y1"}, CHANGE_D106, "", {"x2", "y2"}},
	{"level",
	 {"", "- {id: ^g9, requires: {base-%: 3}}"},
	 CHANGE_D110, "", {0}},
	{"level-id",
	 {"^g2", "^g2b, renamed-from: [g2]"},
	 CHANGE_D112, "grow-%/g2>grow-%/g2b ", {0}},
	{"rank", {"^2", "^3"}, CHANGE_D115, "own-%/o2 ", {0}},
	{"title", {"^Owner", "^Grand owner"}, CHANGE_D116, "own-%/o1 ", {0}},
	{"level-summary",
	 {"^Owns one thing.", "^Owns two things."},
	 CHANGE_D320, "own-%/o1 ", {0}},
	{"attribute",
	 {"^scope: team", "^scope: company"}, CHANGE_D117, "own-%/o1 ", {0}},
	{"experience",
	 {"^{min: 1}", "^{min: 2}"}, CHANGE_D118, "own-%/o1 ", {0}},
	{"salary",
	 {"^{min: 1, currency: EUR}", "^{min: 2, currency: EUR}"},
	 CHANGE_D119, "own-%/o1 ", {0}},
	{"terminal", {"^false", "^true"}, CHANGE_D120, "own-%/o1 ", {0}},
	{"min-time", {"^6mo", "^9mo"}, CHANGE_D121, "own-%/o2 ", {0}},
	{"gate", {"", "^A vacancy, "}, CHANGE_D130, "own-%/o2 ", {0}},
	{"level-old-id",
	 {"", "renamed-from: [^o0]"}, CHANGE_D140, "own-%/o2 ", {0}},
	{"retired", {"", "^gone-%: {}"}, CHANGE_D142, "", {0}},
	{"since", {"^2026-01-01", "^2026-01-02"}, CHANGE_D144, "", {0}},
	{"cumulative", {"^false", "^true"}, CHANGE_D006, "afresh-%/a2 ", {0}},

	/* categories, competencies and stages */
	{"category",
	 {"", "^fox-%: {name: Fox, layer: execution}"}, CHANGE_D201, "", {0}},
	{"category-layer",
	 {"^technical", "^execution"}, CHANGE_D203, "", {0}},
	{"competency",
	 {"", "^more-%: {name: A, category: cat-%, stages: [{id: one}]}"},
	 CHANGE_D210, "", {0}},
	{"competency-id",
	 {"^then-%: {", "^today-%: {renamed-from: [then-%],"},
	 CHANGE_D212, "", {0}},
	{"competency-old-id",
	 {"known-%: {name: A, category: cat-%, stages: [" S1 "]}",
	  "known-%: {name: A, category: cat-%, stages: [" S1
	  "], renamed-from: [^known0-%]}"},
	 CHANGE_D140, "", {0}},
	{"competency-category", {"^cat-%", "^dog-%"}, CHANGE_D214, "", {0}},
	{"layer", {"^technical", "^execution"}, CHANGE_D203, "", {0}},
	{"threshold", {"^0.5", "^0.75"}, CHANGE_D010, L23, {0}},
	{"competency-name",
	 {"^Reads maps", "^Reads many maps"}, CHANGE_D003, "", {0}},
	{"competency-summary",
	 {"", "summary: ^Reads maps.,"}, CHANGE_D320, L23, {0}},
	{"stage-top", {"", ", {id: ^three}"}, CHANGE_D220, "", {0}},
	{"stage-middle", {"", ", {id: ^two}"}, CHANGE_D222, L23, {0}},
	{"stage-id",
	 {"{id: ^two}", "{id: ^zwei, renamed-from: [two]}"},
	 CHANGE_D224, "", {0}},
	{"stage-named", {"", "id: ^three, "}, CHANGE_D226, "", {0}},
	{"flip",
	 {"^flip-%: {name: A, category: cat-%, stages: [{id: one,"
	  " behaviours: [Mends nets]}]}",
	  "^flip-%: {name: A, category: cat-%}"},
	 CHANGE_D229, "flips-%/f1 ",
	 {"requires: {flip-%: 1}", "expects: {flip-%: [Mends nets]}"}},
	{"need", {"", "raised-%: ^1, "}, CHANGE_D230, L23, {0}},
	{"need-stage", {"^1", "^2"}, CHANGE_D232, L23, {0}},
	{"stage-effort", {"^8h", "^9h-10h"}, CHANGE_D240, "", {0}},
	{"elapsed", {"^1mo", "^2mo"}, CHANGE_D241, "", {0}},
	{"points", {"^2", "^2.5"}, CHANGE_D250, "ic-%/l3 ", {0}},
	{"score-points", {"^[1, 3]", "^[2, 2]"}, CHANGE_D252, "ic-%/l3 ", {0}},

	/* texts */
	{"stage-name", {"^Two", "^Second"}, CHANGE_D003, L23, {0}},
	{"stage-summary",
	 {"^The whole team.", "^The whole house."}, CHANGE_D320, L23, {0}},
	{"behaviour",
	 {"", "- ^Writes letters to strangers of part %."},
	 CHANGE_D301, L23, {0}},
	{"reworded",
	 {"^Feeds the fish once a day.", "^Feeds the fish once a week."},
	 CHANGE_D303, L23, {0}},
	{"optional",
	 {" optional: ^true,", " optional: ^false,"}, CHANGE_D304, L23, {0}},
	{"behaviour-id", {"", ", id: ^sheep"}, CHANGE_D309, "", {0}},
	{"behaviour-examples", {"^[A]", "^[A, B]"}, CHANGE_D321, "", {0}},
	{"examples",
	 {"^[Other words]", "^[Further words]"}, CHANGE_D321, L23, {0}},
	{"practise", {"^[Try]", "^[Try, fail]"}, CHANGE_D322, L23, {0}},
	{"evidence", {"^[A prize]", "^[Two prizes]"}, CHANGE_D323, L23, {0}},
	{"resources",
	 {"^[{title: T, hours: 2}]", "^[{title: T, hours: 3}]"},
	 CHANGE_D324, L23, {0}},
	{"down",
	 {"", ", ^Boils water of part %"},
	 CHANGE_D306, "ic-%/l1 ", {", ^Boils water of part %", ""}},
	{"away",
	 {", ^Trims wicks daily of part %", ""},
	 CHANGE_D311, L23 "own-%/o1 own-%/o2 ",
	 {"", ", ^Trims wicks daily of part %"}},
	{"order",
	 {"^[Lays bricks, Paints doors]", "^[Paints doors, Lays bricks]"},
	 CHANGE_D308, "", {0}},
	{"cell", {"", ", ^Washes the cloth of part %"}, CHANGE_D301,
	 "table-%/t1 table-%/t2 ", {0}},

	/* what roles ask */
	{"raised", {"^1", "^2"}, CHANGE_D403, L23, {0}},
	{"asked", {"", ", asked-%: ^1"}, CHANGE_D401, L23, {0}},
	{"early",
	 {"", ", early-%: ^1"},
	 CHANGE_D405, "ic-%/l1 ", {", early-%: ^1", ""}},
	{"dream", {"^1", "^2"}, CHANGE_D410, "ic-%/l3 ", {0}},
	{"choice",
	 {"", "- ^{at-least: 1, of: {pick4-%: 1, asked-%: 2}}"},
	 CHANGE_D420, L23, {0}},
	{"at-least", {"^1", "^2"}, CHANGE_D422, L23, {0}},
	{"option", {"", ", pick4-%: ^2"}, CHANGE_D424, L23, {0}},
	{"option-stage", {"^1", "^2"}, CHANGE_D426, L23, {0}},
	{"score", {"", "^extra-%: {of: [base-%]}"}, CHANGE_D430, "", {0}},
	{"score-name", {"^Plain", "^Simple"}, CHANGE_D003, "", {0}},
	{"combine", {"^sum", "^mean"}, CHANGE_D438, "ic-%/l3 ", {0}},
	{"goal", {"^1", "^2"}, CHANGE_D434, "ic-%/l3 ", {0}},
	{"goal-more", {"", ", more-%: ^1"}, CHANGE_D432, "ic-%/l3 ", {0}},
	{"gate-words",
	 {"^The director agrees by word of mouth",
	  "^The director agrees by letter"}, CHANGE_D132, "own-%/o2 ", {0}},

	/* moves */
	{"move",
	 {"", "- ^{from: ic-%/l2, to: own-%/o1}"},
	 CHANGE_D501, "own-%/o1 ", {0}},
	{0},
};
