/**
 * Runs the cohorts of the demography sector without the economy: rates are given, ageing, deaths and births are its
 * own.
 */

import {
  type Declaration,
  type Model,
  type Parameter,
  equation,
  exogenous,
  sector,
} from '../../src/language/declare.ts'
import { compile } from '../../src/language/emit/javascript.ts'
import { linkModel } from '../../src/language/link.ts'
import type { Program } from '../../src/language/program.ts'
import { demography } from '../../src/model/demography.ts'
import { model as heartland } from '../../src/model/index.ts'

/** Declarations of the model that are used as they stand. */
export const shared = [
  'startPopulation',
  'population',
  'halfYearSurvival',
  'survival',
  'adultDeaths',
  'deaths',
  'womenExposed',
  'births',
  'survivingNewborns',
  'migrationShape',
] as const

/** The parameters of the demography sector that these declarations read. */
const parameters: Readonly<Record<string, Parameter>> = Object.fromEntries(
  Object.entries(demography.declarations).flatMap(([name, declaration]) => {
    const read = shared.some(one => new RegExp(`\\b${name}\\b`).test(JSON.stringify(demography.declarations[one])))
    return declaration.kind === 'parameter' && read ? [[name, declaration]] : []
  }),
)

/** Their values, as inputs; each is a plain number. */
const parameterValues: CohortInputs = Object.fromEntries(
  Object.entries(parameters).flatMap(([name, { value }]) => (typeof value === 'number' ? [[name, value]] : [])),
)

const cells = ['area', 'sex', 'age']

/** Variables that the economy decides in the model and that are given here. */
const given: Readonly<Record<string, Declaration>> = {
  mortality: exogenous('1/year', 'Death rates of the year', { over: cells }),
  sexRatioAtBirth: exogenous('share', 'Boys for each girl', { over: [] }),
  birthsBySex: equation(
    'person m/year',
    {
      female: 'births/(1 + sexRatioAtBirth)',
      male: 'births*sexRatioAtBirth/(1 + sexRatioAtBirth)',
    },
    'Births by sex',
    { over: ['area', 'sex'] },
  ),
  departures: equation('person m/year', '0', 'Movement is counted net, in the arrivals', { over: cells }),
}

/** Net movement by sex and age; or registered births, and the movement that makes up the official total, by the model's shape. */
const movement = {
  given: {
    fertility: exogenous('share', 'Total fertility', { over: ['area'] }),
    fertilityByAge: exogenous('1/year', 'Shape of fertility by age; sums to 1', { over: ['age'] }),
    arrivals: exogenous('person m/year', 'Net arrivals', { over: cells }),
  },
  balance: {
    births: exogenous('person m/year', 'Births in the year, registered', { over: ['area'] }),
    officialTotal: exogenous('person m', 'Residents at the end of the year', { over: ['area'] }),
    movers: equation('person m', 'population*survival*migrationShape', 'Survivors by their tendency to move', {
      over: cells,
    }),
    balance: equation(
      'person m/year',
      '(officialTotal - sum(population*survival))/1{year} - sum(survivingNewborns)',
      'What births and deaths leave unexplained',
      { over: ['area'] },
    ),
    arrivals: equation('person m/year', 'balance*movers/sum(movers, sex, age)', 'Net arrivals', { over: cells }),
  },
} satisfies Record<string, Readonly<Record<string, Declaration>>>

/**
 * A variant of the model's cohorts. In groups of five years (0-4 … 95-99, 100 and over) a step is five years and what the
 * texts call a year is such a step; half a step is too long for the deaths of the newborn, whose survival is given then.
 */
export interface Variant {
  readonly ages: 'single' | 'five'
  readonly movement: keyof typeof movement
}

const newborns: Readonly<Record<string, Declaration>> = {
  newbornSurvival: exogenous('share', 'Newborns who see the end of the step', { over: ['area', 'sex'] }),
  survivingNewborns: equation('person m/year', 'birthsBySex*newbornSurvival', 'Newborns alive at its end', {
    over: ['area', 'sex'],
  }),
}

export const cohortsAlone = ({ ages, movement: by }: Variant): Model => ({
  name: 'cohorts alone',
  dimensions: {
    area: heartland.dimensions['area']!,
    sex: heartland.dimensions['sex']!,
    age: { ...heartland.dimensions['age']!, ...(ages === 'five' ? { labels: { from: 0, to: 20 } } : {}) },
  },
  sectors: [
    sector(
      'Cohorts',
      { over: ['area'], annual: true },
      {
        ...parameters,
        ...Object.fromEntries(shared.map(name => [name, demography.declarations[name]!])),
        ...given,
        ...(ages === 'five' ? newborns : {}),
        ...movement[by],
      },
    ),
  ],
})

/** One number, or all elements of an input, row by row. */
export type CohortInputs = Readonly<Record<string, number | readonly number[]>>

export interface CohortYear {
  /** The step, counted from the number given for the first. */
  readonly year: number
  /** Residents at the end of the step, women by age, then men; millions. */
  readonly population: readonly number[]
  readonly births: number
  readonly deaths: number
}

const write = (program: Program, values: Float64Array, inputs: CohortInputs): void => {
  for (const [name, value] of Object.entries(inputs)) {
    const variable = program.model.variables.get(name)
    if (variable === undefined) throw new Error(`The cohorts have no input '${name}'.`)
    for (let element = 0; element < variable.size; element++) {
      values[variable.offset + element] = typeof value === 'number' ? value : (value[element] ?? Number.NaN)
    }
  }
}

/** Carries one area from its start population through the steps that `inputs` are given for. */
export const runCohorts = (
  variant: Variant,
  start: { readonly year: number; readonly population: readonly number[] },
  inputs: readonly CohortInputs[],
): CohortYear[] => {
  const program = compile(linkModel(cohortsAlone(variant), { area: ['here'] }))
  const values = program.create()
  write(program, values, {
    ...parameterValues,
    startTime: start.year,
    timeStep: 1,
    startPopulation: start.population,
    ...inputs[0]!,
  })
  program.initialise(values)
  const [residents, births, deaths] = ['population', 'births', 'deaths'].map(name => program.model.variables.get(name)!)
  return inputs.map((input, index) => {
    write(program, values, input)
    program.step(values)
    const { closingOffset, size } = residents!
    const population = [...values.subarray(closingOffset, closingOffset + size)]
    const found = { population, births: values[births!.offset]!, deaths: values[deaths!.offset]! }
    program.commit(values)
    return { year: start.year + index, ...found }
  })
}
