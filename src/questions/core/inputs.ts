/** Inputs that several questions take. */

import * as z from 'zod'
import { areaCalled } from '../../analysis/runs/central-run.ts'
import { mostSimulations } from '../../scenario/problems.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { parseYears } from '../../analysis/runs/years.ts'
import { messages as usage } from '../../texts/usage.ts'
import { UsageError, type Both } from '../../language/messages.ts'
import { nameIn } from '../../language/typeset.ts'
import { messages as questionMessages } from '../../texts/question.ts'
import type { QuestionInput } from './question.ts'

/** Simulations of each policy; a page starts with fewer where it must answer soon. */
export const simulations = (standard: number, { page = standard, least = 20 } = {}): QuestionInput<number> => ({
  type: z.int().min(least).max(mostSimulations).default(standard),
  help: { en: 'simulations of each policy', zh: '每个政策的模拟次数' },
  short: 'm',
  placeholder: 'number',
  page,
})

/** Simulations behind bands: none, or so many that they have a spread. */
export const bandSimulations = (standard: number, page = standard): QuestionInput<number> => ({
  ...simulations(standard, { page, least: 0 }),
  help: { en: 'simulations behind the bands; 0 for none', zh: '区间所用的模拟次数；0 为不计算区间' },
  read: (_, given, called) => {
    if (given === 1) throw new UsageError(questionMessages.oneSimulation({ option: called }))
    return given
  },
})

export const seed: QuestionInput<number> = {
  type: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1),
  help: { en: 'random seed: the same seed gives the same simulations', zh: '随机种子：随机种子相同，模拟即相同' },
  short: 's',
  placeholder: 'number',
}

const yearList = z.union([z.string(), z.int(), z.array(z.int())])

/** Years to show, as people write them: `2030,2035`, `2026-2030` or `all`. */
export const years = (standard: readonly number[] | ((open: OpenRegion) => number[])) => ({
  type: yearList.optional(),
  help: {
    en: `years to show, such as 2030,2035, or all${typeof standard === 'function' ? '' : ` (default: ${standard.join(',')})`}`,
    zh: `要显示的年份，如 2030,2035 或 all${typeof standard === 'function' ? '' : `（默认 ${standard.join(',')}）`}`,
  },
  short: 'y',
  placeholder: 'years',
  shows: true as const,
  read: (open: OpenRegion, given: z.infer<typeof yearList> | undefined, called: string): number[] =>
    given === undefined
      ? typeof standard === 'function'
        ? standard(open)
        : [...standard]
      : parseYears(open, [given].flat().join(','), called),
})

/** One year of the run. */
export const year = (standard: number, help: Both<string>) => ({
  type: z.int().default(standard),
  help,
  placeholder: 'year',
  short: 'y',
  read: (open: OpenRegion, given: number, called: string): number => {
    const [first, last] = [Math.floor(open.region.start), open.simulator.horizon.end - 1]
    if (given < first || given > last)
      throw new UsageError(usage.wholeNumber({ option: called, text: String(given), least: first, most: last }))
    return given
  },
})

/** The region (an empty word on a page), or one of its areas by id or name. */
export const area = <Value>(help: Both<string>, read: (open: OpenRegion, given: string | undefined) => Value) => ({
  type: z.string().optional(),
  help,
  short: 'a',
  placeholder: 'area',
  label: { en: 'Region or area', zh: '地区' },
  options: ({ region: { names, areas, areaNames } }: OpenRegion) =>
    [['', names] as const, ...(areas.length < 2 ? [] : areas).map(id => [id, areaNames[id]!] as const)].map(
      ([id, own]) => [id, { en: own.en, zh: nameIn(own, 'zh') }] as const,
    ),
  read: (open: OpenRegion, given: string | undefined): Value => read(open, given === '' ? undefined : given),
})

/** The id of an area, or 'region'; for questions that are computed for all places. */
export const place = (help: Both<string>) => ({
  ...area(help, (open, given) =>
    given === undefined || open.region.areas.length === 1
      ? 'region'
      : open.region.areas[areaCalled(open, given).element]!,
  ),
  shows: true as const,
})

export const flag = (help: Both<string>): QuestionInput<boolean> => ({ type: z.boolean().default(false), help })

/** Simulations carry the error of the model where the back-test measured it. */
export const modelError: QuestionInput<boolean> = {
  type: z.boolean().default(true),
  help: {
    en: 'leave the error of the model out, as `heartland ensemble` does',
    zh: '不计模型误差，与 heartland ensemble 相同',
  },
}

/** Names, one or several; on the command line separated by commas or repeated. */
export const names = (help: Both<string>, placeholder: string): QuestionInput<string[]> => ({
  type: z.array(z.string()).default([]),
  help,
  placeholder,
})
