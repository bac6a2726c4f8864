/** The files that a plan can be had as. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'pdf', 'json', 'ib', 'orders', 'ics'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Those that need no further choice. */
export const MENU_FORMATS = ['xlsx', 'csv', 'pdf', 'json', 'ics'] as const satisfies readonly ExportFormat[]

export const isExportFormat = (text: string | null | undefined): text is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(text ?? '')

/** The file itself; order files may name an account, a printable one its paper. */
export function exportPath(
  planId: string,
  format: ExportFormat,
  more: { account?: string; paper?: 'a4' | 'letter' } = {},
): string {
  return `/api/export/plan/${planId}?${new URLSearchParams({ format, ...more })}`
}

/** The page that shows the files before they are downloaded. */
export const exportPage = (portfolioId: string, planId: string, format?: ExportFormat): string =>
  `/${portfolioId}/plans/${planId}/export${format ? `?format=${format}` : ''}`
