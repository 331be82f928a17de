// What the whole house shares: one currency, told by the server when it starts.
"use client";
import { type ReactNode, createContext, useContext } from "react";
import { moneyText } from "./money";

export interface House {
  currency: string;
}

const HouseContext = createContext<House>({ currency: "EUR" });

export function HouseProvider({ house, children }: { house: House; children: ReactNode }) {
  return <HouseContext value={house}>{children}</HouseContext>;
}

export function useCurrency(): string {
  return useContext(HouseContext).currency;
}

/** The function that prints an amount in the house's currency. */
export function useMoney(): (amount: number) => string {
  const currency = useCurrency();
  return (amount) => moneyText(amount, currency);
}
