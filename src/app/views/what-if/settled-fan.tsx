/** A fan chart whose axis stays while a hand moves a lever; on its way to another one it alone is drawn anew. */

import { FanChart, type FanChartProps } from '../../charts/fan-chart.tsx'
import { useSettled } from '../../charts/settled.ts'
import { useLive } from '../../state/live.ts'

export const SettledFan = ({ domain, ...props }: FanChartProps) => (
  <FanChart
    {...props}
    domain={useSettled(
      domain,
      useLive(state => state.dragging),
    )}
  />
)
