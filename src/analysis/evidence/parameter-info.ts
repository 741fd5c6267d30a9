/** An uncertain parameter as lists and rankings tell of it. */

import type { UncertainParameter } from '../../engine/sample.ts'
import type { Variable } from '../../language/linked.ts'

/** `variable` is the one that declares it. */
export const parameterInfo = ({ name, prior }: UncertainParameter, variable: Variable) => ({
  name,
  prior,
  doc: variable.doc,
  unit: variable.unitText,
  evidence: variable.evidence ?? 'assumed',
  source: variable.source ?? '',
})
