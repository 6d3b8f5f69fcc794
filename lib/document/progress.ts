/** How far reading or publishing is: what is being done, and how much of it. */
export type Progress = {
  step: "waiting" | "reading" | "understanding" | "keeping" | "publishing" | "deriving";
  done: number;
  total: number;
};

type Listener = (progress: Progress) => void;
let listener: Listener | null = null;

/** Who hears of the reading that this thread does: the worker, which reads one document in its life. */
export function listenToReading(to: Listener): void {
  listener = to;
}

/** Says how far the reading is; nobody may listen. */
export function tellReading(step: Progress["step"], done: number, total: number): void {
  listener?.({ step, done, total });
}
