import { CHANGE_KINDS } from "@/db/change-vocabulary";
import type { ProjectType, Stage } from "@/db/vocabulary";
import { LOADER_NAME } from "@/lib/history/source";
import type { MessageKey, Translator } from "@/lib/language/translator";
import type { JsonValue } from "../event";
import type { HistoryEvent } from "./history";

/** An event as one sentence in the reader's language: “登记里程碑“示范基地建成”完成”. */
export function eventSentence(t: Translator, event: HistoryEvent): string {
  return t(
    `event.${event.action.replace(".", "_")}` as MessageKey,
    parametersOf(t, event) as never,
  );
}

/** Who acted: people by the name they had then; the command line and the loader of the data set in words. */
export function actorName(t: Translator, { actor }: HistoryEvent): string {
  if (actor.token) return t("eventField.byToken", { name: actor.name, token: actor.token });
  if (actor.kind !== "operator") return actor.name;
  return loaderName(t, actor.name) ?? t("role.operator");
}

/** The loader of the embedded data set in words; null for everybody else. */
export function loaderName(t: Translator, name: string): string | null {
  return name === LOADER_NAME ? t("eventField.dataSet") : null;
}

/** Everything a sentence may name; the sentences pick what they need. */
function parametersOf(t: Translator, event: HistoryEvent): Record<string, string | number> {
  const { details, rows } = event;
  const row = rows[0];
  const stages = details as { type?: ProjectType; from?: Stage; to?: Stage };
  const type = stages.type ?? "construction";
  const kind = CHANGE_KINDS.find((known) => known === details.change);
  return {
    kind: kind ? t(`changeKind.${kind}`) : "",
    name: text(details.name ?? row?.after.name ?? row?.before?.name ?? details.username),
    other: text(details.other),
    project: event.projectName ?? "",
    count: rows.length,
    projects: Number(details.projects ?? 0),
    days: Number(details.days ?? 0),
    file: text(details.file),
    permission: text(details.permission),
    from: stages.from ? t(`stage.${type}.${stages.from}`) : "",
    to: stages.to ? t(`stage.${type}.${stages.to}`) : "",
    on: text(details.on),
    seed: text(details.seed),
    of: text(details.of),
    before: text(details.before),
    after: text(details.after),
  };
}

function text(value: JsonValue | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
