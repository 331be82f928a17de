// What went wrong, in the three kinds a person can act on: refused, signed out, or not reached.

export interface ProblemBody {
  title?: string;
  status: number;
  detail: string;
  code: string;
  facts: Record<string, unknown>;
}

/** The server decided and said no: code, facts and one plain sentence. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Record<string, unknown>;
  /** Whether the house itself said so, and not something between us and it. */
  get isOurs(): boolean {
    return !this.code.startsWith("http_");
  }
  constructor(body: ProblemBody) {
    super(body.detail);
    this.name = "Problem";
    this.status = body.status;
    this.code = body.code;
    this.facts = body.facts;
  }
}

/** Nobody answered, so nobody knows whether it happened: unknown is never shown as failed. */
export class Unreachable extends Error {
  constructor(message = "The saleroom could not be reached.") {
    super(message);
    this.name = "Unreachable";
  }
}

const plain: Record<number, string> = {
  401: "Please sign in to continue.",
  403: "This is not yours to do.",
  404: "There is nothing at this address.",
  413: "That is too large to send.",
  415: "That kind of file or form is not taken here.",
  429: "Too many tries in a short time. Please wait a moment.",
  503: "The saleroom is busy. Please try again in a moment.",
};

interface FieldError {
  loc?: (string | number)[];
  msg?: string;
}

function sentenceOf(detail: unknown, status: number): string {
  if (typeof detail === "string" && detail) {
    if (detail === "LOGIN_BAD_CREDENTIALS") return "This name and password do not belong together.";
    if (detail === "REGISTER_USER_ALREADY_EXISTS") return "There is already an account with this mail or user name.";
    if (!/^[A-Z_]+$/.test(detail)) return detail;
  }
  if (Array.isArray(detail)) {
    const first = detail[0] as FieldError | undefined;
    if (first?.msg) return `${String(first.loc?.at(-1) ?? "Input")}: ${first.msg}`;
  }
  if (typeof detail === "object" && detail !== null && "reason" in detail) return String(detail.reason);
  return plain[status] ?? "Something went wrong on our side. Nothing was changed that you were not told about.";
}

/** Makes a Problem of any non-2xx answer, also of one that is not problem+json. */
export async function problemFrom(response: Response): Promise<Problem> {
  let body: Record<string, unknown> = {};
  try {
    const value: unknown = await response.json();
    if (typeof value === "object" && value !== null) body = value as Record<string, unknown>;
  } catch {
    // An empty or foreign body still becomes a sentence.
  }
  const { type: _type, title, status: _status, detail, code, ...facts } = body;
  const retryAfter = response.headers.get("retry-after");
  if (retryAfter) facts.retry_after = Number(retryAfter);
  const upper = typeof detail === "string" && /^[A-Z_]+$/.test(detail) ? detail : null;
  return new Problem({
    title: typeof title === "string" ? title : undefined,
    status: response.status,
    detail: sentenceOf(detail, response.status),
    code: typeof code === "string" ? code : (upper ?? `http_${response.status}`),
    facts,
  });
}

/** One sentence for a person, whatever was thrown. */
export function sentence(error: unknown): string {
  if (error instanceof Problem || error instanceof Unreachable) return error.message;
  return "Something went wrong in this page. Please try again.";
}
