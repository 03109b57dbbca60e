/* One entry of the log; names and, for a write, the bytes follow it. powerLoss.ts reads the same layout. */
enum kind { OPENED = 1, MADE_FOLDER, WROTE, TRUNCATED, SYNCED, SYNCED_FOLDER, RENAMED, UNLINKED, REMOVED_FOLDER,
            SYNC_FAILED, NOT_MODELLED };
struct entry {
  uint32_t kind, name_length, other_length, created;
  uint64_t inode, offset, length;
};

static int log_fd = -1;

static ssize_t plain_write(int fd, const void *bytes, size_t length) {
  REAL(ssize_t, real_write, int, const void *, size_t);
  return real_write(fd, bytes, length);
}

static void note(struct entry entry, const char *name, const char *other, const struct iovec *bytes, int count) {
  if (log_fd < 0) return;
  entry.name_length = name == NULL ? 0 : strlen(name);
  entry.other_length = other == NULL ? 0 : strlen(other);
  size_t total = sizeof entry + entry.name_length + entry.other_length;
  size_t left = entry.kind == WROTE ? entry.length : 0;
  char *whole = malloc(total + left), *at = whole;
  at = mempcpy(at, &entry, sizeof entry);
  at = mempcpy(at, name == NULL ? "" : name, entry.name_length);
  at = mempcpy(at, other == NULL ? "" : other, entry.other_length);
  for (int i = 0; i < count && left > 0; i += 1) {
    size_t part = bytes[i].iov_len < left ? bytes[i].iov_len : left;
    at = mempcpy(at, bytes[i].iov_base, part);
    left -= part;
  }
  size_t size = at - whole, written = 0;
  while (written < size) {
    ssize_t now = plain_write(log_fd, whole + written, size - written);
    if (now <= 0) abort();
    written += now;
  }
  free(whole);
}
