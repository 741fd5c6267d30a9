/** `heartland versions` compares two versions of the model, its figures or a scenario, and splits the change over its causes. */

import type { Command } from 'commander'
import { wholeNumber } from '../../../language/usage.ts'
import { changeKinds } from '../../../analysis/files/versions/changes.ts'
import { compareVersions, headlinesOf } from '../../../analysis/files/versions/compare.ts'
import { messages as versionMessages } from '../../../texts/version.ts'
import { openerOnWasm } from '../../../analysis/region/wasm-region.ts'
import { horizonOf } from '../../../analysis/region/simulation.ts'
import { ReportedError, UsageError } from '../../../language/messages.ts'
import { windowTo } from '../../../model/measures.ts'
import { collectValues } from '../../input/common-options.ts'
import { interruptible } from '../../threads/interruptible.ts'
import type { Session } from '../../terminal/session.ts'
import { progress } from '../../terminal/progress.ts'
import { versionsReport } from '../../../questions/versions-report.ts'
import { addForms, checkForms, type Forms, printReport } from '../../question/forms.ts'
import { capsuleCalled, versionFrom } from './version-source.ts'
import { firstRegion } from '../../../regions/first-region.ts'

interface VersionsOptions extends Forms {
  readonly region?: string
  readonly outcome?: readonly string[]
  readonly year: string
}

const versions = async (session: Session, first: string, second: string, options: VersionsOptions): Promise<void> => {
  checkForms(options)
  const known = (await capsuleCalled(first)) ?? (await capsuleCalled(second))
  const region = options.region ?? known?.region.id ?? firstRegion
  const scenario = known?.scenario ?? { policy: {}, assumptions: {} }
  const before = await versionFrom(first, region, scenario)
  const after = await versionFrom(second, region, scenario)
  if (before.region !== after.region)
    throw new UsageError(versionMessages.otherAreas({ first: before.region, second: after.region }))
  const from = Math.max(before.figures.start, after.figures.start)
  const year = wholeNumber('--year', options.year, from, horizonOf().end - 1)
  let bar: ReturnType<typeof progress> | undefined
  const found = await interruptible(async signal =>
    compareVersions({
      before,
      after,
      headlines: options.outcome ?? headlinesOf(year),
      year,
      open: openerOnWasm(),
      pause: async (done, all) => {
        bar ??= progress('mixtures of the two', all, session.err)
        if (done > 0) bar.advance()
        await new Promise(resolve => setImmediate(resolve))
        if (signal.aborted) throw new ReportedError(versionMessages.cancelled())
      },
    }),
  ).finally(() => bar?.end())
  const [one, other] = [first, second].map(label => ({ en: label, zh: label }))
  const record = () => ({ first, second, region, scenario, kinds: changeKinds, ...found })
  await printReport(session, versionsReport(found, one!, other!), options, { record })
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-r, --region <region>', `the region (default: that of the capsule, or ${firstRegion})`)
    .option('--outcome <outcome@time>', 'a result whose change is split over its causes (repeatable)', collectValues)
    .option('-y, --year <year>', 'the year in which all outcomes are compared', String(windowTo))

  addForms(command).action((first: string, second: string, options: VersionsOptions) =>
    versions(session, first, second, options),
  )
}
