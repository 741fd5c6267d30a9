/** The largest residual of the accounts in the runs shown, for the footer. */

import { create } from 'zustand'

const useResidualStore = create<{ readonly residual: number | undefined }>()(() => ({ residual: undefined }))

export const useResidual = (): number | undefined => useResidualStore(state => state.residual)

/** Called with each finished ensemble. */
export const noteResidual = (residual: number): void => useResidualStore.setState({ residual })
