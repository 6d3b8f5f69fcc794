"use client";

import { MessagePage } from "@/components/ui/message-page";

/** Client code cannot ask for the language: both are here, shown by the language of the page. */
const WORDS = {
  zh: {
    title: "出错了",
    note: "服务器没能完成这一步，数据没有改动。请再试一次；如仍然出错，请把下面的编号告诉管理员。",
    retry: "再试一次",
  },
  en: {
    title: "Something went wrong",
    note: "The server could not finish this step; no data was changed. Try again; if it happens again, give the administrator the number below.",
    retry: "Try again",
  },
};

/** What a bug looks like to a person: that nothing was changed, a number to tell, and another try. */
export function Failure({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const words =
    typeof document !== "undefined" && document.documentElement.lang === "en" ? WORDS.en : WORDS.zh;
  return (
    <MessagePage title={words.title} note={words.note}>
      <p className="mb-3 text-ink-3">{error.digest}</p>
      <button
        type="button"
        onClick={() => retry()}
        className="rounded-card border border-line-3 bg-surface px-3 py-1"
      >
        {words.retry}
      </button>
    </MessagePage>
  );
}
