/*
 * A disk that fails when it is told to, and that remembers what it was never told to keep. Loaded with LD_PRELOAD into
 * a core, it stands between the program and libc for every file below one folder. docs/reliability.md says what it
 * models and what it does not.
 *
 *   GALLEY_DISK_ROOT   the folder; files elsewhere are left alone
 *   GALLEY_DISK_RULES  a file of rules, read again whenever it changes: CALL FAILURE FIRST TIMES PART
 *                      (write ENOSPC 1 0 library.db: every write to a path that contains library.db fails)
 *   GALLEY_DISK_LOG    what was done goes here, in order, for tests/faults/powerLoss.ts; syncing is then not passed on,
 *                      because the simulated disk keeps what was synced
 *   GALLEY_DISK_LIES   syncing answers "done" and does nothing, as some drives do
 */
#include "common.h"
#include "log.h"
#include "rules.h"

static int lies;

__attribute__((constructor)) static void start(void) {
  root = getenv("GALLEY_DISK_ROOT");
  rules_path = getenv("GALLEY_DISK_RULES");
  lies = getenv("GALLEY_DISK_LIES") != NULL;
  if (root == NULL) return;
  root_length = strlen(root);
  const char *log = getenv("GALLEY_DISK_LOG");
  REAL(int, real_open, const char *, int, ...);
  if (log != NULL) log_fd = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Opening and closing */

static int opened(const char *path, int flags, mode_t mode) {
  REAL(int, real_open, const char *, int, ...);
  int writes = (flags & O_ACCMODE) != O_RDONLY;
  int created = (flags & O_CREAT) && access(path, F_OK) != 0;
  if (fails(wanted(created ? "create" : writes ? "open" : "look", path)) < 0) return -1;
  int fd = real_open(path, flags, mode);
  struct stat found;
  if (fd < 0 || fd >= MOST_FILES || fstat(fd, &found) != 0) return fd;
  free(files[fd].path);
  int shared_memory = strlen(path) > 4 && strcmp(path + strlen(path) - 4, "-shm") == 0;
  files[fd] = (struct file){strdup(path), found.st_ino, S_ISDIR(found.st_mode), !shared_memory};
  if (files[fd].folder || shared_memory) return fd;
  note((struct entry){.kind = OPENED, .created = created, .inode = found.st_ino}, path, NULL, NULL, 0);
  if (flags & O_TRUNC) note((struct entry){.kind = TRUNCATED, .inode = found.st_ino}, NULL, NULL, NULL, 0);
  return fd;
}

static int open_any(const char *path, int flags, mode_t mode) {
  REAL(int, real_open, const char *, int, ...);
  if (!watched(path)) return real_open(path, flags, mode);
  LOCKED(int, opened(path, flags, mode));
}

#define MODE_OF(flags) mode_t mode = 0; if ((flags) & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); \
  mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_any(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_any(path, flags, mode); }
int openat(int at, const char *path, int flags, ...) {
  MODE_OF(flags)
  REAL(int, real_openat, int, const char *, int, ...);
  return watched(path) ? open_any(path, flags, mode) : real_openat(at, path, flags, mode);
}

static void forget(int fd) {
  if (fd < 0 || fd >= MOST_FILES) return;
  pthread_mutex_lock(&mutex);
  free(files[fd].path);
  files[fd].path = NULL;
  pthread_mutex_unlock(&mutex);
}

int close(int fd) {
  REAL(int, real_close, int);
  forget(fd);
  return real_close(fd);
}

/* `rm -r` closes folders so, past `close`: the number would stand for the folder when a pipe or memory is given it. */
int closedir(DIR *folder) {
  REAL(int, real_closedir, DIR *);
  forget(dirfd(folder));
  return real_closedir(folder);
}

/* Writing */

/* SHORT takes half of it; TORN takes half of it, and then the process dies. */
static ssize_t wrote(int fd, const struct iovec *bytes, int count, off_t offset) {
  REAL(ssize_t, real_pwritev, int, const struct iovec *, int, off_t);
  REAL(ssize_t, real_writev, int, const struct iovec *, int);
  struct file *file = file_of(fd);
  const char *failure = wanted("write", file->path);
  if (fails(failure) < 0) return -1;
  struct iovec half = bytes[0];
  if (failure != NULL) {
    half.iov_len = (half.iov_len + 1) / 2;
    bytes = &half;
    count = 1;
  }
  int follows = offset < 0;
  if (follows) offset = lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
  ssize_t done = follows ? real_writev(fd, bytes, count) : real_pwritev(fd, bytes, count, offset);
  if (done > 0 && file->logged)
    note((struct entry){.kind = WROTE, .inode = file->inode, .offset = offset, .length = done}, NULL, NULL, bytes, count);
  if (failure != NULL && strcmp(failure, "TORN") == 0) kill(getpid(), SIGKILL);
  return done;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  if (file_of(fd) == NULL) return plain_write(fd, bytes, length);
  struct iovec one = {(void *)bytes, length};
  LOCKED(ssize_t, wrote(fd, &one, 1, -1));
}

ssize_t writev(int fd, const struct iovec *bytes, int count) {
  REAL(ssize_t, real_writev, int, const struct iovec *, int);
  if (file_of(fd) == NULL) return real_writev(fd, bytes, count);
  LOCKED(ssize_t, wrote(fd, bytes, count, -1));
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  REAL(ssize_t, real_pwrite64, int, const void *, size_t, off64_t);
  if (file_of(fd) == NULL) return real_pwrite64(fd, bytes, length, offset);
  struct iovec one = {(void *)bytes, length};
  LOCKED(ssize_t, wrote(fd, &one, 1, offset));
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

ssize_t pwritev64(int fd, const struct iovec *bytes, int count, off64_t offset) {
  REAL(ssize_t, real_pwritev64, int, const struct iovec *, int, off64_t);
  if (file_of(fd) == NULL) return real_pwritev64(fd, bytes, count, offset);
  LOCKED(ssize_t, wrote(fd, bytes, count, offset));
}
ssize_t pwritev(int fd, const struct iovec *bytes, int count, off_t offset) {
  return pwritev64(fd, bytes, count, offset);
}

static int truncated(int fd, off64_t length) {
  REAL(int, real_ftruncate64, int, off64_t);
  struct file *file = file_of(fd);
  if (fails(wanted("truncate", file->path)) < 0) return -1;
  int done = real_ftruncate64(fd, length);
  if (done == 0 && file->logged)
    note((struct entry){.kind = TRUNCATED, .inode = file->inode, .length = length}, NULL, NULL, NULL, 0);
  return done;
}

int ftruncate64(int fd, off64_t length) {
  REAL(int, real_ftruncate64, int, off64_t);
  if (file_of(fd) == NULL) return real_ftruncate64(fd, length);
  LOCKED(int, truncated(fd, length));
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

/* Syncing. A failure loses what was to be synced, as Linux does: it forgets that the pages were never written. */

static int synced(int fd, int (*real)(int)) {
  struct file *file = file_of(fd);
  if (lies) return 0;
  if (fails(wanted("sync", file->path)) < 0) {
    if (!file->folder) note((struct entry){.kind = SYNC_FAILED, .inode = file->inode}, NULL, NULL, NULL, 0);
    return -1;
  }
  if (log_fd < 0) return real(fd);
  if (file->folder) note((struct entry){.kind = SYNCED_FOLDER}, file->path, NULL, NULL, 0);
  else if (file->logged) note((struct entry){.kind = SYNCED, .inode = file->inode}, NULL, NULL, NULL, 0);
  return 0;
}

int fsync(int fd) {
  REAL(int, real_fsync, int);
  if (file_of(fd) == NULL) return real_fsync(fd);
  LOCKED(int, synced(fd, real_fsync));
}

int fdatasync(int fd) {
  REAL(int, real_fdatasync, int);
  if (file_of(fd) == NULL) return real_fdatasync(fd);
  LOCKED(int, synced(fd, real_fdatasync));
}

#include "names.h"
#include "rest.h"
