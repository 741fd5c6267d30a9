import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evidenceOf } from '../../analysis/evidence.ts'
import { openRegion } from '../../cli/open-fixture.ts'
import { cellsOf, states } from '../../cli/stated-fixture.ts'
import { classWords } from '../../model/criteria.ts'
import { viewNames } from '../state/view-names.ts'
import { shellWords } from './shell.ts'

const file = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const guide = (name: string): string => file(`docs/guide/${name}.md`)

describe('the guides of the app', () => {
  it.each([
    ['en', 'app', '| view |'],
    ['zh', 'zh', '| 视图 |'],
  ] as const)('list every view by its name (%s)', (language, name, head) => {
    const table = guide(name).split(head)[1].split('\n\n')[0]
    const first = table
      .split('\n')
      .slice(2)
      .map(line => line.split('|')[1]?.trim())
    expect(first).toEqual(viewNames.map(view => shellWords.views[language][view]))
  })

  it('name the classes of outcome in Chinese as the app does', () => {
    const named = Object.values(classWords).map(({ names }) => `“${names.zh}”`)
    expect(guide('zh')).toContain(named.join(''))
  })
})

describe('figures that documents repeat', () => {
  it('are those of the fits', () => {
    const [train, all] = ['train', 'all'].map(set => {
      const { worstRHat, leastSampleSize } = JSON.parse(file(`regions/northeast/parameters-${set}.json`)).diagnostics
      return [worstRHat, leastSampleSize]
    })
    states(
      'docs/guide/hindcast.md',
      `R-hat is at most ${train[0]} for \`train\`, with at least ${train[1]} independent draws of every parameter, and at most ${all[0]} for \`all\`, with at least ${all[1]}.`,
    )
  })

  it('are those of the back-test', () => {
    const targets = file('docs/hindcast.md').match(/^\| .*\| (?:met|\*\*missed\*\*) \|.*$/gm)!
    expect(targets).toHaveLength(12)
    const [population, ...others] = targets.filter(row => row.includes('**missed**'))
    expect(others).toEqual([])
    const [, error] = /^\| error of the population at 4 years, held out \| at most 0\.5 % \| ([\d.]+) % /.exec(
      population,
    )!
    states(
      'README.md',
      `It misses one of its twelve accuracy targets: the population four years ahead is off by ${Number(error).toFixed(1)} % (target 0.5).`,
    )
  })

  it('are those of the grades of evidence', () => {
    const { linked, region } = openRegion('northeast')
    const { figures, paths, parameters } = evidenceOf(linked, region)
    const assumed = [figures, paths, parameters].map(
      grades => grades.assumed / Object.values(grades).reduce((sum, count) => sum + count, 0),
    )
    expect(file('README.md')).toContain(
      'A third of the initial values, nearly half of the external paths and two fifths of the uncertain parameters are assumptions.',
    )
    for (const [at, share] of [1 / 3, 0.47, 0.4].entries()) expect(Math.abs(assumed[at]! - share)).toBeLessThan(0.03)
  })

  it('are those of the table of multipliers', () => {
    const [, , , , , yuan] = cellsOf(
      'docs/theory/multipliers.md',
      /^\| Extra central transfers, of output \| [^|]+ \| [\d.]+ \|.*$/m,
    )
    const [, , , , first, fifth, , published] = cellsOf(
      'docs/theory/multipliers.md',
      /^\| Extra central transfers, of output \| [^|]+ \| output, yuan at current prices per [^|]+ \|.*$/m,
    )
    states(
      'docs/guide/trust.md',
      `A yuan of central transfers raises output by ${yuan} yuan at start-year prices in its fifth year. As studies across places measure it, at current prices and per yuan of public spending, that is ${fifth} (published: ${published}), and ${first} in the first year`,
    )
  })
})
