import { useRecovery, useReadReport } from './queries.ts'
import { ReportDialog } from './ReportDialog.tsx'

/** The report of a repair, shown once, when the window opens after it. */
export function UnreadReport() {
  const recovery = useRecovery().data
  const { mutate } = useReadReport()
  const report = recovery?.reports.find(({ id }) => id === recovery.unread) ?? null
  return <ReportDialog report={report} onClose={() => report !== null && mutate(report.id)} />
}
