// Where to go after signing in: only addresses of this house.
export function nextAddress(text: string | string[] | null | undefined): string {
  const value = Array.isArray(text) ? text[0] : text;
  return value && /^\/(?![/\\])/.test(value) ? value : "/";
}
