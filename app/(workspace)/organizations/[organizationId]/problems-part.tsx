import Link from "next/link";
import { ask } from "@/app/session";
import { Section } from "@/components/account/section";
import { ProblemList } from "@/components/problem/problem-list";
import type { Viewer } from "@/lib/auth/actor";
import { translator } from "@/lib/language/translator";
import { sameBodies } from "@/lib/organization/names";
import { listUnitProblems } from "@/lib/problem/list";

/** Open problems that a unit has to solve, under all its names. Nothing where there are none. */
export async function ProblemsPart({ viewer, unitId }: { viewer: Viewer; unitId: number }) {
  const t = translator(viewer.locale);
  const problems = await ask(async (tx) =>
    listUnitProblems(tx, viewer, await sameBodies(tx, [unitId])),
  );
  if (problems.length === 0) return null;
  return (
    <Section title={t("problem.ofUnit", { count: problems.length })}>
      <ProblemList t={t} problems={problems} />
      <p className="mt-2 text-sm print:hidden">
        <Link href={`/problems?unit=${unitId}`} className="text-accent underline">
          {t("problem.title")}
        </Link>
      </p>
    </Section>
  );
}
