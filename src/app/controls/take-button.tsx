/** Takes a policy that a search has found as the scenario on screen, in What if. */

import type { Policy } from '../../engine/scenario.ts'
import { goTo } from '../shell/router.ts'
import { useWords } from '../shell/use.ts'
import { useStore } from '../state/store.ts'
import { shellWords } from '../words/shell.ts'
import { Button } from './button.tsx'

export const TakeButton = ({ policy, name }: { readonly policy: Policy; readonly name: string }) => {
  const shell = useWords(shellWords)
  const take = (): void => {
    const { draft, change, notify, undo } = useStore.getState()
    change({ ...draft, name, package: '', policy })
    goTo('what-if')
    notify(shell.used(name), { label: shell.undo, run: undo })
  }
  return (
    <p className="btns">
      <Button main onClick={take}>
        {shell.use}
      </Button>
    </p>
  )
}
