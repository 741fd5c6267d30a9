/** Dot that shows the evidence grade of a figure, with a text for screen readers. */

import { type Evidence, evidenceGrades } from '../../language/declare.ts'
import { useWords } from '../shell/use.ts'
import { answerWords } from '../words/answer.ts'

const marks: Readonly<Record<Evidence, string>> = { official: 'm', secondary: 's', derived: 'd', assumed: 'g' }

export const EvidenceDot = ({ grade }: { readonly grade: Evidence }) => {
  const { gradeNames } = useWords(answerWords)
  return <span className={`ev ${marks[grade]}`} role="img" aria-label={gradeNames[grade]} title={gradeNames[grade]} />
}

export const EvidenceKey = () => {
  const { gradeNames } = useWords(answerWords)
  return (
    <p className="evkey">
      {evidenceGrades.map(grade => (
        <span key={grade}>
          <span className={`ev ${marks[grade]}`} aria-hidden="true" />
          {gradeNames[grade]}
        </span>
      ))}
    </p>
  )
}
