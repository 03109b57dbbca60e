/* The failures that were asked for: see disk.c. */
struct rule { char call[16], failure[16], part[256]; long first, times, seen; };

enum { MOST_RULES = 16 };
static struct rule rules[MOST_RULES];
static int rule_count;
static const char *rules_path;
static struct timespec rules_time;

static void read_rules(void) {
  struct stat found;
  if (rules_path == NULL || stat(rules_path, &found) != 0) return;
  if (found.st_mtim.tv_sec == rules_time.tv_sec && found.st_mtim.tv_nsec == rules_time.tv_nsec) return;
  rules_time = found.st_mtim;
  rule_count = 0;
  FILE *file = fopen(rules_path, "re");
  if (file == NULL) return;
  struct rule rule = {0};
  while (rule_count < MOST_RULES &&
         fscanf(file, "%15s %15s %ld %ld %255s", rule.call, rule.failure, &rule.first, &rule.times, rule.part) == 5) {
    rules[rule_count] = rule;
    rule_count += 1;
  }
  fclose(file);
}

/* What a rule wants of this call: null, a name of an errno, or SHORT, TORN, KILL. */
static const char *wanted(const char *call, const char *path) {
  read_rules();
  const char *failure = NULL;
  for (int i = 0; i < rule_count; i += 1) {
    struct rule *rule = &rules[i];
    if (strcmp(rule->call, call) != 0 && strcmp(rule->call, "any") != 0) continue;
    if (strcmp(rule->part, "*") != 0 && strstr(path, rule->part) == NULL) continue;
    rule->seen += 1;
    int due = rule->seen >= rule->first && (rule->times == 0 || rule->seen < rule->first + rule->times);
    if (due && failure == NULL) failure = rule->failure;
  }
  if (failure != NULL && strcmp(failure, "KILL") == 0) kill(getpid(), SIGKILL);
  return failure;
}

/* Sets errno and answers -1 where the rule names one; 0 for what the caller has to see to. */
static int fails(const char *failure) {
  static const struct { const char *name; int number; } numbers[] = {
    {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EIO", EIO}, {"EROFS", EROFS}, {"EACCES", EACCES}};
  if (failure == NULL) return 0;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i += 1)
    if (strcmp(failure, numbers[i].name) == 0) { errno = numbers[i].number; return -1; }
  return 0;
}
