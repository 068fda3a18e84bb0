/** One thing that is wrong with a request; of a query, where. */
export type FieldProblem = { field: string; code: string; message: string; line?: number; column?: number; length?: number };

/** Refusals that are about the name in the request, and stand where it was entered. */
const ofNames = ['ProjectAlreadyExist', 'LogstoreAlreadyExist', 'EntityAlreadyExists.User'];

/** A refusal of the API (problem+json), or that it could not be reached (status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldProblem[];

  constructor(status: number, code: string, detail: string, errors: FieldProblem[] = []) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  static async from(response: Response): Promise<ApiProblem> {
    try {
      const body = (await response.json()) as { code?: string; detail?: string; title?: string; errors?: FieldProblem[] };
      const [code, detail] = [body.code ?? `Status${response.status}`, body.detail ?? body.title ?? response.statusText];
      return new ApiProblem(response.status, code, detail, body.errors ?? (ofNames.includes(code) ? [{ field: 'name', code, message: detail }] : []));
    } catch {
      return new ApiProblem(response.status, `Status${response.status}`, response.statusText);
    }
  }
}
