#define _GNU_SOURCE		/* pipe2, F_SETPIPE_SZ */
#include "nursery.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/socket_bytes.h"
#include "protocol.h"

/* So long a process has for its own end; a converter has a folder to remove. */
enum { PATIENCE = 5000 };	/* ms */

enum { SLOTS_MAX = 128 };

enum order_kind { ORDER_BEGIN, ORDER_END, ORDER_END_NOW };

struct order {
	uint32_t kind, slot;
};

struct reply {
	int64_t pid;		/* of who began, or -1; ends come with it */
	int64_t status;		/* of who ended */
};

struct nurse {			/* the process itself */
	int         socket;
	nursery_fn *fn;
	void       *context;
	unsigned    slots;
	pid_t       pid[SLOTS_MAX];	/* 0: none */
};

/* So much may be in a pipe: a reader goes on while nobody takes what it read. */
enum { PIPE_BYTES = 1024 * 1024 };

/* Room for the ends that come with a reply. */
union control {
	struct cmsghdr head;
	char           bytes[CMSG_SPACE(sizeof(struct nursery_ends))];
};

static const struct nursery_ends no_ends = { -1, -1 };

static void
close_ends(const struct nursery_ends *ends)
{
	if (ends->requests >= 0)
		close(ends->requests);
	if (ends->answers >= 0)
		close(ends->answers);
}

static bool
send_reply(int socket, struct reply reply, const struct nursery_ends *ends)
{
	union control  control = { .bytes = { 0 } };
	struct iovec   bytes = { &reply, sizeof(reply) };
	struct msghdr  message = { .msg_iov = &bytes, .msg_iovlen = 1 };
	ssize_t        n;

	if (ends->requests >= 0) {
		message.msg_control = control.bytes;
		message.msg_controllen = sizeof(control.bytes);
		control.head.cmsg_level = SOL_SOCKET;
		control.head.cmsg_type = SCM_RIGHTS;
		control.head.cmsg_len = CMSG_LEN(sizeof(*ends));
		memcpy(CMSG_DATA(&control.head), ends, sizeof(*ends));
	}
	do
		n = sendmsg(socket, &message, MSG_NOSIGNAL);
	while (n < 0 && errno == EINTR);
	return n == (ssize_t)sizeof(reply);
}

/* Receives REPLY, and ENDS where they come with it.  Whether it came whole. */
static bool
receive_reply(int socket, struct reply *reply, struct nursery_ends *ends)
{
	union control       control;
	struct iovec        bytes = { reply, sizeof(*reply) };
	struct msghdr       message = { .msg_iov = &bytes, .msg_iovlen = 1,
		.msg_control = control.bytes,
		.msg_controllen = sizeof(control.bytes) };
	ssize_t             n;

	do
		n = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
	while (n < 0 && errno == EINTR);
	if (n != (ssize_t)sizeof(*reply))
		return false;
	if (message.msg_controllen >= CMSG_LEN(sizeof(*ends)) &&
	    control.head.cmsg_type == SCM_RIGHTS)
		memcpy(ends, CMSG_DATA(&control.head), sizeof(*ends));
	return true;
}

/* Waits for PID, which is killed when it does not end by itself until the
 * DEADLINE. */
static int
await_end(pid_t pid, long long deadline)
{
	const struct timespec moment = { .tv_nsec = 2 * 1000 * 1000 };
	int                   status = -1;
	pid_t                 done = waitpid(pid, &status, WNOHANG);

	while (done == 0 && clock_milliseconds() < deadline) {
		nanosleep(&moment, NULL);
		done = waitpid(pid, &status, WNOHANG);
	}
	if (done == 0)
		kill(pid, SIGKILL);
	while (done == 0 || (done < 0 && errno == EINTR))
		done = waitpid(pid, &status, 0);
	return status;
}

static int
end_slot(struct nurse *nurse, unsigned slot, long long patience)
{
	int status = nurse->pid[slot] == 0 ? -1 : await_end(nurse->pid[slot],
	    clock_milliseconds() + patience);

	nurse->pid[slot] = 0;
	return status;
}

/* Makes the ends of both sides. */
static bool
make_ends(struct nursery_ends *here, struct nursery_ends *there)
{
	int sockets[2], pipes[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
		return false;
	*here = (struct nursery_ends){ sockets[0], -1 };
	*there = (struct nursery_ends){ sockets[1], -1 };
	if (pipe2(pipes, O_CLOEXEC) != 0) {
		close_ends(here);
		close_ends(there);
		return false;
	}
	fcntl(pipes[0], F_SETPIPE_SZ, PIPE_BYTES);	/* if it may be */
	here->answers = pipes[0];
	there->answers = pipes[1];
	return true;
}

/* Starts process SLOT; *ENDS are to be sent and closed. */
static struct reply
begin_slot(struct nurse *nurse, unsigned slot, struct nursery_ends *ends)
{
	struct nursery_ends there;
	pid_t               pid;

	end_slot(nurse, slot, 0);
	if (!make_ends(ends, &there)) {
		*ends = no_ends;
		return (struct reply){ -1, -1 };
	}
	pid = fork();
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		close(nurse->socket);
		close_ends(ends);
		nurse->fn(nurse->context, slot, &there);
		_exit(EXIT_SUCCESS);
	}
	close_ends(&there);
	if (pid > 0)
		nurse->pid[slot] = pid;
	else {
		close_ends(ends);
		*ends = no_ends;
	}
	return (struct reply){ pid, -1 };
}

static bool
obey(struct nurse *nurse, const struct order *order)
{
	struct reply        reply = { -1, -1 };
	struct nursery_ends ends = no_ends;
	bool                sent;

	if (order->slot < nurse->slots && order->kind == ORDER_BEGIN)
		reply = begin_slot(nurse, order->slot, &ends);
	else if (order->slot < nurse->slots)
		reply.status = end_slot(nurse, order->slot,
		    order->kind == ORDER_END ? PATIENCE : 0);
	sent = send_reply(nurse->socket, reply, &ends);
	close_ends(&ends);
	return sent;
}

/* Ends when whoever started it does. */
_Noreturn static void
serve(struct nurse *nurse)
{
	int          null = open("/dev/null", O_RDWR | O_CLOEXEC);
	struct order order;

	dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);	/* whose end must be seen */
	while (socket_receive(nurse->socket, &order, sizeof(order)) &&
	    obey(nurse, &order))
		continue;
	close(nurse->socket);	/* nobody is to wait for a reply meanwhile */
	for (unsigned i = 0; i < nurse->slots; i++)
		end_slot(nurse, i, PATIENCE);
	_exit(EXIT_SUCCESS);
}

void
nursery_start(struct nursery *nursery, unsigned slots, nursery_fn *fn,
    void *context)
{
	struct nurse nurse = { .fn = fn, .context = context, .slots = slots };
	int          ends[2];

	*nursery = (struct nursery){ .socket = -1 };
	if (slots > SLOTS_MAX ||
	    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return;
	nursery->pid = fork();
	if (nursery->pid == 0) {
		close(ends[0]);
		nurse.socket = ends[1];
		serve(&nurse);
	}
	close(ends[1]);
	if (nursery->pid < 0)
		close(ends[0]);
	else
		nursery->socket = ends[0];
}

/* What comes of ORDER, and the ends with it.  Behind a reply that did not come nothing
 * is asked any more: it might still come, and pass for that of the next order. */
static struct nursery_ends
ask(struct nursery *nursery, struct order order, struct reply *reply)
{
	struct nursery_ends ends = no_ends;

	*reply = (struct reply){ -1, -1 };
	if (nursery->socket < 0 ||
	    !socket_send(nursery->socket, &order, sizeof(order)))
		return ends;
	if (!receive_reply(nursery->socket, reply, &ends)) {
		*reply = (struct reply){ -1, -1 };
		close(nursery->socket);
		nursery->socket = -1;
	}
	return ends;
}

struct nursery_ends
nursery_begin(struct nursery *nursery, unsigned slot, pid_t *pid)
{
	struct reply        reply;
	struct nursery_ends ends = ask(nursery, (struct order){ ORDER_BEGIN,
	    slot }, &reply);

	*pid = (pid_t)reply.pid;
	return ends;
}

int
nursery_end(struct nursery *nursery, unsigned slot, bool now)
{
	struct reply reply;

	ask(nursery, (struct order){ now ? ORDER_END_NOW : ORDER_END, slot },
	    &reply);
	return (int)reply.status;
}

void
nursery_close(struct nursery *nursery)
{
	if (nursery->socket >= 0)
		close(nursery->socket);
	nursery->socket = -1;
	if (nursery->pid > 0)
		while (waitpid(nursery->pid, NULL, 0) < 0 && errno == EINTR)
			continue;
}
