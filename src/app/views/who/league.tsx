/** The provinces of the nation side by side, year by year: a map of tiles, and their places where simulations part them. */

import { useEffect, useState } from 'react'
import { league } from 'virtual:heartland/league'
import { leagueBand, openPlaces, writtenPlaces } from '../../../analysis/evidence/league-places.ts'
import { joinedTexts, nameIn } from '../../../language/typeset.ts'
import { questionEntries } from '../../../questions/index.ts'
import { marks } from '../../../questions/core/report.ts'
import { ChartFigure, HeldUnder } from '../../charts/figure.tsx'
import { GainRows } from '../../charts/gain-rows.tsx'
import { numbersTable } from '../../charts/table.tsx'
import { TileMap } from '../../charts/tile-map.tsx'
import { Button, Select } from '../../controls/button.tsx'
import { useTexts } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import type { AppLeague } from '../../state/league.ts'
import { useShownYear, yearAsked } from '../../state/head.ts'
import { ask, useAsked } from '../../state/store.ts'
import leagueWords from '../../../texts/app/league.ts'
import { useWriting } from '../writing.ts'

const { first, from, to, measures, places, conditions }: AppLeague = league

/** Milliseconds that a year stands. */
const beat = 600

/** So many provinces are named in the title. */
const mostNamed = 4

/** The years one after the other, from the first again after the last. */
const usePlay = (year: number) => {
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    if (!playing) return undefined
    const next = setTimeout(() => (year < to ? ask(yearAsked, String(year + 1)) : setPlaying(false)), beat)
    return () => clearTimeout(next)
  }, [playing, year])
  const toggle = (): void => {
    if (!playing && year >= to) ask(yearAsked, String(first))
    setPlaying(!playing)
  }
  return { playing, toggle }
}

export default function LeagueView() {
  const { words, language } = useTexts(leagueWords)
  const { said, held, written, own } = useWriting()
  const about = useAbout()
  const areas = new Set(about?.areas.map(({ id }) => id))
  const asked = useAsked('league.measure')
  const measure = measures.find(({ id }) => id === asked) ?? measures[0]!
  const year = useShownYear(about, first)
  const { playing, toggle } = usePlay(year)
  const name = said(measure.name)
  const unit = measure.unit === undefined ? name : said(measure.unit)
  const scale = own(measure.scale) ?? 1
  const show = (value: number): string => written(value, { ...measure, scale: 1 })

  const all = places.map(({ id, names, tile, courses }) => {
    const course = courses?.[measure.id]
    const band = course && leagueBand(course, year)
    const scaled = band && { low: scale * band.low, median: scale * band.median, high: scale * band.high }
    const place = nameIn(names, language)
    const short = language === 'zh' ? place : id.replace(/^.*-/, '')
    return { id, name: place, short, at: tile, course, band: scaled, own: areas.has(id) }
  })
  const ranks = openPlaces(all.map(({ band }) => band))
  const ranked = all
    .flatMap(({ band, ...one }, at) => (band === undefined ? [] : [{ ...one, band, place: writtenPlaces(ranks[at]!) }]))
    .toSorted((one, other) => other.band.median - one.band.median)
  // The colours of a level keep their meaning over all years; changes are too unlike from year to year.
  const shown = measure.signed
    ? ranked.map(({ band }) => band.median)
    : all.flatMap(({ course }) =>
        course === undefined
          ? []
          : [...Object.values(course.published), ...Object.values(course.simulated).map(({ median }) => median)].map(
              value => scale * value,
            ),
      )
  const [least, most] = [Math.min(...shown), Math.max(...shown)]
  const whole = writtenPlaces([1, ranked.length])
  const isOpen = ranked.length > 0 && ranked.every(({ place }) => place === whole)
  const rowOf = (one: (typeof ranked)[number]): string => (isOpen ? one.name : words.row(one.place, one.name))
  const mine = ranked.filter(one => one.own).slice(0, mostNamed)
  const title =
    mine.length === 0 || isOpen
      ? (isOpen ? words.open : words.plain)(name, year)
      : words.found(
          name,
          year,
          joinedTexts(
            mine.map(one => {
              const text = words.own(one.name, one.place)
              return { en: text, zh: text }
            }),
            marks.parts,
          )[language],
          ranked.length,
        )
  const heading = (
    <>
      <p className="over">{words.over(first, to)}</p>
      <h1>{questionEntries.league.title[language]}</h1>
    </>
  )
  if (about !== undefined && !all.some(one => one.own))
    return (
      <>
        {heading}
        <p className="say">{words.none}</p>
      </>
    )
  const table = () => {
    const values = (of: 'low' | 'median' | 'high') => ({
      head: { low: words.low, median: words.middle, high: words.high }[of],
      unit,
      values: ranked.map(({ band }) => band[of]),
      show: (value: number | undefined) => show(value!),
    })
    const ends = year < from ? [] : [values('low'), values('high')]
    return numbersTable(words.area, ranked.map(rowOf), [values('median'), ...ends])
  }
  const sentence = ranked.map(one => `${rowOf(one)} ${show(one.band.median)}`).join(', ')
  return (
    <HeldUnder value={{ conditions }}>
      {heading}
      <div className="record-choice">
        <label>
          {words.measure}{' '}
          <Select
            options={measures.map(one => [one.id, said(one.name)] as const)}
            value={measure.id}
            choose={id => ask('league.measure', id)}
          />
        </label>
        <Button onClick={toggle}>{playing ? words.stop : words.play}</Button>
      </div>
      {ranked.length === 0 ? <p className="sure">{words.missing(from)}</p> : null}
      <div className="cols">
        <div className="c7">
          <ChartFigure title={title} level={2} unit={unit} source={words.tiles} table={table}>
            <TileMap
              tiles={all.map(({ band, ...one }) => ({
                ...one,
                value: band && show(band.median),
                ink: band === undefined || most <= least ? 0 : (band.median - least) / (most - least),
              }))}
              sentence={`${title}: ${sentence}`}
            />
            {ranked.length === 0 ? null : (
              <p className="scale">
                {show(least)} <i /> {show(most)}
              </p>
            )}
          </ChartFigure>
        </div>
        <div className="c5">
          {ranked.length === 0 ? null : (
            <ChartFigure title={words.side} level={2} unit={`${name} ${year}`} source={words.places} table={table}>
              <GainRows
                rows={ranked.map(one => ({
                  id: one.id,
                  name: rowOf(one),
                  value: one.band.median,
                  low: year < from ? null : one.band.low,
                  high: year < from ? null : one.band.high,
                  own: one.own,
                }))}
                marks={year < from ? 'bars' : 'dots'}
                tone="ink"
                sentence={`${title}: ${sentence}`}
                show={show}
                firstWidth={520}
              />
            </ChartFigure>
          )}
        </div>
      </div>
      <p className="src">{held(conditions)}</p>
    </HeldUnder>
  )
}
