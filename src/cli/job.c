#include "cli/job.h"

#include "report/findings.h"
#include "text/safe.h"

struct str job_operand(const struct job *j, uint32_t i)
{
	return i < job_operands(j) ? j->options.operands.at[i + 1]
				   : (struct str){0};
}

/* The first operand is the command itself. */
uint32_t job_operands(const struct job *j)
{
	return j->options.operands.n ? j->options.operands.n - 1 : 0;
}

void job_keep(struct job *j, struct doc *doc)
{
	*vec_add(j->arena, &j->docs) = doc;
}

/* --- speaking ----------------------------------------------------------- */

static void say_line(struct job *j, struct str line)
{
	struct buf out = {0};

	buf_z(&out, "ladder: ");
	safe_line(&out, line);
	buf_char(&out, '\n');
	j->host->write(j->host, HOST_ERR, buf_str(&out));
	buf_release(&out);
}

void say(struct job *j, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say_line(j, arena_vprintf(j->arena, fmt, ap));
	va_end(ap);
}

void say_of(struct job *j, struct str name, struct str why)
{
	say(j, "%.*s: %.*s", STR_ARG(name), STR_ARG(why));
}

void remark(struct job *j, const char *fmt, ...)
{
	va_list ap;

	if (job_has(j, OPT_QUIET))
		return;
	va_start(ap, fmt);
	say_line(j, arena_vprintf(j->arena, fmt, ap));
	va_end(ap);
}

enum exit usage(struct job *j, const char *fmt, ...)
{
	struct str what;
	va_list ap;

	va_start(ap, fmt);
	what = arena_vprintf(j->arena, fmt, ap);
	va_end(ap);
	say_line(j, arena_printf(j->arena, "%.*s (see 'ladder %s%s')",
				 STR_ARG(what),
				 j->command ? j->command->name : "",
				 j->command ? " --help" : "help"));
	return EXIT_USAGE;
}

const char *suggestion(struct job *j, struct str nearest)
{
	if (!nearest.ptr)
		return "";
	return arena_printf(j->arena, "; did you mean \"%.*s\"?",
			    STR_ARG(nearest))
		.ptr;
}

int32_t job_today(struct job *j)
{
	enum { DAY = 24 * 60 * 60 };
	struct str set = str_of(j->host->env(j->host, "SOURCE_DATE_EPOCH"));
	int64_t seconds = 0;

	if (!read_count(set, (int64_t)1 << 40, &seconds))
		seconds = j->host->clock(j->host);
	return (int32_t)(seconds / DAY);
}

/* --- looks -------------------------------------------------------------- */

static bool is_dumb(struct job *j)
{
	const char *term = j->host->env(j->host, "TERM");

	return term && !strcmp(term, "dumb");
}

static bool wants_color(struct job *j, enum host_stream s)
{
	enum { AUTO, ALWAYS, NEVER };
	const struct option_value *color = job_option(j, OPT_COLOR);

	if (color->given && color->number != AUTO)
		return color->number == ALWAYS;
	return j->host->is_terminal(j->host, s) && !is_dumb(j) &&
	       !j->host->env(j->host, "NO_COLOR");
}

/* Whether the locale's characters are UTF-8; our own signs keep to ASCII
 * elsewhere. */
static bool locale_is_utf8(struct job *j)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	const char *locale = NULL;
	struct str set;

	for (size_t i = 0; i < 3 && !locale; i++)
		locale = j->host->env(j->host, names[i]);
	set = str_of(locale);
	set = str_from(set, str_index(set, '.') + 1);
	set = str_head(set, str_index(set, '@'));
	return str_eq_nocase(set, STR("utf-8")) ||
	       str_eq_nocase(set, STR("utf8"));
}

struct report_style job_style(struct job *j, enum host_stream s)
{
	const struct option_value *width = job_option(j, OPT_WIDTH);
	bool terminal = j->host->is_terminal(j->host, s);

	return (struct report_style){
		.width = width->given ? (int)width->number
			 : terminal   ? j->host->columns(j->host, s)
				      : 0,
		.color = wants_color(j, s),
		.ascii = !locale_is_utf8(j),
		.terminal = terminal,
	};
}

/* --- findings ----------------------------------------------------------- */

void show_findings(struct job *j, enum severity least)
{
	struct report_style style = job_style(j, HOST_ERR);
	struct diag shown = {.arena = j->arena,
			     .errors = j->diag.errors,
			     .dropped = j->diag.dropped};
	struct buf out = {0};

	for_each(f, &j->diag.findings)
		if (f->severity >= least)
			*vec_add(j->arena, &shown.findings) = *f;
	diag_sort(&shown);
	findings_text(&shown, &style, &out);
	j->host->write(j->host, HOST_ERR, buf_str(&out));
	buf_release(&out);
}
