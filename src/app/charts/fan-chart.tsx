/**
 * Chart of lines over time with their bands: historical data, current policy, the policy and saved scenarios. Labels
 * stand at the ends of lines. During a drag the paths of lines are updated directly, without React.
 */

import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react'
import { useInView, useNumbers, useSaid, useWidth } from '../shell/use.ts'
import { quarter, quarterAt } from '../state/quarters.ts'
import { useStore } from '../state/store.ts'
import { ChartCursor, CursorMarks, moveMark, putAttribute, putText } from './fan-cursor.tsx'
import { type FanBand, type FanLine, firstQuarter, lineBeside, lineValuesAt } from './fan-lines.ts'
import {
  bandPath,
  type EndPlace,
  type Frame,
  linePath,
  placeEnds,
  type Point,
  type Scales,
  scalesOf,
  tickDigits,
  ticksOf,
} from './geometry.ts'
import { edge, GridLines, tickRoom, YearLabels } from './labels.tsx'

/** Lines that moved, by their id. */
type Moved = () => readonly Pick<FanLine, 'id' | 'points' | 'last'>[]

export interface FanHandle {
  /**
   * Draws lines that moved: at once where the chart is in view, else when it comes into view. Axes, bands and the order of
   * labels stay as they are.
   */
  move(moved: Moved): void
  /** True if the chart is in view. */
  isInView(): boolean
}

export interface FanChartProps {
  /** Says range, ends and turning point. */
  readonly sentence: string
  readonly lines: readonly FanLine[]
  readonly bands: readonly FanBand[]
  /** Bands are older than their lines. */
  readonly stale?: boolean
  readonly times: readonly [number, number]
  readonly domain: readonly [number, number]
  /** Years that stand under the axis. */
  readonly years: readonly number[]
  /** Time at which the model begins. */
  readonly now?: number
  readonly height: number
  /** About so many levels have a line; as many as the height allows where absent. */
  readonly levels?: number
  /** Room for labels at the right. */
  readonly room: number
  /** Width until it is measured. */
  readonly firstWidth: number
  /** As a reader is shown a value. */
  readonly show: (value: number) => string
  /** The cursor is always drawn, not only while the chart has the focus. */
  readonly cursor?: boolean
  /** A point was picked: calendar time at which its quarter opens. */
  readonly pick?: (time: number) => void
  readonly ref?: RefObject<FanHandle | null>
}

/** Result of moves since the lines were rendered: whether some were drawn, and the last one if it was not. */
interface Moves {
  readonly drawn: boolean
  readonly waiting: Moved | undefined
}

const apart = 15

const lineClass = ({ kind, standard = false, colour }: FanLine, chosen: boolean): string =>
  `l ${kind === 'over' ? `pol over kept-${colour ?? 0}` : kind}${standard ? ' std' : ''}${chosen ? ' chosen' : ''}`

const labelClass = ({ kind, standard = false, colour: own }: FanLine): string => {
  const colour = kind === 'base' ? 'tb' : kind === 'hist' ? 'k' : kind === 'naive' ? '' : 'tp'
  return `halo ${colour}${standard || kind === 'over' ? ' thin' : ''}${kind === 'over' ? ` kept-${own ?? 0}` : ''}`
}

const lastValue = (points: readonly Point[]): Point | undefined => points.findLast(([, value]) => value !== undefined)

const barApart = 6

const diamond = (x: number, y: number): string => `M${x} ${y - 4.5}l4.5 4.5l-4.5 4.5l-4.5-4.5z`

interface Ends {
  readonly lines: readonly FanLine[]
  readonly places: readonly EndPlace[]
}

const endsOf = (lines: readonly FanLine[], { y }: Scales, frame: Frame, order?: readonly number[]): Ends => {
  const labelled = lines.filter(({ label, points }) => label !== undefined && lastValue(points) !== undefined)
  const wanted = labelled.map(({ points }) => y(lastValue(points)?.[1] ?? 0))
  return { lines: labelled, places: placeEnds(wanted, apart, frame.top + 8, frame.bottom + 4, order) }
}

const orderOf = (places: readonly EndPlace[]): number[] =>
  places.map((_, at) => at).toSorted((a, b) => places[a].to - places[b].to)

export const FanChart = (props: FanChartProps) => {
  const {
    lines,
    bands,
    times,
    domain,
    years,
    now,
    height,
    room,
    show,
    stale = false,
    levels = height < 220 ? 3 : 4,
  } = props
  const [place, width] = useWidth(props.firstWidth)
  const clip = useId()
  const numbers = useNumbers()
  const [choice, choose] = useState<string | undefined>(undefined)
  const chosen = lines.some(({ id }) => id === choice) ? choice : undefined
  const picks = props.cursor === true || props.pick !== undefined
  // Numbers at the lines take the place of those of an axis.
  const ranged = lines.filter(({ range }) => range !== undefined)
  const ticks = ranged.length > 0 ? [] : ticksOf(domain, levels)
  const barsRoom = barApart * ranged.length
  const digits = tickDigits(ticks)
  const frame: Frame = {
    width,
    height,
    left: edge + tickRoom(ticks.map(tick => numbers.plain(tick, digits))),
    right: Math.max(60, width - room - barsRoom),
    top: props.cursor === true && width > 420 ? 20 : 8,
    bottom: height - 22,
  }
  const scales = scalesOf(frame, times, domain)
  const ends = endsOf(lines, scales, frame)
  const svg = useRef<SVGSVGElement>(null)
  const drawn = useRef({ lines, scales, frame, order: orderOf(ends.places) })
  useLayoutEffect(() => {
    drawn.current = { lines, scales, frame, order: orderOf(ends.places) }
  })
  const draw = (moved: Moved): void => {
    const { lines: known, scales: held, frame: within, order } = drawn.current
    const root = svg.current
    if (root === null) return
    const others = new Map(moved().map(line => [line.id, line]))
    const all = known.map(line => ({ ...line, ...others.get(line.id) }))
    for (const line of all) {
      if (others.has(line.id))
        putAttribute(root.querySelector(`[data-line="${line.id}"]`), 'd', linePath(held, line.points))
    }
    const { lines: labelled, places } = endsOf(all, held, within, order)
    labelled.forEach((line, at) => {
      const label = root.querySelector(`[data-end="${line.id}"]`)
      const value = line.last ?? lastValue(line.points)?.[1]
      if (label === null || value === undefined) return
      putAttribute(label, 'transform', `translate(0 ${places[at].to.toFixed(1)})`)
      const outside = value > held.y.domain()[1] ? '↑ ' : value < held.y.domain()[0] ? '↓ ' : ''
      putText(label.querySelector('tspan'), `${outside}${show(value)}`)
    })
    const { cursor } = useStore.getState()
    for (const line of all) if (others.has(line.id)) moveMark(root, line, held, cursor, show)
    drawn.current = { ...drawn.current, lines: all }
  }
  const latest = useRef(draw)
  latest.current = draw
  const moves = useRef<Moves>({ drawn: false, waiting: undefined })
  const [observe, inView] = useInView(() => {
    const { waiting } = moves.current
    if (waiting === undefined) return
    latest.current(waiting)
    moves.current = { drawn: true, waiting: undefined }
  })
  useImperativeHandle(
    props.ref,
    () => ({
      move: moved => {
        if (inView.current) latest.current(moved)
        moves.current = inView.current
          ? { drawn: true, waiting: undefined }
          : { drawn: moves.current.drawn, waiting: moved }
      },
      isInView: () => inView.current,
    }),
    [inView],
  )
  useLayoutEffect(() => {
    // React knows nothing of what was drawn, and leaves a line that moved where it is if it now renders what it did before.
    if (moves.current.drawn) latest.current(() => lines)
    moves.current = { drawn: false, waiting: undefined }
  }, [lines])
  const drawingRef = useCallback(
    (element: SVGSVGElement | null) => {
      svg.current = element
      return observe(element)
    },
    [observe],
  )

  const timeAt = (event: PointerEvent): number => {
    const left = svg.current?.getBoundingClientRect().left ?? 0
    const time = scales.x.invert(event.clientX - left)
    const first = now ?? times[0]
    return Math.min(times[1] - quarter, Math.max(first, quarterAt(time)))
  }
  const { set } = useStore.getState()
  const moveCursor = (time: number): void => {
    if (useStore.getState().cursor !== time) set({ cursor: time })
  }
  const pressed = (event: KeyboardEvent): void => {
    const { cursor } = useStore.getState()
    const step = event.shiftKey ? 1 : quarter
    const [first, last] = [firstQuarter(lines, times, now), times[1] - quarter]
    const to =
      event.key === 'ArrowRight'
        ? cursor + step
        : event.key === 'ArrowLeft'
          ? cursor - step
          : event.key === 'Home'
            ? first
            : event.key === 'End'
              ? last
              : undefined
    if (to !== undefined) {
      event.preventDefault()
      moveCursor(Math.min(last, Math.max(first, to)))
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      choose(lineBeside(lineValuesAt(lines, cursor), chosen, event.key === 'ArrowDown'))
    } else if (event.key === 'Enter' && props.pick !== undefined && cursor >= (now ?? times[0])) {
      // Measured values have no causes in the model.
      event.preventDefault()
      props.pick(cursor)
    }
  }
  const drawing = (
    <svg ref={drawingRef} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <clipPath id={clip}>
        <rect
          x={frame.left - 2}
          y={frame.top - 4}
          width={frame.right - frame.left + 4}
          height={frame.bottom - frame.top + 6}
        />
      </clipPath>
      <GridLines ticks={ticks} scale={scales.y} to={frame.right} />
      {now === undefined || now <= times[0] ? null : (
        <path className="now" d={`M${scales.x(now).toFixed(1)} ${frame.top}V${frame.bottom}`} />
      )}
      <g clipPath={`url(#${clip})`}>
        <g className={stale ? 'bands stale' : 'bands'}>
          {bands.map(({ kind, low, high }, at) => (
            <path key={at} className={`band ${kind === 'base' ? '' : kind}`} d={bandPath(scales, low, high)} />
          ))}
        </g>
        {lines.map(line => (
          <path
            key={line.id}
            data-line={line.id}
            className={lineClass(line, line.id === chosen)}
            d={linePath(scales, line.points)}
          />
        ))}
      </g>
      {ticks.map(tick => (
        <text key={tick} className="halo" x={edge} y={Math.max(11, scales.y(tick) - 4)}>
          {numbers.plain(tick, digits)}
        </text>
      ))}
      <path className="axis" d={`M${edge} ${frame.bottom}H${frame.right}`} />
      <YearLabels years={years} scale={scales.x} left={frame.left} y={height - 5} />
      {ranged.map((line, at) => (
        <path
          key={line.id}
          className={`${lineClass(line, false)} range`}
          d={`M${frame.right + barApart * (at + 0.5)} ${line.range!.map(value => scales.y(value).toFixed(1)).join('V')}`}
        />
      ))}
      {lines
        .filter(({ marked }) => marked)
        .flatMap(({ id, points }) =>
          [points[0], points.at(-1)!].map(([time, value], at) => (
            <text
              key={`${id}${at}`}
              className={`halo k ${at === 0 ? '' : 'mid'}`}
              x={scales.x(time)}
              y={scales.y(value!) - 9}
            >
              {show(value!)}
            </text>
          )),
        )}
      {picks ? (
        <g className={props.cursor === true ? '' : 'when-in-hand'}>
          <CursorMarks lines={lines} chosen={chosen} scales={scales} frame={frame} show={show} />
        </g>
      ) : null}
      {ends.lines.map((line, at) => {
        const { from, to } = ends.places[at]
        const value = line.last ?? lastValue(line.points)?.[1] ?? 0
        const x = frame.right + barsRoom + (line.mine === true ? 14 : 11)
        return (
          <g key={line.id}>
            {Math.abs(from - to) > 3 ? (
              <path
                className="lead"
                d={`M${frame.right + barsRoom + 2} ${from.toFixed(1)}L${frame.right + barsRoom + 8} ${to.toFixed(1)}`}
              />
            ) : null}
            <g data-end={line.id} transform={`translate(0 ${to.toFixed(1)})`}>
              {line.mine === true ? <path className="dm" d={diamond(x, 0)} /> : null}
              <text className={labelClass(line)} x={line.mine === true ? x + 9 : x} y="4">
                {line.label === '' ? null : `${line.label} `}
                <tspan>{line.range === undefined ? show(value) : line.range.map(show).join('–')}</tspan>
              </text>
            </g>
          </g>
        )
      })}
    </svg>
  )
  if (!picks) {
    return (
      <div ref={place} className="chart" role="img" aria-label={useSaid(props.sentence)} style={{ height }}>
        {drawing}
      </div>
    )
  }
  return (
    <ChartCursor
      {...{ place, height, lines, chosen, show, times, now, pressed }}
      left={() => choose(undefined)}
      sentence={props.sentence}
      moved={event => moveCursor(timeAt(event))}
      picked={event => {
        const time = timeAt(event)
        moveCursor(time)
        // A finger first moves the cursor where it stays in view.
        if (event.pointerType !== 'touch' || props.cursor !== true) props.pick?.(time)
      }}
    >
      {drawing}
    </ChartCursor>
  )
}
