/** The files that a plan can be had as. */
export const EXPORT_FORMATS = ['csv', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const exportPath = (planId: string, format: ExportFormat): string =>
  `/api/export/plan/${planId}?format=${format}`
