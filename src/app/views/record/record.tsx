import { QuestionView } from '../question.tsx'
import { Versions } from './versions.tsx'

export default function Record() {
  return (
    <>
      <QuestionView question="record" />
      <Versions />
    </>
  )
}
