"use client";

import { useLanguage } from "./language";
import { MessagePage } from "./message-page";

/**
 * Next sends these along with every page, in case a part of it is missing: as client code they are a name in the answer
 * instead of an element tree. The words are here in both languages, as those of `Failure`.
 */
const WORDS = {
  "zh-CN": {
    notFound: { title: "没有找到", note: "这一页不存在，或者不在您的查看范围内。" },
    forbidden: {
      title: "没有权限",
      note: "这项功能不属于您的角色。该次访问已记录。如确有需要，请联系管理员。",
    },
    home: "回到首页",
  },
  en: {
    notFound: {
      title: "Not found",
      note: "This page does not exist, or is not within what you may see.",
    },
    forbidden: {
      title: "Not permitted",
      note: "This is not for your role. The attempt was recorded. Ask the administrator if you need it.",
    },
    home: "Go to the start page",
  },
};

/** What 403 and 404 answer, in the reader's language. */
export function RefusedPage({ kind }: { kind: "forbidden" | "notFound" }) {
  const words = WORDS[useLanguage()];
  return (
    <MessagePage {...words[kind]}>
      <a href="/" className="text-accent underline">
        {words.home}
      </a>
    </MessagePage>
  );
}
