import { ApiProblem } from '../api/problem';

/** Lets a few calls run at a time; the others wait for their turn. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly pause = 2000,
  ) {}

  /** Runs the work in its turn; once again after a pause if the service was busy. What was given up meanwhile is not begun. */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) await new Promise<void>((go) => this.waiting.push(go));
    else this.running++;
    try {
      signal.throwIfAborted();
      try {
        return await work();
      } catch (problem) {
        if (!(problem instanceof ApiProblem) || problem.code !== 'ServerBusy') throw problem;
        await new Promise((done) => setTimeout(done, this.pause));
        signal.throwIfAborted();
        return await work();
      }
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running--;
      else next();
    }
  }
}
