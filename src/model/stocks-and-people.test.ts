/** A8-A13: stocks move by their flows, and people are neither lost nor made. */

import { describe, expect, it } from 'vitest'
import { createSimulator } from '../engine/run.ts'
import { type Declaration, type Model, equation } from '../language/declare.ts'
import { compile } from '../language/emit/javascript.ts'
import { linkModel } from '../language/link.ts'
import { model } from './index.ts'
import {
  tolerance,
  region,
  simulator,
  areas,
  valuesOf,
  closingOf,
  valueOf,
  sumOf,
  eachStep,
  draws,
} from './accounts-fixture.ts'

describe('A8: stocks', () => {
  /** A copy of the model in which the flows of each stock are equations too, read apart from the stock. */
  const flowName = (direction: string, stock: string): string =>
    `${direction}${stock[0]!.toUpperCase()}${stock.slice(1)}`
  const stocks = model.sectors.flatMap(sector =>
    Object.entries(sector.declarations).flatMap(([name, declaration]) =>
      declaration.kind === 'stock' && declaration.ageing === undefined
        ? [{ name, declaration, annual: declaration.annual ?? sector.annual }]
        : [],
    ),
  )
  const apart: Model = {
    ...model,
    sectors: model.sectors.map(sector => {
      const flows: Record<string, Declaration> = {}
      for (const [name, declaration] of Object.entries(sector.declarations)) {
        if (declaration.kind !== 'stock' || declaration.ageing !== undefined) continue
        const { over, annual, unit, inflow = '0', outflow = '0' } = declaration
        const notes = { ...(over === undefined ? {} : { over }), ...(annual === undefined ? {} : { annual }) }
        flows[flowName('flowInto', name)] = equation(`${unit}/year`, inflow, `Into ${name}`, notes)
        flows[flowName('flowOutOf', name)] = equation(`${unit}/year`, outflow, `Out of ${name}`, notes)
      }
      return { ...sector, declarations: { ...sector.declarations, ...flows } }
    }),
  }

  it('close at opening + time step * (inflow - outflow), and open where they closed', () => {
    expect(stocks.length).toBeGreaterThan(40)
    const names = stocks.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'deposits',
        'loans',
        'outsideClaims',
        'firmDeposits',
        'firmLoans',
        'provincialBonds',
        'vehicleDebt',
        'arrears',
        'advances',
        'pensionReserve',
        'provinceDeposits',
        'capital',
        'publicCapital',
        'unsoldFloor',
        'dwellings',
        'robots',
      ]),
    )
    const other = linkModel(apart, { area: areas })
    const own = createSimulator(compile(other), region, { end: 2030, stepsPerYear: 4 })
    const closed = new Map<string, Float64Array>()
    const read = (values: Float64Array, name: string, closing = false) => valuesOf(values, name, closing, other)
    eachStep(
      (values, step) => {
        for (const { name, annual } of stocks) {
          const opening = read(values, name)
          const closing = read(values, name, true)
          const inflow = read(values, flowName('flowInto', name))
          const outflow = read(values, flowName('flowOutOf', name))
          const span = annual ? 1 : 0.25
          opening.forEach((stock, element) => {
            const expected = stock + span * (inflow[element]! - outflow[element]!)
            const scale = Math.max(Math.abs(stock), Math.abs(expected), span * Math.abs(inflow[element]!), 1e-6)
            expect(Math.abs(closing[element]! - expected) / scale, `${name}, step ${step}`).toBeLessThan(1e-12)
          })
          if (step > 0 && !annual) expect([...opening], `${name} opens where it closed`).toEqual([...closed.get(name)!])
          closed.set(name, closing.slice())
        }
      },
      {},
      own,
    )
  })
})

describe('A10: people', () => {
  const ages = 101
  /** Cells of an area and sex, by age. */
  const cellsOf = (values: Float64Array, area: number, sex: number): Float64Array =>
    values.subarray((area * 2 + sex) * ages, (area * 2 + sex + 1) * ages)

  it.each([
    ['in the central future', {}],
    ['in a drawn future', draws(simulator, 3)[1]!],
  ])('are born, move, age and die, and none is lost between December and January, %s', (_, input) => {
    let december: Float64Array | undefined
    const start: number[] = []
    const moved: number[] = []
    eachStep((values, step) => {
      if (step % 4 !== 0) return
      const opening = valuesOf(values, 'population')
      const closing = closingOf(values, 'population')
      if (december !== undefined)
        expect(
          opening.every((cell, at) => cell === december![at]),
          'January is December',
        ).toBe(true)
      december = closing.slice()
      for (let area = 0; area < areas.length; area++) {
        for (let sex = 0; sex < 2; sex++) {
          const of = (name: string) => cellsOf(valuesOf(values, name), area, sex)
          const [before, arrivals, departures, deaths] = ['population', 'arrivals', 'departures', 'adultDeaths'].map(of)
          const after = cellsOf(closing, area, sex)
          const newborns = valuesOf(values, 'survivingNewborns')[area * 2 + sex]!
          const stayed = before!.map((people, age) => people - deaths![age]! - departures![age]! + arrivals![age]!)
          const aged = [newborns, ...stayed.subarray(0, ages - 1)]
          aged[ages - 1]! += stayed[ages - 1]!
          after.forEach((people, age) => {
            expect(Math.abs(people - aged[age]!), `age ${age}, step ${step}`).toBeLessThan(1e-12)
            expect(people).toBeGreaterThanOrEqual(0)
          })
          const balance = sumOf(before!) + newborns - sumOf(deaths!) + sumOf(arrivals!) - sumOf(departures!)
          expect(Math.abs(sumOf(after) - balance)).toBeLessThan(1e-12)
        }
        const births = valueOf(values, 'births', area)
        const change = births - valueOf(values, 'deaths', area) + valueOf(values, 'netMigration', area)
        start[area] ??= sumOf(opening.subarray(area * 2 * ages, (area + 1) * 2 * ages))
        moved[area] = (moved[area] ?? 0) + change
      }
    }, input)
    areas.forEach((area, at) => {
      const end = sumOf(december!.subarray(at * 2 * ages, (at + 1) * 2 * ages))
      expect(Math.abs(end - start[at]! - moved[at]!), `${area} over the whole run`).toBeLessThan(
        1e-12 * start[at]! * 17,
      )
    })
  })

  it('A11: who leaves the region is among its emigrants', () => {
    eachStep((values, step) => {
      if (step % 4 !== 0) return
      areas.forEach((area, at) => {
        const all = (name: string) => sumOf(valuesOf(values, name).subarray(at * 202, (at + 1) * 202))
        expect(Math.abs(all('arrivals') - all('newcomers') - all('returners')), area).toBeLessThan(1e-12)
        // Newcomers who leave again are no emigrants of the area.
        const leaving = all('departures') - valueOf(values, 'newcomersWhoLeave') * all('newcomers')
        const living = valueOf(values, 'emigrants', at) * (1 - valueOf(values, 'emigrantLoss'))
        const gained = closingOf(values, 'emigrants')[at]! - living
        expect(Math.abs(gained - (Math.max(0, leaving) - all('returners'))), area).toBeLessThan(1e-12)
        expect(closingOf(values, 'emigrants')[at], area).toBeGreaterThanOrEqual(0)
      })
    })
  })

  it('A12: work, are unemployed or stay out of the labour force; heads and shares add up', () => {
    const [tiny] = [1e-12]
    eachStep(values => {
      areas.forEach((_, at) => {
        const of = (name: string) => valueOf(values, name, at)
        const parts = ['marketEmployed', 'agricultureEmployed', 'publicEmployed', 'unemployed'].map(of)
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
        expect(Math.abs(sumOf(parts) - of('laborForce'))).toBeLessThan(tiny * 100)
        expect(of('laborForce')).toBeLessThan(of('residentsTotal'))
        const three = (name: string) => sumOf(valuesOf(values, name).subarray(at * 3, at * 3 + 3))
        expect(Math.abs(three('activeByGroup') - of('laborForce'))).toBeLessThan(tiny * 100)
        expect(Math.abs(three('spendingHeads') - of('residentsTotal'))).toBeLessThan(tiny * 100)
        expect(Math.abs(three('wealthHeads') - of('residentsTotal'))).toBeLessThan(tiny * 100)
        expect(Math.abs(three('wageIncomeShare') - 1)).toBeLessThan(tiny)
        expect(Math.abs(three('employedShare') - 1)).toBeLessThan(tiny)
      })
    })
  })

  it('who works or draws a pension at the end of a step is half-way between it and the next', () => {
    const names = ['employed', 'agricultureEmployed', 'contributors', 'pensioners']
    const misses: { name: string; ofClosing: number; ofMiddle: number }[] = []
    let before: number[][] = []
    eachStep(values => {
      const of = (name: string) => areas.map((_, at) => valueOf(values, name, at))
      names.forEach((name, at) =>
        before[at]?.forEach((closing, area) => {
          const last = before[names.length + at]![area]!
          const turn = (last + of(name)[area]!) / 2
          misses.push({ name, ofClosing: Math.abs(closing / turn - 1), ofMiddle: Math.abs(last / turn - 1) })
        }),
      )
      before = [...names.map(name => of(`${name}Closing`)), ...names.map(of)]
    })
    for (const name of names) {
      const mine = misses.filter(one => one.name === name)
      const total = (of: 'ofClosing' | 'ofMiddle') => sumOf(mine.map(one => one[of]))
      expect(total('ofClosing'), name).toBeLessThan(0.2 * total('ofMiddle'))
    }
  })

  it('A13: draw pensions from their effective age on; contributors work', () => {
    eachStep((values, step) => {
      const people = valuesOf(values, 'residentsNow')
      const coverage = valuesOf(values, 'coverageByBirth')
      const retired = valuesOf(values, 'retirementAgeNow')
      areas.forEach((area, at) => {
        let pensioners = 0
        for (let sex = 0; sex < 2; sex++) {
          cellsOf(people, at, sex).forEach((residents, age) => {
            pensioners += Math.min(1, Math.max(0, age + 1 - retired[sex]!)) * coverage[age]! * residents
          })
        }
        const scaled = pensioners * valueOf(values, 'pensionerCoverage', at)
        expect(Math.abs(scaled / valueOf(values, 'pensionersHere', at) - 1), `${area}, step ${step}`).toBeLessThan(
          tolerance,
        )
        expect(valueOf(values, 'contributors', at)).toBeLessThanOrEqual(valueOf(values, 'employed', at))
      })
    })
  })
})
