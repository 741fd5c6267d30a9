/** Tests the messages for misspelt words, invalid values and broken files: each must be enough to act on. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Declaration, type Model, equation } from '../../language/declare.ts'
import { model } from '../../model/index.ts'
import { ownPacks } from '../../regions/read.ts'
import { heartland } from './command-line-fixture.ts'
import { openRegion } from './open-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'heartland-'))
afterAll(() => rmSync(folder, { recursive: true }))

const saved = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('a wrong word', () => {
  it.each([
    ['answer Atlantis --lang zh', '未知的地区“Atlantis”；用 heartland list regions 查看全部'],
    ['import nowhere.xlsx --lang=zh', '没有文件或文件夹“nowhere.xlsx”；请核对路径'],
    ['ensemble Atlantis --out x --lang zh', '未知的地区“Atlantis”'],
  ])('is answered in the language of the page: %s', async (words, answer) => {
    const { code, err } = await heartland(words)
    expect([code, err]).toEqual([2, expect.stringContaining(`heartland: ${answer}`)])
  })

  it.each([
    ['answr northeast', `unknown command 'answr'; did you mean 'answer'?`],
    ['chunc northeast', `unknown command 'chunc'; did you mean 'chunk'?`],
    ['answer northeast --simulation 5', `unknown option '--simulation'; did you mean '--simulations'?`],
    ['answer nrtheast', `unknown region 'nrtheast'; did you mean 'northeast'?`],
    ['answer Guangdog', `unknown region 'Guangdog'; did you mean 'guangdong'?`],
    [
      'calibrate 广东',
      `'CN-GD' is derived by rule and has no folder of its own: write one with \`heartland derive CN --out provinces\`, then add --packs provinces`,
    ],
    ['answer Atlantis', `unknown region 'Atlantis'; \`heartland list regions\` lists them`],
    ['answer', `missing required argument 'region'`],
    ['answer northeast --members 0', '--simulations 0: give a whole number from 2 to 100000'],
    [
      'answer northeast --threshold unemployment=0.06 --threshold unemployment=0.07',
      'the threshold unemployment is given twice; keep one of them',
    ],
    ['answer northeast --seed -1', '--seed -1: give a whole number from 0 to 4294967295'],
    [
      'run northeast --set investmentTo[steel]=1',
      `unknown label of investmentTo 'steel'; available: mining, food, chemicals, metals, machinery, vehicles, otherIndustry, construction, trade, services`,
    ],
    [
      'run northeast --set robotsTo=1',
      `lever 'robotsTo' has a value for each label; write robotsTo[mining]=0.5; labels are mining, food, chemicals, metals, machinery, vehicles, otherIndustry, construction, trade, services`,
    ],
    [
      'run northeast --set robotsTo[food]=0.7 --set robotsTo[metals]=0.6',
      'robotsTo[food], robotsTo[metals] are shares of one whole and add up to 1.30; set them so that they add up to 1 or less (the rest goes where it goes today)',
    ],
    [
      'run northeast --set publicInvestment[CN-JL]=1',
      `lever 'publicInvestment' has one value for the whole region and takes no label; write publicInvestment=1@2027`,
    ],
    ['run northeast --set publicInvestmnt=1', `unknown lever 'publicInvestmnt'; did you mean 'publicInvestment'?`],
    ['run northeast --set gdp=1', `unknown lever 'gdp'; \`heartland list levers\` lists them`],
    ['run northeast --assume wageFromSlak=1', `unknown parameter 'wageFromSlak'; did you mean 'wageFromSlack'?`],
    ['run northeast --assume publicInvestment=1', `'publicInvestment' is not a parameter but a lever: use --set`],
    ['run northeast --assume wageProfile[yung]=1', `unknown label of wageProfile 'yung'; did you mean 'young'?`],
    [
      'run northeast --policy household-lead',
      `'household-lead' is neither a package nor a scenario file; did you mean 'Household-led'?`,
    ],
    ['run northeast --area CN-LM', `unknown area of northeast 'CN-LM'; did you mean 'CN-LN'?`],
    [
      'run northeast --years 2031,2050',
      `--years 2031,2050: '2050' is not a year of the run; give years from 2025 to 2040, such as 2030,2040`,
    ],
    ['trace wgae --year 2030', `unknown variable 'wgae'; did you mean 'wage'?`],
    [
      'trace debtToGdp --year 2030',
      `'debtToGdp' has a value for each area, and their simple average is not a figure for the region; trace 'regionDebtToGdp', or name an area with --area (CN-LN, CN-JL, CN-HL)`,
    ],
    ['trace wage --year 2030 --depth 12', '--depth 12: give a whole number from 0 to 8'],
    ['trace wage', `required option '-y, --year <year>' not specified`],
    [
      'trace regionOutput --year 2030 --area CN-LN',
      `'regionOutput' refers to the region as a whole; trace 'output' for one area`,
    ],
    [
      'trace consumptionByGroup --year 2030 --label group=yung',
      `unknown label of consumptionByGroup, group 'yung'; did you mean 'young'?`,
    ],
    [
      'list leverz',
      `list leverz: give one of packages, levers, parameters, paths, baselines, outcomes, sources, figures, series`,
    ],
    ['export northeast --variables regionOutptu', `unknown variable 'regionOutptu'; did you mean 'regionOutput'?`],
    [
      'export northeast --variables closing(output)',
      `'output' is not a stock or other state, so it has no closing value; write output`,
    ],
    ['export northeast --out x.xls', '--out x.xls: give a name that ends in .csv, .parquet, .xlsx, .json, .mdl, .wasm'],
  ])('%s', async (words, message) => {
    expect(await heartland(words)).toEqual({ code: 2, out: '', err: `heartland: ${message}\n` })
  })
})

describe('an impossible lever', () => {
  it.each([
    [
      'publicInvestment=9',
      'publicInvestment (Extra public investment, of output): 9 % is out of bounds; give a value from -2 to 4 %',
    ],
    [
      'restructuring=1.2',
      'restructuring (Restructuring of state firms: release of redundant labour with severance): 1.2 is out of bounds; give a value from 0 to 1',
    ],
    [
      'publicInvestment=1@2050',
      'publicInvestment: it starts at 2050, but the run ends at the close of 2040; start it earlier',
    ],
    [
      'publicInvestment=1@2030:1:2029',
      'publicInvestment: it ends at 2029, not after its start at 2030; give a later end or none',
    ],
    ['publicInvestment=1@2030:-1', 'publicInvestment: its ramp is -1 years; give 0 (at once) or more'],
    [
      'publicInvestment',
      `'publicInvestment' sets no lever; write lever=value, lever=value@start, lever=value@start:ramp or lever=value@start:ramp:end`,
    ],
    [
      'publicInvestment=much',
      `'publicInvestment=much': the value 'much' is not a number; write lever=value, lever=value@start, lever=value@start:ramp or lever=value@start:ramp:end`,
    ],
  ])('%s', async (setting, message) => {
    expect(await heartland(['run', 'northeast', '--set', setting])).toEqual({
      code: 2,
      out: '',
      err: `heartland: ${message}\n`,
    })
  })

  it('in per cent, or with spaces, is told or read', async () => {
    const told = async (words: readonly string[]) => (await heartland(['run', 'CN-JL', ...words])).err
    expect(await told(['--set', 'publicInvestment=1%'])).toBe(
      "heartland: 'publicInvestment=1%': the value '1%' is not a number; leave out the % sign: the value is in the unit of the lever (`heartland list levers`)\n",
    )
    expect(await told(['--assume', 'wageFromSlack=50％'])).toContain('shares are fractions of one')
    expect(await told(['--path', 'nationalGrowth=4%@2027'])).toContain('growth and rates are in % a year')
    expect(await told(['--set', '追加政府投资=1'])).toContain("unknown lever '追加政府投资'")
    expect(await told(['--set', ' publicInvestment = 1 '])).not.toContain('sets no lever')
  })

  it.each([
    ['publicInvestment=0', 'publicInvestment: it changes nothing, because in every quarter'],
    ['publicInvestment=1@2040.9', 'publicInvestment: it changes nothing'],
    ['publicInvestment=1@2026:0:2026.01', ''],
    ['publicInvestment=1@2026:30', 'phased in over 30 years, it has come 50 % of the way by the end of 2040'],
    ['publicInvestment=0.05', 'publicInvestment: 0.05 is 0.05 %; write 5 for 5 %'],
    ['publicInvestment=0.5', ''],
  ])('remarks on %s, which hardly does what was meant', async (setting, remark) => {
    const { code, err } = await heartland(['run', 'CN-JL', '--years', '2030', '--set', setting])
    expect(code).toBe(0)
    if (remark === '') expect(err).not.toContain('publicInvestment:')
    else expect(err).toContain(remark)
  })

  it('may put a lever of a package back to current policy without a remark', async () => {
    const { err } = await heartland('run CN-JL --policy G --years 2030 --set swapPace=0')
    expect(err).not.toContain('changes nothing')
  })

  it('of a region where a scenario stands says so', async () => {
    expect((await heartland('answer mine.json')).err).toMatch(/a region is asked for here, .*, not a scenario/)
  })

  it('typed in the full width of a Chinese keyboard is read all the same', async () => {
    const years = ['--years', '2030，2035', '--json']
    const wide = await heartland(['run', 'northeast', '--set', 'publicInvestment＝０．５＠２０２７：２', ...years])
    const plain = await heartland(['run', 'northeast', '--set', 'publicInvestment=0.5@2027:2', ...years])
    expect([wide.code, wide.out]).toEqual([0, plain.out])
    expect((await heartland(['run', 'northeast', '--set', 'publicInvestment=９'])).err).toContain(
      '9 % is out of bounds',
    )
  })

  it('financed to more than the whole', async () => {
    const words = ['run', 'northeast', '--set', 'financedByCentre=0.9', '--set', 'financedByBonds=0.5']
    expect((await heartland(words)).err).toBe(
      'heartland: the shares financedByCentre, financedByBonds, financedByVehicles, financedByLand, financedByCuts add up to 1.40; set them so that they add up to 1 or less (the rest comes out of other spending)\n',
    )
  })
})

describe('a wrong scenario file', () => {
  const told = async (name: string, text: string): Promise<string> => {
    const file = saved(name, text)
    const { code, err } = await heartland(['run', file])
    expect(code).toBe(2)
    return err.replaceAll(file, name)
  }

  it('that is missing', async () => {
    const { code, err } = await heartland('run northeast --policy nowhere.json')
    expect([code, err]).toEqual([
      2,
      "heartland: there is no file 'nowhere.json'; save one with `heartland run … --save nowhere.json`\n",
    ])
  })

  it('that is no JSON', async () => {
    expect(await told('a.json', '{ "name": }')).toMatch(/^heartland: a\.json is not JSON: /)
  })

  it('with unknown and missing keys: all are told at once', async () => {
    const text = '{"name":"x","regoin":"northeast","policy":{"publicInvestment":{"valeu":1}}}'
    expect(await told('b.json', text)).toBe(
      [
        'heartland: b.json: region is missing; give a text',
        'heartland: b.json: policy.publicInvestment.value is missing; give a number',
        `heartland: b.json: policy.publicInvestment: unknown key 'valeu'; did you mean 'value'?`,
        `heartland: b.json: the scenario: unknown key 'regoin'; did you mean 'region'?`,
        '',
      ].join('\n'),
    )
  })

  it('with a bare number for a setting', async () => {
    const text = '{"name":"x","region":"northeast","policy":{"publicInvestment":1}}'
    expect(await told('c.json', text)).toBe(
      'heartland: c.json: policy.publicInvestment is 1; give an object, such as { "value": 1.5, "start": 2026 }\n',
    )
  })

  it('that is no object', async () => {
    expect(await told('list.json', '[]')).toBe(
      'heartland: list.json: the file holds []; give an object, such as { "name": "more investment", "region": "northeast", "policy": { "publicInvestment": { "value": 1 } } }\n',
    )
  })

  it('that is empty, or a folder', async () => {
    expect(await told('empty.json', ' \n')).toBe('heartland: empty.json is empty; save the scenario again\n')
    const { err } = await heartland(['run', folder, '--policy', folder])
    expect(err).not.toContain('a fault of the program')
    mkdirSync(join(folder, 'folder.json'))
    expect((await heartland(['run', join(folder, 'folder.json')])).err).toMatch(/is a folder; name a file, such as/)
  })

  it('without a name is called by its file', async () => {
    const { out } = await heartland(['run', saved('unnamed.json', '{"name":"","region":"CN-JL"}')])
    expect(out).toMatch(/^Jilin: .*unnamed\.json/)
  })

  it('with an unknown lever', async () => {
    const text = '{"name":"x","region":"northeast","policy":{"publicInvestmnt":{"value":1}}}'
    expect(await told('d.json', text)).toBe(
      `heartland: d.json: unknown lever 'publicInvestmnt'; did you mean 'publicInvestment'?\n`,
    )
  })

  it('of another region', async () => {
    const file = saved('e.json', '{"name":"x","region":"CN-LN"}')
    const { code, err } = await heartland(['run', 'northeast', '--policy', file])
    expect([code, err.replaceAll(file, 'e.json')]).toEqual([
      2,
      'heartland: e.json: it is a scenario of CN-LN, not of northeast; run it as it is, or write "region": "northeast"\n',
    ])
  })
})

describe('a wrong model', () => {
  const changed = (declarations: Readonly<Record<string, Declaration>>): Model => ({
    ...model,
    sectors: [...model.sectors, { title: 'Mistaken', over: ['area'], annual: false, declarations }],
  })
  const told = (declarations: Readonly<Record<string, Declaration>>) => (): unknown =>
    openRegion('northeast', { model: changed(declarations) })

  it('says which name was meant', () => {
    const declarations = { jobless: equation('person m', 'unemployd', 'People without a job') }
    expect(told(declarations)).toThrow(`jobless: in 'unemployd', unknown name 'unemployd'; did you mean 'unemployed'?`)
  })

  it('says which units clash', () => {
    const declarations = { both: equation('CNY bn/year', 'output + residentsTotal', 'Nonsense') }
    expect(told(declarations)).toThrow(
      `both: in 'output + residentsTotal', '+' mixes CNY bn/year and person m; both sides must have the same unit`,
    )
  })

  it('says what goes round in a circle', () => {
    const declarations = { hen: equation('share', '0.5*egg', 'Hen'), egg: equation('share', '0.5*hen', 'Egg') }
    expect(told(declarations)).toThrow(
      /circular definition: (hen <- egg <- hen|egg <- hen <- egg); make one of them a state/,
    )
  })
})

describe('a broken pack', () => {
  it('is reported with file, row and fix, and ends with 1', async () => {
    const packs = join(folder, 'packs')
    cpSync(ownPacks, packs, { recursive: true })
    const file = join(packs, 'CN-LN/figures.csv')
    const broken = readFileSync(file, 'utf8').replace('gdpBaseYear,', 'gdpBaseYaer,')
    writeFileSync(file, broken)
    const row = broken.split('\n').findIndex(line => line.startsWith('gdpBaseYaer')) + 1
    expect(await heartland(['check', 'CN-LN', '--packs', packs])).toEqual({
      code: 1,
      out: '',
      err: [
        `heartland: region 'CN-LN' has 2 problems:`,
        `CN-LN/figures.csv, row ${row}, name: unknown name 'gdpBaseYaer'. Did you mean 'gdpBaseYear'.`,
        'CN-LN/figures.csv: gdpBaseYear is missing. Add it, in CNY bn/year.',
        '',
      ].join('\n'),
    })
  })

  it('is not found where there is none', async () => {
    const { code, err } = await heartland(['check', 'CN-LN', '--packs', join(folder, 'nowhere')])
    expect(code).toBe(2)
    expect(err).toContain(`there are no regions in '${join(folder, 'nowhere')}'`)
  })
})
