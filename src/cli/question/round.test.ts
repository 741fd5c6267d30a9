/** Tests `round`: kept rounds, what a revision consists of, what came of earlier rounds, and files that are none. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capsuleIn } from '../commands/versions/version-source.ts'
import { packCapsule } from '../../analysis/files/versions/capsule-file.ts'
import { toBase64 } from '../../analysis/files/versions/base64.ts'
import { heartland, json } from '../testing/command-line-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'heartland-round-'))
afterAll(() => rmSync(folder, { recursive: true }))
const rounds = join(folder, 'rounds')
const spring = join(rounds, '2026-03-01 spring.json')
const figures = join(folder, '2025.csv')

const sumsUp = ({ before, after, shares, apart }: any): void => {
  const sum = shares.reduce((all: number, [, value]: [string, number]) => all + value, apart)
  expect(Math.abs(sum - (after - before))).toBeLessThan(1e-9)
}

let first: any
beforeAll(async () => {
  first = await json(['round', 'CN-JL', '--name', 'spring', '--date', '2026-03-01', '--rounds', rounds])
  writeFileSync(
    figures,
    [
      'series,area,year,value,unit,source',
      'nominalOutput,Jilin,2025,1497.39,CNY bn/year,communique',
      'outputGrowth,Jilin,2025,0.05,1/year,communique',
      'births,Jilin,2025,0.071,person m/year,communique',
      'deaths,Jilin,2025,0.217,person m/year,communique',
      '',
    ].join('\n'),
  )
}, 60_000)

describe('a forecast round', { timeout: 60_000 }, () => {
  it('is kept with its forecast and a capsule that can be replayed and compared', async () => {
    expect(readdirSync(rounds)).toEqual(['2026-03-01 spring.json'])
    const kept = JSON.parse(readFileSync(spring, 'utf8'))
    expect(kept).toMatchObject({ name: 'spring', date: '2026-03-01', region: 'CN-JL', against: null })
    expect(kept.outcomes).toEqual(first.outcomes)
    expect(await json(['replay', spring])).toMatchObject({ same: true, region: 'CN-JL' })
    const { round } = await capsuleIn(spring)
    expect(round?.outcomes).toEqual(first.outcomes)
    const run = await json('run CN-JL --years 2030')
    expect(run.outcomes.population.values['2030']).toBeCloseTo(kept.outcomes['regionResidents@2030Q4'], 9)
  })

  it('that is the same once more revises nothing, to the bit', async () => {
    const again = await json(['round', 'CN-JL', '--rounds', rounds])
    expect([again.against, again.parts, again.inseparable]).toEqual(['spring', [], []])
    for (const { outcome, before, after, shares, apart } of again.revision)
      expect([before, after, shares, apart]).toEqual([first.outcomes[outcome], before, [], 0])
    const { out } = await heartland(['round', 'CN-JL', '--rounds', rounds])
    expect(out).toContain('The forecast is the same to the last digit.')
  })

  it('after new figures is split, and says what came of the earlier one', async () => {
    const words = ['round', 'CN-JL', '--actuals', figures, '--policy', 'G', '--rounds', rounds]
    const found = await json(words)
    expect(found.parts.map(({ part }: any) => part)).toEqual(['figures', 'outside', 'scenario'])
    expect(found.inseparable).toEqual([])
    found.revision.forEach(sumsUp)
    expect(found.scores.map(({ series, year }: any) => [series, year])).toEqual([
      ['nominalOutput', 2025],
      ['outputGrowth', 2025],
    ])
    const [output, growth] = found.scores
    expect([output.came, growth.came]).toEqual([expect.closeTo(1497.39, 6), expect.closeTo(0.05, 9)])
    expect(output.miss).toBeCloseTo(output.forecast / 1497.39 - 1, 12)
    expect(growth.miss).toBeCloseTo(growth.forecast - 0.05, 9)
    // As `actuals` compares them.
    const { compared } = await json(['actuals', 'CN-JL', figures])
    expect(output.forecast).toBeCloseTo(compared.find((one: any) => one.point.series === 'nominalOutput').forecast, 9)
    const { out } = await heartland([...words, '--full'])
    expect(out).toMatch(/Figures \(\d+\) .*\nConditions outside the region \(\d+\)/)
    expect(out).toContain('2 figures have come that earlier rounds forecast')
    const { out: chinese } = await heartland([...words, '--full', '--lang', 'zh'])
    expect(chinese).toContain('以往记录：先前各轮预测与实际值')
    expect(out + chinese).not.toMatch(/NaN|undefined/)
  })

  it('may be compared with an earlier one by name', async () => {
    const more = join(folder, 'more')
    writeFileSync(join(folder, 'spring.json'), readFileSync(spring))
    const words = ['--rounds', more, '--date', '2026-05-01']
    await json(['round', 'CN-JL', '--assume', 'wageFromSlack=0.6', '--name', 'may', ...words])
    writeFileSync(join(more, 'spring.json'), readFileSync(spring))
    const last = await json(['round', 'CN-JL', '--rounds', more])
    const named = await json(['round', 'CN-JL', '--rounds', more, '--against', 'spring'])
    expect([last.against, named.against]).toEqual(['may', 'spring'])
    expect(last.rounds.map(({ name }: any) => name)).toEqual(['spring', 'may'])
    expect([last.parts.length, named.parts.length]).toEqual([1, 0])
  })

  it('is refused with what is none, in both languages', async () => {
    const refusal = async (...words: string[]): Promise<string> => {
      const { code, err } = await heartland(['round', 'CN-JL', ...words])
      expect(code).toBe(2)
      return err
    }
    const place = (name: string, text: string): string => {
      const file = join(folder, name)
      writeFileSync(file, text)
      return file
    }
    const kept = JSON.parse(readFileSync(spring, 'utf8'))
    const other = place('other.json', '{"name":"x"}')
    expect(await refusal('--rounds', other)).toContain("'x' among the rounds is no forecast round")
    expect(await refusal('--rounds', other, '--lang', 'zh')).toContain('“x”不是预测轮次')
    expect(await refusal('--rounds', place('broken.json', '{"name'))).toContain('is no record in JSON')
    expect(await refusal('--rounds', place('broken.json', '{"name'), '--lang', 'zh')).toContain('不是 JSON 结果文件')
    const half = JSON.stringify({ ...kept, capsule: kept.capsule.slice(0, 4000) })
    expect(await refusal('--rounds', place('half.json', half))).toContain('is damaged')
    const { round: _, ...without } = await capsuleIn(spring)
    const plain = JSON.stringify({ name: 'plain', capsule: toBase64(await packCapsule(without)) })
    expect(await refusal('--rounds', place('plain.json', plain))).toContain("'plain' among the rounds")
    expect(await refusal('--rounds', rounds, '--name', 'spring')).toContain("there is a round 'spring' already")
    expect(await refusal('--rounds', rounds, '--against', 'winter')).toContain('there are spring')
    expect(await refusal('--name', 'summer')).toContain('--rounds <folder>')
    expect(await refusal('--rounds', rounds, '--name', 'a/b')).toContain('--name a/b')
    expect(await refusal('--rounds', rounds, '--date', 'today')).toContain('--date today')
    for (const [lang, text] of [
      ['en', 'the rounds are of another region (CN-JL), not of CN-LN'],
      ['zh', '所给轮次属于其他地区（CN-JL），而非CN-LN'],
    ] as const)
      expect((await heartland(['round', 'CN-LN', '--rounds', rounds, '--lang', lang])).err).toContain(text)
  })

  it('is written as a Word document, with its sentences, its charts and its tables', async () => {
    const file = join(folder, 'round.docx')
    const asked = ['round', 'CN-JL', '--rounds', rounds, '--docx', file]
    const { code } = await heartland([...asked, '--hold', 'growth(output[CN-JL])=4@2027;by=Li'])
    expect(code).toBe(0)
    const files = unzipSync(readFileSync(file))
    const xml = new TextDecoder().decode(files['word/document.xml'])
    const texts = [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text)
    for (const text of ['Jilin: forecast round', 'this round', 'Judgement (4)', 'Li']) expect(texts).toContain(text)
    expect(texts.join(' ')).toContain('held: growth(output[CN-JL])=4@2027 % (Li)')
    expect(texts.join(' ')).not.toMatch(/NaN|undefined|null|\[object/)
    const pictures = Object.keys(files).filter(name => name.startsWith('word/media/'))
    expect(pictures.length).toBe(3)
    expect([...xml.matchAll(/<w:tbl>/g)].length).toBeGreaterThan(6)
    expect((await heartland(asked)).err).toMatch(/round\.docx.*already/s)
  })
})
