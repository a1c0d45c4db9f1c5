#include "host/posix.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

/* Work that is shared out one by one: whoever is done takes the next. */
struct shared {
	host_work *work;
	void *with;
	size_t n;
	atomic_size_t next;
	atomic_uint workers; /* that have begun, to number them */
};

static void *take_work(void *shared)
{
	struct shared *s = shared;
	unsigned worker = atomic_fetch_add(&s->workers, 1);
	size_t i;

	while ((i = atomic_fetch_add(&s->next, 1)) < s->n)
		s->work(s->with, i, worker);
	return NULL;
}

static unsigned worth(size_t n)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);

	if (processors < 1)
		processors = 1;
	if (processors > HOST_WORKERS)
		processors = HOST_WORKERS;
	return n < (size_t)processors ? (unsigned)n : (unsigned)processors;
}

/* The calling thread works, too; where no other can be had it does all. */
void host_posix_each(struct host *h, size_t n, host_work *work, void *with)
{
	struct shared s = {.work = work, .with = with, .n = n};
	pthread_t threads[HOST_WORKERS];
	unsigned begun = 0, most = worth(n);

	(void)h;
	while (begun + 1 < most &&
	       !pthread_create(&threads[begun], NULL, take_work, &s))
		begun++;
	take_work(&s);
	while (begun)
		pthread_join(threads[--begun], NULL);
}
