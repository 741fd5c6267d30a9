/** The Data view: every figure with its source, and users' own regions. */

import { Head } from '../../shell/head.tsx'
import { Skeleton } from '../../shell/skeleton.tsx'
import { useTexts, useWords } from '../../shell/use.ts'
import { useAnswer } from '../../state/question.ts'
import { useStore } from '../../state/store.ts'
import { ProblemNote } from '../../shell/failure.tsx'
import dataWords from '../../../texts/app/data.ts'
import { shellWords } from '../../words/shell.ts'
import type { Pack } from '../../worker/answers/pack.ts'
import { FigureList } from './figure-list.tsx'
import { OwnRegionPart } from './own-region.tsx'

/** Of the starting figures and paths: how many are measured, how many assumed. */
const useLead = (found: Pack | undefined): string | undefined => {
  const { words, numbers } = useTexts(dataWords)
  if (found === undefined) return undefined
  const grades = found.entries
    .filter(({ kind }) => kind === 'figure' || kind === 'path')
    .flatMap(({ points }) => points.map(({ evidence }) => evidence))
  const share = (grade: string): string =>
    numbers.chance(grades.filter(one => one === grade).length / Math.max(1, grades.length))
  return words.lead(share('official'), share('assumed'), numbers.plain(grades.length, 0))
}

export default function Data() {
  const words = useWords(dataWords)
  const shell = useWords(shellWords)
  const region = useStore(state => state.draft.region)
  const { data, problem } = useAnswer('pack', region, { parameters: true })
  return (
    <>
      <Head title={words.title} over={words.over} lead={useLead(data) ?? shell.loading} />
      {problem === undefined ? null : <ProblemNote text={problem} />}
      {data === undefined ? <Skeleton height={900} /> : <FigureList key={region} found={data} />}
      <OwnRegionPart />
    </>
  )
}
