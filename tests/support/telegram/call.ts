import type { UploadedFile } from "./request.ts";

/** A call whose names and types are already checked. */
export interface Call {
  readonly method: string;
  readonly values: ReadonlyMap<string, unknown>;
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** Told when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
}

/** A text parameter. */
export function textOf(call: Call, name: string): string | undefined {
  const value = call.values.get(name);
  return typeof value === "string" ? value : undefined;
}

/** A number parameter. */
export function numberOf(call: Call, name: string): number | undefined {
  const value = call.values.get(name);
  return typeof value === "number" ? value : undefined;
}

/** A list parameter; the caller says what the checked list holds. */
export function listOf<Item>(call: Call, name: string): readonly Item[] | undefined {
  const value = call.values.get(name);
  return Array.isArray(value) ? (value as readonly Item[]) : undefined;
}

/** An object parameter; the caller says what the checked object holds. */
export function objectOf<Value extends object>(call: Call, name: string): Value | undefined {
  const value = call.values.get(name);
  return typeof value === "object" && value !== null ? (value as Value) : undefined;
}
