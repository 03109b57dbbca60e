/* Calls that give, change and take names. */

#define NAMING(call, kind_, real, path, other)                                        \
  if (!watched(path)) return real;                                                    \
  pthread_mutex_lock(&mutex);                                                         \
  int result = fails(wanted(call, path)) < 0 ? -1 : real, failed = errno;             \
  if (result == 0) note((struct entry){.kind = kind_}, path, other, NULL, 0);         \
  pthread_mutex_unlock(&mutex);                                                       \
  errno = failed;                                                                     \
  return result

int mkdir(const char *path, mode_t mode) {
  REAL(int, real_mkdir, const char *, mode_t);
  NAMING("mkdir", MADE_FOLDER, real_mkdir(path, mode), path, NULL);
}

int rmdir(const char *path) {
  REAL(int, real_rmdir, const char *);
  NAMING("rmdir", REMOVED_FOLDER, real_rmdir(path), path, NULL);
}

int unlink(const char *path) {
  REAL(int, real_unlink, const char *);
  NAMING("unlink", UNLINKED, real_unlink(path), path, NULL);
}

int rename(const char *path, const char *to) {
  REAL(int, real_rename, const char *, const char *);
  NAMING("rename", RENAMED, real_rename(path, to), path, to);
}

int remove(const char *path) {
  REAL(int, real_remove, const char *);
  struct stat found;
  if (!watched(path) || lstat(path, &found) != 0) return real_remove(path);
  return S_ISDIR(found.st_mode) ? rmdir(path) : unlink(path);
}

/* `rm -r` works with names relative to an open folder. */
int unlinkat(int at, const char *path, int flags) {
  REAL(int, real_unlinkat, int, const char *, int);
  char link[64], folder[4096], whole[8192];
  if (root == NULL) return real_unlinkat(at, path, flags);
  snprintf(link, sizeof link, "/proc/self/fd/%d", at);
  ssize_t length = path[0] == '/' ? -1 : readlink(link, folder, sizeof folder - 1);
  folder[length < 0 ? 0 : length] = 0;
  snprintf(whole, sizeof whole, "%s%s%s", folder, length < 0 ? "" : "/", path);
  if (!watched(whole)) return real_unlinkat(at, path, flags);
  return flags & AT_REMOVEDIR ? rmdir(whole) : unlink(whole);
}
