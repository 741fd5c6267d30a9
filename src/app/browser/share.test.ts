/** Tests Share: charts as SVG and PNG, results with units and sources, printed pages and embedded charts. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { csvParse } from 'd3-dsv'
import { unzipSync } from 'fflate'
import { json } from '../../cli/testing/command-line-fixture.ts'
import { linkOf, readLink } from '../../scenario/link.ts'
import { sheetsOfXlsx } from '../../regions/own/read-spreadsheet.ts'
import { version } from '../../../package.json'
import { appTest, settled } from './app-pages-fixture.ts'
import { fewAt, shareWhatIf } from './what-if-page-fixture.ts'

/** The text of a file, which begins with the mark by which spreadsheets know its character set. */
const textOf = (bytes: Uint8Array): string => {
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf])
  return new TextDecoder().decode(bytes)
}

/** A file of the main chart's menu, or of the sheet under Share, by what its button says. */
const saved = async (
  page: Page,
  button: string,
  from: '.mainfig .take' | '.tools' = '.tools',
): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  const menu = page.locator(from)
  await (from === '.tools' ? menu.getByRole('button', { name: 'Share', exact: true }) : menu.locator('button')).click()
  const download = page.waitForEvent('download')
  await page.locator('.sheet').getByRole('button', { name: button, exact: true }).click()
  const file = await download
  await page.locator('.sheet').waitFor({ state: 'detached' })
  return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) }
}

appTest('a result is cited with program, model, data and its link', { tags: ['thorough'] }, async ({ app }) => {
  const page = await shareWhatIf(app, 'E')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Copy citation', exact: true }).click()
  await page.locator('.sheet').waitFor({ state: 'detached' })
  const sentence = await page.evaluate(() => navigator.clipboard.readText())
  const { link, problem } = readLink(new URL(sentence.slice(sentence.indexOf('http'))).hash)!
  expect(problem).toBeUndefined()
  const [model, data] = [link.scenario.model!, link.scenario.data!].map(hash => hash.slice(0, 6))
  expect(sentence).toMatch(
    `Heartland ${version}, a simulator of a regional economy (model ${model}, data ${data}). http`,
  )
})

appTest('a capsule of the app replays on the command line', { tags: ['thorough'] }, async ({ app }) => {
  const page = await app.open({ hash: '/record' })
  await settled(page)
  const folder = mkdtempSync(join(tmpdir(), 'capsules-'))
  const file = join(folder, 'app.capsule')
  writeFileSync(file, (await saved(page, 'Capsule')).bytes)
  const replayed = await json(`replay ${file}`)
  expect(replayed).toMatchObject({ same: true, region: 'northeast' })
  // The same run as that of the command line: nothing differs but the name of the scenario.
  expect((await json(`capsule northeast --out ${join(folder, 'line.capsule')}`)).digest).toBe(replayed.digest)
})

appTest(
  'a chart is saved as a drawing that stands alone, and as a picture',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await shareWhatIf(app, 'E')
    await page.emulateMedia({ colorScheme: 'dark' })
    const { name, bytes } = await saved(page, 'SVG', '.mainfig .take')
    expect(name).toMatch(/\.svg$/)
    const text = bytes.toString('utf8')
    // Nothing of the page is left to ask for: classes, tokens, other files.
    expect(text).not.toMatch(/class=|var\(|light-dark\(|href=/)
    const drawing = await page.evaluate(svg => {
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
      const lines = [...parsed.querySelectorAll('path')].filter(path => path.getAttribute('stroke-width') === '2.25px')
      return {
        broken: parsed.querySelector('parsererror') !== null,
        // A clip may be named within the drawing.
        addresses: [...parsed.querySelectorAll('*')]
          .flatMap(one => [...one.attributes].flatMap(({ value }) => /url\((.*)\)/.exec(value)?.[1] ?? []))
          .filter(address => !address.startsWith('#') || parsed.getElementById(address.slice(1)) === null),
        texts: [...parsed.querySelectorAll('text')].map(one => one.textContent ?? ''),
        strokes: lines.map(path => path.getAttribute('stroke')),
        paper: parsed.querySelector('rect')?.getAttribute('fill'),
      }
    }, text)
    expect(drawing.broken).toBe(false)
    expect(drawing.addresses).toEqual([])
    expect(drawing.texts[0]).toMatch(/^Northeast China: total local debt changes by −/)
    expect(
      drawing.texts.some(one => /^Northeast China · Reform · Heartland · Model \w{6} · Data \w{6} · \d+/.test(one)),
    ).toBe(true)
    // The meaning of the bands stands in it, controls of the page do not.
    const whole = drawing.texts.join(' ')
    expect(whole).toContain('Reform')
    expect(whole).toContain('shaded bands: 50 % and 80 % of simulations')
    expect(whole).not.toContain('Select a point')
    expect(whole).toContain('#/what-if?v=')
    // Light, though the page is dark.
    expect(drawing.paper).toBe('rgb(251, 252, 252)')
    expect(drawing.strokes).toContain('rgb(27, 79, 209)')

    const picture = await saved(page, 'PNG', '.mainfig .take')
    expect(picture.name).toMatch(/\.png$/)
    expect(picture.bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect(picture.bytes.readUInt32BE(16)).toBeGreaterThan(1000)
  },
)

appTest('a chart gives its table, and a sentence with its uncertainty', async ({ app }) => {
  const page = await shareWhatIf(app, 'H')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const rows = csvParse(textOf((await saved(page, 'CSV', '.mainfig .take')).bytes))
  expect(rows.at(-1)).toMatchObject({
    'Year (end of year)': '2040',
    region: 'Northeast China',
    scenario: 'Debt clean-up first',
    conditions: expect.stringMatching(/^baseline external conditions; .*; 24 simulations, seed 1$/),
  })
  const [own, nothing, change] = [
    'Debt clean-up first (% of GDP)',
    'Current policy (% of GDP)',
    'Debt clean-up first, change (pp)',
  ].map(name => Number(rows.at(-1)?.[name]))
  expect(change).not.toBe(0)
  // As many digits as in every other file, not those of the page.
  const digits = [own, nothing, change].map(one => String(one).replaceAll(/[-.]|^0/g, '').length)
  expect(Math.max(...digits)).toBe(4)
  expect(Math.abs(own! - nothing! - change!)).toBeLessThan(3)
  const sheets = await sheetsOfXlsx((await saved(page, 'Excel', '.mainfig .take')).bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['data', 'about', 'policy', 'assumptions', 'sources'])
  await page.locator('.mainfig .take').getByRole('button', { name: 'Download' }).click()
  await page.getByRole('button', { name: 'Embed: copy HTML' }).click()
  await page.locator('.toast', { hasText: 'Embed code copied' }).waitFor()
  const embedded = await page.evaluate(async () => {
    const found = new DOMParser().parseFromString(await navigator.clipboard.readText(), 'text/html')
    return {
      drawn: found.querySelectorAll('figure svg path').length,
      link: found.querySelector('figcaption a')?.getAttribute('href') ?? '',
      scripts: found.querySelectorAll('script').length,
      caption: found.querySelector('figcaption')?.textContent,
    }
  })
  expect(embedded.drawn).toBeGreaterThan(3)
  expect(embedded.caption).toMatch(/^baseline external conditions; .*24 simulations, seed 1 · Northeast China · /)
  expect(embedded.link).toContain('#/what-if?v=')
  expect(embedded.scripts).toBe(0)
  await page.locator('.mainfig .take').getByRole('button', { name: 'Download' }).click()
  await page.getByRole('button', { name: 'Copy sentence' }).click()
  await page.locator('.toast').waitFor()
  const said = await page.evaluate(() => navigator.clipboard.readText())
  expect(said).toMatch(
    /^Total local debt, .*Debt clean-up first \d+ \(80 % of simulations: \d+ to \d+\) \(Northeast China/,
  )
})

appTest('the file of a chart states the conditions of each scenario drawn over it', async ({ app }) => {
  const shared = { region: 'northeast', policy: {}, assumptions: {} }
  const hash = linkOf({
    scenario: { ...shared, name: '', members: 24 },
    view: 'what-if',
    language: 'en',
    overlays: [
      { ...shared, name: 'The same' },
      {
        ...shared,
        name: 'Slow nation',
        outside: { nationalGrowth: { change: 'add', pieces: [{ value: -1, from: 2027 }] } },
      },
    ],
  }).text.slice(1)
  const page = await app.open({ hash })
  const [row] = csvParse(textOf((await saved(page, 'CSV', '.mainfig .take')).bytes))
  expect(row!['conditions']).toMatch(/^baseline external conditions; .*; Slow nation: (?!baseline)/)
  expect(row!['conditions']).not.toContain('The same')
})

appTest(
  'a table of a question is saved with its conditions and the unit of each column, in both languages',
  async ({ app }) => {
    const page = await shareWhatIf(app, 'H')
    const debt = await page.context().newPage()
    for (const [language, place, wanted] of [
      [
        'en',
        'region',
        { region: 'Northeast China', conditions: 'baseline external conditions; 256 simulations, seed 1' },
      ],
      ['zh', '地区', { 地区: '东北三省', 条件: '基准外部环境；256 次模拟，随机种子 1' }],
    ] as const) {
      await debt.goto(`about:blank`)
      await debt.goto(page.url().replace(/#.*/, `#${fewAt('debt', language)}`))
      await settled(debt)
      const download = debt.waitForEvent('download')
      await debt.locator('main .take button').first().click()
      await debt.locator('.sheet').getByRole('button', { name: 'CSV', exact: true }).click()
      const { columns, ...all } = csvParse(textOf(await buffer(await (await download).createReadStream())))
      expect(all[0]).toMatchObject(wanted)
      expect(columns.slice(1, columns.indexOf(place)).filter(head => !/\(.+\)$/.test(head))).toEqual([])
    }
    await debt.close()
  },
)

appTest('the numbers of a run are the same in all three files', { tags: ['thorough'] }, async ({ app }) => {
  const page = await shareWhatIf(app, 'E')
  const rows = csvParse(textOf((await saved(page, 'CSV')).bytes))
  const values = rows.map(({ value }) => Number(value))
  expect(values.length).toBeGreaterThan(1000)
  expect(values.every(value => Number.isFinite(value))).toBe(true)

  const { bytes } = await saved(page, 'Parquet')
  const file = Uint8Array.from(bytes).buffer
  expect((await parquetReadObjects({ file })).map(({ value }) => value)).toEqual(values)
  const keys = parquetMetadata(file).key_value_metadata?.map(({ key }) => key)
  expect(keys).toEqual(expect.arrayContaining(['heartland.about', 'heartland.assumptions', 'heartland.sources']))

  const sheets = await sheetsOfXlsx((await saved(page, 'Excel')).bytes)
  const [heads, ...numbers] = sheets.find(({ name }) => name === 'numbers')!.rows
  expect(numbers.map(row => row[heads!.indexOf('value')])).toEqual(values)
  const [figureHeads, ...figures] = sheets.find(({ name }) => name === 'figures')!.rows
  const gdp = figures.find(row => row[figureHeads!.indexOf('code')] === 'gdpBaseYear')!
  expect(gdp[0]).toBe('Gross regional product of the year before the start')
  expect(gdp[figureHeads!.indexOf('unit')]).toBe('bn yuan a year')
  // The first sheet is for reading: a row a year, current policy, the package and its band.
  const [first] = sheets
  expect(first?.name).toBe('By year')
  const column = (text: string): number =>
    first!.rows[0]!.findIndex(head => String(head).startsWith('Total local debt') && String(head).endsWith(text))
  const last = first!.rows.at(-1)!
  expect(last[0]).toBe(2040)
  const [low, high] = ['lie below', 'lie above'].map(text => Number(last[column(text)]))
  expect(low).toBeLessThan(high!)
  expect(Number(last[column(': Current policy')])).toBeGreaterThan(0)
  expect(first!.rows.slice(1)).toHaveLength(16)
  const policy = sheets.find(sheet => sheet.name === 'policy')
  expect(policy?.rows.length).toBeGreaterThan(1)
})

appTest('paper holds no controls, open tables, and every assumption', async ({ app }) => {
  const page = await shareWhatIf(app, 'E')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const hidden of ['.mast', '.levers', '.btn']) expect(await page.locator(hidden).first().isVisible()).toBe(false)
  expect(await page.locator('details.tbl:not([open])').count()).toBe(0)
  const report = page.locator('.report')
  expect(await report.isVisible()).toBe(true)
  // Policy and all parameters; mine are none.
  expect(await report.locator('table').count()).toBe(2)
  expect(await report.locator('table').last().locator('tbody tr').count()).toBeGreaterThan(80)
  expect(await page.locator('.imprint').isVisible()).toBe(true)
  const colour = await page.evaluate(() => getComputedStyle(document.body).color)
  expect(colour).toBe('rgb(20, 32, 31)')
  await page.emulateMedia({ media: null })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await page.locator('details.tbl[open]').count()).toBe(0)
})

appTest('What if fits its paper: no text crosses another or the edge', async ({ app }) => {
  const page = await shareWhatIf(app, 'G')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  // The width between the margins of A4.
  await page.setViewportSize({ width: 688, height: 1000 })
  await settled(page)
  const faults = await page.evaluate(() => {
    const within = document.documentElement.clientWidth
    const shown = [...document.querySelectorAll<HTMLElement>('main .five dd, main figure, main table')]
    const wide = shown.filter(one => one.getBoundingClientRect().right > within + 1)
    const figures = [...document.querySelectorAll('main .results figure')].map(one => one.getBoundingClientRect())
    const crossing = figures.filter((a, at) =>
      figures
        .slice(at + 1)
        .some(b => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1),
    )
    const cut = [...document.querySelectorAll<SVGElement>('main .chart > svg')].flatMap(svg => {
      const edge = svg.getBoundingClientRect()
      return [...svg.querySelectorAll('text')].filter(text => {
        const { left, right, width } = text.getBoundingClientRect()
        return width > 0 && (left < edge.left - 1 || right > edge.right + 1)
      })
    })
    return [
      ...wide.map(one => `wide: ${one.className || one.tagName}`),
      ...crossing.map(() => 'figures cross'),
      ...cut.map(one => `cut: ${one.textContent}`),
    ]
  })
  expect(faults).toEqual([])
  await page.emulateMedia({ media: null })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
})

appTest(
  'an embedded chart shows the scenario of its link, and keeps nothing in the browser',
  { tags: ['thorough'] },
  async ({ app }) => {
    const page = await shareWhatIf(app, 'E')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.locator('.share').getByRole('button', { name: 'Copy HTML' }).click()
    await page.locator('.toast').waitFor()
    const html = await page.evaluate(() => navigator.clipboard.readText())
    const [, source = ''] = /src="([^"]+)"/.exec(html) ?? []
    const hash = new URL(source.replaceAll('&amp;', '&')).hash.slice(1)
    const frame = await app.open({ hash })
    // All of it is seen in the frame that it asks for.
    const [, height = ''] = /height="(\d+)"/.exec(html) ?? []
    for (const width of [800, 390]) {
      await frame.setViewportSize({ width, height: Number(height) })
      await settled(frame)
      expect(await frame.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(Number(height))
    }
    expect(await frame.locator('.mast').count()).toBe(0)
    expect(await frame.locator('figure svg').count()).toBeGreaterThan(0)
    expect(await frame.getByRole('link', { name: 'Open in Heartland' }).getAttribute('href')).toContain('#/what-if?v=1')
    expect(await frame.evaluate(() => localStorage.getItem('heartland'))).toBeNull()
    const labels = (of: Page): Promise<string[]> => of.locator('figure svg text.tp').allTextContents()
    await settled(frame)
    expect((await labels(frame)).some(text => text.length > 0)).toBe(true)
  },
)

appTest('the answer is saved as a memo of one page', async ({ app }) => {
  const page = await app.open()
  const say = await page.locator('main p.say').innerText()
  for (const [button, heads] of [
    [
      'Save a one-page memo (Word)',
      ['Finding', 'How certain is this?', 'What reforms give and take, and what would change the finding'],
    ],
    ['下载一页简报（Word）', ['主要结论', '结论有多可靠？', '改革的得与失，以及什么会改变结论']],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/\.docx$/)
    const files = unzipSync(await buffer(await file.createReadStream()))
    const pictures = Object.keys(files).filter(name => name.startsWith('word/media/'))
    expect(pictures.map(name => Buffer.from(files[name]!).subarray(1, 4).toString())).toEqual(['PNG'])
    const xml = new TextDecoder().decode(files['word/document.xml'])
    // Word opens nothing that is not well formed.
    expect(
      await page.evaluate(
        text => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror'),
        xml,
      ),
    ).toBeNull()
    const texts = [...xml.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, text = '']) => text)
    for (const head of heads) expect(texts).toContain(head)
    if (heads[0] === 'Finding') expect(texts.join(' ')).toContain(say.replaceAll(/\s+/g, ' ').slice(0, 60))
    expect(texts.join(' ')).not.toMatch(/NaN|undefined|null/)
    // A line of ten points holds 95 letters of English, one of eight 119, and a page has 62 lines of ten, of .42 centimetres.
    // A row of the table is as high as its highest cell, and eight points high a line; a letter of these takes 85 units of 9,412.
    const textsIn = (part: string): string[] => [...part.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, text = '']) => text)
    const high = (text: string, letters: number): number =>
      Math.ceil(text.replaceAll(/[\u2e80-\uffff]/g, 'xx').length / letters)
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => textsIn(row))
    expect(rows).toHaveLength(10)
    // Full reform raises the weight and lowers debt, and is marked so.
    expect(rows.at(-1)!.filter(text => text.startsWith('● '))).toHaveLength(2)
    const columns = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    const letter = (85 * columns.reduce((sum, width) => sum + width, 0)) / 9412
    const lines = [
      ...[...xml.replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, '').matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
        paragraph.includes('w:val="Note"')
          ? 0.8 * high(textsIn(paragraph).join(''), 119)
          : high(textsIn(paragraph).join(''), 95),
      ),
      ...rows.map(row => 0.8 * Math.max(...row.map((text, at) => high(text, columns[at]! / letter)))),
      Number(/<wp:extent cx="\d+" cy="(\d+)"/.exec(xml)![1]) / 360_000 / 0.42,
    ]
    expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(62)
    if (heads[0] !== 'Finding') break
    await page.getByRole('button', { name: '中文', exact: true }).click()
    await settled(page)
  }
})
