import type { Answer } from '../../../analysis/answer/verdict.ts'
import { rankingSection } from '../../../questions/answer-report.ts'
import { BlockPart } from '../question.tsx'

/** The conditions of the ranking, as the report of the answer shows them. */
export default function Ranking({ answer }: { readonly answer: Answer }) {
  return rankingSection(answer).map((block, at) => <BlockPart key={at} block={block} />)
}
