/* Programs of others that read hostile bytes are run behind walls: bubblewrap
 * shows them the system's programs and nothing else, no network, no file of the
 * user's, no process but their own; they end with the process that began
 * them. */
#ifndef CONVERT_WALLS_H
#define CONVERT_WALLS_H

#include <stdbool.h>

/* In front of a shell command.  What is bound to be written to comes behind. */
#define WALLS                                                                 \
	"bwrap --unshare-all --die-with-parent --new-session --clearenv "     \
	"--setenv PATH /usr/bin:/bin --setenv HOME /tmp "                     \
	"--setenv LC_ALL C.UTF-8 --ro-bind /usr /usr "                        \
	"--ro-bind-try /bin /bin --ro-bind-try /lib /lib "                    \
	"--ro-bind-try /lib64 /lib64 --ro-bind-try /etc /etc "                \
	"--ro-bind-try /opt /opt --proc /proc --dev /dev --tmpfs /tmp "

/* Whether bubblewrap is there and may do its work, which some systems forbid. */
bool walls_are_there(void);

/* Whether PROGRAM is where programs are seen behind the walls: what users keep
 * elsewhere is not. */
bool walls_show(const char *program);

#endif
