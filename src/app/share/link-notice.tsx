/** Notice above the view about a link that was opened; what it says is loaded when there is something to say. */

import { lazy, Suspense } from 'react'
import { useNotice } from './notice.ts'

const LinkProblem = lazy(() => import('./link-problem.tsx'))

export const LinkNotice = () => {
  const notice = useNotice(state => state.notice)
  if (notice === undefined) return null
  return (
    <Suspense fallback={null}>
      <LinkProblem notice={notice} />
    </Suspense>
  )
}
