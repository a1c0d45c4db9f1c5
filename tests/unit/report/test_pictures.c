#include "report/pictures.h"

#include "report/flow.h"
#include "unit/report/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct block *only_block(struct page *p)
{
	assert_non_null(p->root.first);
	assert_null(p->root.first->next);
	return p->root.first;
}

static void check_prose(struct desk *d, const prose *p, const char *want)
{
	buf_clear(&d->out);
	flow_text(p, &d->out);
	assert_string_equal(desk_text(d), want);
}

/* --- radar ----------------------------------------------------------------- */

/* Three categories, two competencies in one of them. */
static const char kinds[] =
	"format: ladder/1\n"
	"id: kinds\n"
	"name: Kinds\n"
	"categories:\n"
	"  a: {name: Arts, layer: leadership}\n"
	"  b: {name: Books, layer: technical}\n"
	"  c: {name: Craft, layer: execution}\n"
	"competencies:\n"
	"  a1: {name: A1, category: a, stages: [{id: s1}, {id: s2}, {id: s3}]}\n"
	"  a2: {name: A2, category: a, stages: [{id: s1}, {id: s2}]}\n"
	"  b1: {name: B1, category: b, stages: [{id: s1}, {id: s2}]}\n"
	"  c1: {name: C1, category: c, stages: [{id: s1}, {id: s2}]}\n"
	"tracks:\n"
	"  ic:\n"
	"    levels:\n"
	"      - {id: one, title: One, requires: {a1: 1, b1: 1}}\n"
	"      - {id: two, title: Two, requires: {a1: 2, a2: 2, b1: 1, c1: 2}}\n"
	"      - {id: top, title: Top, requires: {a1: 3}}\n";

static const char person[] =
	"format: assessment/1\n"
	"ladder: kinds\n"
	"person: Ada\n"
	"role: ic/one\n"
	"ratings: {a1: 3, a2: 1, c1: 1}\n";

static void check_axis(struct desk *d, const struct block *b, uint32_t i,
		       const char *name, int64_t have, int64_t share)
{
	const struct radar_axis *axis = &b->radar->axes.at[i];

	check_prose(d, &axis->name, name);
	assert_int_equal(axis->counts[0], have);
	assert_int_equal(axis->shares[0], share);
}

/* What is more than the target asks does not count for it. */
static void what_is_there_of_what_is_asked(void **state)
{
	struct desk d;
	struct page *p;
	struct block *b;

	(void)state;
	desk_open(&d, kinds, person);
	desk_ask(&d, "ic/two");
	p = page_new(&d.arena);
	picture_stand(p, &p->root, &d.view);
	b = only_block(p);
	assert_int_equal(b->kind, BLOCK_RADAR);
	assert_true(b->beside);
	assert_int_equal(b->radar->n_series, 3);
	check_prose(&d, &b->radar->series[1], "Two asks");
	check_prose(&d, &b->radar->series[2], "One asks");
	assert_int_equal(b->radar->axes.n, 3);
	check_axis(&d, b, 0, "Craft", 1, 500);
	check_axis(&d, b, 1, "Books", 0, 0);
	check_axis(&d, b, 2, "Arts", 3, 750);
	assert_int_equal(b->radar->axes.at[2].shares[1], 1000);
	assert_int_equal(b->radar->axes.at[2].shares[2], 250);
	desk_close(&d);
}

/* Someone who has just what the present role asks needs no line for it. */
static void the_present_role_goes_without_saying(void **state)
{
	struct desk d;
	struct page *p;

	(void)state;
	desk_open(&d, kinds, "format: assessment/1\nladder: kinds\n"
			     "person: Ada\nrole: ic/one\nbaseline: ic/one\n");
	desk_ask(&d, "ic/two");
	p = page_new(&d.arena);
	picture_stand(p, &p->root, &d.view);
	assert_int_equal(only_block(p)->radar->n_series, 2);
	desk_close(&d);
}

static void check_asks(struct desk *d, const struct stand *stands,
		       uint32_t series, uint32_t look)
{
	struct page *p = page_new(&d->arena);
	struct asks_view v = {.ladder = d->ladder, .n_roles = 2,
			      .stands = stands, .by_most = true};
	struct block *b;

	v.roles[0] = d->ladder->roles[0];
	v.roles[1] = d->ladder->roles[1];
	picture_asks(p, &p->root, &v);
	b = only_block(p);
	assert_int_equal(b->radar->n_series, series);
	assert_int_equal(b->radar->look, look);
	check_prose(d, &b->radar->series[series - 1], "Two");
	/* of the five stages that there are nobody asks more than four */
	assert_int_equal(b->radar->axes.at[2].shares[series - 1], 1000);
	assert_int_equal(b->radar->axes.at[2].shares[series - 2], 250);
}

/* A role looks the same whether somebody has something or not. */
static void what_two_roles_ask(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, kinds, person);
	desk_ask(&d, "ic/two");
	check_asks(&d, d.query.stands, 3, 0);
	desk_close(&d);
	desk_open(&d, kinds, NULL);
	desk_ask(&d, "ic/two");
	check_asks(&d, d.query.stands, 2, 1);
	desk_close(&d);
}

/* --- map ------------------------------------------------------------------- */

static void write_ladder(struct buf *b, int tracks, int levels)
{
	buf_z(b, "format: ladder/1\nid: big\nname: Big\ncompetencies:\n"
		 "  c: {name: C, layer: technical, stages: [{id: s}]}\n"
		 "tracks:\n");
	for (int t = 0; t < tracks; t++) {
		buf_printf(b, "  t%d:\n    name: T%d\n    levels:\n", t, t);
		for (int i = 1; i <= levels; i++)
			buf_printf(b, "      - {id: l%d, requires: {c: 1}}\n",
				   i);
	}
	buf_char(b, '\0');
}

/* The tracks of the way first, then what there is room for. */
static void a_large_ladder_is_drawn_in_part(void **state)
{
	struct desk d;
	struct buf text = {0};
	struct page *p;
	struct block *b;
	const struct role *stops[2];
	struct map_view v = {.n_ways = 1};

	(void)state;
	write_ladder(&text, 20, 8);
	desk_open(&d, text.ptr, NULL);
	p = page_new(&d.arena);
	stops[0] = v.here = &d.ladder->tracks.at[15].levels.at[0];
	stops[1] = &d.ladder->tracks.at[15].levels.at[1];
	v.ladder = d.ladder;
	v.ways[0] = (struct map_way){stops, 2};
	picture_map(p, &p->root, &v);
	b = only_block(p);
	assert_int_equal(b->map->tracks.n, 9);
	assert_int_equal(b->map->roles.n, 72);
	check_prose(&d, &b->map->tracks.at[0], "T15");
	check_prose(&d, &b->map->tracks.at[1], "T0");
	check_prose(&d, &b->body, "11 of 20 tracks are left out.");
	check_prose(&d, &b->map->roles.at[0].remark, "from here");
	check_prose(&d, &b->map->roles.at[1].remark, "target");
	assert_false(b->map->roles.at[2].marked);
	assert_int_equal(b->map->routes.at[0].stops.at[1], 1);
	desk_close(&d);
	buf_release(&text);
}

/* Both ways between equals are one line. */
static void moves_are_drawn_once(void **state)
{
	struct desk d;
	struct buf text = {0};
	struct page *p;
	const struct role_map *map;

	(void)state;
	write_ladder(&text, 2, 2);
	desk_open(&d, text.ptr, NULL);
	p = page_new(&d.arena);
	picture_map(p, &p->root, &(struct map_view){.ladder = d.ladder});
	map = only_block(p)->map;
	assert_int_equal(map->moves.n, 4);
	for (uint32_t i = 0; i < 4; i++)
		assert_true(map->moves.at[i].from < map->moves.at[i].to);
	desk_close(&d);
	buf_release(&text);
}

static void a_track_beyond_all_pictures(void **state)
{
	struct desk d;
	struct buf text = {0};
	struct page *p;

	(void)state;
	write_ladder(&text, 1, 80);
	desk_open(&d, text.ptr, NULL);
	p = page_new(&d.arena);
	picture_map(p, &p->root, &(struct map_view){.ladder = d.ladder});
	assert_null(p->root.first);
	desk_close(&d);
	buf_release(&text);
}

/* --- timeline -------------------------------------------------------------- */

static void steps_and_milestones_over_weeks(void **state)
{
	struct desk d;
	struct page *p;
	const struct timeline *t;

	(void)state;
	desk_open(&d, desk_ladder, desk_assessment);
	desk_ask(&d, "ic/staff");
	p = page_new(&d.arena);
	picture_timeline(p, &p->root, &d.view);
	t = only_block(p)->timeline;
	assert_int_equal(t->rows.n, 4);
	check_prose(&d, &t->rows.at[0].name, "1. Communication 2");
	check_prose(&d, &t->rows.at[0].when, "weeks 0–7");
	assert_int_equal(t->rows.at[1].start, d.result.plan.steps.at[1].start);
	assert_true(t->rows.at[3].milestone);
	check_prose(&d, &t->rows.at[3].when, "week 14");
	desk_close(&d);
}

/* Without hours there are no weeks. */
static void no_hours_no_timeline(void **state)
{
	struct desk d;
	struct page *p;

	(void)state;
	desk_open(&d, kinds, person);
	desk_ask(&d, "ic/two");
	p = page_new(&d.arena);
	picture_timeline(p, &p->root, &d.view);
	assert_null(p->root.first);
	desk_close(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_there_of_what_is_asked),
		cmocka_unit_test(the_present_role_goes_without_saying),
		cmocka_unit_test(what_two_roles_ask),
		cmocka_unit_test(a_large_ladder_is_drawn_in_part),
		cmocka_unit_test(moves_are_drawn_once),
		cmocka_unit_test(a_track_beyond_all_pictures),
		cmocka_unit_test(steps_and_milestones_over_weeks),
		cmocka_unit_test(no_hours_no_timeline),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
