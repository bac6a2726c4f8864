import { decimalText } from '@/lib/core/decimal'

/** Exact texts of what is compared, so that a fault reads as the file does. */
export const moneyText = (cents: bigint): string => decimalText(cents, 2, 2)
export const fineText = (fine: bigint): string => decimalText(fine, 4, 4)
export const amountText = (quantity: bigint): string => decimalText(quantity)
