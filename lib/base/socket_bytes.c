#include "socket_bytes.h"

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

bool
socket_send(int socket, const void *bytes, size_t n)
{
	const char *at = bytes;

	while (n > 0) {
		ssize_t done = send(socket, at, n, MSG_NOSIGNAL);

		if (done < 0 && errno != EINTR)
			return false;
		if (done > 0) {
			at += done;
			n -= (size_t)done;
		}
	}
	return true;
}

bool
socket_receive(int socket, void *bytes, size_t n)
{
	char *at = bytes;

	while (n > 0) {
		ssize_t done = read(socket, at, n);

		if (done == 0 || (done < 0 && errno != EINTR))
			return false;
		if (done > 0) {
			at += done;
			n -= (size_t)done;
		}
	}
	return true;
}
