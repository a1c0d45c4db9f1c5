#include "base/glob.h"

/* Where to go on when what follows a star did not fit: the star takes one byte
 * more. */
struct retry {
	bool set;
	size_t pattern, text;
};

static bool is_two_stars(struct str pattern, size_t at)
{
	return str_starts(str_from(pattern, at), STR("**"));
}

static bool fits_one(struct str pattern, size_t p, char c)
{
	return p < pattern.len && (pattern.ptr[p] == c ||
				   (pattern.ptr[p] == '?' && c != '/'));
}

/* Back to the last star that may take one more; false where there is none. */
static bool go_back(struct retry *one, struct retry *two, struct str text,
		    size_t *p, size_t *t)
{
	struct retry *star = one;

	if (!one->set || text.ptr[one->text] == '/') {
		star = two;
		one->set = false;
	}
	if (!star->set)
		return false;
	*p = star->pattern;
	*t = ++star->text;
	return true;
}

static bool only_stars(struct str rest)
{
	for (size_t i = 0; i < rest.len; i++)
		if (rest.ptr[i] != '*')
			return false;
	return true;
}

bool glob_matches(struct str pattern, struct str text)
{
	struct retry one = {0}, two = {0};
	size_t p = 0, t = 0;

	while (t < text.len) {
		if (is_two_stars(pattern, p)) {
			p += 2;
			two = (struct retry){true, p, t};
			one.set = false;
		} else if (p < pattern.len && pattern.ptr[p] == '*') {
			p++;
			one = (struct retry){true, p, t};
		} else if (fits_one(pattern, p, text.ptr[t])) {
			p++;
			t++;
		} else if (!go_back(&one, &two, text, &p, &t)) {
			return false;
		}
	}
	return only_stars(str_from(pattern, p));
}

bool glob_covers(struct str pattern, struct str path)
{
	while (str_ends(pattern, STR("/")))
		pattern.len--;
	for (size_t i = 1; i <= path.len; i++)
		if ((i == path.len || path.ptr[i] == '/') &&
		    glob_matches(pattern, str_head(path, i)))
			return true;
	return false;
}
