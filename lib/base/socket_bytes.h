/* Bytes over a socket between our own processes, all of them. */
#ifndef BASE_SOCKET_BYTES_H
#define BASE_SOCKET_BYTES_H

#include <stdbool.h>
#include <stddef.h>

/* Send or receive all N bytes, over any number of calls.  False when the other side
 * is gone. */
bool socket_send(int socket, const void *bytes, size_t n);
bool socket_receive(int socket, void *bytes, size_t n);

#endif
