/** All declared questions: one is chosen, value for money at first, and its report is shown. */

import { questionEntries, isQuestion, questionNames } from '../../../questions/index.ts'
import { Select } from '../../controls/select.tsx'
import { ask, useAsked } from '../../state/asks.ts'
import { QuestionView } from '../question.tsx'
import { useWriting } from '../writing.ts'

export default function Questions() {
  const { said } = useWriting()
  const asked = useAsked('questions.chosen') ?? 'value'
  const chosen = isQuestion(asked) ? asked : 'value'
  return (
    <QuestionView key={chosen} question={chosen}>
      <Select
        aria-label={said({ en: 'Question', zh: '问题' })}
        options={questionNames.map(name => [name, said(questionEntries[name].title)])}
        value={chosen}
        choose={name => ask('questions.chosen', name)}
      />
    </QuestionView>
  )
}
