/** The cohort model written by hand in WebAssembly SIMD: eight members in a batch, two doubles per vector. */

import {
  add,
  addI32,
  assemble,
  type Code,
  get,
  i32,
  isAtLeastI32,
  isLessI32,
  load,
  loadSplat,
  mul,
  repeatWhile,
  set,
  splat,
  store,
  sub,
} from './assemble.ts'
import {
  ages,
  areas,
  cells,
  type Figures,
  type Member,
  members,
  residentsSize,
  sexes,
  sexShares,
  steps,
} from './figures.ts'
import type { SideBySide } from './batches.ts'

/** The part of WebAssembly that is used here; the project's types know no browser. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object) => { readonly exports: { readonly memory: object; readonly run: object } }
}
const { Instance, Module } = (globalThis as unknown as { readonly WebAssembly: Wasm }).WebAssembly

/** Bytes of a double, and of a number for each member. */
const one = 8
const all = one * members
const last = ages - 1

// Where things are in memory, in bytes.
const startPopulation = 0
const mortality = startPopulation + cells * one
const migration = mortality + cells * one
const fertility = migration + cells * one
const levels = Math.ceil((fertility + areas * ages * one) / 64) * 64
const people = levels + 4 * all
const residents = people + cells * all
const pages = Math.ceil((residents + residentsSize * all) / 65536)

/** A pass takes `width` vectors, 2 * width members; `first` is the byte of the pass's first member. */
const moduleFor = (width: number): Uint8Array<ArrayBuffer> => {
  const first = get(0)
  // Integers: the person's and the rate's address, the end of a loop, area and step counters, where residents go.
  const [person, rate, birth, end, area, step, output] = [1, 2, 3, 4, 5, 6, 7]
  let used = 7
  const vectors = (): number[] => Array.from({ length: width }, () => ++used)
  const [factor, decline, movement, level, total, births, oldest, here] = [
    vectors(),
    vectors(),
    vectors(),
    vectors(),
    vectors(),
    vectors(),
    vectors(),
    vectors(),
  ]
  const [d, g, f] = [++used, ++used, ++used]
  const each = (body: (lane: number) => Code): Code => Array.from({ length: width }, (_, lane) => body(lane)).flat()
  const stays = (who: readonly number[], lane: number): Code =>
    add(get(who[lane]!), mul(get(who[lane]!), sub(mul(get(movement[lane]!), get(g)), mul(get(factor[lane]!), get(d)))))
  const rates = (offset: number, women: boolean): Code => [
    ...set(d, loadSplat(get(rate), mortality + offset)),
    ...set(g, loadSplat(get(rate), migration + offset)),
    ...(women ? set(f, loadSplat(get(birth), fertility + offset)) : []),
  ]
  const count = (who: readonly number[], lane: number, women: boolean): Code => [
    ...set(total[lane]!, add(get(total[lane]!), get(who[lane]!))),
    ...(women ? set(births[lane]!, add(get(births[lane]!), mul(get(f), get(who[lane]!)))) : []),
  ]
  /** One sex: `person` and `rate` stand at its age 0 before and after. */
  const row = (women: boolean): Code => [
    ...set(end, get(person)),
    ...rates(last * one, women),
    ...each(lane => set(oldest[lane]!, load(get(person), people + last * all + 16 * lane))),
    ...each(lane => count(oldest, lane, women)),
    ...each(lane => set(oldest[lane]!, stays(oldest, lane))),
    ...set(person, addI32(get(person), i32((last - 1) * all))),
    ...set(rate, addI32(get(rate), i32((last - 1) * one))),
    ...(women ? set(birth, addI32(get(birth), i32((last - 1) * one))) : []),
    ...repeatWhile(
      [
        ...rates(0, women),
        ...each(lane => [
          ...set(here[lane]!, load(get(person), people + 16 * lane)),
          ...count(here, lane, women),
          ...store(get(person), people + all + 16 * lane, stays(here, lane)),
        ]),
        ...set(person, addI32(get(person), i32(-all))),
        ...set(rate, addI32(get(rate), i32(-one))),
        ...(women ? set(birth, addI32(get(birth), i32(-one))) : []),
      ],
      isAtLeastI32(get(person), get(end)),
    ),
    ...set(person, addI32(get(person), i32(all))),
    ...set(rate, addI32(get(rate), i32(one))),
    ...(women ? set(birth, addI32(get(birth), i32(one))) : []),
    ...each(lane =>
      store(
        get(person),
        people + last * all + 16 * lane,
        add(load(get(person), people + last * all + 16 * lane), get(oldest[lane]!)),
      ),
    ),
  ]
  const newborn = (offset: number, share: number): Code =>
    each(lane => store(get(person), people + offset + 16 * lane, mul(get(births[lane]!), splat(share))))
  const sexBytes = ages * all
  const [girls, boys] = sexShares
  const body = [
    ...each(lane => [
      ...set(factor[lane]!, load(first, levels + 16 * lane)),
      ...set(decline[lane]!, sub(splat(1), load(first, levels + all + 16 * lane))),
      ...set(movement[lane]!, load(first, levels + 2 * all + 16 * lane)),
      ...set(level[lane]!, load(first, levels + 3 * all + 16 * lane)),
    ]),
    ...set(person, first),
    ...set(rate, i32(0)),
    ...repeatWhile(
      [
        ...set(d, loadSplat(get(rate), startPopulation)),
        ...each(lane => store(get(person), people + 16 * lane, get(d))),
        ...set(person, addI32(get(person), i32(all))),
        ...set(rate, addI32(get(rate), i32(one))),
      ],
      isLessI32(get(rate), i32(cells * one)),
    ),
    ...set(output, first),
    ...set(step, i32(0)),
    ...repeatWhile(
      [
        ...set(person, first),
        ...set(rate, i32(0)),
        ...set(birth, i32(0)),
        ...set(area, i32(0)),
        ...repeatWhile(
          [
            ...each(lane => [...set(total[lane]!, splat(0)), ...set(births[lane]!, splat(0))]),
            ...row(true),
            ...set(person, addI32(get(person), i32(sexBytes))),
            ...set(rate, addI32(get(rate), i32(ages * one))),
            ...row(false),
            ...each(lane => set(births[lane]!, mul(get(births[lane]!), get(level[lane]!)))),
            ...newborn(0, boys),
            ...set(person, addI32(get(person), i32(-sexBytes))),
            ...newborn(0, girls),
            ...set(person, addI32(get(person), i32(sexes * sexBytes))),
            ...set(rate, addI32(get(rate), i32(ages * one))),
            ...set(birth, addI32(get(birth), i32(ages * one))),
            ...each(lane => store(get(output), residents + 16 * lane, get(total[lane]!))),
            ...set(output, addI32(get(output), i32(all))),
            ...set(area, addI32(get(area), i32(1))),
          ],
          isLessI32(get(area), i32(areas)),
        ),
        ...each(lane => set(factor[lane]!, mul(get(factor[lane]!), get(decline[lane]!)))),
        ...set(step, addI32(get(step), i32(1))),
      ],
      isLessI32(get(step), i32(steps)),
    ),
  ]
  return assemble(pages, 7, used - 7, body)
}

export const createSimd = (figures: Figures, group: readonly Member[], width: number): SideBySide => {
  const { exports } = new Instance(new Module(moduleFor(width)))
  const { buffer } = exports.memory as { readonly buffer: ArrayBuffer }
  const pass = exports.run as (first: number) => void
  const numbers = new Float64Array(buffer)
  numbers.set(figures.startPopulation, startPopulation / one)
  numbers.set(figures.mortality, mortality / one)
  numbers.set(figures.migration, migration / one)
  numbers.set(figures.fertility, fertility / one)
  group.forEach((member, at) => {
    const { mortalityLevel, mortalityDecline, migrationLevel, fertilityLevel } = member
    ;[mortalityLevel, mortalityDecline, migrationLevel, fertilityLevel].forEach((value, row) => {
      numbers[levels / one + row * members + at] = value
    })
  })
  return {
    run: () => {
      for (let first = 0; first < all; first += 16 * width) pass(first)
    },
    residentsOf: member =>
      Float64Array.from({ length: residentsSize }, (_, at) => numbers[residents / one + at * members + member]!),
  }
}
