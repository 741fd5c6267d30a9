/** Tests `heartland goal` and `discover`: what they find, what plain runs say of it, and what they refuse. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { messages as goalMessages } from '../../texts/goal.ts'
import { heartland, json } from '../testing/command-line-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'goal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const target = 'regionOutputPerHead@2035 >= '

describe('heartland goal', { timeout: 240_000 }, () => {
  it('says where tables show the end of the year, not the mean that is asked for, and only there', async () => {
    const goal = (outcome: string) =>
      heartland(['goal', 'CN-JL', '--with', 'publicInvestment', '--simulations', '20', '--keep', `${outcome} >= 0`])
    const told = /^debtToGdp\[CN-JL\]@2035 is the mean of all quarters; .*, which is debtToGdp\[CN-JL\]@2035Q4/
    expect((await goal('debtToGdp@2035')).err.replaceAll(/\s+/g, ' ')).toMatch(told)
    for (const outcome of ['debtToGdp@2035Q4', 'outputPerHead@2035'])
      expect((await goal(outcome)).err).not.toContain('mean of all quarters')
  })

  it('finds a setting that an ensemble of the same simulations confirms', async () => {
    const rest = '--set financedByCentre=1 --simulations 32 --no-model-error --chance'.split(' ')
    const words = ['goal', 'CN-JL', '--with', 'publicInvestment', ...rest]
    const median = await json([...words, '0.5', '--keep', `${target}0`])
    expect(median).toMatchObject({ reached: true, settingsTried: 1, change: 0 })
    // Between what current policy reaches in some simulations and what the lever can do.
    const now = await json('run CN-JL --years 2035')
    const bound = 0.97 * now.outcomes.outputPerHead.values['2035']
    const file = join(folder, 'more.json')
    const found = await json([...words, '0.75', '--keep', `${target}${bound}`, '--save', file])
    expect(found.reached).toBe(true)
    expect(found.before.share).toBeLessThan(0.75)
    expect(found.chance.share).toBeGreaterThanOrEqual(0.75)
    expect(found.presentValue).toBeGreaterThan(0)
    const probabilityOf = async (scenario: string, name: string): Promise<number> => {
      const out = join(folder, name)
      const event = `${target.replace('>=', '<')}${bound}`
      const { events } = await json(['ensemble', scenario, '--members', '32', '--event', event, '--out', out])
      return 1 - events[0].share
    }
    expect(await probabilityOf(file, 'found')).toBeCloseTo(found.chance.share, 12)
    // A little less of the lever is not enough.
    const saved = JSON.parse(readFileSync(file, 'utf8'))
    const less = saved.policy.publicInvestment.value - 0.02
    const other = ['goal', 'CN-JL', '--with', 'cultureProgramme', ...rest, '0.04', '--keep', `${target}${bound}`]
    const { before } = await json([...other, '--set', `publicInvestment=${less}`])
    expect(before.share).toBeLessThan(0.75)
  })

  it('takes the levers of a theme by its name', async () => {
    const words = 'goal CN-JL --with pensions,publicInvestment --simulations 20 --keep'.split(' ')
    const { levers } = await json([...words, `${target}0`])
    const names = levers.map(({ name }: any) => name)
    expect(names).toEqual([
      'pensionIndexationExtra',
      'retirementAge',
      'retirementSpeed',
      'poolingExtra',
      'publicInvestment',
    ])
  })

  it('says where a target stands in the unit of tables, so that a slip is seen', async () => {
    const targets = ['--keep', 'regionDebtToGdp@2035 <= 7.5', '--keep', 'regionResidents@2035Q4 >= 1']
    const words = ['goal', 'CN-JL', '--with', 'publicInvestment', '--simulations', '20', ...targets]
    const english = (await heartland(words)).out.replaceAll(/\s+/g, ' ')
    expect(english).toMatch(/over output \(2035\) is 1\d\d\.\d % of GDP in .* the target is at most 750\.0 % of GDP\./)
    expect(english).toContain('the target is at least 1.0 million.')
    const chinese = (await heartland([...words, '--lang', 'zh'])).out.replaceAll(/\s+/g, '')
    expect(chinese).toContain('目标为不低于100.0万人。')
  })

  it('says what stands in the way where the target is out of reach', async () => {
    const words = 'goal CN-JL --with publicInvestment,cultureProgramme --simulations 32 --settings 60 --keep'
    const found = await json([...words.split(' '), `${target}1000`])
    expect(found.reached).toBe(false)
    expect(found.messages[0].code).toBe('goal.unreachable')
    expect(['goal.binding', 'goal.noBinding']).toContain(found.messages[1].code)
    expect(found.chance.share).toBe(0)
  })

  it.each([
    [['--keep', `${target}1`], goalMessages.noLever()],
    [['--with', 'publicInvestment'], goalMessages.noTarget()],
    [['--with', 'publicInvestment', '--keep', 'regionDebtToGdp@2035 = 1'], /is not a target/],
    [['--with', 'publicInvestment', '--keep', 'regionDebtToGdp@2035 <= 0x1'], /is not a target/],
    [['--with', 'publicInvestment', '--keep', 'debtToGdp@2035 < 50%'], /target; write 'debtToGdp@2035 <= 0\.5'/],
    [['--with', 'publicInvestment', '--keep', 'births@2035≥0.1'], /target; write 'births@2035 >= 0\.1'/],
    [['--with', 'publicInvestment', '--keep', 'debtToGdp@2035 <= 55'], /55 is 5500 %; write 0\.55 for 55 %/],
    [['--with', 'publicInvestment', '--keep', 'unemploymentRate@2035 <= 5'], /5 is 500 %; write 0\.05 for 5 %/],
    [['--with', 'publicInvestment', '--keep', 'debtToGdp[CN-XX]@2035 <= 1'], /CN-XX/],
    [['--with', 'publicInvestment', '--keep', `${target}1`, '--save', 'package.json'], /already exists/],
    [['--with', 'publicInvestment', '--keep', 'regionDebtToGpd@2035 <= 1'], /did you mean 'regionDebtToGdp'\?/],
    [['--with', 'publicInvestment', '--keep', 'regionDebtToGdp@2050 <= 1'], /2040/],
    [['--with', 'publicInvestmnt', '--keep', `${target}1`], /did you mean 'publicInvestment'\?/],
    [['--with', 'publicInvestment', '--keep', `${target}1`, '--chance', '1.5'], /--chance 1.5/],
    [['--with', 'publicInvestment', '--keep', `${target}1`, '--chance', '0'], /--chance 0/],
    [
      ['--with', 'publicInvestment', '--keep', `${target}9`, '--keep', 'regionOutputPerHead@2035 <= 8'],
      /no simulation can/,
    ],
    [['--with', 'publicInvestment', '--keep', `${target}1`, '--set', 'publicInvestment=1'], /is set by the policy/],
    [['--with', 'financedByCentre', '--keep', `${target}1`], /who pays/],
    [['--with', 'publicInvestment', '--keep', `${target}1`, '--least', 'money'], /--least money/],
  ])('refuses %j', async (words, message) => {
    const { code, err } = await heartland(['goal', 'CN-JL', ...words])
    expect(code).toBe(2)
    if (message instanceof RegExp) expect(err).toMatch(message)
    else expect(err).toContain(message.text.en)
  })
})

describe('heartland discover', { timeout: 240_000 }, () => {
  it('finds that low national growth lies behind low growth of the region, in both languages', async () => {
    const words = ['discover', 'CN-LN', '--simulations', '400', '--no-model-error', '--fails']
    const { messages, boxes, failures } = await json([...words, 'nationalOutput@2035 <= 1.5'])
    expect(failures).toBeGreaterThan(20)
    expect(boxes[0].restrictions.map((one: any) => one.input.name)).toContain('nationalGrowthRate')
    expect(boxes[0].density).toBeGreaterThan(0.8)
    expect(messages[0].text.en).toMatch(/^Fails when .* is below .*: \d+ % of the failures; \d+ % of such/)
    expect(messages[0].text.zh).toMatch(/^当.*全国实际增速.*低于/)
  })

  it('says so where nothing fails, and asks what failing means', async () => {
    const none = await json(['discover', 'CN-LN', '--simulations', '100', '--fails', 'regionOutputPerHead@2035 <= 0'])
    expect(none.messages[0].code).toBe('discover.neverFails')
    const { code, err } = await heartland('discover CN-LN')
    expect([code, err]).toEqual([2, expect.stringContaining('--fails')])
  })
})
