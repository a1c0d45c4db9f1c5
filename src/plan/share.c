#include "plan/share.h"

const struct asked *share_asked(const struct ladder *l,
				const struct role *role, struct arena *a)
{
	const struct asked *asked = role ? role_asks(l, role, a) : NULL;

	for (uint32_t i = 0; asked && i < l->competencies.n; i++)
		if (asked[i].stage)
			return asked;
	return NULL;
}

static int64_t need_of(const struct competency *c, const struct asked *asked)
{
	if (!asked)
		return c->n_stages;
	return asked[c->index].stage ? asked[c->index].stage->ordinal : 0;
}

struct share share_of(const struct ladder *l, const struct asked *asked,
		      const struct stand *stands, enum layer layer)
{
	struct share sum = {0};

	for_each(c, &l->competencies) {
		int64_t need = need_of(c, asked);
		int64_t have = stands[c->index].have;

		if (layer != LAYER_NONE && c->layer != (int)layer)
			continue;
		if (stands[c->index].na) {
			sum.waived = sum.waived || need;
			continue;
		}
		sum.need += need;
		sum.have += have < need ? have : need;
	}
	return sum;
}
