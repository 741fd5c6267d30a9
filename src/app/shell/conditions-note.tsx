/** A line on every view while external conditions differ from those of the region. */

import { Button } from '../controls/button.tsx'
import { useLanguage, useWords } from './use.ts'
import { sameConditions } from '../state/conditions.ts'
import { useConditions } from '../state/about.ts'
import { useStore } from '../state/store.ts'
import { conditionsWords } from '../words/conditions.ts'

export default function ConditionsNote() {
  const words = useWords(conditionsWords)
  const chinese = useLanguage() === 'zh'
  const draft = useStore(state => state.draft)
  const { data } = useConditions()
  const baseline = data?.baselines.find(({ outside }) => sameConditions(outside, draft.outside))
  const names: Readonly<Record<string, string>> = words.baselines
  const name = baseline === undefined ? '' : (names[baseline.id] ?? baseline.id)
  return (
    <p className="conditions-note" role="note">
      {words.inForce(Object.keys(draft.outside).length, name)}
      {chinese ? '' : ' '}
      <Button className="link" onClick={() => useStore.getState().change({ ...draft, outside: {} })}>
        {words.back}
      </Button>
    </p>
  )
}
