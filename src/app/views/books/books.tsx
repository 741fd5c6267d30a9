import { QuestionView } from '../question.tsx'

export default function Books() {
  return <QuestionView question="books" />
}
