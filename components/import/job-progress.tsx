"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

export type ShownJob = {
  key: string;
  importId: number | null;
  state: "running" | "done" | "failed";
  percent: number;
  /** What is done to which file. */
  label: string;
  /** The step and how many rows of it, or why it failed. */
  note: string;
};

const EVERY_MS = 500;

type JobProgressProps = { jobs: ShownJob[]; reload: string };

/** How far the work is that goes on. Asks again until all of it has ended, then shows the page anew. */
export function JobProgress({ jobs, reload }: JobProgressProps) {
  const router = useRouter();
  const [shown, setShown] = useState(jobs);
  const [given, setGiven] = useState(jobs);
  if (given !== jobs) {
    setGiven(jobs);
    setShown(jobs);
  }
  const running = shown.some(({ state }) => state === "running");
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(async () => {
      const found = await askJobs();
      if (found === null) return;
      const now = new Map(found.map((job) => [job.key, job]));
      setShown((before) => before.map((job) => now.get(job.key) ?? job));
      if (found.every(({ state }) => state !== "running")) router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [running, router]);
  if (shown.length === 0) return null;
  return (
    <ul className="mb-3.5 grid gap-2">
      {shown.map((job) => (
        <li
          key={job.key}
          className={`rounded-card border bg-surface px-3.5 py-2 ${job.state === "failed" ? "border-red" : "border-line"}`}
        >
          <JobLine job={job} />
        </li>
      ))}
      {running && (
        <noscript>
          <li className="text-ink-2 text-sm">{reload}</li>
        </noscript>
      )}
    </ul>
  );
}

/** One job: what, how far, and a bar that says the same. */
export function JobLine({ job: { label, note, percent, state } }: { job: ShownJob }) {
  const running = state === "running";
  return (
    <>
      <p role="status" className="flex flex-wrap justify-between gap-x-4">
        <span className="min-w-0 break-words font-[550]">{label}</span>
        <span className={state === "failed" ? "text-red" : "text-ink-2"}>
          {note} {running && `${percent}%`}
        </span>
      </p>
      {running && (
        <progress
          value={percent}
          max={100}
          aria-label={label}
          className="mt-1.5 block h-1.5 w-full"
        />
      )}
    </>
  );
}

/** The work of the region now; null when it could not be asked. */
export async function askJobs(): Promise<ShownJob[] | null> {
  const answer = await fetch("/imports/progress").catch(() => null);
  if (!answer?.ok) return null;
  return (await answer.json()).jobs;
}
