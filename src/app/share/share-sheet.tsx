/** The sheet under Share: the link to this scenario. */

import { useStore } from '../state/store.ts'

export const ShareSheet = ({ close }: { readonly close: () => void }) => {
  // Read anew at each step of the scenario.
  useStore(state => state.draft)
  return (
    <>
      <code>{globalThis.location.href}</code>
      <button type="button" className="btn" onClick={close}>
        OK
      </button>
    </>
  )
}
