import type { Answer } from '../../../analysis/answer/verdict.ts'
import { criteriaSection, rankingSection } from '../../../questions/answer-ranking.ts'
import { BlockPart } from '../question.tsx'

/** The criteria, and the conditions of the ranking, as the report of the answer shows them. */
export default function Ranking({ answer }: { readonly answer: Answer }) {
  return [criteriaSection(answer), ...rankingSection(answer)].map((block, at) => <BlockPart key={at} block={block} />)
}
