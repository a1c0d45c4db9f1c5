#include "model/build.h"

#include "base/buf.h"

/* Stages depend on the stage below and on what they need. Depth-first search
 * with an explicit stack; a way back into the stack is a loop.
 * Source: Tarjan, "Depth-first search and linear graph algorithms", SIAM
 * J. Comput. 1 (1972). */

/* Where a stage is: not seen yet, on the stack (from 1), or done with. */
enum { WHITE = 0 };
#define BLACK UINT32_MAX

struct visit {
	const struct stage *stage;
	uint32_t next; /* which of its ways to try: 0 is the stage below */
};

struct search {
	struct build_model *b;
	uint32_t *place; /* by stage index: WHITE, on the stack, BLACK */
	VEC(struct visit) stack;
};

static const struct stage *below(const struct stage *s)
{
	return s->ordinal > 1 ? s - 1 : NULL;
}

static const struct stage_ref *need(const struct stage *s, uint32_t i)
{
	return i < s->needs.n ? &s->needs.at[i] : NULL;
}

/* What leads from one stage of the loop to the next: a line of `needs`, or
 * nothing where it is the stage below. */
static const struct stage_ref *edge_of(const struct visit *v)
{
	return v->next > 1 ? need(v->stage, v->next - 2) : NULL;
}

static void add_stage(struct buf *text, const struct stage *s)
{
	buf_add(text, s->competency->head.id);
	buf_printf(text, "@%u", s->number);
}

/* The whole loop; only its ends once a file has had too many of them. To tell
 * a stage takes longer than to look at a candidate. */
static struct str loop_text(struct search *s, uint32_t from)
{
	enum { CANDIDATES = 8 };
	bool whole = diag_may_guess(s->b->diag,
				    CANDIDATES * (s->stack.n - from));
	struct buf text = {0};
	struct str copy;

	for (uint32_t i = from; i < s->stack.n; i++) {
		if (!whole && i > from)
			i = s->stack.n - 1;
		add_stage(&text, s->stack.at[i].stage);
		buf_z(&text, whole || i + 1 == s->stack.n ? " → " : " → … → ");
	}
	add_stage(&text, s->stack.at[from].stage);
	copy = arena_str(s->b->arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

/* The loop goes from `from` to the top of the stack and back. It is reported
 * at the line of `needs` that closes it. */
static void report_loop(struct search *s, uint32_t from)
{
	const struct stage_ref *at = NULL;
	struct finding *f;

	for (uint32_t i = s->stack.n; i > from && !at; i--)
		at = edge_of(&s->stack.at[i - 1]);
	if (!at)
		return;
	s->b->l->circular = true;
	f = model_add(s->b, CODE_L209, at->key,
		      "these stages need each other: %.*s",
		      STR_ARG(loop_text(s, from)));
	for (uint32_t i = from, n = 0; i < s->stack.n && n < 50; i++, n++) {
		const struct stage_ref *edge = edge_of(&s->stack.at[i]);
		const struct stage *of = s->stack.at[i].stage;

		if (edge && edge != at)
			finding_note(s->b->diag, f,
				     doc_span(&s->b->l->doc, edge->key),
				     "%.*s@%u needs it",
				     STR_ARG(of->competency->head.id),
				     of->number);
	}
	finding_help(s->b->diag, f, "take one of these needs out");
}

static void push(struct search *s, const struct stage *stage)
{
	struct visit *v = vec_add(s->b->arena, &s->stack);

	*v = (struct visit){stage, 0};
	s->place[stage->index] = s->stack.n;
}

/* The next stage that `v` leads to, or NULL when there are no more ways. */
static const struct stage *advance(struct visit *v)
{
	for (;;) {
		uint32_t way = v->next++;
		const struct stage_ref *ref;

		if (way == 0) {
			if (below(v->stage))
				return below(v->stage);
			continue;
		}
		ref = need(v->stage, way - 1);
		if (!ref)
			return NULL;
		if (ref->stage)
			return ref->stage;
	}
}

static void search_from(struct search *s, const struct stage *start)
{
	push(s, start);
	while (s->stack.n) {
		struct visit *v = &s->stack.at[s->stack.n - 1];
		const struct stage *next = advance(v);

		if (!next) {
			s->place[v->stage->index] = BLACK;
			s->stack.n--;
		} else if (s->place[next->index] == WHITE) {
			push(s, next);
		} else if (s->place[next->index] != BLACK) {
			report_loop(s, s->place[next->index] - 1);
		}
	}
}

void model_check_cycles(struct build_model *b)
{
	struct search s = {.b = b};

	s.place = ARENA_ARRAY(b->arena, b->l->n_stages, uint32_t);
	for_each(c, &b->l->competencies)
		for (uint32_t i = 0; i < c->n_stages; i++)
			if (s.place[c->stages[i].index] == WHITE)
				search_from(&s, &c->stages[i]);
}
