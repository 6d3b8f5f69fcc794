import { randomUUID } from "node:crypto";
import Form from "next/form";
import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { BUTTON, PRIMARY_BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { drawnHref, sampleQuery, takeSample } from "@/lib/audit/sample/queries";
import { SAMPLE_WAYS } from "@/lib/audit/sample/sample";
import { stratumName } from "@/lib/audit/sample/sheet";
import { translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import { listRegions } from "@/lib/region/queries";

export const generateMetadata = titled("audit.sample");

const INPUT =
  "rounded-card border border-line-3 bg-surface px-2.5 py-1 max-sm:min-h-11 max-sm:w-full max-sm:text-[16px]";
const LABEL = "grid gap-1 text-ink-2 text-sm";

/** 抽样: by chance, or stratified by unit or amount; the seed makes the same sample again. */
export default async function SamplePage({ searchParams }: PageProps<"/audit/sample">) {
  const viewer = await requireViewer("audit.use");
  const t = translator(viewer.locale);
  const asked = sampleQuery.parse(await searchParams);
  const { regions, sample } = await ask(async (tx) => ({
    regions: await listRegions(tx, viewer),
    sample: asked.seed ? await takeSample(tx, viewer, asked) : null,
  }));
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]) => (value ? [[key, String(value)]] : [])),
  );
  return (
    <>
      <PageHead
        above={{ label: t("nav.audit"), href: "/audit" }}
        title={t("audit.sample")}
        note={t("audit.sampleNote")}
      />
      <div className="grid gap-4">
        <Form
          action="/audit/sample"
          key={query.toString()}
          className="flex flex-wrap items-end gap-3 print:hidden"
        >
          <label className={LABEL}>
            {t("audit.way")}
            <select name="way" defaultValue={asked.way} className={INPUT}>
              {SAMPLE_WAYS.map((way) => (
                <option key={way} value={way}>
                  {t(`audit.ways.${way}`)}
                </option>
              ))}
            </select>
          </label>
          {regions.length > 1 && (
            <label className={LABEL}>
              {t("unit.region")}
              <select name="region" defaultValue={asked.region ?? ""} className={INPUT}>
                <option value="">{t("unit.anyRegion")}</option>
                {regions.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label className={LABEL}>
            {t("audit.size")}
            <input
              name="size"
              inputMode="numeric"
              defaultValue={asked.size}
              className={`${INPUT} w-20`}
            />
          </label>
          <label className={LABEL}>
            {t("audit.seed")}
            <input
              name="seed"
              maxLength={40}
              defaultValue={asked.seed || randomUUID().slice(0, 8)}
              className={`${INPUT} w-40`}
            />
          </label>
          <button type="submit" className={PRIMARY_BUTTON}>
            {t("audit.draw")}
          </button>
        </Form>
        {sample && (
          <Section
            title={t("audit.drawn", {
              count: sample.strata.reduce((sum, { items }) => sum + items.length, 0),
              population: sample.population,
            })}
          >
            <p className="mb-2 break-all text-ink-2">
              {t("audit.drawnBy", {
                way: t(`audit.ways.${asked.way}`),
                seed: asked.seed,
                ...sample.head,
              })}{" "}
              {t("audit.asOf", { day: sample.day })}
            </p>
            {sample.strata.map(({ name, population, items }) => (
              <section key={name} className="mb-3">
                {asked.way !== "random" && (
                  <h3 className="mb-1 font-semibold text-ink-2 text-sm">
                    {t("audit.stratum", {
                      name: stratumName(t, asked.way, name),
                      count: items.length,
                      population,
                    })}
                  </h3>
                )}
                <ul>
                  {items.map((item) => (
                    <li
                      key={item.id}
                      className="flex flex-wrap justify-between gap-x-4 border-line-2 border-b py-1.5 last:border-b-0"
                    >
                      <Link
                        href={drawnHref(item.id, sample) as "/"}
                        prefetch={false}
                        className="inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11"
                      >
                        {item.name}
                      </Link>
                      <span className="text-ink-2 tabular-nums">
                        {item.region.name} ·{" "}
                        {item.totalInvestmentFen === null
                          ? t("common.unknown")
                          : `${formatWan(item.totalInvestmentFen)} ${t("common.wan")}`}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <a href={`/audit/sample/export?${query}`} className={BUTTON}>
              {t("audit.export")}
            </a>
          </Section>
        )}
      </div>
    </>
  );
}
