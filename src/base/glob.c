#include "base/glob.h"

/* --- one component -------------------------------------------------------- */

/* The bytes of the character that begins at a place: it and those that UTF-8
 * goes on with. */
static size_t character_at(struct str text, size_t at)
{
	size_t end = at + 1;

	while (end < text.len && ((unsigned char)text.ptr[end] & 0xc0) == 0x80)
		end++;
	return end - at;
}

static bool only_stars(struct str rest)
{
	for (size_t i = 0; i < rest.len; i++)
		if (rest.ptr[i] != '*')
			return false;
	return true;
}

/* Where what follows a star does not fit, the last star takes one character
 * more; those before it need not be asked again. */
static bool fits(struct str pattern, struct str text)
{
	size_t p = 0, t = 0, star = 0, taken = 0;

	while (t < text.len) {
		char sign = p < pattern.len ? pattern.ptr[p] : 0;

		if (sign == '*') {
			star = ++p;
			taken = t;
		} else if (sign == '?') {
			p++;
			t += character_at(text, t);
		} else if (p < pattern.len && sign == text.ptr[t]) {
			p++;
			t++;
		} else if (star) {
			taken += character_at(text, taken);
			p = star;
			t = taken;
		} else {
			return false;
		}
	}
	return only_stars(str_from(pattern, p));
}

/* --- paths ---------------------------------------------------------------- */

/* What is left of a path; a path that ends in a slash has an empty component
 * behind it. */
struct way {
	struct str rest;
	bool over;
};

static struct str component(const struct way *w)
{
	return str_head(w->rest, str_index(w->rest, '/'));
}

static void go_on(struct way *w)
{
	size_t end = str_index(w->rest, '/');

	w->over = end == w->rest.len;
	w->rest = str_from(w->rest, end + 1);
}

static bool is_any_depth(const struct way *pattern)
{
	return !pattern->over && str_eq(component(pattern), STR("**"));
}

/* As fits() does it, with components for characters. `above`: a directory on
 * the way will do. */
static bool leads_to(struct str pattern, struct str path, bool above)
{
	struct way p = {.rest = pattern}, t = {.rest = path};
	struct way after = {.over = true}, taken = {0};

	while (!t.over) {
		if (is_any_depth(&p)) {
			go_on(&p);
			if (p.over)
				return true;
			after = p;
			taken = t;
		} else if (!p.over && fits(component(&p), component(&t))) {
			go_on(&p);
			go_on(&t);
		} else if (p.over && above) {
			return true;
		} else if (!after.over) {
			go_on(&taken);
			p = after;
			t = taken;
		} else {
			return false;
		}
	}
	return p.over;
}

bool glob_matches(struct str pattern, struct str path)
{
	return leads_to(pattern, path, false);
}

bool glob_covers(struct str pattern, struct str path)
{
	while (str_ends(pattern, STR("/")))
		pattern.len--;
	if (str_starts(pattern, STR("/")))
		pattern = str_from(pattern, 1);
	return leads_to(pattern, path, true);
}
