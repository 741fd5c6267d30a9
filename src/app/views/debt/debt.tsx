import { QuestionView } from '../question.tsx'

export default function Debt() {
  return <QuestionView question="debt" />
}
