/** For tests of what ensembles do with files: a region of three equations, of which a hundred members run in a blink. */

import { openData, type OpenRegion } from '../../analysis/region/simulation.ts'
import { equation, type Model, parameter, sector, shock, stock } from '../../language/declare.ts'
import type { RegionData } from '../../regions/types.ts'
import type { EnsembleJob } from './job.ts'
import { type EnsembleOutcome, type EnsembleRun, type EnsembleWatch, runEnsemble, silent } from './run-ensemble.ts'

const model: Model = {
  name: 'toy',
  dimensions: { area: { labels: 'region', doc: 'Areas' } },
  sectors: [
    sector(
      'Growth',
      { over: ['area'] },
      {
        growth: parameter('1/year', { low: 0.01, central: 0.03, high: 0.05 }, 'Growth', {
          source: 'test',
          evidence: 'assumed',
        }),
        weather: shock('1', { type: 'normal', deviation: 0.1 }, 'Weather', { source: 'test' }),
        capital: stock('CNY bn', { initial: '100{CNY bn}', inflow: 'growth*capital*(1 + weather)' }, 'Capital'),
      },
    ),
    sector('Whole', {}, { wealth: equation('CNY bn', 'sum(capital)', 'Wealth', { outcome: true }) }),
  ],
}

const region: RegionData = {
  id: 'toy',
  names: { en: 'Toy', zh: '玩具' },
  areas: ['north', 'south'],
  areaNames: { north: { en: 'North', zh: '北' }, south: { en: 'South', zh: '南' } },
  context: 'none',
  start: 2024,
  currency: 'CNY',
  values: {},
  paths: {},
  figures: [],
  series: [],
  sources: {},
  hash: 'toy',
}

export const toyOpen: OpenRegion = openData(region, { model, horizonEnd: 2026 })

const toyJob: EnsembleJob = {
  region: 'toy',
  scenario: 'baseline',
  policy: {},
  assumptions: {},
  uncertainty: {},
  seed: 7,
  members: 40,
  design: 'monteCarlo',
  parameters: true,
  shocks: true,
  outcomes: ['wealth'],
  keep: ['wealth@2024'],
  events: ['wealth > 205'],
  traces: [0, 5],
  precision: 32,
  auditEvery: 0,
}

export const runToy = (
  job: Partial<EnsembleJob>,
  task: Partial<EnsembleRun> & Pick<EnsembleRun, 'folder'>,
  watch: Partial<EnsembleWatch> = {},
): Promise<EnsembleOutcome> =>
  runEnsemble({ job: { ...toyJob, ...job }, threads: 0, open: toyOpen, ...task }, { ...silent, ...watch })
