'use client'

import { createContext, useContext } from 'react'
import { type Column, columnsWith } from '@/app/(dashboard)/[portfolioId]/holdings/columns'

const ColumnsContext = createContext<readonly Column[]>(columnsWith(false))

/** The columns that the grid shows. They change only when the currencies come or go. */
export const ColumnsProvider = ColumnsContext.Provider
export const useColumns = (): readonly Column[] => useContext(ColumnsContext)
