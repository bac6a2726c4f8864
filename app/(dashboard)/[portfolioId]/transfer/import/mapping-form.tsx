'use client'

import { useTranslations } from 'next-intl'
import { MappingTable } from '@/app/(dashboard)/[portfolioId]/transfer/import/mapping-table'
import { Field, Input } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { DELIMITERS, ENCODINGS, type Mapping, type TableReading } from '@/lib/core/positions-import'

interface Props {
  name: string
  table: TableReading
  given: Mapping | null
  onMap: (mapping: Mapping) => void
}

const DELIMITER_NAMES = { '\t': 'tab', ';': 'semicolon', '|': 'bar', ',': 'comma' } as const
const DECIMALS = { '.': 'point', ',': 'comma' } as const
const DATE_ORDERS = ['monthFirst', 'dayFirst'] as const

/** How a table of no known format is read: the guess, which the user corrects; the first rows show the effect. */
export function MappingForm({ name, table, given, onMap }: Props) {
  const t = useTranslations('import.mapping')
  const { own, remembered } = table
  // The newest of it: two choices may follow each other before the first is read.
  const mapping = given ?? table.mapping
  const change = (part: Partial<Mapping>) => onMap({ ...mapping, ...part })
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      <legend className="mb-1 font-semibold">{t('title', { name })}</legend>
      <p className="text-muted">
        {t(remembered ? 'remembered' : own ? 'own' : 'guessed')} {t('note')} {t('needs')}
      </p>
      <MappingTable table={table} columns={mapping.columns} onColumns={(columns) => change({ columns })} />
      <div className="flex flex-wrap gap-3">
        <Choice
          label={t('delimiter')}
          value={mapping.delimiter}
          options={DELIMITERS.map((value) => ({ value, label: t(`delimiterIs.${DELIMITER_NAMES[value]}`) }))}
          onChange={(delimiter) => change({ delimiter })}
        />
        <Choice
          label={t('decimal')}
          value={mapping.decimal}
          options={(['.', ','] as const).map((value) => ({ value, label: t(`decimalIs.${DECIMALS[value]}`) }))}
          onChange={(decimal) => change({ decimal })}
        />
        <Choice
          label={t('dateOrder')}
          value={mapping.dateOrder}
          options={DATE_ORDERS.map((value) => ({ value, label: t(`dateOrderIs.${value}`) }))}
          onChange={(dateOrder) => change({ dateOrder })}
        />
        <Choice
          label={t('encoding')}
          value={mapping.encoding}
          options={ENCODINGS.map((value) => ({ value, label: t(`encodingIs.${value}`) }))}
          onChange={(encoding) => change({ encoding })}
        />
        <Field label={t('header')} className="w-40">
          <Input
            type="number"
            min={1}
            placeholder={t('noHeader')}
            value={mapping.header ?? ''}
            onChange={(event) => change({ header: lineOf(event.target.value) })}
          />
        </Field>
      </div>
    </fieldset>
  )
}

const lineOf = (text: string): number | null => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null)

interface ChoiceProps<T extends string> {
  label: string
  value: T | null
  options: { value: T; label: string }[]
  onChange: (value: T | null) => void
}

/** One setting; the empty one leaves it to the guess. */
function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const t = useTranslations('import.mapping')
  return (
    <Field label={label} className="w-52">
      <Select
        options={[{ value: '', label: t('guess') }, ...options]}
        value={value ?? ''}
        onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
      />
    </Field>
  )
}
