#include "base/decimal.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

enum decimal_status decimal_read(struct str s, int64_t *thousandths)
{
	bool negative = s.len && s.ptr[0] == '-';
	size_t dot, decimals;
	int64_t value = 0;

	if (negative)
		s = str_from(s, 1);
	dot = str_index(s, '.');
	if (!str_is_digits(str_head(s, dot)) || (dot > 1 && s.ptr[0] == '0'))
		return DECIMAL_NOT;
	if (dot < s.len && !str_is_digits(str_from(s, dot + 1)))
		return DECIMAL_NOT;
	decimals = dot < s.len ? s.len - dot - 1 : 0;
	if (decimals > 3)
		return DECIMAL_TOO_FINE;
	for (size_t i = 0; i < s.len; i++)
		if (is_digit(s.ptr[i]) &&
		    (__builtin_mul_overflow(value, 10, &value) ||
		     __builtin_add_overflow(value, s.ptr[i] - '0', &value)))
			return DECIMAL_TOO_BIG;
	for (; decimals < 3; decimals++)
		if (__builtin_mul_overflow(value, 10, &value))
			return DECIMAL_TOO_BIG;
	*thousandths = negative ? -value : value;
	return DECIMAL_OK;
}

const char *decimal_write(int64_t thousandths, char out[25])
{
	uint64_t size = thousandths < 0 ? 0 - (uint64_t)thousandths
					: (uint64_t)thousandths;
	unsigned share = (unsigned)(size % 1000);
	char backwards[24];
	int n = 0, at = 0;

	/* from the last digit on; zeros behind the point are left out */
	for (int decimals = 3; decimals > 0; decimals--, share /= 10)
		if (n || share % 10)
			backwards[n++] = (char)('0' + share % 10);
	if (n)
		backwards[n++] = '.';
	size /= 1000;
	do
		backwards[n++] = (char)('0' + size % 10);
	while (size /= 10);
	if (thousandths < 0)
		out[at++] = '-';
	while (n)
		out[at++] = backwards[--n];
	out[at] = '\0';
	return out;
}
