#include "report/page_example.h"

static struct str first_line(struct str text)
{
	return str_head(text, str_index(text, '\n'));
}

static uint32_t count_lines(struct str text)
{
	uint32_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += text.ptr[i] == '\n' || i + 1 == text.len;
	return n;
}

/* How many lines two texts begin with in common. */
static uint32_t common_head(struct str a, struct str b)
{
	uint32_t n = 0;

	while (a.len && b.len && str_eq(first_line(a), first_line(b))) {
		a = str_from(a, first_line(a).len + 1);
		b = str_from(b, first_line(b).len + 1);
		n++;
	}
	return n;
}

static struct str line_at(struct str text, uint32_t number)
{
	for (; number; number--)
		text = str_from(text, first_line(text).len + 1);
	return first_line(text);
}

/* How many of the last lines are the same, the first `head` left out. */
static uint32_t common_tail(struct str a, struct str b, uint32_t head)
{
	uint32_t na = count_lines(a), nb = count_lines(b), n = 0;

	while (na - n > head && nb - n > head &&
	       str_eq(line_at(a, na - n - 1), line_at(b, nb - n - 1)))
		n++;
	return n;
}

void page_example(struct page *p, const char *title, struct str text,
		  struct str other)
{
	uint32_t head = common_head(text, other);
	uint32_t tail = common_tail(text, other, head);
	struct code_text code = {.text = text, .first_line = 1};

	if (!text.len)
		return;
	if (other.len) {
		code.marked_from = 1 + head;
		code.marked_to = 1 + count_lines(text) - tail;
	}
	page_add(p, page_section(p, &p->root, title), BLOCK_CODE)->code = code;
}
