/** Figures with which a region explodes or drifts are refused by its check, with what to do. */

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../cli/app-build/places.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { model } from '../../model/index.ts'
import { loadRegion } from '../../regions/load.ts'
import { readFrom } from '../../regions/read.ts'
import { openStates } from '../hindcast/states-score-fixture.ts'
import { driftingFigures } from './drifting.ts'
import { openData, requiredData } from './simulation.ts'

const michigan = readFrom(join(root, 'golden/michigan'))

const told = (name: string, value: number): string[] => {
  const read = (path: string): string | undefined =>
    path === 'US-MI/figures.csv'
      ? michigan(path)!.replace(new RegExp(`^${name},,[^,]+`, 'm'), `${name},,${value}`)
      : michigan(path)
  return driftingFigures(openData(loadRegion(read, 'US-MI', requiredData(model)))).map(
    ({ file, message, fix }) => `${file}: ${message.text.en}. ${fix!.text.en}`,
  )
}

describe('figures that explode or drift', () => {
  it('are none in the regions of the program', () => {
    for (const id of ['northeast', 'CN-all']) expect(driftingFigures(openRegion(id))).toEqual([])
  })

  it('are federal services in the budget of the region, which leave nothing for purchases', () => {
    expect(told('publicOutputBaseYear', 150).slice(0, 1)).toEqual([
      expect.stringMatching(
        /US-MI\/figures.csv: basicPurchasesStart is -.*explode\. Leave services of the nation's own/,
      ),
    ])
  })

  it('are households that live on deposits, where their income from outside is given too small', () => {
    const open = openStates(2010, (path, text) =>
      path === 'US-MI/figures.csv' ? text.replace(/^(householdIncomeBaseYear,[^,]*),[^,]+/m, '$1,1') : text,
    )
    expect(driftingFigures(open).map(({ message, fix }) => `${message.text.en}. ${fix!.text.en}`)).toContainEqual(
      expect.stringMatching(/saving rate is -.* %, below −2 %\. Give the income of households/),
    )
  })
})
