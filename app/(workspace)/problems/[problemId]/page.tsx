import Link from "next/link";
import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { CloseForm, ReopenForm, UpdateForm } from "@/components/problem/problem-forms";
import { PageHead } from "@/components/ui/page-head";
import { type Translator, translator } from "@/lib/language/translator";
import { getProblem, type ProblemInFull } from "@/lib/problem/queries";
import { EvidencePart } from "../../evidence-part";
import { wholeNumber } from "../../projects/[projectId]/view";
import { closeProblemAction, reopenProblemAction, updateProblemAction } from "../actions";

type Props = PageProps<"/problems/[problemId]">;

export async function generateMetadata({ params }: Props) {
  const viewer = await requireViewer("return.read");
  const id = wholeNumber((await params).problemId);
  if (id === null) notFound();
  const { problem } = await ask((tx) => getProblem(tx, viewer, id));
  return { title: problem.text.slice(0, 40) };
}

/** One problem: what it says, its evidence, and how it is closed or opened again. */
export default async function ProblemPage({ params }: Props) {
  const viewer = await requireViewer("return.read");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).problemId);
  if (id === null) notFound();
  const found = await ask((tx) => getProblem(tx, viewer, id));
  const { problem, project, units, mayEnter } = found;
  const open = problem.state === "open";
  return (
    <div className="max-w-4xl">
      <PageHead
        above={{ label: t("problem.title"), href: "/problems" }}
        title={problem.text}
        note={
          <>
            <Link href={`/projects/${project.id}`} className="text-accent underline">
              {project.name}
            </Link>{" "}
            · <Standing t={t} found={found} />
          </>
        }
      />
      <div className="grid gap-4">
        <Section title={t("problem.facts")}>
          {open && mayEnter ? (
            <UpdateForm t={t} row={problem} units={units} action={updateProblemAction} />
          ) : (
            <Facts t={t} found={found} />
          )}
        </Section>
        <EvidencePart viewer={viewer} place={{ problemId: id }} back={`/problems/${id}`} />
        {mayEnter && (
          <Section title={t(open ? "problem.close" : "problem.reopen")}>
            {open ? (
              <CloseForm key="close" t={t} row={problem} action={closeProblemAction} />
            ) : (
              <ReopenForm key="reopen" t={t} row={problem} action={reopenProblemAction} />
            )}
          </Section>
        )}
      </div>
    </div>
  );
}

function Standing({ t, found: { problem } }: { t: Translator; found: ProblemInFull }) {
  if (problem.state === "closed")
    return <span>{t("problem.closedOn", { on: problem.closedOn ?? "" })}</span>;
  if (problem.overdueDays > 0)
    return <span className="text-red">{t("problem.late", { days: problem.overdueDays })}</span>;
  return <span>{t("problemState.open")}</span>;
}

function Facts({ t, found }: { t: Translator; found: ProblemInFull }) {
  const { level, person, dueOn, steps, raisedOn, closingNote } = found.problem;
  const facts = [
    [t("problem.level"), t(`problemLevel.${level}`)],
    [t("problem.unit"), found.unitName ?? t("problem.leadUnit")],
    [t("problem.person"), person],
    [t("problem.dueOn"), dueOn],
    [t("problem.steps"), steps],
    [t("problem.raisedOn"), raisedOn],
    [t("problem.closingNote"), closingNote],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label} className="contents">
            <dt className="text-ink-3 text-sm">{label}</dt>
            <dd className="whitespace-pre-line break-words">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
