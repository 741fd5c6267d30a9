/** Tests the story of a region: titles and sentences say what the figures are, and a cause is named only where both pictures moved so. */

import { expect, it } from 'vitest'
import type { Picture } from '../../analysis/evidence/story.ts'
import { openRegion } from '../input/simulation.ts'
import { json } from '../testing/command-line-fixture.ts'
import { textOf } from '../../questions/core/report.ts'
import { story } from '../../questions/story.ts'

const band = (median: number) => ({ low: 0.9 * median, median, central: median, high: 1.1 * median })

const picture = (id: Picture['id'], first: number, last: number): Picture => ({
  id,
  published: { 2001: first, 2024: last },
  simulated: { 2025: band(last), 2040: band(last) },
  sources: [],
})

/** Title and notes of each picture, and what stands around them. */
const saidOf = (pictures: readonly Picture[]): string[][] => {
  const { blocks } = story.report({ open: openRegion('CN-JL') } as never, [...pictures])
  return blocks.map(block =>
    (block.kind === 'section' ? block.blocks : [block]).flatMap(one =>
      one.kind === 'series' ? [textOf(one.title!).en] : one.kind === 'note' ? [textOf(one.message).en] : [],
    ),
  )
}

const reading = /With fewer jobs the young leave/

it('prints titles and the future with its range', () => {
  const said = saidOf([picture('share', 0.07, 0.047), picture('young', 0.2, 0.2)])
  expect(said[1]).toEqual([
    'Share of national output: from 7.0 % in 2001 down to 4.7 % in 2024',
    'Under current policy 4.7 % in 2040 (4.2 % to 5.2 % in the middle 80 % of simulations).',
    expect.stringContaining('not joined'),
  ])
  expect(said[2]![0]).toBe('Births a year: 200 thousand in 2001, 200 thousand in 2024')
  expect(said.at(-1)![0]).toMatch(/Left out .*: Residents, Own revenue in public spending, Debt over output/)
})

it('names a cause only where both pictures moved as it says', () => {
  const fewer = picture('young', 0.9, 0.4)
  expect(saidOf([picture('share', 0.07, 0.047), fewer])[2]![0]).toMatch(reading)
  expect(saidOf([picture('share', 0.04, 0.05), fewer])[2]!.join(' ')).not.toMatch(reading)
  expect(saidOf([picture('share', 0.07, 0.047), picture('young', 0.4, 0.9)])[2]!.join(' ')).not.toMatch(reading)
})

it('gives a year one figure, and leaves out what has no series', async () => {
  const { pictures } = await json('story CN-JL --simulations 20 --threads 1')
  expect(pictures.map((one: Picture) => one.id)).toEqual(['share', 'young', 'people', 'money', 'debt'])
  for (const { published, simulated } of pictures as Picture[])
    expect(Math.min(...Object.keys(simulated).map(Number))).toBeGreaterThan(
      Math.max(...Object.keys(published).map(Number)),
    )
})
