"use client";

import { useLanguage } from "@/components/shell/language";
import { MessagePage } from "@/components/shell/message-page";
import { BUTTON } from "@/components/ui/button";

/** Client code has no translator: both languages are here. */
const WORDS = {
  "zh-CN": {
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
  const words = WORDS[useLanguage()];
  return (
    <MessagePage title={words.title} note={words.note}>
      <p className="mb-3 text-ink-3">{error.digest}</p>
      <button type="button" onClick={() => retry()} className={BUTTON}>
        {words.retry}
      </button>
    </MessagePage>
  );
}
