/** What the package gives to programs, wherever they run. */

export { ReportedError, UsageError } from '../language/reported-error.ts'
export type { LeverSettings as Settings, Stated as ScenarioOptions } from '../scenario/stated.ts'
export { answer, compare, ensemble, run } from './questions.ts'
export type {
  AnswerOptions,
  Comparison,
  EnsembleOptions,
  EnsembleResult,
  OutcomeBands,
  RunResult,
  YearsOptions,
} from './questions.ts'
export type { LeverAbout, OutcomeAbout, Region, RegionOptions } from './region.ts'
