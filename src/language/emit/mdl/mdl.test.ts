import { describe, expect, test } from 'vitest'
import { pc } from '../../../../examples/pc.ts'
import { run, type Settings } from '../../../../examples/run.ts'
import { teacup } from '../../../../examples/teacup.ts'
import { delay, equation, lever, level, parameter, solved, stock, yearMean } from '../../declare.ts'
import { link } from '../../small-model-fixture.ts'
import { linkModel, type LinkedModel } from '../../link.ts'
import { interpret } from '../interpret.ts'
import { writeMdl } from './mdl.ts'
import { mdlNumeral, plainText, survivesPrinting, wrapEquation } from './numerals.ts'
import { cornersOf, InputRecording } from './recording.ts'

const quarters = { startTime: 2024, timeStep: 0.25, steps: 8 }

const exportOf = (linked: LinkedModel, settings: Settings = quarters) => {
  const recording = new InputRecording(linked)
  for (const values of run(interpret(linked), settings).states) recording.observe(values)
  return writeMdl(linked, recording, { about: ['A test'] })
}

/** The text with all white space and the field of comments alike, for comparing single equations. */
const plain = (text: string): string => text.replaceAll(/\s*\\\n\s*/g, ' ').replaceAll(/\s+/g, ' ')

describe('a Vensim file', () => {
  test('is readable by hand', () => {
    const { text } = exportOf(linkModel(teacup), { startTime: 0, timeStep: 0.125, steps: 241 })
    expect(text.split('\n').slice(0, 6)).toEqual([
      '{UTF-8}',
      '',
      '*'.repeat(56),
      '\t.About',
      `${'*'.repeat(56)}~`,
      '\t\tA test',
    ])
    expect(text).toContain('FINAL TIME = 30.0\n\t~\tyear')
    expect(text).toContain('roomTemperature = 70.0\n\t~\tdegree\n\t~\tTemperature of the room\n\t|')
    expect(text).toContain('temperature = INTEG((-heatLoss), 180.0)\n')
    expect(text).toContain('heatLoss = (temperature - roomTemperature)/characteristicTime\n')
  })

  test('moves states by their closing values, annual ones at the end of a year', () => {
    const text = plain(
      exportOf(
        link({
          money: stock('share', { initial: '1', inflow: '0.1{1/year}*money', outflow: '0.02{1/year}' }, 'A stock'),
          both: level('share', { initial: '1', next: 'closing(money)*2' }, 'A level'),
          mean: yearMean('share', { of: 'money', initial: '1' }, 'A mean'),
          people: stock('share', { annual: true, initial: '5', inflow: '0.1{1/year}*people*mean' }, 'Once a year'),
          before: delay('share', { of: 'money', initial: '1' }, 'A delay'),
          reader: equation('share', 'before*mean', 'Reads a state that moves in the year', { annual: true }),
        }),
      ).text,
    )
    expect(text).toContain('moneyNetFlow = 0.1*money - 0.02 ~')
    expect(text).toContain('money = INTEG(moneyNetFlow, 1.0) ~')
    expect(text).toContain('moneyClosing = money + TIME STEP*moneyNetFlow ~')
    expect(text).toContain('both = INTEG((bothClosing - both)/TIME STEP, 1.0) ~')
    expect(text).toContain(
      'people = INTEG(IF THEN ELSE(yearEnds > 0.5, (peopleClosing - people)/TIME STEP, 0.0), 5.0) ~',
    )
    expect(text).toContain('beforeOfYear = IF THEN ELSE(stepOfYear < 0.5, before, beforeOfYearKept) ~')
    expect(text).toContain('reader = beforeOfYear*mean ~')
  })

  test('ages people through mapped parts of a dimension', () => {
    const text = plain(
      exportOf(
        link(
          {
            people: stock(
              'share',
              { initial: 'age/1{year}', outflow: '0.1{1/year}*people', ageing: 'age', newborn: '2' },
              '',
            ),
          },
          { over: ['area', 'age'] },
        ),
      ).text,
    )
    expect(text).toContain('Age0To3: (A0-A3) -> Age1To4 ~')
    expect(text).toContain('peopleClosing[Area,A0] = 2.0 ~~|')
    expect(text).toContain('peopleClosing[Area,Age1To4] = peopleBeforeAgeing[Area,Age0To3] ~~|')
    expect(text).toContain('peopleClosing[Area,A5] = peopleBeforeAgeing[Area,A4] + peopleBeforeAgeing[Area,A5] ~')
  })

  test('holds paths as corners and names what it does not hold', () => {
    const { text, omitted } = exportOf(
      link({
        push: lever(
          'share',
          { bounds: [0, 2], standard: 1, theme: 'test', payer: 'nobody', free: 'A test' },
          'A lever',
        ),
        root: solved('share', { residual: 'root*root - 2', between: ['0', '2'] }, 'A root'),
        range: parameter('share', { low: 0.1, central: 0.2, high: 0.4 }, 'A parameter'),
        got: equation('share', 'push*root*range', 'An equation'),
      }),
      { ...quarters, inputs: { push: time => (time < 2025 ? 0.5 : 1.5) } },
    )
    expect(plain(text)).toContain(
      'pushPath( [(2024.0,0.5)-(2025.75,1.5)], (2024.0,0.5), (2024.75,0.5), (2025.0,1.5), (2025.75,1.5))',
    )
    expect(plain(text)).toContain('push = pushPath(Time) ~ share [0,2] ~ A lever |')
    expect(text).toContain('Solved by the initialiser')
    expect(text).toContain('A parameter. Between 0.1 and 0.4 in 80 of 100 cases')
    expect(omitted).toEqual([expect.stringMatching(/^the search for unknowns \(root\)/)])
    expect(text).toContain(`Not in this file: ${omitted[0] ?? ''}.`)
  })

  test('refuses what has no counterpart', () => {
    const settings = { startTime: 0, timeStep: 1, steps: 2, inputs: { interestRate: 0.025 } }
    expect(() => exportOf(linkModel(pc), settings)).toThrow(
      'income: a simultaneous block (output, taxes, disposableIncome, consumption) has no counterpart in a Vensim file',
    )
  })
})

describe('numbers', () => {
  test('always show that they are no whole numbers', () => {
    expect([1, -0, 0.25, 1e-9, 1e21, -3].map(mdlNumeral)).toEqual(['1.0', '0.0', '0.25', '1e-9', '1e+21', '-3.0'])
  })

  test('are listed only where eight printed digits hold them', () => {
    expect(survivesPrinting([0.5, 1.25, 3])).toBe(true)
    expect(survivesPrinting([0.123456789012])).toBe(false)
    expect(survivesPrinting([1e-5, 123.456])).toBe(true)
    expect(survivesPrinting([1 / 3])).toBe(false)
  })

  test('of a straight path are its corners', () => {
    const times = [0, 0.25, 0.5, 0.75, 1]
    expect(cornersOf(times, [1, 1, 1, 1, 1])).toEqual([
      [0, 1],
      [1, 1],
    ])
    expect(cornersOf(times, [0, 1, 2, 2, 5])).toEqual([
      [0, 0],
      [0.5, 2],
      [0.75, 2],
      [1, 5],
    ])
  })
})

test('long lines never break inside a name of several words', () => {
  const lines = wrapEquation(
    Array.from({ length: 30 }, () => 'IF THEN ELSE(TIME STEP > INITIAL TIME, a, b)').join(' + '),
  ).split('\n')
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.filter(line => /\b(IF|THEN|TIME|INITIAL) \\$/.test(line))).toEqual([])
  expect(plainText('50 % | of ~ 25 – 30 {µg}')).toBe('50 %   of   25 - 30  ?g')
})
