/** Tests the split of a revision over its causes: real changes of two regions, and what mixtures cannot run. */

import { describe, expect, it } from 'vitest'
import { compile } from '../../../language/emit/javascript.ts'
import type { Declaration, Model, Parameter } from '../../../language/declare.ts'
import { oncePer } from '../../../language/once-per.ts'
import { createSimulator } from '../../../engine/run.ts'
import { openRegion } from '../../../cli/testing/open-fixture.ts'
import { openUnder } from '../../region/open-under.ts'
import { parsePath } from '../../../scenario/words.ts'
import { type Version, versionOf } from './changes.ts'
import { type SplitChange, splitBetween } from './split.ts'

const compiled = oncePer(compile)
const outcomes = ['regionOutput@2030', 'regionDebtToGdp@2035Q4', 'regionResidents@2040']
const between = (before: Version, after: Version) =>
  splitBetween(
    {
      before,
      after,
      open: (linked, figures, horizon) => createSimulator(compiled(linked), figures, horizon),
      pause: () => undefined,
    },
    outcomes,
  )

const current = { policy: {}, assumptions: {} }
const version = (region: string): Version => versionOf('', openRegion(region), current)

const withDeclarations = (
  model: Model,
  change: (name: string, one: Declaration) => Declaration | undefined,
): Model => ({
  ...model,
  sectors: model.sectors.map(sector => ({
    ...sector,
    declarations: Object.fromEntries(
      Object.entries(sector.declarations).flatMap(([name, one]) => {
        const changed = change(name, one)
        return changed === undefined ? [] : [[name, changed]]
      }),
    ),
  })),
})

const written = (one: Declaration, of: (text: string) => string): Declaration =>
  ({ ...one, text: of(String((one as { readonly text: string }).text)) }) as Declaration

const scaled = (values: Float64Array, by: number) => values.map(value => value * by)

/** Other figures, another value of a parameter, another equation with a name that the first version lacks, another path. */
const revised = (of: Version): Version => ({
  ...of,
  model: withDeclarations(of.model, (name, one) => {
    if (name === 'wageFromSlack') return { ...(one as Parameter), value: 0.6 }
    return name === 'landRevenue' ? written(one, text => `(${text})*nationalResidents^landTest`) : one
  }),
  figures: {
    ...of.figures,
    values: {
      ...of.figures.values,
      provincialBondsStart: { values: scaled(of.figures.values['provincialBondsStart']!.values, 1.1) },
    },
    paths: { ...of.figures.paths, oilPrice: { points: [[of.figures.start, 1.3]] } },
  },
})

const withTest = (of: Version): Version => ({
  ...of,
  model: {
    ...of.model,
    sectors: of.model.sectors.map((sector, at) =>
      at > 0
        ? sector
        : {
            ...sector,
            declarations: {
              ...sector.declarations,
              landTest: { kind: 'parameter', unit: '1', value: 0.9, doc: 'Test' } as Parameter,
            },
          },
    ),
  },
})

const sumsUp = ({ shares, apart, before, after }: SplitChange): void => {
  const sum = shares.reduce((all, [, value]) => all + value, apart)
  expect(Math.abs(sum - (after - before))).toBeLessThan(1e-9)
  for (const [, value] of shares) expect(value).not.toBeNaN()
}

describe('the split of a revision', { timeout: 60_000 }, () => {
  it.each(['CN-JL', 'northeast'])('of %s sums to the change, part by part', async region => {
    const before = version(region)
    const found = await between(before, withTest(revised(before)))
    expect(found.parts.map(({ part }) => part)).toEqual(['figures', 'fit', 'equations', 'outside'])
    expect(found.inseparable).toEqual([])
    found.headlines.forEach(sumsUp)
    for (const [, value] of found.headlines[1]!.shares) expect(value).not.toBe(0)
    const back = await between(withTest(revised(before)), before)
    back.headlines.forEach(({ shares }, at) =>
      shares.forEach(([part, value], place) => {
        expect([part, value]).toEqual([part, expect.closeTo(-found.headlines[at]!.shares[place]![1], 12)])
      }),
    )
  })

  it('is nothing at all between a version and itself', async () => {
    const one = version('CN-JL')
    const found = await between(one, version('CN-JL'))
    expect([found.parts, found.changes]).toEqual([[], []])
    for (const { before, after, shares, apart } of found.headlines)
      expect([after, shares, apart]).toEqual([before, [], 0])
  })

  it('lets a path by other places travel with the model, and a figure that one version lacks', async () => {
    const after = version('northeast')
    const { ofAreas = {}, points } = after.figures.paths['refinancingCalendar']!
    const [area] = Object.values(ofAreas)
    const { provincialBondsStart, ...others } = after.figures.values
    expect([points, provincialBondsStart]).not.toContain(undefined)
    const before: Version = {
      ...after,
      model: withDeclarations(after.model, (name, one) => {
        if (name === 'provincialBondsStart')
          return { kind: 'parameter', unit: 'CNY bn', value: 900, doc: '' } as Parameter
        return name === 'refinancingCalendar' ? ({ ...one, over: [] } as Declaration) : one
      }),
      figures: {
        ...after.figures,
        values: others,
        paths: { ...after.figures.paths, refinancingCalendar: { points: area ?? points } },
      },
    }
    const found = await between(before, revised(withTest(after)))
    expect(found.inseparable).toEqual([])
    found.headlines.forEach(sumsUp)
  })

  it('names what cannot be separated', async () => {
    const before = version('CN-JL')
    // With the figures of the first version the second model is stopped.
    const limit = (by: number): Float64Array => scaled(before.figures.values['provincialBondsStart']!.values, by)
    const after: Version = {
      ...revised(withTest(before)),
      figures: {
        ...before.figures,
        values: { ...before.figures.values, provincialBondsStart: { values: limit(1.1) } },
      },
    }
    const broken = await splitBetween(
      {
        before,
        after,
        open: (linked, figures, horizon) => {
          if (linked.variables.has('landTest') && figures.values['provincialBondsStart']!.values[0] === limit(1)[0])
            throw new Error('stopped')
          return createSimulator(compiled(linked), figures, horizon)
        },
        pause: () => undefined,
      },
      outcomes,
    )
    expect(broken.inseparable).toEqual([
      { parts: ['equations'], why: 'stopped' },
      { parts: ['fit', 'equations'], why: 'stopped' },
    ])
    broken.headlines.forEach(sumsUp)
    for (const { apart } of broken.headlines) expect(apart).not.toBe(0)
  })
})

describe('judgement', () => {
  const open = openRegion('CN-JL')
  const held = openUnder(
    open,
    Object.fromEntries(['growth(output[CN-JL])=4@2027', 'nationalGrowth+=-0.5@2029'].map(parsePath)),
  )
  const [before, after] = [open, held].map(one => versionOf('', one, current))

  it('is a part of its own, and the ends are the runs with and without it', async () => {
    const { headlines, parts, inseparable } = await between(before, after)
    expect(parts.map(({ part }) => part)).toEqual(['outside', 'judgement'])
    expect(inseparable).toEqual([])
    const [run, plain] = [held, open].map(one => one.simulator.run({ record: ['regionOutput'] }))
    const year = (of: typeof run): number =>
      of.series
        .get('regionOutput')!
        .values.slice(20, 24)
        .reduce((sum, value) => sum + value) / 4
    expect([headlines[0].before, headlines[0].after]).toEqual([year(plain), year(run)])
    for (const { shares, before: was, after: is } of headlines) {
      expect(shares.reduce((sum, [, value]) => sum + value, 0)).toBeCloseTo(is - was, 9)
      for (const [, value] of shares) expect(value).not.toBe(0)
    }
  })

  it('changes by the equations of its kind', async () => {
    const { parts } = await between(before, after)
    expect(parts.find(({ part }) => part === 'judgement')!.changes).toBe(4)
  })
})
