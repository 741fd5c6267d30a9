import { QuestionView } from '../question.tsx'

export default function Who() {
  return <QuestionView question="who" />
}
