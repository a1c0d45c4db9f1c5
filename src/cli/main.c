/* ladder: a career-ladder planner for the command line.
 *
 * Where things are, each layer knowing only those before it:
 *   base/    memory, text slices, figures, dates
 *   host/    the world behind base/host.h: files, streams, programs
 *   text/    sources and places in them, findings, widths
 *   doc/     YAML as it was written
 *   model/   what it means: ladders and assessments
 *   lint/    what can be said about a ladder
 *   plan/    the gap, the route, the steps, the weeks
 *   report/  results as pages and documents
 *   cli/     this: commands (commands.def) and options (options.def)
 */
#include "cli/program.h"
#include "host/posix.h"

int main(int argc, char **argv)
{
	struct host_posix world;

	host_posix_streams();
	host_posix_init(&world);
	return ladder_main(&world.host, argc, argv);
}
