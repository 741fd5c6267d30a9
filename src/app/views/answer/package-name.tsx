/** The name of a package, which says what it does and what it costs when it is pressed. */

import { lazy, Suspense } from 'react'
import type { PackageAnswer } from '../../../analysis/answer/verdict.ts'
import { Explained } from '../../shell/terms.tsx'
import { useLanguage } from '../../shell/use.ts'
import { packageWords } from '../../../model/names/packages.ts'

const PackagePanel = lazy(() => import('./package-panel.tsx'))

export const PackageName = ({
  package: policyPackage,
  letter = false,
}: {
  readonly package: PackageAnswer
  /** With its letter before the name. */
  readonly letter?: boolean
}) => {
  const { id } = policyPackage
  const { name } = packageWords[useLanguage()][id]!
  return (
    <Explained label={letter ? `${id}\u00a0${name}` : name} term={name}>
      <Suspense fallback={null}>
        <PackagePanel package={policyPackage} />
      </Suspense>
    </Explained>
  )
}
