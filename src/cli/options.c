#include "cli/options.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/typo.h"

enum { MOST = 1000000 };

const struct option_info option_table[N_OPTIONS] = {
#define OPTION(id, name, letter, kind, argument, help) \
	{name, letter, OPTION_##kind, argument, help},
#include "cli/options.def"
#undef OPTION
};

struct reader {
	struct options *o;
	struct arena *a;
	const struct option_info *rows; /* by option */
	int argc;
	char **argv;
	int at; /* the next word */
};

/* Only the first error is told: what follows may come from it. */
static void fail(struct reader *r, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static void fail(struct reader *r, const char *fmt, ...)
{
	va_list ap;

	if (r->o->error.len)
		return;
	va_start(ap, fmt);
	r->o->error = arena_vprintf(r->a, fmt, ap);
	va_end(ap);
}

bool next_word(struct str *rest, char by, struct str *word)
{
	if (!rest->ptr)
		return false;
	*word = str_head(*rest, str_index(*rest, by));
	if (word->len < rest->len)
		*rest = str_from(*rest, word->len + 1);
	else
		*rest = (struct str){0};
	return true;
}

struct str option_spelling(const struct option_info *row, struct arena *a)
{
	return arena_printf(a, "--%s%s%s", row->name, row->argument ? " " : "",
			    row->argument ? row->argument : "");
}

/* --- values ------------------------------------------------------------- */

bool read_count(struct str text, int64_t most, int64_t *count)
{
	int64_t n = 0;

	if (!str_is_digits(text) || (text.ptr[0] == '0' && text.len > 1))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		n = n * 10 + (text.ptr[i] - '0');
		if (n > most)
			return false;
	}
	*count = n;
	return n > 0;
}

static bool read_figure(struct str text, int64_t *thousandths)
{
	return decimal_read(text, thousandths) == DECIMAL_OK &&
	       *thousandths > 0 && *thousandths <= (int64_t)MOST * 1000;
}

static void read_word(struct reader *r, enum option id, struct str text)
{
	const struct option_info *info = &r->rows[id];
	struct str rest = str_of(info->argument), word;
	struct typo typo = {.word = text};

	for (int64_t i = 0; next_word(&rest, '|', &word); i++) {
		if (str_eq(word, text)) {
			r->o->of[id].number = i;
			return;
		}
		typo_offer(&typo, word);
	}
	if (typo.best.ptr)
		fail(r, "--%s is one of %s, not \"%.*s\"; did you mean "
			"\"%.*s\"?",
		     info->name, info->argument, STR_ARG(text),
		     STR_ARG(typo.best));
	else
		fail(r, "--%s is one of %s, not \"%.*s\"", info->name,
		     info->argument, STR_ARG(text));
}

static void read_value(struct reader *r, enum option id, struct str text)
{
	const struct option_info *info = &r->rows[id];
	struct option_value *v = &r->o->of[id];
	int32_t day;

	v->given = true;
	v->text = text;
	switch (info->kind) {
	case OPTION_FLAG:
		return;
	case OPTION_TEXT:
	case OPTION_LIST:
		if (!text.len)
			fail(r, "--%s needs a value: %s", info->name,
			     info->argument);
		*vec_add(r->a, &v->all) = text;
		return;
	case OPTION_WORD:
		read_word(r, id, text);
		return;
	case OPTION_COUNT:
		if (!read_count(text, MOST, &v->number))
			fail(r, "--%s is a whole number from 1 to %d, not "
				"\"%.*s\"",
			     info->name, MOST, STR_ARG(text));
		return;
	case OPTION_FIGURE:
		if (!read_figure(text, &v->number))
			fail(r, "--%s is a figure above 0, such as 4 or 2.5, "
				"not \"%.*s\"",
			     info->name, STR_ARG(text));
		return;
	case OPTION_DATE:
		if (date_read(text, &day))
			v->number = day;
		else
			fail(r, "--%s is a day as 2026-11-02, not \"%.*s\"",
			     info->name, STR_ARG(text));
		return;
	}
}

/* --- words -------------------------------------------------------------- */

static void take(struct reader *r, enum option id, bool on)
{
	r->o->seen[id] = true;
	r->o->of[id].given = on;
}

/* An option that wants a value: what stands after `=`, else the next word. */
static void take_value(struct reader *r, enum option id, struct str value)
{
	r->o->seen[id] = true;
	if (!value.ptr) {
		if (r->at == r->argc) {
			fail(r, "--%s needs a value: %s",
			     r->rows[id].name, r->rows[id].argument);
			return;
		}
		value = str_of(r->argv[r->at++]);
	}
	read_value(r, id, value);
}

/* `--no-x` is the opposite of a flag `x`, `--x` of a flag `no-x`. */
static bool is_opposite(struct str name, const struct option_info *info)
{
	struct str own = str_of(info->name), no = STR("no-");

	if (info->kind != OPTION_FLAG)
		return false;
	if (str_starts(own, no))
		return str_eq(name, str_from(own, no.len));
	return str_starts(name, no) && str_eq(str_from(name, no.len), own);
}

static bool take_opposite(struct reader *r, struct str name)
{
	for (enum option id = 0; id < N_OPTIONS; id++) {
		if (!is_opposite(name, &r->rows[id]))
			continue;
		take(r, id, false);
		return true;
	}
	if (!str_is(name, "no-color"))
		return false;
	take_value(r, OPT_COLOR, STR("never"));
	return true;
}

static void read_long(struct reader *r, struct str word)
{
	struct str name = str_head(word, str_index(word, '='));
	struct str value = {0};

	if (name.len < word.len)
		value = str_from(word, name.len + 1);
	for (enum option id = 0; id < N_OPTIONS; id++) {
		const struct option_info *info = &r->rows[id];

		if (!str_is(name, info->name))
			continue;
		if (info->kind != OPTION_FLAG)
			take_value(r, id, value);
		else if (value.ptr)
			fail(r, "--%s takes no value", info->name);
		else
			take(r, id, true);
		return;
	}
	if (!value.ptr && take_opposite(r, name))
		return;
	if (!r->o->error.len)
		r->o->unknown = name;
	fail(r, "unknown option \"--%.*s\"", STR_ARG(name));
}

/* N_OPTIONS where no option has that letter. */
static enum option option_of(const struct option_info *rows, char letter)
{
	enum option id = 0;

	while (id < N_OPTIONS && rows[id].letter != letter)
		id++;
	return id;
}

/* `-q`, `-qh`, `-o FILE`, `-oFILE`. */
static void read_letters(struct reader *r, struct str letters)
{
	while (letters.len) {
		enum option id = option_of(r->rows, *letters.ptr);

		if (id == N_OPTIONS) {
			fail(r, "unknown option \"-%.*s\"", STR_ARG(letters));
			return;
		}
		letters = str_from(letters, 1);
		if (r->rows[id].kind != OPTION_FLAG) {
			take_value(r, id,
				   letters.len ? letters : (struct str){0});
			return;
		}
		take(r, id, true);
	}
}

void options_read(struct options *o, struct arena *a,
		  const struct option_info *rows, int argc, char **argv)
{
	struct reader r = {o, a, rows, argc, argv, .at = 1};
	bool ended = false;

	while (r.at < argc) {
		struct str word = str_of(argv[r.at++]);

		if (ended || word.len < 2 || word.ptr[0] != '-')
			*vec_add(a, &o->operands) = word;
		else if (str_is(word, "--"))
			ended = true;
		else if (word.ptr[1] == '-')
			read_long(&r, str_from(word, 2));
		else
			read_letters(&r, str_from(word, 1));
	}
}
