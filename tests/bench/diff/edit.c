/* Another version of a generated ladder: `edit EDITS <OLD >NEW`. So many lines
 * at even distances are changed in meaning, one change each, and every mapping
 * is sorted anew, so that hardly a line stays where it was. The same arguments
 * give the same bytes. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct lines {
	char **at; /* without their ends */
	size_t n, cap;
	uint64_t dice;
};

_Noreturn static void fail(const char *what)
{
	fprintf(stderr, "edit: %s\n", what);
	exit(2);
}

static void add_line(struct lines *l, char *line)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 1024;
		l->at = realloc(l->at, l->cap * sizeof *l->at);
	}
	if (!l->at || !line)
		fail("no memory");
	l->at[l->n++] = line;
}

static void read_lines(struct lines *l)
{
	char text[4096];

	while (fgets(text, sizeof text, stdin)) {
		text[strcspn(text, "\n")] = 0;
		add_line(l, strdup(text));
	}
}

/* --- edits ---------------------------------------------------------------- */

/* The first `head` bytes of a line, and what is to follow them. */
static char *joined(const char *line, size_t head, const char *with,
		    const char *rest)
{
	size_t size = head + strlen(with) + strlen(rest) + 1;
	char *copy = malloc(size);

	if (!copy)
		fail("no memory");
	snprintf(copy, size, "%.*s%s%s", (int)head, line, with, rest);
	return copy;
}

/* The line with `from` made `to`; NULL where it does not begin with `key`. */
static char *replaced(const char *line, const char *key, const char *from,
		      const char *to)
{
	const char *at;

	if (strncmp(line, key, strlen(key)) != 0)
		return NULL;
	at = strstr(line + strlen(key), from);
	if (!at)
		return NULL;
	return joined(line, (size_t)(at - line), to, at + strlen(from));
}

/* "skill-7: 3" asks 2: as much as the level below asks, or more. */
static char *lowered(const char *line)
{
	size_t n = strlen(line);
	char last = line[n - 1], less[2] = {(char)(last - 1), 0};

	if (strncmp(line, "          skill-", 16) != 0 || last < '2')
		return NULL;
	return joined(line, n - 1, less, "");
}

/* The line in other words, or NULL where it is none that is edited. */
static char *edited(const char *line)
{
	static const char *const ways[][3] = {
		{"          - ", " the ", " the whole "},
		{"        effort: ", "h-", ".5h-"},
		{"        elapsed: ", "mo", ".5mo"},
		{"        min-time: ", "12mo", "15mo"},
		{"        title: ", "Level", "Grade"},
		{"    name: ", "Skill", "Craft"},
	};

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		char *copy = replaced(line, ways[i][0], ways[i][1], ways[i][2]);

		if (copy)
			return copy;
	}
	return lowered(line);
}

static size_t count_editable(const struct lines *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		char *copy = edited(l->at[i]);

		n += copy != NULL;
		free(copy);
	}
	return n;
}

/* The k-th of n edits is at the line that is k / n of the way. */
static void edit_lines(struct lines *l, size_t edits)
{
	size_t all = count_editable(l), seen = 0, done = 0;

	if (all < edits)
		fail("too few lines for so many edits");
	for (size_t i = 0; i < l->n && done < edits; i++) {
		char *copy = edited(l->at[i]);

		if (!copy)
			continue;
		if (seen++ * edits / all < done) {
			free(copy);
			continue;
		}
		free(l->at[i]);
		l->at[i] = copy;
		done++;
	}
}

/* --- order ---------------------------------------------------------------- */

static size_t indent_of(const char *line)
{
	return strspn(line, " ");
}

/* Where the block that begins at `from` ends: behind all that is deeper. */
static size_t block_end(const struct lines *l, size_t from, size_t end)
{
	size_t i = from + 1;

	while (i < end && indent_of(l->at[i]) > indent_of(l->at[from]))
		i++;
	return i;
}

/* splitmix64. */
static size_t draw(struct lines *l, size_t n)
{
	uint64_t z = l->dice += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return (size_t)((z ^ z >> 31) % n);
}

/* Lines that belong together: a key and all below it. */
struct block {
	size_t from, end;
};

static struct block *blocks_of(struct lines *l, size_t from, size_t end,
			       size_t *n)
{
	struct block *blocks = malloc((end - from) * sizeof *blocks);

	if (!blocks)
		fail("no memory");
	for (*n = 0; from < end; from = blocks[(*n)++].end)
		blocks[*n] = (struct block){from, block_end(l, from, end)};
	for (size_t i = *n; i > 1; i--) {
		size_t k = draw(l, i);
		struct block swap = blocks[k];

		blocks[k] = blocks[i - 1];
		blocks[i - 1] = swap;
	}
	return blocks;
}

static void put_below(struct lines *l, size_t from, size_t end);

/* A mapping with its keys in another order; `item`: it stands in a list. */
static void put_map(struct lines *l, size_t from, size_t end, bool item)
{
	size_t n;
	struct block *blocks = blocks_of(l, from, end, &n);

	for (size_t i = 0; i < n; i++) {
		char *line = l->at[blocks[i].from];

		if (item && i == 0)
			line[indent_of(line) - 2] = '-';
		puts(line);
		put_below(l, blocks[i].from + 1, blocks[i].end);
	}
	free(blocks);
}

/* Lists keep their order. */
static void put_list(struct lines *l, size_t from, size_t end)
{
	for (size_t next; from < end; from = next) {
		char *line = l->at[from];

		next = block_end(l, from, end);
		if (next == from + 1) {
			puts(line);
			continue;
		}
		line[indent_of(line)] = ' ';
		put_map(l, from, next, true);
	}
}

static void put_below(struct lines *l, size_t from, size_t end)
{
	if (from == end)
		return;
	if (l->at[from][indent_of(l->at[from])] == '-')
		put_list(l, from, end);
	else
		put_map(l, from, end, false);
}

int main(int argc, char **argv)
{
	struct lines l = {.dice = 1};

	if (argc != 2) {
		fputs("usage: edit EDITS <OLD >NEW\n", stderr);
		return 2;
	}
	read_lines(&l);
	edit_lines(&l, strtoul(argv[1], NULL, 10));
	put_below(&l, 0, l.n);
	for (size_t i = 0; i < l.n; i++)
		free(l.at[i]);
	free(l.at);
	return fflush(stdout) ? 4 : 0;
}
