/* What is not modelled stops the simulation where the log is read, and does nothing to a run without one. */

static void not_modelled(const char *what) {
  pthread_mutex_lock(&mutex);
  note((struct entry){.kind = NOT_MODELLED}, what, NULL, NULL, 0);
  pthread_mutex_unlock(&mutex);
}

int link(const char *path, const char *to) {
  REAL(int, real_link, const char *, const char *);
  if (watched(to)) not_modelled("link");
  return real_link(path, to);
}

int symlink(const char *path, const char *to) {
  REAL(int, real_symlink, const char *, const char *);
  if (watched(to)) not_modelled("symlink");
  return real_symlink(path, to);
}

int truncate64(const char *path, off64_t length) {
  REAL(int, real_truncate64, const char *, off64_t);
  if (watched(path)) not_modelled("truncate");
  return real_truncate64(path, length);
}
int truncate(const char *path, off_t length) { return truncate64(path, length); }

void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
  REAL(void *, real_mmap64, void *, size_t, int, int, int, off64_t);
  struct file *file = root == NULL ? NULL : file_of(fd);
  if (file != NULL && file->logged && (protection & PROT_WRITE) && (flags & MAP_SHARED)) not_modelled("mmap");
  return real_mmap64(at, length, protection, flags, fd, offset);
}
void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
  return mmap64(at, length, protection, flags, fd, offset);
}

/* What libuv asks of the kernel itself. Copying is refused, so that it reads and writes instead. */

ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) {
  REAL(ssize_t, real_sendfile64, int, int, off64_t *, size_t);
  if (file_of(to) == NULL) return real_sendfile64(to, from, offset, length);
  errno = EINVAL;
  return -1;
}
ssize_t sendfile(int to, int from, off_t *offset, size_t length) { return sendfile64(to, from, offset, length); }

long syscall(long number, ...) {
  REAL(long, real_syscall, long, ...);
  va_list rest;
  va_start(rest, number);
  long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
  long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
  va_end(rest);
  // Without this the number would still stand for the closed file when another one, or a pipe, is given it.
  if (number == SYS_close) return close((int)a);
  if (number == SYS_copy_file_range && file_of((int)c) != NULL) {
    errno = ENOSYS;
    return -1;
  }
  return real_syscall(number, a, b, c, d, e, f);
}
