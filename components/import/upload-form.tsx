"use client";

import { useRouter } from "next/navigation";
import { type ClipboardEvent, type DragEvent, type FormEvent, useRef, useState } from "react";
import { PRIMARY_BUTTON } from "@/components/ui/button";
import { askJobs, JobLine, type ShownJob } from "./job-progress";

const ASK_EVERY_MS = 400;

type Words = Record<
  | "choose"
  | "dropHere"
  | "formats"
  | "upload"
  | "paste"
  | "pasteHint"
  | "pasteName"
  | "uploading"
  | "leave"
  | "failed",
  string
>;

const INPUT =
  "w-full rounded-card border border-line-3 bg-surface px-2.5 py-1.5 max-sm:text-[16px]";

/** A place to drop a document, choose one, or paste a table. Without scripts two plain forms. */
export function UploadForm({ words }: { words: Words }) {
  const router = useRouter();
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [job, setJob] = useState<ShownJob | null>(null);
  const html = useRef<HTMLInputElement>(null);
  const send = async (form: FormData) => {
    setBusy(true);
    setMessage(words.uploading);
    const key = newKey();
    form.set("job", key);
    const stopFollowing = followJob(`read-${key}`, setJob);
    const answer = await sendForm(form)
      .catch(() => ({ message: words.failed }))
      .finally(stopFollowing);
    setJob(null);
    if ("href" in answer) router.push(answer.href as "/imports");
    else {
      setMessage(answer.message);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) void send(new FormData(event.currentTarget));
  };
  const drop = (event: DragEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (!file || busy) return;
    const form = new FormData();
    form.set("file", file);
    void send(form);
  };
  const keepHtml = (event: ClipboardEvent) => {
    if (html.current) html.current.value = event.clipboardData.getData("text/html");
  };
  const common = { action: "/imports/upload", method: "post", encType: "multipart/form-data" };
  return (
    <div className="mb-5 grid gap-4 lg:grid-cols-2">
      <form
        {...common}
        onSubmit={submit}
        onDrop={drop}
        onDragOver={(event) => event.preventDefault()}
        className="rounded-card border border-line-3 border-dashed bg-surface px-5 py-5"
      >
        <label className="mb-2 block font-semibold" htmlFor="import-file">
          {words.dropHere}
        </label>
        <input id="import-file" type="file" name="file" required className={INPUT} />
        <p className="my-2 text-ink-2 text-sm">{words.formats}</p>
        <button type="submit" disabled={busy} className={`${PRIMARY_BUTTON} disabled:opacity-60`}>
          {words.upload}
        </button>
        <p role="status" className="mt-2 text-ink empty:hidden">
          {job ? words.leave : message}
        </p>
        {job && <JobLine job={job} />}
      </form>
      <form
        {...common}
        onSubmit={submit}
        className="rounded-card border border-line bg-surface px-5 py-5"
      >
        <label className="mb-2 block font-semibold" htmlFor="import-text">
          {words.paste}
        </label>
        <textarea
          id="import-text"
          name="text"
          rows={3}
          required
          placeholder={words.pasteHint}
          onPaste={keepHtml}
          className={INPUT}
        />
        <input ref={html} type="hidden" name="html" />
        <label className="mt-2 mb-1 block text-ink-2 text-sm" htmlFor="import-name">
          {words.pasteName}
        </label>
        <input id="import-name" name="name" className={`${INPUT} mb-2`} />
        <button type="submit" disabled={busy} className={`${PRIMARY_BUTTON} disabled:opacity-60`}>
          {words.upload}
        </button>
      </form>
    </div>
  );
}

/** Shows the job while it runs, until told to stop: an answer still on its way then shows nothing any more. */
function followJob(key: string, show: (job: ShownJob) => void): () => void {
  let following = true;
  const timer = setInterval(async () => {
    const found = (await askJobs())?.find((one) => one.key === key);
    if (following && found?.state === "running") show(found);
  }, ASK_EVERY_MS);
  return () => {
    following = false;
    clearInterval(timer);
  };
}

/** A name for the reading; `randomUUID()` is only there over HTTPS. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

async function sendForm(form: FormData): Promise<{ href: string } | { message: string }> {
  const file = form.get("file");
  if (file instanceof File && crypto.subtle) {
    const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0"));
    form.set("sha256", hex.join(""));
  }
  const answer = await fetch("/imports/upload", {
    method: "POST",
    body: form,
    headers: { accept: "application/json" },
  });
  return answer.json();
}
