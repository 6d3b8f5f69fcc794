import Link from "next/link";
import type { ReactNode } from "react";
import { Fact } from "@/components/project/facts";
import type { FoundChange } from "@/lib/change-request/change-request";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";

/** Why a change is asked for, under which document, and who did what with it when. */
export function ChangeFacts({
  t,
  found,
  opensBatch,
}: {
  t: Translator;
  found: FoundChange;
  /** Whether the reader may open the batch, or only hears of it. */
  opensBatch: boolean;
}) {
  const { request, batch, version } = found;
  const by = (name: string | null, at: string | null) =>
    name === null ? null : `${name}${at ? `，${formatInstant(at)}` : ""}`;
  const document = [request.documentNumber, request.documentOn].filter(Boolean).join("，");
  const decision = [request.decisionNumber, request.decisionOn].filter(Boolean).join("，");
  const sameHand =
    request.way === "recorded" &&
    request.askedById !== null &&
    request.askedById === request.decidedById;
  const lines: [string, ReactNode][] = [
    [
      "project",
      request.projectId === null ? null : (
        <Link
          key="project"
          href={`/projects/${request.projectId}`}
          className="text-accent hover:underline"
        >
          {t("change.openProject")}
        </Link>
      ),
    ],
    ["reason", t(`changeReason.${request.reasonCode}`)],
    ["sentence", request.sentence],
    ["document", document || t("change.noDocument")],
    ["source", request.source === "hand" ? null : t(`changeSource.${request.source}`)],
    ["asked", by(request.askedByName, request.askedAt)],
    ["checked", by(request.checkedByName, request.checkedAt)],
    ["checkNote", request.checkNote],
    ["way", request.way && t(`changeWay.${request.way}`)],
    ["decided", by(request.decidedByName, request.decidedAt)],
    ["decision", decision],
    ["decisionNote", request.decisionNote],
    ["version", version === null ? null : t("change.versionIs", { version })],
    [
      "batch",
      batch && opensBatch ? (
        <Link
          key="batch"
          href={`/changes/batches/${batch.id}` as "/"}
          className="text-accent hover:underline"
        >
          {batch.name}
        </Link>
      ) : (
        batch?.name
      ),
    ],
  ];
  return (
    <>
      <dl className="grid grid-cols-[76px_1fr] gap-x-3 gap-y-1.5 text-sm">
        {lines.map(([key, value]) =>
          value ? (
            <Fact key={key} t={t} label={t(`change.fact.${key}` as "change.fact.reason")}>
              <span className="whitespace-pre-line">{value}</span>
            </Fact>
          ) : null,
        )}
      </dl>
      {sameHand && <p className="mt-2 text-amber text-sm">▲ {t("change.sameHand")}</p>}
    </>
  );
}
