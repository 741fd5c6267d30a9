/** The Data view: what a region holds, each number with its source, and users' own regions. */

import { QuestionView } from '../question.tsx'
import { OwnRegionPart } from './own-region.tsx'

export default function Data() {
  return (
    <>
      <div id="figures">
        <QuestionView question="list" />
      </div>
      <OwnRegionPart />
    </>
  )
}
