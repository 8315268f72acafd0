/* What the office that reports was called before, where its report says so:
 * 移民局更名为水库移民服务中心 (office-renamings.tsv). */
#ifndef IDENTITY_FORMER_H
#define IDENTITY_FORMER_H

/* Reads office-renamings.tsv; what is wrong with a line ends the process with
 * 2. */
void renamings_load(void);

#endif
