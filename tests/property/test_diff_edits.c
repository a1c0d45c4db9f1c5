/* An edit script of n independent edits is n changes: each with its code, its
 * places on both sides and the roles that it reaches, in whatever company. */
#include "support/test.h"

#include "property/edits.h"
#include "property/versions.h"
#include "support/dice.h"

#include <stdio.h>
#include <stdlib.h>

enum { PARTS = 3, EDITS = 128 };

/* Which text of each slot stands on which side. */
struct script {
	uint32_t parts;
	bool chosen[1 + PARTS][EDITS][2]; /* of the head, of each part */
	struct place at[1 + PARTS][EDITS][2];
};

static uint32_t rows(const struct edit *edits)
{
	uint32_t n = 0;

	while (edits[n].slot)
		n++;
	assert_true(n <= EDITS);
	return n;
}

static const struct edit *edits_of(uint32_t part)
{
	return part ? part_edits : head_edits;
}

/* --- writing -------------------------------------------------------------- */

struct writer {
	struct script *script;
	struct buf *out;
	int side;
	uint32_t part; /* 0: the head */
	uint32_t line, line_at;
};

static void write_char(struct writer *w, char c)
{
	buf_char(w->out, c);
	if (c != '\n')
		return;
	w->line++;
	w->line_at = (uint32_t)w->out->len;
}

/* Gives the rest of the text. `edit` is the one whose text this is. */
static void write_text(struct writer *w, struct str text, uint32_t edit)
{
	char number[12];

	snprintf(number, sizeof number, "%u", w->part);
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '%')
			buf_z(w->out, number);
		else if (text.ptr[i] == '^')
			w->script->at[w->part][edit][w->side] = (struct place){
				w->line + 1,
				(uint32_t)w->out->len - w->line_at + 1};
		else
			write_char(w, text.ptr[i]);
	}
}

/* The slot "name" or "name:2". */
static void write_slot(struct writer *w, struct str slot)
{
	const struct edit *edits = edits_of(w->part);
	struct str name = str_head(slot, str_index(slot, ':'));
	bool second = name.len < slot.len;
	uint32_t i = 0;

	while (edits[i].slot && !str_is(name, edits[i].slot))
		i++;
	if (!edits[i].slot)
		fail_msg("no edit has the slot %.*s", STR_ARG(name));
	else
		write_text(w,
			   str_of((second ? edits[i].second : edits[i].text)
					  [w->script->chosen[w->part][i]
							    [w->side]]),
			   i);
}

static void write_template(struct writer *w, const char *template)
{
	struct str s = str_of(template);

	while (s.len) {
		struct str plain = str_head(s, str_index(s, '@'));

		write_text(w, plain, 0);
		s = str_from(s, plain.len);
		if (s.len) {
			size_t end = str_index(s, '}');

			write_slot(w, str_from(str_head(s, end), 2));
			s = str_from(s, end + 1);
		}
	}
}

static void write_parts(struct writer *w, const char *key, const char *template)
{
	w->part = 0;
	write_template(w, key);
	for (w->part = 1; w->part <= w->script->parts; w->part++)
		write_template(w, template);
}

static void write_side(struct script *s, int side, struct buf *out)
{
	struct writer w = {.script = s, .out = out, .side = side};

	write_template(&w, edits_head);
	write_parts(&w, "categories:\n", edits_categories);
	write_parts(&w, "competencies:\n", edits_competencies);
	write_parts(&w, "scores:\n", edits_scores);
	write_parts(&w, "tracks:\n", edits_tracks);
	write_parts(&w, "moves:\n", edits_moves);
	write_parts(&w, "retired:\n", edits_retired);
}

/* --- what is expected ----------------------------------------------------- */

/* The names of one side out of "a>b c ", with the part's number. */
static void print_reach(struct buf *b, const char *reach, uint32_t part,
			bool turned)
{
	struct str s = str_of(reach);

	while (s.len) {
		struct str word = str_head(s, str_index(s, ' '));
		size_t arrow = str_index(word, '>');

		s = str_from(s, word.len + 1);
		if (arrow < word.len)
			word = turned ? str_head(word, arrow)
				      : str_from(word, arrow + 1);
		buf_char(b, ' ');
		for (size_t i = 0; i < word.len; i++)
			if (word.ptr[i] == '%')
				buf_printf(b, "%u", part);
			else
				buf_char(b, word.ptr[i]);
	}
}

static void print_place(struct buf *b, struct place p)
{
	if (p.line)
		buf_printf(b, " %u:%u", p.line, p.column);
	else
		buf_z(b, " -");
}

/* The line that an edit should be; empty where both sides are the same. */
static struct str expected_line(const struct script *s, uint32_t part,
				uint32_t i, struct arena *a)
{
	const struct edit *e = &edits_of(part)[i];
	const bool *chosen = s->chosen[part][i];
	bool turned = chosen[0] && !chosen[1];
	enum change_code code = e->code;
	struct buf b = {0};
	struct str line;

	if (chosen[0] == chosen[1])
		return (struct str){0};
	if (turned)
		code = change_table[code].mirror;
	buf_printf(&b, "%s %s", change_table[code].id, change_table[code].name);
	print_place(&b, s->at[part][i][0]);
	print_place(&b, s->at[part][i][1]);
	print_reach(&b, e->reach, part, turned);
	line = arena_str(a, buf_str(&b));
	buf_release(&b);
	return line;
}

static struct str actual_line(const struct change *c, struct arena *a)
{
	struct buf b = {0};
	struct str line;

	buf_printf(&b, "%s%s %s", c->inside ? "inside: " : "",
		   change_table[c->code].id, change_table[c->code].name);
	print_place(&b, side_place(&c->old));
	print_place(&b, side_place(&c->new));
	for_each(role, &c->reaches)
		buf_printf(&b, " %.*s", STR_ARG((*role)->path));
	line = arena_str(a, buf_str(&b));
	buf_release(&b);
	return line;
}

static int by_text(const void *x, const void *y)
{
	const struct str *a = x, *b = y;

	return str_cmp(*a, *b);
}

typedef VEC(struct str) lines;

static lines expected_lines(const struct script *s, struct arena *a)
{
	lines list = {0};

	for (uint32_t part = 0; part <= s->parts; part++)
		for (uint32_t i = 0; i < rows(edits_of(part)); i++) {
			struct str line = expected_line(s, part, i, a);

			if (line.len)
				*vec_add(a, &list) = line;
		}
	return list;
}

static lines actual_lines(const struct diff *d, struct arena *a)
{
	lines list = {0};

	for_each(c, &d->changes)
		*vec_add(a, &list) = actual_line(c, a);
	return list;
}

static const char *first_difference(lines want, lines got, struct arena *a)
{
	uint32_t i = 0;

	if (want.n)
		qsort(want.at, want.n, sizeof *want.at, by_text);
	if (got.n)
		qsort(got.at, got.n, sizeof *got.at, by_text);
	while (i < want.n && i < got.n && str_eq(want.at[i], got.at[i]))
		i++;
	if (i == want.n && i == got.n)
		return NULL;
	return arena_printf(a,
			    "%u changes instead of %u;\nexpected %.*s\n"
			    "     got %.*s\n",
			    got.n, want.n,
			    STR_ARG(i < want.n ? want.at[i] : STR("no more")),
			    STR_ARG(i < got.n ? got.at[i] : STR("no more")))
		.ptr;
}

/* --- scripts -------------------------------------------------------------- */

static void check_script(struct script *s, const char *name, bool *seen)
{
	struct buf text[2] = {{0}};
	struct versions v;
	struct arena a = {0};
	const char *wrong;

	memset(s->at, 0, sizeof s->at);
	write_side(s, 0, &text[0]);
	write_side(s, 1, &text[1]);
	versions_init(&v, buf_str(&text[0]), buf_str(&text[1]));
	wrong = first_difference(expected_lines(s, &a),
				 actual_lines(v.there, &a), &a);
	if (!wrong)
		wrong = diff_wrong(v.there, &a);
	if (!wrong)
		wrong = mirror_wrong(&v, &a);
	if (wrong)
		versions_fail(&v, buf_str(&text[0]), buf_str(&text[1]), "edits",
			      "%s: %s", name, wrong);
	for_each(c, &v.there->changes)
		seen[c->code] = true;
	for_each(c, &v.back->changes)
		seen[c->code] = true;
	arena_release(&a);
	versions_release(&v);
	buf_release(&text[0]);
	buf_release(&text[1]);
}

/* Each edit alone, whatever its neighbours are. */
static void check_each(bool *seen)
{
	for (uint32_t part = 0; part < 2; part++)
		for (uint32_t i = 0; edits_of(part)[i].slot; i++)
			for (int rest = 0; rest < 2; rest++) {
				struct script s = {.parts = 1};

				memset(s.chosen, rest, sizeof s.chosen);
				s.chosen[part][i][0] = false;
				s.chosen[part][i][1] = true;
				check_script(&s, edits_of(part)[i].slot, seen);
			}
}

static void check_random(uint32_t seed, bool *seen)
{
	struct dice dice = {seed};
	struct script s = {.parts = 1 + dice_below(&dice, PARTS)};
	uint32_t rate = 1 + dice_below(&dice, 30);
	char name[32];

	for (uint32_t part = 0; part <= s.parts; part++)
		for (uint32_t i = 0; edits_of(part)[i].slot; i++) {
			bool *chosen = s.chosen[part][i];

			chosen[0] = dice_once_in(&dice, 2);
			chosen[1] = chosen[0] ^ dice_once_in(&dice, rate);
		}
	snprintf(name, sizeof name, "seed %u", seed);
	check_script(&s, name, seen);
}

/* --- edits that touch all of a ladder ------------------------------------- */

static const char small[] =
	"format: ladder/1\nid: x\nname: X\nthreshold: 0.5\n"
	"competencies:\n"
	"  a: {name: A, layer: technical, stages: ["
	"{id: one, behaviours: [Reads maps, Draws maps]}, {id: two}]}\n"
	"  b: {name: B, layer: technical, stages: [{id: one}, {id: two}]}\n"
	"  c: {name: C, layer: technical, stages: [{id: one}, {id: two}]}\n"
	"tracks:\n"
	"  ic:\n    levels:\n"
	"      - {id: l1, rank: 1, requires: {a: 1}}\n"
	"      - {id: l2, rank: 2, requires: {b: 1}}\n"
	"      - {id: l3, rank: 3, requires: {a: 2}}\n"
	"  m:\n    levels:\n"
	"      - {id: m1, rank: 2, requires: {c: 1}}\n"
	"      - {id: m2, rank: 4, requires: {c: 2}}\n"
	"      # the end\n";

static const struct {
	const char *from, *to, *expected;
} large_edits[] = {
	{"threshold: 0.5", "threshold: 0.75",
	 "D010 threshold-raised 4:12 4:12 threshold "
	 "ic/l1 ic/l2 ic/l3 m/m1 m/m2\n"},
	{"b: {name: B, layer: technical, stages: [{id: one}, {id: two}]}",
	 "b: {name: B, layer: technical, stages: [{id: two}, {id: one}]}",
	 "D228 stage-moved 7:59 7:48 competencies.b.stages.two ic/l2 ic/l3\n"
	 "D228 stage-moved 7:48 7:59 competencies.b.stages.one ic/l2 ic/l3\n"},
	/* m/m2 asks more of what m/m1 asks anyway */
	{"threshold: 0.5", "threshold: 0.5\ncumulative: false",
	 "D007 cumulative-off 1:1 5:13 cumulative ic/l2 ic/l3\n"},
	/* only these two are of one rank */
	{"threshold: 0.5", "threshold: 0.5\nlateral: explicit",
	 "D008 lateral-closed 1:1 5:10 lateral ic/l2 m/m1\n"},
	{"rank: 2, requires: {b", "rank: 2, cumulative: false, requires: {b",
	 "D007 cumulative-off 13:9 13:39 tracks.ic.levels.l2.cumulative "
	 "ic/l2\n"},
	{"      - {id: l2, rank: 2, requires: {b: 1}}\n", "",
	 "D111 level-removed 13:14 - tracks.ic.levels.l2 ic/l3\n"},
	{"Reads maps", "Reads  *maps*",
	 "D330 dressing-changed 6:66 6:66 "
	 "competencies.a.stages.one.behaviours.1 ic/l1 ic/l2 ic/l3\n"},
	{"      - {id: m1,",
	 "      - {id: l3, rank: 1, renamed-from: [ic/l3], "
	 "requires: {a: 2}}\n      - {id: m1,",
	 "D114 level-moved 14:14 16:14 tracks.m.levels.l3 m/l3\n"
	 "  D115 rank-changed 14:24 16:24 tracks.m.levels.l3.rank m/l3\n"
	 "D401 requirement-added - 16:64 tracks.m.levels.l3.requires.a "
	 "m/m1 m/m2\n"},
};

static struct str replaced(struct str text, const char *from, const char *to,
			   struct arena *a)
{
	const char *at = strstr(text.ptr, from);

	assert_non_null(at);
	return arena_printf(a, "%.*s%s%s", (int)(at - text.ptr), text.ptr, to,
			    at + strlen(from));
}

static void check_large(size_t i, bool *seen)
{
	struct arena a = {0};
	struct str old = str_of(small), new;
	struct versions v;
	struct str got;

	new = replaced(old, large_edits[i].from, large_edits[i].to, &a);
	if (strstr(large_edits[i].to, "ic/l3"))
		new = replaced(new,
			       "      - {id: l3, rank: 3, requires: "
			       "{a: 2}}\n",
			       "", &a);
	versions_init(&v, old, new);
	versions_compare(&v, true);
	got = versions_print(v.there, &a);
	if (!str_is(got, large_edits[i].expected))
		versions_fail(&v, old, new, "large", "and not\n%s",
			      large_edits[i].expected);
	assert_null(mirror_wrong(&v, &a));
	for_each(c, &v.there->changes)
		seen[c->code] = seen[change_table[c->code].mirror] = true;
	versions_release(&v);
	arena_release(&a);
}

/* Another base that says the same is one change. */
static void check_base(bool *seen)
{
	static const char top[] = "format: ladder/1\nid: t\nname: T\n"
				  "extends: ";
	struct arena a = {0};
	struct versions v = {0};

	world_init(&v.w);
	world_add(&v.w, "/w/one.yaml", small);
	world_add(&v.w, "/w/two.yaml", small);
	v.old = world_ladder_bytes(&v.w, arena_printf(&a, "%sone.yaml\n", top));
	v.new = world_ladder_bytes(&v.w, arena_printf(&a, "%stwo.yaml\n", top));
	assert_true(v.old && v.old->usable && v.new &&v.new->usable);
	versions_compare(&v, false);
	assert_str(versions_print(v.there, &a),
		   "D005 base-changed 4:10 4:10 extends\n");
	assert_null(mirror_wrong(&v, &a));
	seen[CHANGE_D005] = true;
	versions_release(&v);
	arena_release(&a);
}

static void test_scripts(void **state)
{
	uint32_t n = versions_wanted(1500);
	bool seen[N_CHANGES] = {false};

	(void)state;
	check_base(seen);
	for (size_t i = 0; i < N_OF(large_edits); i++)
		check_large(i, seen);
	check_each(seen);
	for (uint32_t seed = 1; seed <= n; seed++)
		check_random(seed, seen);
	for (int i = 0; i < N_CHANGES; i++)
		if (!seen[i])
			print_error("no edit is a %s\n", change_table[i].name);
	for (int i = 0; i < N_CHANGES; i++)
		assert_true(seen[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scripts),
	};

	return cmocka_run_group_tests_name("diff/edits", tests, NULL, NULL);
}
