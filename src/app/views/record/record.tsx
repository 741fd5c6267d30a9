import { QuestionView, BlockPart } from '../question.tsx'
import { regionNames } from 'virtual:heartland/region-names'
import { useState } from 'react'
import { HeldUnder } from '../../charts/figure.tsx'
import { messages as versionMessages } from '../../../texts/version.ts'
import { Button, DropArea, FileButton, Select } from '../../controls/button.tsx'
import { saveCapsule } from '../../share/capsule.ts'
import { useWork } from '../../share/sharing.ts'
import { ProblemNote, Section, WorkProgress } from '../../shell/head.tsx'
import { useLanguage, useTexts, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { ask, useAsked, useStore } from '../../state/store.ts'
import {
  type ComparedWith,
  comparedWith,
  comparisonFrom,
  comparisonText,
  openFile,
  type Opened,
  shortDigest,
  standardYear,
  useCapsules,
} from '../../state/capsules.ts'
import { isKnownRegion, useOwnRegions } from '../../state/own-regions.ts'
import { everyYears } from '../../state/quarters.ts'
import { type Answering, useQuestion } from '../../state/question.ts'
import { emptyDraft } from '../../state/scenario.ts'
import { nameIn } from '../../../language/typeset.ts'
import versionsWords from '../../../texts/app/versions.ts'
import type { OpenedCapsule } from '../../worker/answers/capsule.ts'
import { workers } from '../../worker/workers.ts'
import { versionsReport } from '../../../questions/versions-report.ts'
import { both, textOf } from '../../../questions/core/report.ts'

/** The contents of a capsule; asked under the open region, whose model and figures it is compared with. */
const useOpened = (file: Opened | undefined): Answering<OpenedCapsule> => {
  const region = useStore(state => state.draft.region)
  return useQuestion({
    key: [region, 'openCapsule', file?.number],
    ask: options => workers().pool.ask('openCapsule', { region }, { name: file!.name, bytes: file!.bytes }, options),
    wanted: file !== undefined,
  })
}

const useRegionName = (id: string): string => {
  const language = useLanguage()
  const own = useOwnRegions(state => state.regions.find(one => one.id === id))
  return nameIn((own ?? regionNames.find(one => one.id === id))?.names ?? { en: id }, language)
}

const Capsule = ({ file, opened }: { readonly file: Opened; readonly opened: Answering<OpenedCapsule> }) => {
  const { words, language } = useTexts(versionsWords)
  const inHand = useStore(state => state.draft.region)
  const { data, problem, done } = opened
  const region = data?.region ?? ''
  const name = useRegionName(region)
  const close = (): void => {
    const { first } = useCapsules.getState()
    useCapsules.setState(first === file ? { first: undefined, second: undefined } : { second: undefined })
  }
  const closing = <Button onClick={close}>{words.close}</Button>
  if (problem !== undefined)
    return (
      <>
        <ProblemNote text={problem} />
        <p className="btns">{closing}</p>
      </>
    )
  if (!done || data === undefined) return <p role="status">{words.replaying(file.name)}</p>
  const { same, digest, expected, made, isModel, isData, scenario } = data
  const { policy, assumptions, outside = {} } = scenario
  const today = versionMessages.today({ ...made, isModel, isData }).text[language]
  return (
    <div className="capsule" role="region" aria-label={words.capsule(file.name)}>
      <h3>{file.name}</h3>
      <p>{words.of(scenario.name, name)}</p>
      <p role={same ? 'status' : 'alert'} className={same ? 'digest' : 'digest differs'}>
        {(same ? versionMessages.same({ digest }) : versionMessages.differs({ digest, expected })).text[language]}
      </p>
      <p className="note digest">
        {region === inHand ? today : isKnownRegion(region) ? words.otherRegion(name) : words.noRegion(region)}
      </p>
      <p className="btns">
        {isKnownRegion(region) ? (
          <Button
            onClick={() =>
              useStore.getState().change({ ...emptyDraft(region), name: scenario.name, policy, assumptions, outside })
            }
          >
            {words.openScenario}
          </Button>
        ) : null}
        {closing}
      </p>
    </div>
  )
}

/** The comparison that is asked for, in parts of links. */
const Compared = ({ file, opened }: { readonly file: Opened; readonly opened: OpenedCapsule }) => {
  const digest = opened.expected
  const { words, language } = useTexts(versionsWords)
  const about = useAbout()
  const { region, policy, assumptions, outside } = useStore(state => state.draft)
  const second = useCapsules(state => state.second)
  const asked = comparisonFrom(useAsked('record.compare'))
  const own = asked?.digest === shortDigest(digest) ? asked : undefined
  const [choice, choose] = useState<{ readonly comparedWith: ComparedWith; readonly year: number }>({
    comparedWith: own?.comparedWith ?? 'capsule',
    year: own?.year ?? standardYear,
  })
  const other = useOpened(choice.comparedWith === 'second' ? second : undefined)
  const isReady = own !== undefined && (own.comparedWith === 'second' ? second !== undefined : opened.region === region)
  const onScreen = own?.comparedWith === 'screen' ? { policy, assumptions } : undefined
  const { data, problem, done, busy, progress } = useQuestion({
    key: [region, 'versions', file.number, own, own?.comparedWith === 'second' ? second?.number : [onScreen, outside]],
    ask: options =>
      workers().pool.ask(
        'versions',
        { region, outside },
        {
          first: { name: file.name, bytes: file.bytes },
          ...(own!.comparedWith === 'second' ? { second: { name: second!.name, bytes: second!.bytes } } : {}),
          scenario: onScreen,
          year: own!.year,
        },
        options,
      ),
    wanted: isReady,
  })
  const isComparing = isReady && busy
  const report =
    !isReady || !done || data === undefined
      ? undefined
      : versionsReport(
          data,
          both(() => file.name),
          both(() => (own.comparedWith === 'second' ? second!.name : words.onScreen)),
        )
  const start = about?.start ?? standardYear
  return (
    <>
      <h3>{words.compareTitle}</h3>
      {asked !== undefined && own === undefined ? <p className="note">{words.otherCapsule}</p> : null}
      <p className="btns">
        <label className="pick">
          <span>{words.with}</span>{' '}
          <Select
            disabled={isComparing}
            options={comparedWith.map(one => [one, words.against[one]])}
            value={choice.comparedWith}
            choose={chosen => choose({ ...choice, comparedWith: chosen })}
          />
        </label>
        <label className="pick">
          <span>{words.year}</span>{' '}
          <Select
            disabled={isComparing}
            options={everyYears(1, start, about?.end ?? standardYear + 1).map(year => [year, year])}
            value={choice.year}
            choose={chosen => choose({ ...choice, year: chosen })}
          />
        </label>
        {choice.comparedWith === 'second' ? (
          <FileButton
            label={words.open}
            accept=".capsule"
            taken={([taken]) => void open('second', taken!, words.large)}
          />
        ) : null}
        {isComparing ? (
          <>
            <Button onClick={() => ask('record.compare', undefined)}>{words.cancel}</Button>
            <WorkProgress progress={progress} label={words.comparing} />
          </>
        ) : (
          <Button
            main
            disabled={choice.comparedWith === 'second' ? other.data === undefined : opened.region !== region}
            onClick={() => ask('record.compare', comparisonText({ digest, ...choice }))}
          >
            {words.compare}
          </Button>
        )}
      </p>
      {choice.comparedWith === 'second' && second !== undefined ? <Capsule file={second} opened={other} /> : null}
      {isReady && problem !== undefined ? <ProblemNote text={problem} /> : null}
      {report === undefined ? null : (
        <HeldUnder value={report}>
          <h3>{textOf(report.title)[language]}</h3>
          <div role="status">
            {report.blocks.map((block, at) => (
              <BlockPart key={at} block={block} />
            ))}
          </div>
          <p className="src">{words.inLinks}</p>
        </HeldUnder>
      )}
    </>
  )
}

/** Opens a file, or says why it was not read. */
const open = async (place: 'first' | 'second', file: File, large: (name: string) => string): Promise<void> => {
  if (!(await openFile(place, file))) useStore.getState().notify(large(file.name))
}

const Versions = () => {
  const words = useWords(versionsWords)
  const first = useCapsules(state => state.first)
  const opened = useOpened(first)
  const asked = comparisonFrom(useAsked('record.compare'))
  const { busy, run } = useWork(() => undefined)
  const drop = ({ files: [file] }: DataTransfer): void => {
    if (file !== undefined) void open('first', file, words.large)
  }
  return (
    <Section id="versions" title={words.title} note={words.note}>
      <DropArea dropped={drop}>
        <FileButton
          main
          label={words.open}
          accept=".capsule"
          taken={([file]) => void open('first', file!, words.large)}
        />
        <span className="note">{words.drop}</span>
        <Button disabled={busy} onClick={() => run(() => saveCapsule(useStore.getState().draft))}>
          {busy ? words.saving : words.save}
        </Button>
      </DropArea>
      {first === undefined && asked !== undefined ? <p className="note">{words.linked(asked.digest)}</p> : null}
      {first === undefined ? null : <Capsule file={first} opened={opened} />}
      {first === undefined || opened.data === undefined || !opened.done ? null : (
        <Compared key={first.number} file={first} opened={opened.data} />
      )}
    </Section>
  )
}

export default function Record() {
  return (
    <>
      <QuestionView question="record" />
      <Versions />
    </>
  )
}
