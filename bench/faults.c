/* Lets one system call of a process fail, or end it there: loaded before the C library by bench/faults.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WRITES = 1, SYNCS = 2, READS = 4, NAMES = 8, MAKES = 16 };

static int groups, at, fate, lasting, counted, landed;

/* From now on the call number `which` (from 1) of these groups meets its fate: SIGKILL where that is 0, else this
   errno; and with `lasts` every one after it. With which = 0 they are only counted. */
void faults_arm(int of, int which, int error, int lasts) {
  groups = of, at = which, fate = error, lasting = lasts, counted = landed = 0;
}
void faults_disarm(void) { groups = 0; }
int faults_counted(void) { return counted; }
int faults_landed(void) { return landed; }

static int struck(int group) {
  if (!(groups & group)) return 0;
  counted++;
  if (!at || counted < at || (counted > at && !lasting)) return 0;
  landed++;
  if (!fate) kill(getpid(), SIGKILL);
  errno = fate;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define WRAP(group, type, name, parameters, arguments) \
  type name parameters { return struck(group) ? -1 : REAL(name) arguments; }
/* What goes to the screen is no change on the disk. */
#define WRAP_FILE(group, type, name, parameters, arguments) \
  type name parameters { return fd > 2 && struck(group) ? -1 : REAL(name) arguments; }

WRAP_FILE(WRITES, ssize_t, write, (int fd, const void *b, size_t n), (fd, b, n))
WRAP_FILE(WRITES, ssize_t, pwrite, (int fd, const void *b, size_t n, off_t o), (fd, b, n, o))
WRAP_FILE(WRITES, ssize_t, pwrite64, (int fd, const void *b, size_t n, off64_t o), (fd, b, n, o))
WRAP_FILE(WRITES, int, ftruncate, (int fd, off_t n), (fd, n))
WRAP_FILE(WRITES, int, ftruncate64, (int fd, off64_t n), (fd, n))
WRAP_FILE(SYNCS, int, fsync, (int fd), (fd))
WRAP_FILE(SYNCS, int, fdatasync, (int fd), (fd))
WRAP_FILE(READS, ssize_t, read, (int fd, void *b, size_t n), (fd, b, n))
WRAP_FILE(READS, ssize_t, pread, (int fd, void *b, size_t n, off_t o), (fd, b, n, o))
WRAP_FILE(READS, ssize_t, pread64, (int fd, void *b, size_t n, off64_t o), (fd, b, n, o))
WRAP(NAMES, int, rename, (const char *a, const char *b), (a, b))
WRAP(NAMES, int, renameat, (int d, const char *a, int e, const char *b), (d, a, e, b))
WRAP(NAMES, int, link, (const char *a, const char *b), (a, b))
WRAP(NAMES, int, linkat, (int d, const char *a, int e, const char *b, int f), (d, a, e, b, f))
WRAP(NAMES, int, unlink, (const char *a), (a))
WRAP(NAMES, int, unlinkat, (int d, const char *a, int f), (d, a, f))
WRAP(MAKES, int, mkdir, (const char *a, mode_t m), (a, m))
WRAP(MAKES, int, mkdirat, (int d, const char *a, mode_t m), (d, a, m))

#define WRAP_OPEN(name, parameters, arguments)                 \
  int name parameters {                                        \
    mode_t mode = 0;                                           \
    if (flags & O_CREAT) {                                     \
      va_list more;                                            \
      va_start(more, flags);                                   \
      mode = va_arg(more, mode_t);                             \
      va_end(more);                                            \
      if (struck(MAKES)) return -1;                            \
    }                                                          \
    return REAL(name) arguments;                               \
  }
WRAP_OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
WRAP_OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
WRAP_OPEN(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
WRAP_OPEN(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
