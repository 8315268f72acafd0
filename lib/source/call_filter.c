#include "call_filter.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>

/* By their numbers calls mean something on one architecture only. */
#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCHITECTURE AUDIT_ARCH_RISCV64
#elif defined(__loongarch64)
#define ARCHITECTURE AUDIT_ARCH_LOONGARCH64
#elif defined(__powerpc64__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ARCHITECTURE AUDIT_ARCH_PPC64LE
#elif defined(__s390x__)
#define ARCHITECTURE AUDIT_ARCH_S390X
#else
#define ARCHITECTURE 0	/* none: all is refused, and said to be */
#endif

/* Where the halves of an argument lie in what the program is given. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
enum { LOW_HALF = 0, HIGH_HALF = 4 };
#else
enum { LOW_HALF = 4, HIGH_HALF = 0 };
#endif

static void
add(struct call_filter *filter, struct sock_filter step)
{
	if (filter->n == CALL_FILTER_MAX)
		filter->overflows = true;
	else
		filter->step[filter->n++] = step;
}

static void
load(struct call_filter *filter, size_t offset)
{
	add(filter, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
	    (uint32_t)offset));
}

static void
load_call(struct call_filter *filter)
{
	load(filter, offsetof(struct seccomp_data, nr));
}

static void
answer(struct call_filter *filter, uint32_t action)
{
	add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action));
}

/* Passes over SKIPPED steps unless what is loaded is VALUE. */
static void
unless_equal(struct call_filter *filter, uint32_t value, unsigned char skipped)
{
	add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
	    value, 0, skipped));
}

void
call_filter_begin(struct call_filter *filter)
{
	filter->n = 0;
	filter->overflows = false;
	load(filter, offsetof(struct seccomp_data, arch));
	unless_equal(filter, ARCHITECTURE, 1);
	add(filter, (struct sock_filter)BPF_STMT(BPF_JMP | BPF_JA, 1));
	answer(filter, SECCOMP_RET_KILL_PROCESS);
	load_call(filter);
}

void
call_filter_allow(struct call_filter *filter, const int call[], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unless_equal(filter, (uint32_t)call[i], 1);
		answer(filter, SECCOMP_RET_ALLOW);
	}
}

/* Passes over SKIPPED steps and these three unless the bits of MASK of the half of
 * an argument at OFFSET are VALUE. */
static void
unless_bits(struct call_filter *filter, size_t offset, uint32_t mask,
    uint32_t value, unsigned char skipped)
{
	load(filter, offset);
	add(filter, (struct sock_filter)BPF_STMT(BPF_ALU | BPF_AND | BPF_K,
	    mask));
	unless_equal(filter, value, skipped);
}

void
call_filter_allow_if(struct call_filter *filter,
    const struct call_condition *condition)
{
	enum { STEPS_OF_BITS = 3 };
	size_t argument = offsetof(struct seccomp_data, args) +
	    condition->argument * sizeof(uint64_t);

	unless_equal(filter, (uint32_t)condition->call, 2 * STEPS_OF_BITS + 2);
	unless_bits(filter, argument + LOW_HALF, (uint32_t)condition->mask,
	    (uint32_t)condition->value, STEPS_OF_BITS + 1);
	unless_bits(filter, argument + HIGH_HALF,
	    (uint32_t)(condition->mask >> 32),
	    (uint32_t)(condition->value >> 32), 1);
	answer(filter, SECCOMP_RET_ALLOW);
	load_call(filter);
}

bool
call_filter_enter(struct call_filter *filter)
{
	struct sock_fprog program;

	answer(filter, SECCOMP_RET_ERRNO | EPERM);
	program = (struct sock_fprog){ filter->n, filter->step };
	return ARCHITECTURE != 0 && !filter->overflows &&
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}
