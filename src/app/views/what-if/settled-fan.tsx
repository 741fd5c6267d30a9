/**
 * A fan chart whose axis is frozen while a lever is dragged. When the axis then moves to its new range, only this chart is
 * rendered again.
 */

import type { RefObject } from 'react'
import { FanChart, type FanChartProps, type FanHandle } from '../../charts/fan-chart.tsx'
import { useSettled } from '../../charts/settled.ts'
import { useLive } from '../../state/live.ts'

export const SettledFan = ({ domain, ...props }: FanChartProps & { readonly ref: RefObject<FanHandle | null> }) => (
  <FanChart
    {...props}
    domain={useSettled(
      domain,
      useLive(state => state.dragging),
      () => props.ref.current?.isInView() === true,
    )}
  />
)
