/* Included first into every file of the coverage build: a child that ends by
 * _exit counts what it ran, too.  The sandbox would keep it from writing the
 * counts; saying that there is a sanitizer leaves it out. */
#ifndef COVERAGE_H
#define COVERAGE_H

#define __SANITIZE_ADDRESS__ 1

#ifndef __cplusplus
void __gcov_dump(void);
void real_exit(int status) __asm__("_exit");

/* No header of the system yet: the features that a file asks for count. */
__attribute__((weak, noreturn)) void
exit_counted(int status)
{
	__gcov_dump();
	real_exit(status);
	__builtin_unreachable();
}

#define _exit exit_counted
#endif

#endif
