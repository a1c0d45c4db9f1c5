/* Damaged files: whatever is done to a ladder or an assessment, it is read to
 * its end, every finding lies inside its file, and no place has two of one
 * code. */
#include "support/test.h"
#include "support/world.h"

#include "lint/lint.h"
#include "property/files.h"
#include "support/dice.h"

#include <stdio.h>

static void add_some(struct buf *b, struct dice *dice)
{
	static const char *const words[] = {
		"[",
		"]",
		"{",
		"}",
		": ",
		"- ",
		"\n",
		"  ",
		"\t",
		"#",
		"&a ",
		"*a",
		"!!str ",
		"~",
		"null",
		"\"",
		"'",
		"|\n",
		">\n",
		"%",
		"---\n",
		"\r",
		"<<: ",
		"\xff",
		"\xe2\x80\xa8",
		"requires: {",
		"id: ",
		"0x1F",
		"1_000",
		"stages:",
		"expects:",
		"levels: ",
		"renamed-from: [x]",
		"extends: a.yaml\n",
		"remove: true",
		"cumulative: false",
		"99999999999",
		"-1",
		"? ",
		"rank: 0",
	};

	if (dice_once_in(dice, 8))
		buf_char(b, (char)dice_bits(dice));
	else
		buf_z(b, words[dice_below(dice, N_OF(words))]);
}

/* A copy with some damage: pieces taken out, put in, doubled, moved. */
static struct buf damaged(struct str text, struct dice *dice)
{
	struct buf b = {0};
	uint32_t wounds = 1 + dice_below(dice, 6);
	size_t at = 0;

	for (uint32_t i = 0; i < wounds && at < text.len; i++) {
		size_t next = at + dice_below(dice, (uint32_t)(text.len - at));
		size_t n = dice_below(dice, dice_once_in(dice, 4) ? 400 : 6);
		struct str piece = str_head(str_from(text, next), n);

		buf_add(&b, str_head(str_from(text, at), next - at));
		at = next;
		switch (dice_below(dice, 4)) {
		case 0:
			at += piece.len;
			break;
		case 1:
			add_some(&b, dice);
			break;
		case 2:
			buf_add(&b, piece);
			break;
		default:
			at += piece.len;
			add_some(&b, dice);
			break;
		}
	}
	if (!dice_once_in(dice, 20))
		buf_add(&b, str_from(text, at));
	return b;
}

static const char *findings_wrong(struct diag *d)
{
	struct finding *before = NULL;

	diag_sort(d);
	for_each(f, &d->findings) {
		struct source *s = f->span.source;

		if (s &&
		    (f->span.at > f->span.end || f->span.end > s->text.len))
			return "a finding outside of its file";
		if (!f->message.len)
			return "a finding without a message";
		if (s)
			source_place(s, f->span.at);
		for_each(note, &f->notes)
			if (note->span.source &&
			    note->span.end > note->span.source->text.len)
				return "a note outside of its file";
		if (before && before->span.source == s &&
		    before->span.at == f->span.at && before->code == f->code)
			return "two findings of a code at a place";
		before = f;
	}
	return NULL;
}

static void keep(struct str text)
{
	FILE *f = fopen("damaged.yaml", "wb");

	if (!f)
		return;
	fwrite(text.ptr, 1, text.len, f);
	fclose(f);
}

static void check_ladder(struct str text, const char *name, int seed)
{
	struct world w;
	struct ladder *l;
	const char *wrong;

	world_init(&w);
	l = world_ladder_bytes(&w, text);
	if (l) {
		lint_ladder(l, &w.diag, &w.arena);
		ladder_dump(l, &w.arena);
	}
	wrong = findings_wrong(&w.diag);
	if (wrong) {
		keep(text);
		fail_msg("%s, seed %d: %s (see damaged.yaml)", name, seed,
			 wrong);
	}
	world_release(&w);
}

static void test_ladders(void **state)
{
	struct arena a = {0};
	paths list = files_of_ladders(&a);

	(void)state;
	for_each(path, &list) {
		struct str text = file_read(*path, &a);
		int runs = 8 + (int)(4000000 / (text.len + 1)) % 200;

		for (int seed = 1; seed <= runs; seed++) {
			struct dice dice = {(uint64_t)seed};
			struct buf b = damaged(text, &dice);

			check_ladder(buf_str(&b), path->ptr, seed);
			buf_release(&b);
		}
	}
	arena_release(&a);
}

#define LADDER                                                            \
	"format: ladder/1\nid: t\nname: T\nversion: 2\n"                  \
	"competencies:\n"                                                 \
	"  a: {name: A, layer: technical, renamed-from: [old], stages: [" \
	"{id: a1, behaviours: [x, {id: y, text: Y}]}, {id: a2, needs: "   \
	"{b: 1}, behaviours: [x, y, z]}]}\n"                              \
	"  b: {name: B, layer: execution, stages: [{id: b1}]}\n"          \
	"  q: {name: Q, layer: leadership}\n"                             \
	"tracks:\n"                                                       \
	"  ic: {levels: [{id: l1, requires: {a: 1}, expects: {q: [x]}},"  \
	" {id: l2, requires: {a: 2}, expects: {q: [y, z]},"               \
	" renamed-from: [lx]}]}\n"                                        \
	"  m: {levels: [{id: l1, requires: {b: 1}}]}\n"                   \
	"retired: {gone: {}}\n"

static const char person[] =
	"format: assessment/1\nladder: t\nladder-version: \"1\"\nperson: P\n"
	"date: 2026-11-01\nrole: ic/l1\nsince: 2025-01-01\nbaseline: ic/l1\n"
	"target: l2\nhours-per-week: 2.5\nfocus: 3\navoid: [m, lx]\n"
	"ratings:\n"
	"  old:\n    stage: a1\n    met: [1, 2]\n    evidence:\n"
	"      - {date: 2026-08-14, text: T, url: u}\n"
	"  b: {na: None here., note: N}\n"
	"  q: {stage: l1, met: [1]}\n"
	"  a: 2\n  gone: 1\n  zz: 3\n";

static void test_assessments(void **state)
{
	struct world w;
	struct ladder *l;

	(void)state;
	world_init(&w);
	l = world_ladder(&w, LADDER);
	assert_int_equal(w.diag.findings.n, 0);
	for (int seed = 1; seed <= 4000; seed++) {
		struct dice dice = {(uint64_t)seed};
		struct buf b = damaged(str_of(person), &dice);
		struct world v;
		struct loaded file;
		struct assessment *as;
		const char *wrong;

		world_init(&v);
		file = load_text(&v.loader, STR("a"), buf_str(&b));
		as = load_assessment(&v.loader, &file, l);
		if (as && as->avoid_roles)
			assessment_stands(l, as, &v.arena);
		wrong = findings_wrong(&v.diag);
		if (wrong) {
			keep(buf_str(&b));
			fail_msg("seed %d: %s (see damaged.yaml)", seed, wrong);
		}
		if (as)
			doc_release(&as->doc);
		load_release(&file);
		world_release(&v);
		buf_release(&b);
	}
	world_release(&w);
}

/* Random small damage to a base and its overlay together. */
static void test_overlays(void **state)
{
	static const char over[] =
		"format: ladder/1\nid: o\nname: O\nextends: base.yaml\n"
		"competencies: {a: {stages: [{id: a1, behaviours: ["
		"{id: y, remove: true}, {id: n, text: N}]}]}, b: ~,"
		" c: {name: C, layer: technical, stages: [{id: c1}]}}\n"
		"tracks: {ic: {levels: [{id: l0, requires: {c: 1}},"
		" {id: l1, expects: {q: {summary: S}}},"
		" {id: l2, remove: true}]}, m: ~}\n"
		"retired: {gone: ~}\n";

	(void)state;
	for (int seed = 1; seed <= 3000; seed++) {
		struct dice dice = {(uint64_t)seed};
		struct buf base = damaged(STR(LADDER), &dice);
		struct buf top = damaged(str_of(over), &dice);
		struct world w;
		struct ladder *l;
		const char *wrong;

		buf_char(&base, 0);
		buf_char(&top, 0);
		world_init(&w);
		world_add(&w, "/w/base.yaml", seed % 3 ? base.ptr : LADDER);
		world_add(&w, "/w/over.yaml", seed % 3 == 1 ? over : top.ptr);
		l = world_ladder_file(&w, "over.yaml");
		if (l)
			lint_ladder(l, &w.diag, &w.arena);
		wrong = findings_wrong(&w.diag);
		if (wrong) {
			keep(buf_str(&top));
			fail_msg("overlay, seed %d: %s", seed, wrong);
		}
		world_release(&w);
		buf_release(&base);
		buf_release(&top);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ladders),
		cmocka_unit_test(test_assessments),
		cmocka_unit_test(test_overlays),
	};

	return cmocka_run_group_tests_name("model/mutated", tests, NULL, NULL);
}
