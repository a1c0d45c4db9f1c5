/* The dialogue in plain lines: nothing moves the cursor, nothing is drawn
 * twice. */
#include "cli/assessing.h"

#include "report/dialogue_plain.h"
#include "text/safe.h"

/* One dialogue. */
struct talk {
	struct assessing *s;
	struct dialogue *d;
	struct report_style style;
	struct buf out;
	bool expected;
	bool answered; /* this question, in this run */
};

static void show(struct talk *t)
{
	struct host *h = t->s->job->host;

	h->write(h, HOST_OUT, buf_str(&t->out));
	buf_clear(&t->out);
}

static void tell(struct talk *t, struct str what)
{
	safe_line(&t->out, what);
	buf_z(&t->out, ".\n");
}

static void begin_question(struct talk *t)
{
	t->answered = false;
	if (!dialogue_question(t->d))
		return;
	plain_question(t->d, t->expected, &t->style, &t->out);
}

static void go_back(struct talk *t)
{
	if (dialogue_back(t->d))
		begin_question(t);
	else
		tell(t, STR("this is the first question"));
}

static void go_on(struct talk *t)
{
	dialogue_next(t->d);
	begin_question(t);
}

static void save(struct talk *t, const struct answer *x)
{
	struct str why;

	if (!assessing_answer(t->s, x, &why)) {
		tell(t, why);
		return;
	}
	buf_z(&t->out, "Saved. ");
	plain_answer(t->d, &t->style, &t->out);
	if (!t->answered)
		plain_expected(t->d, &t->style, &t->out);
	t->answered = true;
}

/* False where the person leaves. */
static bool take(struct talk *t, const struct answer *x)
{
	switch (x->kind) {
	case ANSWER_QUIT:
		return false;
	case ANSWER_SKIP:
		go_on(t);
		return true;
	case ANSWER_BACK:
		go_back(t);
		return true;
	case ANSWER_EXPECTED:
		plain_expected(t->d, &t->style, &t->out);
		return true;
	case ANSWER_HELP:
		plain_help(&t->out);
		return true;
	case ANSWER_STAGE:
	case ANSWER_MET:
	case ANSWER_NA:
	case ANSWER_NOTE:
	case ANSWER_EVIDENCE:
	case ANSWER_CLEAR:
		save(t, x);
		return true;
	}
	return true;
}

static enum host_typed ask(struct talk *t, struct str *line)
{
	struct host *h = t->s->job->host;
	const char *prompt = t->answered
				     ? "Enter goes on; more, or ? for help: "
				     : "Stage, or ? for help: ";
	struct buf typed = {0};
	enum host_typed what = h->ask(h, prompt, NULL, &typed);

	*line = arena_str(t->s->job->arena, str_trim(buf_str(&typed)));
	buf_release(&typed);
	return what;
}

enum exit assessing_plain(struct assessing *s)
{
	struct talk t = {.s = s,
			 .d = &s->dialogue,
			 .style = job_style(s->job, HOST_OUT),
			 .expected = job_has(s->job, OPT_SHOW_EXPECTED)};
	enum host_typed typed = HOST_TYPED;
	struct answer answer;
	struct str line, why;
	bool stays = true;

	begin_question(&t);
	while (stays && dialogue_question(t.d)) {
		show(&t);
		typed = ask(&t, &line);
		if (typed != HOST_TYPED)
			break;
		if (!line.len)
			go_on(&t);
		else if (answer_read(line, s->job->arena, &answer, &why))
			stays = take(&t, &answer);
		else
			tell(&t, why);
	}
	if (typed == HOST_ENDED)
		buf_char(&t.out, '\n');
	show(&t);
	buf_release(&t.out);
	return typed == HOST_STOPPED ? assessing_stopped(s) : assessing_end(s);
}
