/*
 * The cohort model written by hand in C: one member in place, and eight members side by side in vectors.
 * Arguments: file with the figures, file for the results. Prints nanoseconds of one member's run, best of many.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { AREAS = 3, SEXES = 2, AGES = 101, CELLS = AREAS * SEXES * AGES, STEPS = 60, MEMBERS = 8, LAST = AGES - 1 };

typedef double vector __attribute__((vector_size(64)));

/* Mortality level, its decline, level of movement, level of fertility. */
typedef struct { double mortality, decline, migration, fertility; } member;
typedef struct { vector mortality, decline, migration, fertility; } group;

static double start[CELLS], mortality[CELLS], migration[CELLS], fertility[AREAS * AGES];
static member members[MEMBERS];
static const double share[SEXES] = {1 / 2.06, 1.06 / 2.06};

static double people[CELLS];
static double residents[STEPS * AREAS];
static vector people8[CELLS];
static vector residents8[STEPS * AREAS];

/* The same text for one member and for eight: only the type of a number differs. */
#define RUN(NAME, NUMBER, PEOPLE, RESIDENTS, MEMBER)                                                                 \
  static __attribute__((noinline)) void NAME(MEMBER m) {                                                            \
    NUMBER factor = m.mortality;                                                                                     \
    for (int cell = 0; cell < CELLS; cell++) PEOPLE[cell] = start[cell] + (NUMBER){0};                               \
    for (int step = 0; step < STEPS; step++) {                                                                       \
      for (int area = 0; area < AREAS; area++) {                                                                     \
        NUMBER total = {0}, births = {0};                                                                            \
        const double *f = fertility + area * AGES;                                                                   \
        for (int sex = 0; sex < SEXES; sex++) {                                                                      \
          const int row = (area * SEXES + sex) * AGES;                                                               \
          NUMBER *p = PEOPLE + row;                                                                                  \
          const double *d = mortality + row, *g = migration + row;                                                   \
          NUMBER oldest = p[LAST], next;                                                                             \
          total += oldest;                                                                                           \
          if (sex == 0) births += f[LAST] * oldest;                                                                  \
          next = oldest + oldest * (m.migration * g[LAST] - factor * d[LAST]);                                       \
          if (sex == 0) {                                                                                            \
            for (int age = LAST - 1; age >= 0; age--) {                                                              \
              NUMBER here = p[age];                                                                                  \
              total += here;                                                                                         \
              births += f[age] * here;                                                                               \
              p[age + 1] = here + here * (m.migration * g[age] - factor * d[age]);                                   \
            }                                                                                                        \
          } else {                                                                                                   \
            for (int age = LAST - 1; age >= 0; age--) {                                                              \
              NUMBER here = p[age];                                                                                  \
              total += here;                                                                                         \
              p[age + 1] = here + here * (m.migration * g[age] - factor * d[age]);                                   \
            }                                                                                                        \
          }                                                                                                          \
          p[LAST] += next;                                                                                           \
        }                                                                                                            \
        births *= m.fertility;                                                                                       \
        for (int sex = 0; sex < SEXES; sex++) PEOPLE[(area * SEXES + sex) * AGES] = births * share[sex];             \
        RESIDENTS[step * AREAS + area] = total;                                                                      \
      }                                                                                                              \
      factor *= 1 - m.decline;                                                                                       \
    }                                                                                                                \
  }

RUN(run_one, double, people, residents, member)
RUN(run_eight, vector, people8, residents8, group)

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static void get(void *into, size_t size, FILE *file) {
  if (fread(into, 1, size, file) != size) {
    fprintf(stderr, "the figures are too short\n");
    exit(1);
  }
}

int main(int count, char **argument) {
  if (count != 3) return 2;
  FILE *file = fopen(argument[1], "rb");
  if (!file) return 2;
  get(start, sizeof start, file);
  get(mortality, sizeof mortality, file);
  get(migration, sizeof migration, file);
  get(fertility, sizeof fertility, file);
  get(members, sizeof members, file);
  fclose(file);
  group all;
  for (int at = 0; at < MEMBERS; at++) {
    all.mortality[at] = members[at].mortality;
    all.decline[at] = members[at].decline;
    all.migration[at] = members[at].migration;
    all.fertility[at] = members[at].fertility;
  }

  FILE *out = fopen(argument[2], "wb");
  if (!out) return 2;
  for (int at = 0; at < MEMBERS; at++) {
    run_one(members[at]);
    fwrite(residents, sizeof residents, 1, out);
  }
  run_eight(all);
  for (int at = 0; at < MEMBERS; at++)
    for (int place = 0; place < STEPS * AREAS; place++) {
      double value = residents8[place][at];
      fwrite(&value, sizeof value, 1, out);
    }
  fclose(out);

  double one = 1e18, eight = 1e18;
  for (int round = 0; round < 60; round++) {
    double begin = now();
    for (int at = 0; at < 200; at++) run_one(members[at % MEMBERS]);
    double taken = (now() - begin) / 200;
    if (taken < one) one = taken;
    begin = now();
    for (int at = 0; at < 100; at++) run_eight(all);
    taken = (now() - begin) / 100 / MEMBERS;
    if (taken < eight) eight = taken;
  }
  printf("%.1f %.1f\n", one, eight);
  return 0;
}
