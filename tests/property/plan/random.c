#include "property/plan/random.h"

#include <stdio.h>
#include <stdlib.h>

uint32_t random_below(struct random *r, uint32_t n)
{
	uint64_t z = r->state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	z ^= z >> 31;
	return n ? (uint32_t)(z % n) : 0;
}

bool random_once_in(struct random *r, uint32_t n)
{
	return random_below(r, n) == 0;
}

enum { MOST = 4096 }; /* competencies */

/* What is being written. */
struct writer {
	struct random *r;
	struct buf *b;
	const struct shape *shape;
	uint32_t n, stages[MOST]; /* competencies and their stages */
	uint32_t tracks, levels[8], ranks[8][16];
	bool timed, cumulative, scores;
};

static void write_effort(struct writer *w)
{
	uint32_t h = random_below(w->r, 4) * 4;

	if (random_once_in(w->r, 3))
		buf_printf(w->b, "        effort: %uh-%uh\n", h, h + 4);
	else
		buf_printf(w->b, "        effort: %u.25h\n", h);
}

/* Needs point to lower stages, or to equal ones of earlier competencies, so
 * that there is no cycle. */
static void write_needs(struct writer *w, uint32_t c, uint32_t k)
{
	uint32_t d = random_below(w->r, w->n);
	uint32_t most = d < c ? k : k - 1;

	if (most > w->stages[d])
		most = w->stages[d];
	if (!w->shape->needs || d == c || !most ||
	    !random_once_in(w->r, w->shape->needs))
		return;
	buf_printf(w->b, "        needs: {c%u: %u}\n", d,
		   1 + random_below(w->r, most));
}

static void write_competency(struct writer *w, uint32_t c)
{
	static const char *const layers[] = {"execution", "technical",
					     "leadership"};

	buf_printf(w->b, "  c%u:\n    name: C%u\n    layer: %s\n    stages:\n",
		   c, c, layers[random_below(w->r, 3)]);
	for (uint32_t k = 1; k <= w->stages[c]; k++) {
		buf_printf(w->b, "      - behaviours: [one, two, three]\n");
		if (w->timed && !random_once_in(w->r, 5))
			write_effort(w);
		if (random_once_in(w->r, 5))
			buf_printf(w->b, "        elapsed: %ud\n",
				   random_below(w->r, 90));
		write_needs(w, c, k);
	}
}

static void write_scores(struct writer *w, uint32_t indent)
{
	buf_printf(w->b, "%*sscores:\n%*stotal:\n", indent, "", indent + 2, "");
	buf_printf(w->b, "%*scombine: %s\n", indent + 4, "",
		   random_once_in(w->r, 2) ? "sum" : "mean");
	if (random_once_in(w->r, 2))
		buf_printf(w->b, "%*spoints: [%u, %u, 6.5, 12]\n", indent + 4,
			   "", random_below(w->r, 2),
			   2 + random_below(w->r, 3));
	if (random_once_in(w->r, 2))
		buf_printf(w->b, "%*sweights: {c0: %u, c1: 1.5}\n", indent + 4,
			   "", random_below(w->r, 4));
}

static void write_choice(struct writer *w)
{
	uint32_t first = random_below(w->r, w->n), n = 0, most = w->n;

	if (w->shape->options && w->shape->options < most)
		most = w->shape->options;
	most = 1 + random_below(w->r, most);
	buf_printf(w->b, "          - of: {");
	for (uint32_t i = 0; i < most; i++) {
		uint32_t c = (first + i) % w->n;

		buf_printf(w->b, "%sc%u: %u", n++ ? ", " : "", c,
			   1 + random_below(w->r, w->stages[c]));
	}
	buf_printf(w->b, "}\n            at-least: %u\n",
		   1 + random_below(w->r, n));
}

static void write_choose(struct writer *w)
{
	uint32_t n = random_below(w->r, w->shape->choices + 1);

	if (n)
		buf_printf(w->b, "        choose:\n");
	while (n--)
		write_choice(w);
}

static void write_level(struct writer *w, uint32_t t, uint32_t i,
			uint32_t *asked, uint32_t *figure)
{
	uint32_t n = 0;

	buf_printf(w->b, "      - id: l%u\n        rank: %u\n", i,
		   w->ranks[t][i]);
	if (random_once_in(w->r, 4))
		buf_printf(w->b, "        min-time: %umo\n",
			   1 + random_below(w->r, 12));
	for (uint32_t c = 0; c < w->n; c++) {
		uint32_t k = 1 + random_below(w->r, w->stages[c]);

		if (!random_once_in(w->r, w->shape->requires) ||
		    k < asked[c])
			continue;
		asked[c] = k;
		buf_printf(w->b, "%sc%u: %u",
			   n++ ? ", " : "        requires: {", c, k);
	}
	if (n)
		buf_printf(w->b, "}\n");
	if (random_once_in(w->r, 3))
		buf_printf(w->b, "        optional: {c%u: 1}\n",
			   random_below(w->r, w->n));
	write_choose(w);
	if (w->scores && random_once_in(w->r, 2)) {
		*figure += 1 + random_below(w->r, 7);
		buf_printf(w->b, "        scores: {total: %u.5}\n", *figure);
	}
}

static void write_tracks(struct writer *w)
{
	buf_printf(w->b, "tracks:\n");
	for (uint32_t t = 0; t < w->tracks; t++) {
		uint32_t asked[MOST] = {0}, figure = 0;
		uint32_t rank = random_below(w->r, 2);

		buf_printf(w->b, "  t%u:\n    kind: ic\n", t);
		if (w->scores && random_once_in(w->r, 3))
			write_scores(w, 4);
		buf_printf(w->b, "    levels:\n");
		for (uint32_t i = 0; i < w->levels[t]; i++) {
			rank += 1 + random_once_in(w->r, 4);
			w->ranks[t][i] = rank;
			write_level(w, t, i, asked, &figure);
		}
	}
}

static void write_moves(struct writer *w)
{
	uint32_t n = random_below(w->r, 4), written = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t a = random_below(w->r, w->tracks);
		uint32_t b = random_below(w->r, w->tracks);

		if (a == b)
			continue;
		if (!written++)
			buf_printf(w->b, "moves:\n");
		buf_printf(w->b, "  - {from: t%u/l%u, to: t%u/l%u}\n", a,
			   random_below(w->r, w->levels[a]), b,
			   random_below(w->r, w->levels[b]));
	}
}

static void write_ladder(struct writer *w)
{
	w->n = 2 + random_below(w->r, w->shape->competencies - 1);
	w->timed = !random_once_in(w->r, 3);
	w->scores = w->shape->scores && random_once_in(w->r, 2);
	for (uint32_t c = 0; c < w->n; c++)
		w->stages[c] = 1 + random_below(w->r, w->shape->stages);
	w->tracks = 1 + random_below(w->r, w->shape->tracks);
	for (uint32_t t = 0; t < w->tracks; t++)
		w->levels[t] = 1 + random_below(w->r, w->shape->levels);
	buf_printf(w->b, "format: ladder/1\nid: random\nname: Random\n");
	buf_printf(w->b, "cumulative: %s\n",
		   random_once_in(w->r, 3) ? "false" : "true");
	if (random_once_in(w->r, 4))
		buf_printf(w->b, "lateral: explicit\n");
	if (w->timed)
		buf_printf(w->b, "effort: [4h, 8h-12h]\n");
	if (w->scores)
		write_scores(w, 0);
	buf_printf(w->b, "competencies:\n");
	for (uint32_t c = 0; c < w->n; c++)
		write_competency(w, c);
	write_tracks(w);
	write_moves(w);
}

static void write_person(struct writer *w, struct buf *b)
{
	uint32_t t = random_below(w->r, w->tracks), levels = 1;

	buf_printf(b, "format: assessment/1\nladder: random\nperson: P\n");
	if (random_once_in(w->r, 3))
		levels = w->levels[t];
	if (!random_once_in(w->r, 4))
		buf_printf(b, "role: t%u/l%u\n", t,
			   random_below(w->r, levels));
	buf_printf(b, "ratings:\n  c0: 0\n");
	for (uint32_t c = 1; c < w->n; c++) {
		uint32_t k = random_below(w->r, w->stages[c] + 1);

		switch (random_below(w->r, 4)) {
		case 0:
			buf_printf(b, "  c%u: %u\n", c, k);
			break;
		case 1:
			if (k < w->stages[c])
				buf_printf(b, "  c%u: {stage: %u, met: [1]}\n",
					   c, k);
			break;
		case 2:
			if (random_once_in(w->r, 3))
				buf_printf(b, "  c%u: {na: Not here.}\n", c);
			break;
		default:
			break;
		}
	}
}

static void ask(struct random_case *c, struct random *r)
{
	struct ladder *l = c->ladder;

	c->query = (struct plan_query){
		.ladder = l,
		.target = l->roles[random_below(r, l->n_roles)],
		.from = c->person->role,
		.stands = assessment_stands(l, c->person, &c->arena),
		.hours_per_week = 4000,
		.focus = 1 + random_below(r, 3),
		.in_role = random_once_in(r, 2) ? -1 : 30000,
		.with_optional = random_once_in(r, 5),
	};
	if (random_once_in(r, 4)) {
		c->query.avoid = ARENA_ARRAY(&c->arena, l->n_roles, bool);
		c->query.avoid[random_below(r, l->n_roles)] = true;
	}
	if (random_once_in(r, 4)) {
		c->query.n_via = 1 + random_below(r, 2);
		c->query.via = ARENA_ARRAY(&c->arena, 2, struct role *);
		c->query.via[0] = l->roles[random_below(r, l->n_roles)];
		c->query.via[1] = l->roles[random_below(r, l->n_roles)];
	}
}

static void fail(const struct random_case *c)
{
	fprintf(stderr, "%.*s\n%.*s\n", STR_ARG(buf_str(&c->ladder_text)),
		STR_ARG(buf_str(&c->person_text)));
	for_each(f, &c->diag.findings)
		fprintf(stderr, "%s: %.*s\n", code_table[f->code].id,
			STR_ARG(f->message));
	abort();
}

static const char *no_path(struct host *h, struct arena *a, const char *path)
{
	(void)h;
	(void)a;
	(void)path;
	return NULL;
}

static enum host_status no_stat(struct host *h, const char *path)
{
	(void)h;
	(void)path;
	return HOST_MISSING;
}

struct host no_host(void)
{
	return (struct host){.real_path = no_path, .stat = no_stat};
}

void random_case_load(struct random_case *c)
{
	struct host host = no_host();
	struct loader ld = {.arena = &c->arena, .host = &host,
			    .limits = limits_default, .diag = &c->diag};
	struct loaded file;

	c->diag.arena = &c->arena;
	file = load_text(&ld, STR("ladder"), buf_str(&c->ladder_text));
	c->ladder = load_ladder(&ld, &file);
	if (!c->ladder || !c->ladder->usable)
		fail(c);
	file = load_text(&ld, STR("person"), buf_str(&c->person_text));
	c->person = load_assessment(&ld, &file, c->ladder);
	if (!c->person || !c->person->usable)
		fail(c);
}

void random_case(struct random_case *c, uint64_t seed,
		 const struct shape *shape)
{
	struct random r = {.state = seed};
	struct writer w = {.r = &r, .b = &c->ladder_text, .shape = shape};

	memset(c, 0, sizeof *c);
	write_ladder(&w);
	write_person(&w, &c->person_text);
	random_case_load(c);
	ask(c, &r);
}

void random_case_release(struct random_case *c)
{
	buf_release(&c->ladder_text);
	buf_release(&c->person_text);
	doc_release(&c->ladder->doc);
	doc_release(&c->person->doc);
	arena_release(&c->arena);
}
