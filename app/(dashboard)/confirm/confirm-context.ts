'use client'

import { createContext, useContext } from 'react'

/** Asks who is there; true once it is shown, false when the user would rather not. */
type Ask = () => Promise<boolean>

export const ConfirmContext = createContext<Ask | null>(null)

export const useConfirm = (): Ask | null => useContext(ConfirmContext)
