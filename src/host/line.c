/* A line of text from somebody at the terminal. */
#include "host/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void show(const char *text)
{
	host_posix_write_all(STDOUT_FILENO, str_of(text));
}

/* The terminal's own editing: it cannot begin with a text, so that is shown. */
static enum host_typed read_plainly(const char *prompt, const char *now,
				    struct buf *line)
{
	size_t begun = line->len;
	enum host_typed typed;

	if (now && *now) {
		show("(now: ");
		show(now);
		show(")\n");
	}
	show(prompt);
	for (;;) {
		typed = terminal_byte(line, -1);
		if (typed == HOST_ENDED && line->len > begun)
			return HOST_TYPED;
		if (typed == HOST_ENDED || typed == HOST_STOPPED)
			return typed;
		if (typed != HOST_TYPED || line->ptr[line->len - 1] != '\n')
			continue;
		line->len--;
		return HOST_TYPED;
	}
}

#ifdef LADDER_HISTEDIT

#include <dlfcn.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <wchar.h>

/* What we need of libedit. It is not linked: that would cost every start of
 * the program a third of its time, and most never ask for a line. */
struct editor {
	void *library;
	EditLine *(*init)(const char *, FILE *, FILE *, FILE *);
	int (*set)(EditLine *, int, ...);
	void (*push)(EditLine *, const char *);
	const char *(*gets)(EditLine *, int *);
	void (*end)(EditLine *);
	EditLine *el;
	const char *prompt;
	enum host_typed typed; /* why there was no character */
	bool left;	       /* by Escape */
	wchar_t ahead;	       /* the character behind an escape; 0: none */
};

enum { PAUSE = 50 /* milliseconds behind a lone escape */ };

/* Debian's name, everybody else's, Apple's. */
static const char *const names[] = {"libedit.so.2", "libedit.so.0",
				    "libedit.3.dylib", NULL};

static bool find(struct editor *e, const char *name, void *function)
{
	void *symbol = dlsym(e->library, name);

	memcpy(function, &symbol, sizeof symbol);
	return symbol;
}

/* It stays open for the next line. */
static bool open_library(struct editor *e)
{
	for (const char *const *name = names; *name && !e->library; name++)
		e->library = dlopen(*name, RTLD_NOW | RTLD_LOCAL);
	return e->library && find(e, "el_init", &e->init) &&
	       find(e, "el_set", &e->set) && find(e, "el_push", &e->push) &&
	       find(e, "el_gets", &e->gets) && find(e, "el_end", &e->end);
}

/* The library hands its callbacks nothing of ours. */
static struct editor *asking;

static char *prompt_of(EditLine *el)
{
	(void)el;
	return (char *)(uintptr_t)asking->prompt; /* it only reads it */
}

/* A byte, through all that may come meanwhile. */
static bool next_byte(struct editor *e, struct buf *bytes)
{
	do {
		e->typed = terminal_byte(bytes, -1);
		if (e->typed == HOST_RESIZED)
			e->set(e->el, EL_REFRESH);
	} while (e->typed == HOST_RESIZED || e->typed == HOST_WAITED);
	return e->typed == HOST_TYPED;
}

/* A character that the locale knows; what is none is passed over. */
static bool next_character(struct editor *e, wchar_t *c)
{
	struct buf bytes = {0};
	size_t len = 0;
	bool ok;

	do {
		mbstate_t state = {0};

		ok = next_byte(e, &bytes);
		if (!ok)
			break;
		len = mbrtowc(c, bytes.ptr, bytes.len, &state);
		if (len == (size_t)-1)
			buf_clear(&bytes);
	} while (len == (size_t)-1 || len == (size_t)-2);
	buf_release(&bytes);
	return ok;
}

/* The library's own reading would go on after a signal. An escape that nothing
 * follows leaves the line. */
static int next_char(EditLine *el, wchar_t *c)
{
	struct editor *e = asking;
	struct buf next = {0};

	(void)el;
	if (e->ahead) {
		*c = e->ahead;
		e->ahead = 0;
		return 1;
	}
	if (!next_character(e, c))
		return -1;
	if (*c != L'\x1b')
		return 1;
	e->left = terminal_byte(&next, PAUSE) != HOST_TYPED;
	if (!e->left)
		e->ahead = (wchar_t)(unsigned char)*next.ptr;
	buf_release(&next);
	return e->left ? -1 : 1;
}

/* False where the library cannot be used on this terminal. */
static bool open_editor(struct editor *e)
{
	if (!open_library(e))
		return false;
	e->el = e->init("ladder", stdin, stdout, stderr);
	if (!e->el)
		return false;
	e->set(e->el, EL_PROMPT, prompt_of);
	e->set(e->el, EL_EDITOR, "emacs");
	e->set(e->el, EL_SIGNAL, 0); /* they are ours */
	e->set(e->el, EL_GETCFN, next_char);
	return true;
}

static enum host_typed edit_line(struct editor *e, const char *now,
				 struct buf *line)
{
	const char *text;
	int n = 0;

	if (*now)
		e->push(e->el, now);
	text = e->gets(e->el, &n);
	if (text && n > 0 && !e->left)
		buf_add(line,
			str_head(str_of(text), str_index(str_of(text), '\n')));
	e->end(e->el);
	if (e->left)
		show("\n");
	if (e->left || (text && n > 0))
		return HOST_TYPED;
	return e->typed == HOST_STOPPED ? HOST_STOPPED : HOST_ENDED;
}

/* Where the locale is not UTF-8, bytes come as they are; a dumb terminal could
 * not show what the editor does. */
static bool may_edit(void)
{
	const char *term = getenv("TERM");

	return term && strcmp(term, "dumb") != 0 &&
	       !strcmp(nl_langinfo(CODESET), "UTF-8");
}

/* The locale says how many bytes a character has: for the editor alone. */
enum host_typed line_read(const char *prompt, const char *now, struct buf *line)
{
	struct editor e = {.prompt = prompt};
	enum host_typed typed;
	bool edited;

	setlocale(LC_CTYPE, "");
	asking = &e;
	edited = now && may_edit() && open_editor(&e);
	typed = edited ? edit_line(&e, now, line)
		       : read_plainly(prompt, now, line);
	asking = NULL;
	setlocale(LC_CTYPE, "C");
	return typed;
}

#else

enum host_typed line_read(const char *prompt, const char *now, struct buf *line)
{
	return read_plainly(prompt, now, line);
}

#endif
