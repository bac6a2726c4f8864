import { useTranslations } from 'next-intl'
import { DropField } from '@/components/ui/drop-field'

/** Takes files by dropping or choosing. */
export function FileDrop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useTranslations('import.files')
  const take = async (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(files)
  }
  return (
    <DropField
      label={t('drop')}
      hint={t('dropHint')}
      multiple
      accept=".csv,.tsv,.txt,.xml,.json,text/*"
      onTake={take}
    />
  )
}
