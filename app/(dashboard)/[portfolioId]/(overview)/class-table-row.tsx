import { Amount, PointsOnly } from '@/app/(dashboard)/[portfolioId]/(overview)/amount'
import { apartBuckets } from '@/app/(dashboard)/[portfolioId]/(overview)/apart-rows'
import { Shift, wordOf } from '@/app/(dashboard)/[portfolioId]/(overview)/shift'
import { useStripText } from '@/app/(dashboard)/[portfolioId]/(overview)/strip-text'
import { NoTargetCell } from '@/app/(dashboard)/[portfolioId]/(overview)/target-head'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { RegimeStrip } from '@/components/charts/regime-strip'
import type { StripScale } from '@/components/charts/strip-scale'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { Percent } from '@/components/values/percent'
import type { ClassRow } from '@/lib/core/drift'
import { cents } from '@/lib/core/units'

interface Props {
  row: ClassRow
  index: number
  view: View
  scale: StripScale
}

/** One class: value, weight, strip, both regimes, the adopted target. */
export function ClassTableRow({ row, index, view, scale }: Props) {
  const stripText = useStripText()
  const { comparison } = view.overview
  // Without a net value nothing can be shifted onto weights of it.
  const measured = row.weight !== null
  const rows = comparison.rows.length + apartBuckets(comparison.breakdown).length
  return (
    <Tr>
      <RowHead className="whitespace-nowrap">
        <ClassName assetClass={row.assetClass} />
      </RowHead>
      <Amount value={row.value} />
      <Td numeric className="font-semibold">
        {row.weight !== null && <Percent value={row.weight} />}
      </Td>
      <Td className="px-5! py-0.5">
        <RegimeStrip row={row} scale={scale} label={stripText(row)} />
      </Td>
      <Td numeric className="border-l">
        <Percent value={row.tightening} />
      </Td>
      <Amount value={measured ? row.shiftToTightening : null} change />
      <Td numeric className="border-l">
        <Percent value={row.postQt} />
      </Td>
      <Amount value={measured ? row.shiftToPostQt : null} change />
      {row.adopted ? <TargetCells adopted={row.adopted} currency={view.snapshot.currency} /> : null}
      {!row.adopted && index === 0 && <NoTargetCell view={view} rows={rows} />}
    </Tr>
  )
}

function TargetCells({ adopted, currency }: { adopted: NonNullable<ClassRow['adopted']>; currency: string }) {
  return (
    <>
      <Td numeric className="border-l">
        <Percent value={adopted.target} />
      </Td>
      <Td numeric>{adopted.drift !== null && <PointsOnly value={adopted.drift} />}</Td>
      <Amount value={adopted.drift === null ? null : cents(-adopted.shift)} change />
      <Td numeric className="pr-4!">
        {adopted.drift !== null && <Shift value={adopted.shift} currency={currency} word={wordOf(adopted)} />}
      </Td>
    </>
  )
}
