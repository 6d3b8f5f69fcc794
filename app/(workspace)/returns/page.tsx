import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { ListKeys } from "@/components/review/list-keys";
import { MonthFigures, MonthPicker, ReviewTabs } from "@/components/review/review-head";
import { UnitTallies } from "@/components/review/unit-tallies";
import { BUTTON } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { translator } from "@/lib/language/translator";
import { parseReviewUrl, reviewQuery } from "@/lib/monthly-return/review/filters";
import { sumTallies } from "@/lib/monthly-return/review/standing";
import { loadReturns } from "./data";
import { ListPart } from "./list-part";

export const generateMetadata = titled("review.title");

/** 月报审核: who has reported and who has not, what waits, side by side with last month. */
export default async function ReturnsPage({ searchParams }: PageProps<"/returns">) {
  const viewer = await requireViewer("return_overview.read");
  const t = translator(viewer.locale);
  const asked = parseReviewUrl(await searchParams);
  const data = await ask((tx) => loadReturns(tx, viewer, asked));
  const picker = { t, regions: data.regions };
  if (data.state !== "open")
    return (
      <>
        <PageHead title={t("review.title")} />
        <MonthPicker {...picker} filters={asked} months={[]} units={[]} />
        <Empty>
          {data.state === "notLive"
            ? t("review.notLive", { region: data.regionName })
            : t("review.notOpen", { region: data.regionName, month: data.startsMonth })}
        </Empty>
      </>
    );
  const { filters, found, months, counts } = data;
  const { month, days, units } = found;
  const sum = sumTallies(units);
  return (
    <>
      <PageHead
        title={t("review.title")}
        note={t("review.note", {
          region: data.regionName,
          month,
          due: days.dueOn,
          locks: days.locksOn,
        })}
        actions={
          <Link
            href={{
              pathname: "/returns/reminders",
              query: reviewQuery(filters, { show: "waiting" }),
            }}
            className={BUTTON}
          >
            {t("review.remind")}
          </Link>
        }
      />
      <MonthPicker {...picker} filters={filters} months={months} units={units} />
      <MonthFigures t={t} sum={sum} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_380px]">
        <div className="min-w-0">
          <ReviewTabs t={t} filters={filters} counts={counts} />
          <ListPart t={t} viewer={viewer} data={data} />
          <ListKeys note={t("review.keys")} />
        </div>
        <Section title={t("review.units")}>
          {units.length === 0 ? (
            <p className="text-ink-2">{t("review.nobody")}</p>
          ) : (
            <UnitTallies t={t} filters={filters} units={units} />
          )}
        </Section>
      </div>
    </>
  );
}
