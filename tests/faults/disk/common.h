/* What every part of the layer stands on. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(type, name, ...)                                   \
  static type (*name)(__VA_ARGS__);                             \
  if (name == NULL) *(void **)&name = dlsym(RTLD_NEXT, &#name[5])

struct file { char *path; uint64_t inode; int folder, logged; };

enum { MOST_FILES = 4096 };
static struct file files[MOST_FILES];
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static const char *root;
static size_t root_length;

static int watched(const char *path) {
  return root != NULL && path != NULL && strncmp(path, root, root_length) == 0 &&
         (path[root_length] == '/' || path[root_length] == 0);
}

static struct file *file_of(int fd) {
  return fd >= 0 && fd < MOST_FILES && files[fd].path != NULL ? &files[fd] : NULL;
}

#define LOCKED(type, body) pthread_mutex_lock(&mutex); type result = body; int failed = errno; \
  pthread_mutex_unlock(&mutex); errno = failed; return result
